"""The first ten seconds: who, what and why, without a stumble."""

from __future__ import annotations

from itertools import pairwise

from trainer.analysis import delivery
from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.checks import (
    NOT_APPLICABLE,
    Check,
    Decision,
    Example,
    faint,
    hardly_heard,
    measured,
    met,
    missed,
    unsure,
)
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.reasons import REASON
from trainer.analysis.language.replies import INVITATION, STUMBLE, TRADE, WELCOME
from trainer.analysis.language.topics import spoken_of
from trainer.records import Kind

OPENING_S = 10.0
"""The opening (article 001)."""
OPENING_WORDS = 28
"""As many words as that at 165 a minute, for text without times."""
CORE_FROM_START_S = 15.0
"""Who, what and why from the first word, thanks and names included (guidance.md, core-in-ten)."""
CLUSTER_S = 3.0
STUMBLES_ALLOWED = 1
CLOSING_TOKENS = 16
"""How far from the end an invitation still ends the speech."""

_GREETING = Phrases(
    {"greeting": ["(hi|hello|hey|yes|good morning|good afternoon|speaking|oh)", "(how are you|nice to)"]}
)


def says_what_you_do(call: Call) -> Decision:
    """Whether trade or purpose is said in one clause."""
    spans = _trade(call)
    return met(call, spans[:1]) if spans else missed(call)


def _trade(call: Call) -> list[Span]:
    """Where it is said what the caller does, by the profile's words or by the forms that people use."""
    own = [
        Span(turn.index, places[0], places[0])
        for turn in call.turns
        if call.context.caller_does and (places := spoken_of(call.context.caller_does, turn.speech))
    ]
    return own or call.spans(TRADE)


def intro_in_ten(call: Call) -> Decision:
    """Whether name and trade are out within the guide's seconds from the first word."""
    turn = call.turns[0] if call.turns else None
    if turn is None or not delivery.has_times(turn) or not call.context.caller_name:
        return NOT_APPLICABLE
    ends = _ends(turn, [Span(0, name.first, name.last) for name in turn.own_names[:1]], _trade(call)[:1])
    limit = call.thresholds.under_s
    if ends is None or turn.sounds is None:
        return missed(call, wanted=f"within {limit:g} s")
    seconds = max(ends) - turn.sounds[0]
    return measured(seconds <= limit, seconds, f"within {limit:g} s", near=seconds > 0.9 * limit)


def _ends(turn: Heard, *groups: list[Span]) -> list[float] | None:
    """When the first span of each group ends; None where a group is empty or has no times."""
    ends = [turn.end_s(group[0].last) if group and group[0].turn == turn.index else None for group in groups]
    return [end for end in ends if end is not None] if all(end is not None for end in ends) else None


def core_in_ten(call: Call) -> Decision:
    """Whether who, what and why are out in time, counted from the end of thanks and names."""
    turn = next(iter(call.turns[1:2] or call.turns[:1]), None)
    if turn is None or not delivery.has_times(turn) or turn.sounds is None or not call.context.can_talk:
        return NOT_APPLICABLE
    why = call.without(call.spans(REASON, "reason", turns=[turn]), call.spans(REASON, "veto", turns=[turn]))
    who_before = any(heard.own_names for heard in call.turns[: turn.index])
    who = [Span(turn.index, name.first, name.last) for name in turn.own_names[:1]]
    limit = call.thresholds.under_s
    wanted = f"{limit:g} s after thanks and names, {CORE_FROM_START_S:g} s in all"
    ends = _ends(turn, why[:1]) if who_before else _ends(turn, who, why[:1])
    if ends is None:
        return missed(call, who, wanted=wanted)
    from_start = max(ends) - turn.sounds[0]
    after_thanks = max(ends) - max(turn.sounds[0], _pleasantries_end_s(turn))
    return measured(after_thanks <= limit and from_start <= CORE_FROM_START_S, from_start, wanted)


def _pleasantries_end_s(turn: Heard) -> float:
    """When thanks, greeting and names at the very start are over, seconds."""
    last = -1
    hits = sorted((*WELCOME.find(turn.named), *_GREETING.find(turn.named)), key=lambda hit: hit.first)
    spans = [(hit.first, hit.last) for hit in hits] + [
        (name.first, name.last) for name in (*turn.prospects, *turn.own_names)
    ]
    for first, end in sorted(spans):
        if first <= last + 3:
            last = max(last, end)
    return (turn.end_s(last) or 0.0) if last >= 0 else 0.0


def steady(call: Call) -> Decision:
    """Whether there is at most one stumble in the first ten seconds."""
    turn = (
        next(iter(call.turns[1:2] or call.turns[:1]), None)
        if call.kind == "callback"
        else next(iter(call.turns), None)
    )
    if turn is None or not turn.speech.tokens:
        return unsure(confidence=0.0)
    found = [
        span
        for span in (
            *delivery.long_pauses(turn),
            *delivery.restarts(turn),
            *(Span(turn.index, hit.first, hit.last) for hit in STUMBLE.find(turn.speech)),
        )
        if _in_opening(turn, span)
    ]
    count = len(found) + _clusters(turn)
    value, wanted = count, f"{STUMBLES_ALLOWED} or fewer"
    decide = met if count <= STUMBLES_ALLOWED else missed
    return decide(call, sorted(found, key=lambda span: span.first), value=value, wanted=wanted)


