"""The one fix: the counted miss that costs most, in the user's own words.

A suggestion is built by rules from the sentence that was said and from what is known about the call. Where
that gives nothing that a person would say, the advice stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from trainer.analysis import rewrite
from trainer.analysis.call import Call
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.rewrite import Lines
from trainer.records import Clause, Evidence, Finding, Fix

COST_OF_A_SECOND = 0.15
"""What a second spent on a miss adds to its weight: ten seconds of selling outweigh one missing courtesy."""

_CUTS = word_set(
    """no-product-pitch no-company-pitch no-justification no-referral-pitch no-appointment no-email
    no-website one-ask strong-opening no-call-back-ask"""
)
"""Misses that are mended by leaving something out."""
_GOES_ON = word_set("and or but so because which who that they it then therefore")
_PRONOUNS = frozenset({"i", "he", "she", "we", "you", "they", "it"})
FRAGMENT_WORDS = 6
"""A pronoun's clause up to this long after a cut one belongs to it ("the link is in the email I sent")."""
_SUBORDINATE = word_set("when that which to if how what where because who why whether")
_WORTH_HEARING = frozenset({"who", "reason", "for-you", "ask", "number"})
SHORTEST_REWRITE = 6
"""Words below which what is left is no message."""


def fix(
    call: Call, findings: tuple[Finding, ...], clauses: tuple[Clause, ...], weights: Mapping[str, float]
) -> Fix | None:
    """What to change first; None when nothing that counts was missed."""
    misses = [one for one in findings if one.counted and not one.disputed and one.outcome == "missed"]
    if not misses:
        return None
    cuts = {miss.check: _cut(miss, clauses, _needed(findings, clauses)) for miss in misses}
    worst = max(
        misses,
        key=lambda one: weights.get(one.check, 1.0) + COST_OF_A_SECOND * _seconds(call, cuts[one.check]),
    )
    saved = round(_seconds(call, cuts[worst.check]), 1)
    whole = _rewritten(call, cuts, clauses) if call.kind == "voicemail" else None
    return Fix(
        check=worst.check,
        advice=worst.advice or "",
        suggestion=_suggestion(call, worst.check, clauses, cuts) or None,
        seconds_saved=saved or None,
        rewrite=whole,
        rewrite_seconds=rewrite.seconds_of(call, whole) if whole else None,
    )


def _seconds(call: Call, cut: list[Clause]) -> float:
    """Seconds that the clauses took, or would take at the caller's pace."""
    return sum(
        clause.end_s - clause.start_s
        if clause.start_s is not None and clause.end_s is not None
        else rewrite.seconds_of(call, clause.quote)
        for clause in cut
    )


def _needed(findings: tuple[Finding, ...], clauses: tuple[Clause, ...]) -> set[Clause]:
    """The clauses with who, number or ask: they stay whatever else they hold."""
    spans = [
        evidence
        for finding in findings
        if finding.check in ("asks-for-call-back", "number", "own-name") and finding.outcome == "met"
        for evidence in finding.evidence
    ]
    return {clause for clause in clauses if _touched(clause, spans)}


def _touched(clause: Clause, spans: Iterable[Evidence]) -> bool:
    return any(
        span.turn == clause.turn
        and span.first_word <= clause.last_word
        and clause.first_word <= span.last_word
        for span in spans
    )


def _cut(finding: Finding, clauses: tuple[Clause, ...], needed: set[Clause]) -> list[Clause]:
    """The clauses that go when this miss is mended, with what hangs on them."""
    if finding.check not in _CUTS:
        return []
    held = [clause for clause in clauses if clause not in needed and _touched(clause, finding.evidence)]
    return [clause for clause in _widened(clauses, held) if clause not in needed]


def _widened(clauses: tuple[Clause, ...], cut: list[Clause]) -> list[Clause]:
    """`cut` with the padding that cannot stand without it: what goes on from it, or leads up to it."""
    gone = [clause in cut for clause in clauses]
    for place, clause in enumerate(clauses):
        if gone[place] or clause.part != "padding":
            continue
        before = place > 0 and gone[place - 1]
        after = place + 1 < len(clauses) and gone[place + 1]
        short = len(clause.quote.split()) <= FRAGMENT_WORDS and _lead(clause) in _PRONOUNS
        goes_on = before and (_lead(clause) in _GOES_ON or short)
        leads_up = after and (_lead(clauses[place + 1]) in _SUBORDINATE or _tail(clause) in _SUBORDINATE)
        gone[place] = goes_on or leads_up or (before and after)
    return [clause for clause, out in zip(clauses, gone, strict=True) if out]


