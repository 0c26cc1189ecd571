"""The one fix: the counted miss that costs most, in the user's own words.

A suggestion is built by rules from the sentence that was said and from what is known about the call. Where
that gives nothing that a person would say, the advice stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.analysis import rewrite
from trainer.analysis.call import Call
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.rewrite import Lines
from trainer.records import Clause, Finding, Fix

COST_OF_A_SECOND = 0.15
"""What a second spent on a miss adds to its weight: ten seconds of selling outweigh one missing courtesy."""

_CUTS = word_set(
    """no-product-pitch no-company-pitch no-justification no-referral-pitch no-appointment no-email
    no-website one-ask strong-opening no-call-back-ask"""
)
"""Misses that are mended by leaving something out."""
_GOES_ON = word_set("and or but so because which who that they it then therefore")
_SUBORDINATE = word_set("when that which to if how what where because who why whether")
SHORTEST_REWRITE = 6
"""Words below which what is left is no message."""


def fix(
    call: Call, findings: tuple[Finding, ...], clauses: tuple[Clause, ...], weights: Mapping[str, float]
) -> Fix | None:
    """What to change first; None when nothing that counts was missed."""
    misses = [one for one in findings if one.counted and not one.disputed and one.outcome == "missed"]
    if not misses:
        return None
    worst = max(
        misses, key=lambda one: weights.get(one.check, 1.0) + COST_OF_A_SECOND * _seconds(call, one, clauses)
    )
    cut = _cut(worst, clauses)
    saved = round(sum(_clause_seconds(call, clause) for clause in cut), 1)
    whole = _rewritten(call, misses, clauses) if call.kind == "voicemail" else None
    return Fix(
        check=worst.check,
        advice=worst.advice or "",
        suggestion=_suggestion(call, worst, clauses, cut) or None,
        seconds_saved=saved or None,
        rewrite=whole,
        rewrite_seconds=rewrite.seconds_of(call, whole) if whole else None,
    )


def _seconds(call: Call, finding: Finding, clauses: tuple[Clause, ...]) -> float:
    return sum(_clause_seconds(call, clause) for clause in _cut(finding, clauses))


def _clause_seconds(call: Call, clause: Clause) -> float:
    if clause.start_s is not None and clause.end_s is not None:
        return clause.end_s - clause.start_s
    return rewrite.seconds_of(call, clause.quote)


def _cut(finding: Finding, clauses: tuple[Clause, ...]) -> list[Clause]:
    """The clauses that go when this miss is mended, with what hangs on them; never who, number or ask."""
    if finding.check not in _CUTS:
        return []
    return _widened(
        clauses,
        [
            clause
            for clause in clauses
            if clause.part in ("selling", "second-ask", "padding", "reason", "for-you")
            and any(
                evidence.turn == clause.turn
                and evidence.first_word <= clause.last_word
                and clause.first_word <= evidence.last_word
                for evidence in finding.evidence
            )
        ],
    )


def _widened(clauses: tuple[Clause, ...], cut: list[Clause]) -> list[Clause]:
    """`cut` with the padding that cannot stand without it: what goes on from it, or leads up to it."""
    gone = [clause in cut for clause in clauses]
    for place, clause in enumerate(clauses):
        if gone[place] or clause.part != "padding":
            continue
        before = place > 0 and gone[place - 1]
        after = place + 1 < len(clauses) and gone[place + 1]
        goes_on = before and _lead(clause) in _GOES_ON
        leads_up = after and _lead(clauses[place + 1]) in _SUBORDINATE
        gone[place] = goes_on or leads_up or (before and after)
    return [clause for clause, out in zip(clauses, gone, strict=True) if out]


def _lead(clause: Clause) -> str:
    return clause.quote.split()[0].casefold().strip(",.;")


def _suggestion(call: Call, miss: Finding, clauses: tuple[Clause, ...], cut: list[Clause]) -> str:
    """What to say instead; empty where nothing good can be built."""
    lines = Lines(call.context)
    if miss.check in _CUTS:
        return _around(call, clauses, cut)
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
        "names-referrer": lines.referrer,
        "reason-to-call": lines.referrer,
        "promises-brevity": lines.quick,
        "friendly-close": lines.close,
        "says-what-you-do": lines.trade,
        "welcomes-the-call": lambda: (
            f"{lines.greeting()[:-1]}, thank you for calling back." if lines.greeting() else ""
        ),
        "respects-their-time": lambda: "Do you have two minutes now?",
        "next-step": lambda: "Would Thursday at ten suit you to go through it?",
    }
    return builders.get(miss.check, str)()


def _around(call: Call, clauses: tuple[Clause, ...], cut: list[Clause]) -> str:
    """The sentences before and after what is cut, so that the user sees how it reads."""
    places = [clauses.index(clause) for clause in cut]
    if not places:
        return ""
    window = clauses[max(0, places[0] - 1) : places[-1] + 2]
    sentences = rewrite.said(call, window, cut)
    text = " ".join(sentences)
    return text if len(text.split()) >= SHORTEST_REWRITE // 2 else ""


def _rewritten(call: Call, misses: list[Finding], clauses: tuple[Clause, ...]) -> str | None:
    """The whole message with every counted miss mended that rules can mend; None where too little is left."""
    missing = {miss.check for miss in misses}
    cut = {clause for miss in misses for clause in _cut(miss, clauses)}
    body = rewrite.said(call, [clause for clause in clauses if clause.part != "close"], cut)
    ending = rewrite.said(call, [clause for clause in clauses if clause.part == "close"], cut)
    if len(" ".join(body).split()) < SHORTEST_REWRITE:
        return None
    lines = Lines(call.context)
    before = [
        lines.greeting() if "greets-by-name" in missing else "",
        lines.who() if {"own-name", "company"} & missing else "",
    ]
    asks = {"asks-for-call-back", "number"} & missing or ("one-ask" in missing and not _asks(clauses, cut))
    after = [
        lines.referrer() if {"names-referrer", "reason-to-call"} & missing and call.context.referrer else "",
        lines.ask() if asks else "",
        lines.quick() if "promises-brevity" in missing else "",
        lines.again() if {"own-name-twice", "number-twice"} & missing and lines.number else "",
    ]
    closing = ending or ([lines.close()] if "friendly-close" in missing else [])
    return " ".join(filter(None, [*before, *body, *after, *closing]))


def _asks(clauses: tuple[Clause, ...], cut: set[Clause]) -> bool:
    return any(clause.part in ("ask", "number") and clause not in cut for clause in clauses)
