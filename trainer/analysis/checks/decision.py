"""Leave a message or not, and for how long to try: decisions, judged from what was done rather than said."""

from __future__ import annotations

from itertools import pairwise

from trainer.analysis.call import Call
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example
from trainer.analysis.deciding import AUTHORS, applying, reasons, verdict, wanted_words
from trainer.analysis.tries import UNKNOWN_MINUTE, Run, read_run
from trainer.facts import FACTS
from trainer.records import PUTS_OFF, Kind, TryMade

AFTER_MESSAGE_DAYS = (1, 2)
"""After a message the next try is a day or two later (article 001)."""
UNANSWERED = 3
"""So many messages that nobody answers are an answer (article 001: people who never return a call)."""
BY_BEHAVIOUR = 0.7
"""Confidence in what somebody made of a brush-off, where only what they did then tells it."""

_CHOSEN = {"leave": "a message", "hang-up": "hung up"}


def right_decision(call: Call) -> Decision:
    """Whether to leave or hang up was decided as the guide in force would."""
    said = verdict(call, call.thresholds.leave_when)
    if call.context.decision is None or said.outcome == "not-applicable":
        return NOT_APPLICABLE
    value = _CHOSEN[call.context.decision]
    article = AUTHORS[call.thresholds.leave_when][1]
    return Decision(said.outcome, said.confidence, (), value, wanted_words(said), source=(article,))


def gave_a_reason(call: Call) -> Decision:
    """Whether an entry that applies here was said or chosen."""
    facts, said = set(applying(call)), reasons(call)
    if not facts and said.facts:
        return Decision("unsure", 0.5, said.spans, _titles(said.facts))
    if facts & set(said.facts):
        return Decision("met", 1.0, said.spans, _titles(said.facts))
    wanted = "one that applies here"
    return Decision("missed", 1.0, said.spans, _titles(said.facts) or "none", wanted)


def _titles(facts: tuple[str, ...]) -> str:
    return ", ".join(FACTS[fact].title for fact in facts)


# --------------------------------------------------------------------------- a run of tries


def spaced_the_tries(call: Call) -> Decision:
    """Whether a day or two passed after each message, and some time after each other call."""
    tries = _run(call).tries
    if len(tries) < 2:
        return NOT_APPLICABLE
    wanted = "1 or 2 days after a message, later after a call"
    for before, after in pairwise(tries):
        if not _spaced(before, after):
            return Decision("missed", 1.0, (), _gap(before, after), wanted)
    return Decision("met", 1.0, (), None, wanted)


def _spaced(before: TryMade, after: TryMade) -> bool:
    days = after.day - before.day
    if before.left:
        return AFTER_MESSAGE_DAYS[0] <= days <= AFTER_MESSAGE_DAYS[1]
    timed = UNKNOWN_MINUTE not in (before.minute, after.minute)
    return days > 0 or (days == 0 and (after.minute > before.minute or not timed))


def _gap(before: TryMade, after: TryMade) -> str:
    days = after.day - before.day
    what = "a message" if before.left else "a call"
    when = "at once" if days == 0 and after.minute == before.minute else "the same day"
    return f"{when if days == 0 else f'{days} days'} after {what} on day {before.day}"


def saw_the_brush_off(call: Call) -> Decision:
    """Whether being put off was not taken for interest."""
    run = _run(call)
    put_off = [one for one in run.tries if one.meets in PUTS_OFF]
    if not put_off and sum(one.left for one in run.tries) < UNANSWERED:
        return NOT_APPLICABLE
    taken = [one.taken_for for one in put_off]
    if "interest" in taken:
        return Decision("missed", 1.0, (), "taken for interest", "seen as a brush-off")
    if taken and all(one == "brush-off" for one in taken):
        return Decision("met", 1.0, (), "seen")
    return _by_behaviour(run, call.context.own_limit)


def _by_behaviour(run: Run, limit: int | None) -> Decision:
    """Who goes on past their own line still hopes; who keeps to it has understood."""
    if limit is not None and len(run.tries) > limit:
        return Decision("missed", BY_BEHAVIOUR, (), "went on past your limit", "seen as a brush-off")
    if run.moved_on:
        return Decision("met", BY_BEHAVIOUR, (), "kept to your limit")
    return Decision("unsure", 0.5)


def stopped_at_the_line(call: Call) -> Decision:
    """Whether the tries ended at the user's own limit."""
    run, limit = _run(call), call.context.own_limit
    if limit is None or not run.tries:
        return NOT_APPLICABLE
    made, wanted = len(run.tries), f"{limit} tries"
    if run.new_way and call.thresholds.new_way_counts:
        return Decision("met", 1.0, (), "another way", f"{limit} tries, or another way")
    if made < limit and not run.moved_on:
        return NOT_APPLICABLE  # the line is still ahead
    return Decision("met" if made == limit else "missed", 1.0, (), _tries(made), wanted)


def moved_on(call: Call) -> Decision:
    """Whether the next try is on somebody else."""
    run, limit = _run(call), call.context.own_limit
    if run.moved_on:
        return Decision("met", 1.0, (), "yes")
    if not run.tries or limit is None or len(run.tries) < limit:
        return NOT_APPLICABLE
    return Decision(
        "missed", 1.0, (), f"still the same prospect after {_tries(len(run.tries))}", "somebody new"
    )