def _in_opening(turn: Heard, span: Span) -> bool:
    start = turn.start_s(span.first)
    if start is None or turn.sounds is None:
        return span.first < OPENING_WORDS
    return start - turn.sounds[0] <= OPENING_S


def _clusters(turn: Heard) -> int:
    """Pairs of fillers close together in the opening (at most one counts)."""
    start = turn.sounds[0] if turn.sounds else 0.0
    times = [
        filler.start_s
        for filler in delivery.fillers(turn)
        if filler.start_s is not None and filler.start_s - start <= OPENING_S
    ]
    return int(any(later - earlier <= CLUSTER_S for earlier, later in pairwise(times)))


def invites_conversation(call: Call) -> Decision:
    """Whether it ends in a question or an open hook."""
    turn = next((turn for turn in reversed(call.turns) if turn.speech.tokens), None)
    if turn is None:
        return missed(call)
    hit = INVITATION.first(turn.named, max(0, len(turn.speech.tokens) - CLOSING_TOKENS))
    return met(call, [Span(turn.index, hit.first, hit.last)]) if hit else missed(call)


def _said_in(text: str, seconds: float) -> dict[str, object]:
    """A request member: the words of `text` spread over `seconds`."""
    words = text.split()
    step = seconds / len(words)
    return {
        "words": [
            {"word": word, "start": index * step, "end": (index + 1) * step}
            for index, word in enumerate(words)
        ]
    }


_ME = {"caller_name": "Nadia Farrow", "prospect_name": "Dana"}
_INTRO = "hi dana this is nadia farrow with tallis freight we check freight invoices for carriers"
_BACK = "hi dana thanks for calling this is nadia farrow i left you a message about duplicate invoices"
_CALLBACK: frozenset[Kind] = frozenset({"callback"})

CHECKS = (
    Check(
        "says-what-you-do",
        "What you do",
        frozenset({"voicemail", "elevator"}),
        "Met when you say your trade or purpose in one clause.",
        "Say in one clause what you do.",
        ("001",),
        says_what_you_do,
        (
            Example("met", "this is nadia we check freight invoices"),
            Example(
                "met",
                "this is nadia about freight invoices that want checking",
                {"caller_does": "checks freight invoices"},
            ),
            Example("missed", "this is nadia please call me back"),
            Example("unsure"),
        ),
    ),
    Check(
        "intro-in-ten",
        "Name and trade in 10 seconds",
        frozenset({"voicemail"}),
        "Met when your name and what you do are out within 10 seconds of your first word.",
        "Put name and trade into the first sentence.",
        ("001",),
        intro_in_ten,
        (
            Example("met", context=_ME, more=_said_in(_INTRO, 6)),
            Example("missed", context=_ME, more=_said_in(_INTRO, 30)),
            Example("not-applicable", _INTRO, _ME),
        ),
    ),
    Check(
        "core-in-ten",
        "Who, what and why in 10 seconds",
        _CALLBACK,
        "Met when who, what and why are out within 10 seconds after thanks and names, or 15 in all.",
        "Say who you are and why you called before anything else.",
        ("001", "004"),
        core_in_ten,
        (
            Example("met", context=_ME, more=_said_in(_BACK, 7)),
            Example("missed", context=_ME, more=_said_in(_BACK, 25)),
            Example(
                "missed", context=_ME, more=_said_in("hi dana thanks for calling how is the weather there", 7)
            ),
            Example("not-applicable", _BACK, _ME),
            Example(
                "not-applicable",
                context={**_ME, "can_talk": False},
                more=_said_in("hi dana i am with a client can i call you back in ten minutes", 7),
            ),
            Example(
                "unsure",
                context=_ME,
                more=hardly_heard(_said_in("hi dana how is the weather", 7)),
            ),
        ),
    ),
    Check(
        "steady",
        "Steady",
        frozenset({"voicemail", "callback", "elevator"}),
        "Met when there is at most one stumble in the first 10 seconds.",
        "Say the first sentence ten times aloud, then it comes by itself.",
        ("004", "001"),
        steady,
        (
            Example("met", _BACK),
            Example("missed", "oh um hi hold on who is this let me think i i left you a message"),
            Example("unsure"),
        ),
    ),
    Check(
        "invites-conversation",
        "Invites a conversation",
        frozenset({"elevator"}),
        "Met when you end in a question or an open hook.",
        "End with a question that they can answer.",
        ("ours",),
        invites_conversation,
        (
            Example("met", "i check freight invoices for carriers how do you check yours"),
            Example("missed", "i am nadia and i check freight invoices"),
            Example("unsure", more=faint("it is about something that we do")),
        ),
    ),
)
