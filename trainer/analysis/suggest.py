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
_WAITING = word_set("if when because while until unless as though since that which")
"""Words with which a clause begins that is no sentence without the next."""
_ABOUT_ME = word_set("i i'd i'm i've i'll we we're we've we'd")
PARTING_WORDS = 2
"""Padding of so few words after everything else is a way of saying goodbye ("Goodnight", "Okay")."""
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
    needed = _needed(findings, clauses)
    cuts = {miss.check: _cut(miss, clauses, needed) for miss in misses}
    worst = max(
        misses,
        key=lambda one: weights.get(one.check, 1.0) + COST_OF_A_SECOND * _seconds(call, cuts[one.check]),
    )
    saved = round(_seconds(call, cuts[worst.check]), 1)
    torn = any(_torn(miss, clauses, needed) for miss in misses)
    trimmed = {**cuts, **_weak_opening(findings, clauses, needed)}
    whole = _rewritten(call, trimmed, clauses) if call.kind == "voicemail" and not torn else None
    return Fix(
        check=worst.check,
        advice=worst.advice or "",
        suggestion=_suggestion(call, worst.check, clauses, {} if torn else cuts) or None,
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


def _weak_opening(
    findings: tuple[Finding, ...], clauses: tuple[Clause, ...], needed: set[Clause]
) -> dict[str, list[Clause]]:
    """What goes with a weak opening, which no rewritten message keeps, whether the guide counts it or not."""
    return {
        one.check: _cut(one, clauses, needed)
        for one in findings
        if one.check == "strong-opening"
        and one.outcome == "missed"
        and not one.disputed
        and not _torn(one, clauses, needed)
    }


def _torn(finding: Finding, clauses: tuple[Clause, ...], needed: set[Clause]) -> bool:
    """Whether a cut would end inside a clause that must stay ("visit our page | or ring 0113 496 0107")."""
    return finding.check in _CUTS and any(
        {clause in needed for clause in clauses if _touched(clause, [span])} == {True, False}
        for span in finding.evidence
    )


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
        "respects-their-time": lambda: "Do you have two minutes now?",
        "next-step": lambda: "Would Thursday at ten suit you to go through it?",
    }
    return _around(call, clauses, check, cuts) or builders.get(check, str)()


def _held_back(call: Call, clauses: tuple[Clause, ...], lines: Lines) -> str:
    """What they would get, with the rest kept for the call; empty where the user had nothing for them."""
    found = _for_them(clauses)
    return " ".join([*rewrite.said(call, found[:1], ()), lines.rest_later()]) if found else ""


def _for_them(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Clauses with something for the listener that stand on their own."""
    return [
        clause
        for clause in clauses
        if clause.part == "for-you"
        and len(clause.quote.split()) >= SHORTEST_REWRITE
        and _lead(clause) not in _WAITING | _ABOUT_ME
    ]


def _around(call: Call, clauses: tuple[Clause, ...], check: str, cuts: Mapping[str, list[Clause]]) -> str:
    """What stays next to what is cut, so that the user hears how it reads; empty where it says too little."""
    places = [clauses.index(clause) for clause in cuts.get(check, ())]
    if not places:
        return ""
    gone = {clause for listed in cuts.values() for clause in listed}
    stays = [
        clause
        for clause in clauses
        if clause not in gone and clause.part in _WORTH_HEARING and _lead(clause) not in _WAITING
    ]
    before = [clause for clause in stays if clauses.index(clause) < places[0]]
    after = [clause for clause in stays if clauses.index(clause) > places[0]]
    around = [*before[-1:], clauses[places[0]], *after[:1]]
    text = " ".join(rewrite.said(call, around, gone))
    return text if len(text.split()) >= SHORTEST_REWRITE else ""


def _rewritten(call: Call, cuts: Mapping[str, list[Clause]], clauses: tuple[Clause, ...]) -> str | None:
    """The whole message with every counted miss mended that rules can mend; None where too little is left."""
    missing = set(cuts)
    cut = {clause for listed in cuts.values() for clause in listed}
    head, body, ending = (rewrite.said(call, part, cut) for part in _in_parts(clauses))
    if len(" ".join(head + body).split()) < SHORTEST_REWRITE:
        return None
    lines = Lines(call.context)
    opening = [
        lines.greeting() if "greets-by-name" in missing else "",
        *head,
        lines.who() if "own-name" in missing else lines.firm() if "company" in missing else "",
        lines.trade() if "says-what-you-do" in missing else "",
        lines.referrer() if not _names(call.context.referrer, head + body) else "",
    ]
    after = [
        lines.rest_later() if "reason-to-call" in missing and _for_them(clauses) else "",
        _asked(lines, missing, clauses, cut),
        lines.quick() if "promises-brevity" in missing else "",
        lines.again() if {"own-name-twice", "number-twice"} & missing and lines.number else "",
        lines.close() if "friendly-close" in missing else "",
    ]
    return " ".join(filter(None, [*opening, *body, *after, *ending]))


def _names(person: str | None, sentences: list[str]) -> bool:
    """Whether the person is named there, which a cut may have undone."""
    return bool(person) and str(person).split()[0].casefold() in " ".join(sentences).casefold()


def _in_parts(clauses: tuple[Clause, ...]) -> tuple[list[Clause], list[Clause], list[Clause]]:
    """Greeting and introduction; what comes between; and the goodbye, wherever it was said."""
    start = next((at for at, one in enumerate(clauses) if one.part not in ("greeting", "who")), len(clauses))
    end = len(clauses)
    while end > start and (clauses[end - 1].part == "close" or _parting(clauses[end - 1])):
        end -= 1
    goodbye = [one for one in clauses[start:] if one.part == "close" or one in clauses[end:]]
    return list(clauses[:start]), [one for one in clauses[start:] if one not in goodbye], goodbye


def _parting(clause: Clause) -> bool:
    return clause.part == "padding" and len(clause.quote.split()) <= PARTING_WORDS


def _asked(lines: Lines, missing: set[str], clauses: tuple[Clause, ...], cut: set[Clause]) -> str:
    """The ask where none is left; with the number where that was not said."""
    if "number" in missing:
        return lines.ask()
    left = any(clause.part in ("ask", "number") and clause not in cut for clause in clauses)
    return lines.ask_only() if "asks-for-call-back" in missing or ("one-ask" in missing and not left) else ""
