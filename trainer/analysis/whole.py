"""The whole message rewritten: what costs the call left out, what is missing said from what is known.

Where the rules cannot build it well, there is none: a message that still sells what it should leave out, or
that has lost what was good, is worse than the advice alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from trainer.analysis import misheard, placing, rewrite, sentencewise
from trainer.analysis.call import Call
from trainer.analysis.language.asks import NO_NEED
from trainer.analysis.language.courtesies import GOODBYE_WORDS
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.lines import Lines
from trainer.analysis.parts import MENDED_BY_CUTTING, lead, met_only_in, on, touched
from trainer.analysis.prose import WAITING, ends, is_typed
from trainer.records import Clause, Finding

MENDED = MENDED_BY_CUTTING | word_set(
    """greets-by-name own-name company says-what-you-do names-referrer reason-to-call asks-for-call-back
    number own-name-twice number-twice promises-brevity friendly-close"""
)
"""Misses that a rewritten message can mend: by a cut, or by a sentence that needs no invention."""
LONG_ENOUGH_S = 40.0
"""A rewritten message that is longer than this may not be longer than what was said."""
SHORTEST = 6
"""Words below which what is left is no message."""
PARTING_WORDS = 2
"""Padding of so few words after everything else is a way of saying goodbye ("Goodnight", "Okay")."""
_REPEATS = {"own-name": "own-name-twice", "number": "number-twice"}
NUMBER_LEAD = 5
"""Words beside a number that only lead up to it ("you can reach me on")."""
NAMED_WORDS = 4
"""So few words beside a number that goes are the name that went with it ("Again, Michelle Tran.")."""
HEAD_CLAUSES = 3
"""Among so many clauses a name is the introduction."""
_BYE = word_set("bye goodbye goodnight")
_GOODBYES = word_set("bye goodbye goodnight okay ok alright right then now cheers thanks so take care")
_FOUND = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:found|noticed|spotted|counted|came across|worked out)\b", re.I
)
_IN_A_SENTENCE = word_set("i'll we'll if when because so and or but")
"""Words with which a courtesy begins that belongs to more ("I'll stop calling and wish you well")."""
_NO_GOODBYE = word_set("and or but so because anyway")


def rewritten(
    call: Call,
    findings: tuple[Finding, ...],
    cuts: Mapping[str, list[Clause]],
    clauses: tuple[Clause, ...],
) -> str | None:
    """The message with every miss in `cuts` mended that rules can mend.

    None where a miss stays in it, where what was met goes with the cut, where the number was not understood,
    where too little is left, where it would be long and longer than before, where the user said that they
    need not call, where a word that stays was hardly heard, or where nothing would change.
    """
    if not_to_call(call) and not {"asks-for-call-back", "reason-to-call"}.isdisjoint(cuts):
        return None
    typed = is_typed(clause.quote for clause in clauses)
    cut = _all_cut(call, findings, cuts, clauses, typed)
    if typed and sentencewise.refers_back(clauses, cut):
        return None
    if misheard.perhaps(call.turns, [clause for clause in clauses if clause not in cut]):
        return None
    lost = met_only_in(cut, findings, clauses)
    lines = Lines(call.context)
    if _stays(findings, cuts, cut, clauses) or _unread_number(findings) or lost - _sayable(lines):
        return None
    head, body, ending = (rewrite.said(call, part, cut) for part in _in_parts(clauses))
    if len(" ".join(head + body).split()) < SHORTEST:
        return None
    head = head if typed else placing.greeted(head, call.context.prospect_name or "")
    said = placing.Said.of(body)
    missing = _with_repeats(set(cuts) | lost, findings) - ({"asks-for-call-back"} if said.asks else set())
    if "company" in missing and "own-name" not in missing and (introduced := placing.with_firm(head, lines)):
        head, missing = introduced, missing - {"company"}
    before = _opening(lines, missing, head, body)
    mended = placing.placed(said, *_added(lines, missing, clauses, cut), lines.name)
    close = lines.close() if "friendly-close" in missing else ""
    goodbye = any(one.check == "friendly-close" and one.outcome == "met" for one in findings)
    if mended != body and goodbye and not ending and said.end() == len(body):  # it now stands before the rest
        close = lines.close()
    text = " ".join(filter(None, [*before, *mended, close, *ending]))
    length = rewrite.seconds_of(call, text)
    longer = length > LONG_ENOUGH_S and length > round(rewrite.length_s(call), 1)
    return None if longer or text == " ".join(head + body + ending) else text


def _all_cut(
    call: Call,
    findings: tuple[Finding, ...],
    cuts: Mapping[str, list[Clause]],
    clauses: tuple[Clause, ...],
    typed: bool,
) -> set[Clause]:
    """What goes: the cuts, what means nothing without them, and of typed sentences no stump stays."""
    stranded = _stranded(call, cuts, clauses)
    cut = {clause for listed in cuts.values() for clause in listed} | stranded
    return sentencewise.settled(clauses, cut, stranded | _blamed(findings, cuts)) if typed else cut


def _stranded(call: Call, cuts: Mapping[str, list[Clause]], clauses: tuple[Clause, ...]) -> set[Clause]:
    """Numbers that stand alone where no ask is left: the ask that is added says the number with it."""
    asked = any(clause.part == "ask" and clause not in cuts.get("one-ask", ()) for clause in clauses)
    if "asks-for-call-back" not in cuts or asked or not call.context.phone_number:
        return set()
    found = {
        place
        for place, clause in enumerate(clauses)
        for _, token in call.turns[clause.turn].phones
        if clause.part == "number"
        and clause.first_word <= token.first_word <= token.last_word <= clause.last_word
        and (clause.last_word - clause.first_word) - (token.last_word - token.first_word) <= NUMBER_LEAD
    }
    before = {place - 1 for place in found if place and _leads_to(clauses[place - 1])}
    beside = {
        near
        for place in found
        for near in (place - 1, place + 1)
        if place > near >= HEAD_CLAUSES or len(clauses) > near > place
        if clauses[near].part == "who" and len(clauses[near].quote.split()) <= NAMED_WORDS
    }
    return {clauses[place] for place in found | before | beside}


def _leads_to(clause: Clause) -> bool:
    """Whether it only says when to call the number after it ("whenever you get a second, | 0113 …")."""
    return lead(clause) in WAITING and clause.part != "for-you" and not ends(clause.quote)


def not_to_call(call: Call) -> bool:
    """Whether the user told them that they need not call."""
    return any(turn.hits(NO_NEED) for turn in call.turns)


def _opening(lines: Lines, missing: Collection[str], head: list[str], body: list[str]) -> list[str]:
    return [
        lines.greeting() if "greets-by-name" in missing else "",
        *head,
        lines.who() if "own-name" in missing else lines.firm() if "company" in missing and head else "",
        lines.trade() if "says-what-you-do" in missing else "",
        lines.referrer() if not _names(lines.context.referrer, head + body) else "",
    ]


def _added(
    lines: Lines, missing: Collection[str], clauses: tuple[Clause, ...], cut: Collection[Clause]
) -> tuple[str, str, str]:
    """The request to call, what follows it, and the repeat; empty where none is missing."""
    repeated = not {"own-name-twice", "number-twice"}.isdisjoint(missing) and lines.number
    later = lines.rest_later() if "reason-to-call" in missing and _found(clauses, cut) else ""
    quick = lines.quick() if "promises-brevity" in missing else ""
    return (
        _asked(lines, missing, clauses, cut),
        " ".join(filter(None, (later, quick))),
        lines.again() if repeated else "",
    )


def _found(clauses: tuple[Clause, ...], cut: Collection[Clause]) -> bool:
    """Whether the user found out something for them, so that there is a rest to tell."""
    return any(one.part == "for-you" and one not in cut and _FOUND.search(one.quote) for one in clauses)


def _blamed(findings: tuple[Finding, ...], cuts: Mapping[str, list[Clause]]) -> set[Clause]:
    """The clauses with the very words that break what was missed."""
    spans = [span for one in findings if one.check in cuts for span in one.evidence]
    return {clause for listed in cuts.values() for clause in listed if touched(clause, spans)}


def _stays(
    findings: tuple[Finding, ...],
    cuts: Mapping[str, list[Clause]],
    cut: Collection[Clause],
    clauses: tuple[Clause, ...],
) -> bool:
    """Whether words that a cut should have taken are in a clause that must stay."""
    blamed = [
        one
        for one in findings
        if one.check in MENDED_BY_CUTTING
        and one.outcome == "missed"
        and not one.disputed
        and (one.check in cuts or one.check == "strong-opening")
    ]
    return any(clause not in cut for one in blamed for span in one.evidence for clause in on(clauses, span))


def _unread_number(findings: tuple[Finding, ...]) -> bool:
    """Whether a number was begun and not understood: what is said about it cannot be told from the rest."""
    return any(one.check == "number" and one.outcome == "unsure" for one in findings)


def _sayable(lines: Lines) -> set[str]:
    """Checks that a sentence made from what is known meets again."""
    made = {
        "greets-by-name": lines.greeting(),
        "own-name": lines.who(),
        "company": lines.firm(),
        "says-what-you-do": lines.trade(),
        "names-referrer": lines.referrer(),
        "own-name-twice": lines.name and lines.number,
        "number": lines.number,
        "number-right": lines.number,
        "number-twice": lines.number,
        "promises-brevity": lines.quick(),
        "friendly-close": lines.close(),
    }
    return {check for check, line in made.items() if line}


def _names(person: str | None, sentences: list[str]) -> bool:
    """Whether the person is named there, which a cut may have undone."""
    return bool(person) and str(person).split()[0].casefold() in " ".join(sentences).casefold()


def _with_repeats(missing: set[str], findings: tuple[Finding, ...]) -> set[str]:
    """`missing`, and the repeat of what is missing where it counts: without the first it does not apply."""
    counted = {one.check for one in findings if one.counted and not one.disputed}
    return missing | {again for once, again in _REPEATS.items() if once in missing and again in counted}


def _in_parts(clauses: tuple[Clause, ...]) -> tuple[list[Clause], list[Clause], list[Clause]]:
    """Greeting and introduction; what comes between; and the goodbye, wherever it was said."""
    start = next((at for at, one in enumerate(clauses) if one.part not in ("greeting", "who")), len(clauses))
    typed = is_typed(clause.quote for clause in clauses)
    while 0 < start < len(clauses) and _goes_on(clauses[start - 1], clauses[start], typed):
        start += 1
    end = len(clauses)
    while end > start and (clauses[end - 1].part == "close" or _parting(clauses, end - 1)):
        end -= 1
    goodbye = [
        one
        for at, one in enumerate(clauses)
        if at >= end or (at >= start and one.part == "close" and _apart(clauses, at, typed))
    ]
    return list(clauses[:start]), [one for one in clauses[start:] if one not in goodbye], goodbye


def _goes_on(before: Clause, clause: Clause, typed: bool) -> bool:
    """Whether it ends a sentence that the introduction began ("was asking … | and I thought of you")."""
    return not ends(before.quote) and (typed or lead(clause) in ("and", "but"))


def _apart(clauses: tuple[Clause, ...], place: int, typed: bool) -> bool:
    """Whether a courtesy can be said at the end instead: it is no part of a sentence."""
    if typed and not (ends(clauses[place].quote) and (not place or ends(clauses[place - 1].quote))):
        return False
    return lead(clauses[place]) not in _IN_A_SENTENCE


def _parting(clauses: tuple[Clause, ...], place: int) -> bool:
    """Whether it is a goodbye, and not the end of a sentence ("two minutes | I swear")."""
    clause = clauses[place]
    few = len(clause.quote.split()) <= PARTING_WORDS and lead(clause) not in _NO_GOODBYE
    typed = is_typed(one.quote for one in clauses)
    before = clauses[place - 1] if place else None
    apart = before is None or not typed or before.part == "close" or ends(before.quote)
    words = [word.casefold().strip(",.!") for word in clause.quote.split()]
    goodbye = _GOODBYES.issuperset(words) or (len(words) <= GOODBYE_WORDS and not _BYE.isdisjoint(words))
    asks = clause.quote.endswith("?")
    return clause.part == "padding" and not asks and ((few and apart and typed) or goodbye)


def _asked(
    lines: Lines, missing: Collection[str], clauses: tuple[Clause, ...], cut: Collection[Clause]
) -> str:
    """The ask where none is left; with the number where that was not said."""
    left = any(clause.part in ("ask", "number") and clause not in cut for clause in clauses)
    again = "asks-for-call-back" in missing or ("one-ask" in missing and not left)
    if "number" in missing and lines.number:
        return lines.ask() if again or not left else lines.my_number()
    return lines.ask_only() if again else ""