def _run(call: Call) -> Run:
    return read_run(call.context.events)


def _tries(number: int) -> str:
    return "1 try" if number == 1 else f"{number} tries"


_LEAVE: frozenset[Kind] = frozenset({"leave-or-not"})
_LINE: frozenset[Kind] = frozenset({"draw-the-line"})
_FIVE = {"own_limit": 5}
_SPACED = ["day 1: call", "day 1: left a message", "day 3: call", "day 4: call", "day 5: call"]

CHECKS = (
    Check(
        "right-decision",
        "The right decision",
        _LEAVE,
        "Met when you leave a message or hang up as the author of this guide would here.",
        "Ask before the beep what speaks for a message here, and what against it.",
        ("003", "002", "000", "001"),
        right_decision,
        (
            Example("met", context={"facts": ["good-lead"], "decision": "leave"}),
            Example("met", context={"facts": ["cold call"], "decision": "hang-up"}),
            Example(
                "met",
                context={
                    "facts": ["You have spoken before", "They probably have what you sell"],
                    "decision": "hang-up",
                    "reason": "I think they already have one",
                },
            ),
            Example("missed", context={"facts": ["cold-call", "already-has-it"], "decision": "leave"}),
            Example("missed", context={"facts": ["mid-sale"], "decision": "hang-up"}),
            Example(
                "missed",
                context={
                    "facts": ["spoken-before", "existing-relationship"],
                    "decision": "leave",
                    "reason": "it felt right",
                },
            ),
            Example("unsure", context={"decision": "leave", "reason": "they showed real interest"}),
            Example("not-applicable", context={"facts": ["good-lead"]}),
        ),
    ),
    Check(
        "gave-a-reason",
        "A reason that applies",
        _LEAVE,
        "Met when you say or choose at least one thing that applies here, for a message or against it.",
        "Give the reason before you act: one thing that you know about this call.",
        ("003",),
        gave_a_reason,
        (
            Example("met", "because it is a cold call", {"facts": ["cold-call"], "decision": "hang-up"}),
            Example("met", context={"facts": ["good-lead"], "decision": "leave", "reason": "good-lead"}),
            Example("missed", "i just felt like it", {"facts": ["cold-call"], "decision": "hang-up"}),
            Example("missed", "we have spoken before", {"facts": ["cold-call"], "decision": "leave"}),
            Example("missed", context={"facts": ["cold-call"], "decision": "hang-up"}),
            Example("unsure", "they are a customer of ours", {"decision": "leave"}),
        ),
    ),
    Check(
        "spaced-the-tries",
        "Tries well apart",
        _LINE,
        "Met when the next try comes a day or two after a message, and any time later after a call.",
        "Give a message a day or two. Without one, try again later the same day.",
        ("001",),
        spaced_the_tries,
        (
            Example("met", context={"events": _SPACED}),
            Example("missed", context={"events": ["day 1: left a message", "day 1: call"]}),
            Example("missed", context={"events": ["day 1: left a message", "day 6: call"]}),
            Example("missed", context={"events": ["day 1 09:30: call", "day 1 09:30: call"]}),
            Example("not-applicable", context={"events": ["day 1: call"]}),
        ),
    ),
    Check(
        "saw-the-brush-off",
        "Saw the brush-off",
        _LINE,
        "Met when being put off, by “call tomorrow” or a sudden vacation, is not taken for interest.",
        "Somebody who wanted to talk would have named a time. Count it as one more try.",
        ("001",),
        saw_the_brush_off,
        (
            Example("met", context={"events": ["day 1: call", "met: call-tomorrow", "read: brush-off"]}),
            Example(
                "met",
                context={**_FIVE, "events": ["day 1: call", "met: vacation", "moved on to a new prospect"]},
            ),
            Example("missed", context={"events": ["day 1: call", "met: vacation", "read: interest"]}),
            Example(
                "missed", context={**_FIVE, "events": [*_SPACED, "day 6: call, brush-off", "day 7: call"]}
            ),
            Example("unsure", context={"events": ["day 1: call", "she said call me tomorrow"]}),
            Example("not-applicable", context={"events": ["day 1: call", "no answer"]}),
        ),
    ),
    Check(
        "stopped-at-the-line",
        "Stopped at your line",
        _LINE,
        "Met when you stop after as many tries as you have set yourself: 5, 7, 10 or 15.",
        "Set yourself a number of tries, make them all, and stop there.",
        ("001", "003"),
        stopped_at_the_line,
        (
            Example("met", context={**_FIVE, "events": [*_SPACED, "moved on"]}),
            Example("missed", context={**_FIVE, "events": [*_SPACED, "day 6: call", "moved on"]}),
            Example("missed", context={**_FIVE, "events": ["day 1: call", "moved on"]}),
            Example("not-applicable", context={**_FIVE, "events": ["day 1: call"]}),
        ),
    ),
    Check(
        "moved-on",
        "Moved on to somebody new",
        _LINE,
        "Met when your next try is on another prospect.",
        "Call somebody whom you have never spoken to.",
        ("001",),
        moved_on,
        (
            Example("met", context={**_FIVE, "events": [*_SPACED, "day 6: called another prospect"]}),
            Example("missed", context={**_FIVE, "events": _SPACED}),
            Example("not-applicable", context={**_FIVE, "events": ["day 1: call"]}),
        ),
    ),
)
