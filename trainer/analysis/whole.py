"""The whole message rewritten: what costs the call left out, what is missing said from what is known.

Where the rules cannot build it well, there is none: a message that still sells what it should leave out, or
that has lost what was good, is worse than the advice alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from trainer.analysis import misheard, rewrite
from trainer.analysis.call import Call
from trainer.analysis.language.asks import CALL_BACK
from trainer.analysis.language.courtesies import GOODBYE_WORDS
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.speech import normalise
from trainer.analysis.parts import MENDED_BY_CUTTING, for_them, lead, met_only_in, on
from trainer.analysis.prose import WAITING, ends
from trainer.analysis.rewrite import Lines
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
_BYE = word_set("bye goodbye goodnight")
_GOODBYES = word_set("bye goodbye goodnight okay ok alright right then now cheers thanks so take care")
_NO_NEED = Phrases(
    {"no-need": ["(no need|dont need|do not need|neednt) (to|for you to) ~1 (call|ring|phone|return|get)"]}
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
    cut = {clause for listed in cuts.values() for clause in listed} | _stranded(call, cuts, clauses)
    if misheard.perhaps(call.turns, [clause for clause in clauses if clause not in cut]):
        return None
    lost = met_only_in(cut, findings, clauses)
    lines = Lines(call.context)
    if _stays(findings, cuts, cut, clauses) or _unread_number(findings) or lost - _sayable(lines):
        return None
    head, body, ending = (rewrite.said(call, part, cut) for part in _in_parts(clauses))
    missing = _with_repeats(set(cuts) | lost, findings) - _asked_after_all(head + body)
    if len(" ".join(head + body).split()) < SHORTEST:
        return None
    before = _opening(lines, missing, head, body)
    after = _added(lines, missing, clauses, cut)
    goodbye = any(one.check == "friendly-close" and one.outcome == "met" for one in findings)
    if after and goodbye and not ending:  # it was said in one breath with what now stands before
        after.append(lines.close())
    text = " ".join(filter(None, [*before, *body, *after, *ending]))
    length = rewrite.seconds_of(call, text)
    longer = length > LONG_ENOUGH_S and length > round(rewrite.length_s(call), 1)
    return None if longer or text == " ".join(head + body + ending) else text


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
    return {clauses[place] for place in found | before}


def _leads_to(clause: Clause) -> bool:
    """Whether it only says when to call the number after it ("whenever you get a second, | 0113 …")."""
    return lead(clause) in WAITING and clause.part != "for-you" and not ends(clause.quote)


def not_to_call(call: Call) -> bool:
    """Whether the user told them that they need not call."""
    return any(turn.hits(_NO_NEED) for turn in call.turns)


def _opening(lines: Lines, missing: Collection[str], head: list[str], body: list[str]) -> list[str]:
    return [
        lines.greeting() if "greets-by-name" in missing else "",
        *head,
        lines.who() if "own-name" in missing else lines.firm() if "company" in missing else "",
        lines.trade() if "says-what-you-do" in missing else "",
        lines.referrer() if not _names(lines.context.referrer, head + body) else "",
    ]


def _added(
    lines: Lines, missing: Collection[str], clauses: tuple[Clause, ...], cut: Collection[Clause]
) -> list[str]:
    added = [
        lines.rest_later() if "reason-to-call" in missing and for_them(clauses) else "",
        _asked(lines, missing, clauses, cut),
        lines.quick() if "promises-brevity" in missing else "",
        lines.again() if not {"own-name-twice", "number-twice"}.isdisjoint(missing) and lines.number else "",
        lines.close() if "friendly-close" in missing else "",
    ]
    return [line for line in added if line]


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


def _asked_after_all(sentences: list[str]) -> set[str]:
    """The ask, where what stays asks for a call now that the rest is gone ("Book online, or call me")."""
    hits = list(CALL_BACK.find(normalise(" ".join(sentences).split())))
    vetoed = {at for hit in hits if hit.label == "veto" for at in range(hit.first, hit.last + 1)}
    asks = (range(hit.first, hit.last + 1) for hit in hits if hit.label == "ask")
    return {"asks-for-call-back"} if any(vetoed.isdisjoint(ask) for ask in asks) else set()


def _in_parts(clauses: tuple[Clause, ...]) -> tuple[list[Clause], list[Clause], list[Clause]]:
    """Greeting and introduction; what comes between; and the goodbye, wherever it was said."""
    start = next((at for at, one in enumerate(clauses) if one.part not in ("greeting", "who")), len(clauses))
    while 0 < start < len(clauses) and _goes_on(clauses[start - 1], clauses[start]):
        start += 1
    end = len(clauses)
    while end > start and (clauses[end - 1].part == "close" or _parting(clauses, end - 1)):
        end -= 1
    goodbye = [
        one
        for at, one in enumerate(clauses)
        if at >= end or (at >= start and one.part == "close" and lead(one) not in _IN_A_SENTENCE)
    ]
    return list(clauses[:start]), [one for one in clauses[start:] if one not in goodbye], goodbye


def _goes_on(before: Clause, clause: Clause) -> bool:
    """Whether it ends a sentence that the introduction began ("was asking … | and I thought of you")."""
    return lead(clause) in ("and", "but") and not before.quote.endswith((".", "?", "!"))


def _parting(clauses: tuple[Clause, ...], place: int) -> bool:
    """Whether it is a goodbye, and not the end of a sentence ("two minutes | I swear")."""
    clause = clauses[place]
    few = len(clause.quote.split()) <= PARTING_WORDS and lead(clause) not in _NO_GOODBYE
    typed = any(one.quote.endswith(".") for one in clauses)
    before = clauses[place - 1] if place else None
    apart = before is None or not typed or before.part == "close" or before.quote.endswith((".", "?", "!"))
    words = [word.casefold().strip(",.!") for word in clause.quote.split()]
    goodbye = _GOODBYES.issuperset(words) or (len(words) <= GOODBYE_WORDS and not _BYE.isdisjoint(words))
    return clause.part == "padding" and ((few and apart) or goodbye)


def _asked(
    lines: Lines, missing: Collection[str], clauses: tuple[Clause, ...], cut: Collection[Clause]
) -> str:
    """The ask where none is left; with the number where that was not said."""
    left = any(clause.part in ("ask", "number") and clause not in cut for clause in clauses)
    again = "asks-for-call-back" in missing or ("one-ask" in missing and not left)
    if "number" in missing and lines.number:
        return lines.ask() if again or not left else lines.my_number()
    return lines.ask_only() if again else ""
