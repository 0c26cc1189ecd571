"""The one fix: the counted miss that costs most, in the user's own words.

A suggestion is built by rules from the sentence that was said and from what is known about the call. Where
that gives nothing that a person would say, or the words were hardly heard, the advice stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.analysis import answering, misheard, parts, placing, proofread, recalled, rewrite, whole
from trainer.analysis.call import Call
from trainer.analysis.language.openers import WEAK
from trainer.analysis.lines import Lines
from trainer.records import Clause, Finding, Fix

COST_OF_A_SECOND = 0.15
"""What a second spent on a miss adds to its weight: ten seconds of selling outweigh one missing courtesy."""

_SELLS = frozenset({"no-product-pitch", "no-company-pitch", "no-justification", "no-referral-pitch"})
"""Where what sells is cut from a message that asks for nothing, the call is left to be asked for."""
_WORTH_HEARING = frozenset({"who", "reason", "for-you", "ask", "number"})


def fix(
    call: Call, findings: tuple[Finding, ...], clauses: tuple[Clause, ...], weights: Mapping[str, float]
) -> Fix | None:
    """What to change first; None when nothing that counts was missed.

    Who cannot talk has one thing to do, whatever the guide counts: to put the call off well (guidance 3).
    """
    missed = [one for one in findings if one.outcome == "missed" and not one.disputed]
    misses = [one for one in missed if one.counted]
    if not call.context.can_talk:
        misses = [one for one in missed if one.check == "graceful-deferral"] or misses
    if not misses:
        return None
    stay = parts.needed(findings, clauses)
    cuts = {miss.check: parts.cut_of(miss, clauses, stay) for miss in misses}
    worst = max(
        misses,
        key=lambda one: (
            weights.get(one.check, 1.0)
            + COST_OF_A_SECOND * (_seconds(call, cuts[one.check]) + _seconds_too_long(call, one))
        ),
    )
    saved = round(_seconds(call, cuts[worst.check]), 1)
    torn = any(parts.torn(miss, clauses, stay) for miss in misses)
    trimmed = {**_weak_words(call, clauses), **cuts, **_weak_opening(findings, clauses, stay)}
    text = None
    if call.kind == "voicemail" and not torn and worst.check in whole.MENDED:
        text = whole.rewritten(call, findings, trimmed, clauses)
    elif call.kind == "callback" and worst.check in answering.MENDED:
        text = answering.rewritten(call, findings, clauses)
        text = text if text and proofread.sounds(call, text) else None
    if text and call.kind == "voicemail" and not proofread.passes(call, text, worst.check, findings):
        text = None
    return Fix(
        check=worst.check,
        advice=worst.advice or "",
        suggestion=_suggestion(call, worst.check, clauses, {} if torn else trimmed, _asked(findings)) or None,
        seconds_saved=saved or None,
        rewrite=text,
        rewrite_seconds=rewrite.seconds_of(call, text) if text else None,
    )


def _seconds(call: Call, cut: list[Clause]) -> float:
    """Seconds that the clauses took, or would take at the caller's pace."""
    return sum(
        clause.end_s - clause.start_s
        if clause.start_s is not None and clause.end_s is not None
        else rewrite.seconds_of(call, clause.quote)
        for clause in cut
    )


def _seconds_too_long(call: Call, miss: Finding) -> float:
    """Seconds beyond what is good, for a miss of length; being too short costs none."""
    good = {
        "length": call.thresholds.length_s.good_to,
        "within-limit": call.thresholds.turn_limit_s,
        "under-ten": call.thresholds.under_s,
    }.get(miss.check)
    return max(0.0, float(miss.value) - good) if good and isinstance(miss.value, (int, float)) else 0.0


def _weak_words(call: Call, clauses: tuple[Clause, ...]) -> dict[str, list[Clause]]:
    """Whole sentences that check in or apologise: forgiven where a reason follows, but nobody's example."""
    weak = {
        (span.turn, call.turns[span.turn].speech.tokens[span.first].first_word)
        for span in call.spans(WEAK, "weak", "checking")
    }
    found = [
        clause
        for clause in clauses
        if clause.part == "padding"
        and clause.quote.endswith((".", "!"))
        and any(turn == clause.turn and clause.first_word <= at <= clause.last_word for turn, at in weak)
    ]
    return {"strong-opening": found} if found else {}


def _weak_opening(
    findings: tuple[Finding, ...], clauses: tuple[Clause, ...], stay: set[Clause]
) -> dict[str, list[Clause]]:
    """What goes with a weak opening, which no rewritten message keeps, whether the guide counts it or not."""
    return {
        one.check: parts.cut_of(one, clauses, stay)
        for one in findings
        if one.check == "strong-opening"
        and one.outcome == "missed"
        and not one.disputed
        and not parts.torn(one, clauses, stay)
    }