def _lead(clause: Clause) -> str:
    return clause.quote.split()[0].casefold().strip(",.;")


def _tail(clause: Clause) -> str:
    return clause.quote.split()[-1].casefold().strip(",.;")


def _suggestion(call: Call, check: str, clauses: tuple[Clause, ...], cuts: Mapping[str, list[Clause]]) -> str:
    """What to say instead; empty where nothing good can be built."""
    lines = Lines(call.context)
    builders: dict[str, Callable[[], str]] = {
        "own-name": lines.who,
        "company": lines.who if call.context.caller_company else str,
        "own-name-twice": lines.again,
        "number": lines.ask if lines.number else str,
        "number-twice": lines.again if lines.number else str,
        "number-right": lines.again if lines.number else str,
        "number-clear": lines.again if lines.number else str,
        "greets-by-name": lines.greeting,
        "asks-for-call-back": lines.ask,
        "one-ask": lines.ask,
        "no-appointment": lines.ask,
        "no-email": lines.ask,
        "no-website": lines.ask,
        "no-referral-pitch": lines.referrer,
        "names-referrer": lines.referrer,
        "reason-to-call": lines.referrer,
        "promises-brevity": lines.quick,
        "friendly-close": lines.close,
        "says-what-you-do": lines.trade,
        "welcomes-the-call": lines.welcome,
        "respects-their-time": lambda: "Do you have two minutes now?",
        "next-step": lambda: "Would Thursday at ten suit you to go through it?",
    }
    return _around(call, clauses, check, cuts) or builders.get(check, str)()


def _around(call: Call, clauses: tuple[Clause, ...], check: str, cuts: Mapping[str, list[Clause]]) -> str:
    """What stays next to what is cut, so that the user hears how it reads; empty where it says too little."""
    places = [clauses.index(clause) for clause in cuts[check]]
    if not places:
        return ""
    gone = {clause for listed in cuts.values() for clause in listed}
    before = [
        clause for clause in clauses[: places[0]] if clause not in gone and clause.part in _WORTH_HEARING
    ]
    after = [
        clause for clause in clauses[places[0] :] if clause not in gone and clause.part in _WORTH_HEARING
    ]
    around = [*before[-1:], clauses[places[0]], *after[:1]]
    text = " ".join(rewrite.said(call, around, gone))
    return text if len(text.split()) >= SHORTEST_REWRITE else ""


def _rewritten(call: Call, cuts: Mapping[str, list[Clause]], clauses: tuple[Clause, ...]) -> str | None:
    """The whole message with every counted miss mended that rules can mend; None where too little is left."""
    missing = set(cuts)
    cut = {clause for listed in cuts.values() for clause in listed}
    body = rewrite.said(call, [clause for clause in clauses if clause.part != "close"], cut)
    ending = rewrite.said(call, [clause for clause in clauses if clause.part == "close"], cut)
    if len(" ".join(body).split()) < SHORTEST_REWRITE:
        return None
    lines = Lines(call.context)
    asks = {"asks-for-call-back", "number"} & missing or ("one-ask" in missing and not _asks(clauses, cut))
    before = [
        lines.greeting() if "greets-by-name" in missing else "",
        lines.who() if {"own-name", "company"} & missing else "",
    ]
    after = [
        lines.referrer() if "names-referrer" in missing else "",
        lines.ask() if asks else "",
        lines.quick() if "promises-brevity" in missing else "",
        lines.again() if {"own-name-twice", "number-twice"} & missing and lines.number else "",
    ]
    closing = ending or ([lines.close()] if "friendly-close" in missing else [])
    return " ".join(filter(None, [*before, *body, *after, *closing]))


def _asks(clauses: tuple[Clause, ...], cut: set[Clause]) -> bool:
    return any(clause.part in ("ask", "number") and clause not in cut for clause in clauses)