def _asked(findings: tuple[Finding, ...]) -> bool:
    return any(one.check == "asks-for-call-back" and one.outcome == "met" for one in findings)


def _suggestion(
    call: Call, check: str, clauses: tuple[Clause, ...], cuts: Mapping[str, list[Clause]], asked: bool
) -> str:
    """What to say instead; empty where nothing good can be built."""
    lines = Lines(call.context)
    builders: dict[str, Callable[[], str]] = {
        "own-name": lines.who,
        "company": lines.who if call.context.caller_company else str,
        "own-name-twice": lines.again,
        "number": lines.ask if lines.number else str,
        "number-twice": lines.again if lines.number else str,
        "number-right": lines.again if lines.number else str,
        "number-clear": lambda: lines.slowly() or (lines.again() if lines.number else ""),
        "greets-by-name": lines.greeting,
        "asks-for-call-back": lines.ask,
        "one-ask": lines.ask,
        "no-appointment": lines.ask,
        "no-email": lines.ask,
        "no-website": lines.ask,
        "no-referral-pitch": lines.referrer,
        "names-referrer": lines.referrer,
        "reason-to-call": lambda: _held_back(call, clauses, lines) or lines.referrer(),
        "promises-brevity": lines.quick,
        "friendly-close": lines.close,
        "says-what-you-do": lines.trade,
        "welcomes-the-call": lines.welcome,
        "respects-their-time": lambda: answering.brief(call, clauses),
        "recalls-reason": lambda: recalled.reason(call.context),
        "core-in-ten": lambda: " ".join(filter(None, [lines.who(), recalled.reason(call.context)])),
        "keeps-promise": lambda: recalled.promise(call.context),
        "their-concern": lambda: _about_their_concern(call),
        "for-them": lambda: recalled.concern(call.context, "It is about"),
        "invites-conversation": lambda: recalled.question(call.context),
        "covers-script": lambda: answering.left_out(call),
        "steady": lambda: answering.steadied(call),
        "graceful-deferral": lambda: answering.deferral(call.context),
        "next-step": lambda: "Shall we go through it together on Thursday at ten?",
    }
    if check in _SELLS and not asked and not whole.not_to_call(call):
        return _around(call, clauses, check, cuts) or lines.ask()
    if check == "one-ask" and not asked:  # what is left when the other asks go is no ask at all
        return lines.ask()
    return _around(call, clauses, check, cuts) or builders.get(check, str)()


def _about_their_concern(call: Call) -> str:
    """Asked of who calls back; in a message it is what the call is about. Empty where it is not known."""
    if not call.context.prospect_concern:
        return ""
    return recalled.question(call.context) if call.kind == "callback" else recalled.concern(call.context)


def _held_back(call: Call, clauses: tuple[Clause, ...], lines: Lines) -> str:
    """What they would get, with the rest kept for the call; empty where the user had nothing for them."""
    found = [] if whole.not_to_call(call) else parts.for_them(clauses)
    found = [clause for clause in found if not misheard.perhaps(call.turns, [clause])]
    return " ".join([*rewrite.opened(rewrite.said(call, found[:1], ())), lines.rest_later()]) if found else ""


def _around(call: Call, clauses: tuple[Clause, ...], check: str, cuts: Mapping[str, list[Clause]]) -> str:
    """What stays next to what is cut, so that the user hears how it reads; empty where it says too little,
    or quotes what was hardly heard."""
    places = [clauses.index(clause) for clause in cuts.get(check, ())]
    if not places or whole.not_to_call(call):
        return ""
    gone = {clause for listed in cuts.values() for clause in listed}
    stays = [
        clause
        for clause in clauses
        if clause not in gone and clause.part in _WORTH_HEARING and not parts.waits(clause)
    ]
    before = [clause for clause in stays if clauses.index(clause) < places[0]]
    after = [clause for clause in stays if clauses.index(clause) > places[0]]
    around = [*before[-1:], clauses[places[0]], *after[:1]]
    said = rewrite.opened(rewrite.said(call, around, gone))
    text = " ".join(said)
    doubtful = misheard.perhaps(call.turns, [*before[-1:], *after[:1]])
    if len(text.split()) < whole.SHORTEST or doubtful or not placing.Said.of(said).asks:
        return ""  # a name and a number alone ask for nothing
    return text if proofread.sounds(call, text) else ""
