"""What the words are of which no finding says anything: a name, why one calls, a goodbye, or the same as
what they go on from. Where no word tells, they stay what they are: other words ("padding").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from dataclasses import replace

from trainer.analysis.call import Call, Span
from trainer.analysis.language.courtesies import CLOSE, GOODBYE_WORDS, GOODBYES
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.openers import WEAK
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.reasons import REASON
from trainer.analysis.language.replies import AVOIDING, STUMBLE, TRADE
from trainer.analysis.language.speech import HESITATIONS, normalise
from trainer.analysis.parts import BETWEEN_WORDS, FRAGMENT_WORDS
from trainer.analysis.prose import ends
from trainer.analysis.unclaimed import beside, by_wording, looks_back, news, words_of
from trainer.records import Clause, Part

_FALSE_START = HESITATIONS | word_set("and but so well maybe perhaps i we i'll can could do")
"""Words of which a sentence consists that is broken off and begun anew."""
_CONTENT: frozenset[Part] = frozenset({"reason", "for-you", "selling"})
_ASKING: frozenset[Part] = frozenset({"ask", "number", "second-ask"})
_ENCLOSING = _CONTENT | _ASKING - {"number"}
"""Parts that take in a few other words between two clauses of them; a number said twice is not one."""
_COURTESIES: frozenset[Part] = frozenset({"greeting", "who", "close"})
"""Parts that words play even where somebody stumbles; "who is this?" asks for nothing."""
_PARTING = word_set("okay ok alright right all well sorry anyway so then and now yeah yes")
"""Words that lead up to a goodbye."""
_GOES_ON = word_set("and or so because which who that when if until once whenever before after while as")
_WAITS = word_set("when whenever once if even until before after as while because")
"""Words with which a clause begins that belongs to the one after it, in one sentence."""
_TELLS_ON = word_set("and but so")
"""Words with which the end of a story begins whose beginning no finding knows."""
SOUND_WORDS = 2
"""So few words before a greeting are a sound ("oh | hello")."""
_AGAIN = word_set("again once one more time that's that is so i repeat i'll repeat say it")
"""Words that lead up to the number, or the name, said again."""
_ADDRESSES = word_set("sir madam ma'am mate pal buddy man love dear folks my friend")
_TO_A_NUMBER = word_set("line's line number's number cell mobile i'm on at is")
"""Words with which a clause ends that leads to a number."""
_WE_WHO_DO = word_set("we we're i i'm")
_NO_TRADE = word_set(
    """hope ask asked wrote can could was were had have saw noticed know just want wanted would will find look
    calling gather hear guess"""
)
"""Words after "we" or "I" that tell no trade."""
_THEIR_TRADE = re.compile(r"(?:we're|we are) (?:[a-z]+ ){0,3}[a-z]+(?:er|or|ist|ant)s[.,]?", re.I)
_SUPPOSES = word_set("hope know sure guess appreciate understand")
"""What is only supposed about them, out of courtesy."""
STORY_WORDS = 6
"""Words from which a clause tells something of its own."""
_TO_THEM = word_set("you your yours you're you've you'd you'll")
_NO_STORY = word_set(
    "i'll hope i'd just sorry please thank thanks how congrats congratulations don't if not no"
)
"""Words with which no story about them begins: courtesies, apologies, what is still to be done."""
_BEFORE_A_STORY: frozenset[Part] = frozenset({"greeting", "who", "reason", "for-you"})
_SUBJECTS = word_set("i you we he she they i've you've we've they've i'm you're we're they're")
_POINTS_BACK = word_set(
    "it it's its they they're that that's this these those he she his her their he's she's"
)
_NEW_THOUGHT = word_set("all it fine okay enough right great good")
"""Words after "that's" that end a thought instead of going on with it."""


def shown(call: Call, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses as the ribbon shows them."""
    who, why, weak = _names(call), _reasons(call), _starts(call, WEAK, STUMBLE, AVOIDING)
    trades = _starts(call, TRADE)
    known = [_known(clause, who, why) for clause in clauses]
    for place, clause in enumerate(known):
        if clause.part == "close" and _opens_the_turn(known, place):
            known[place] = replace(clause, part="greeting")
        if clause.part in ("for-you", "reason") and len(words_of(clause)) <= BETWEEN_WORDS:
            known[place] = replace(clause, part=looks_back(known, place) or clause.part)
        if clause.part != "padding":
            continue
        part = _between(known, place) or _from_beside(known, place)
        if part == "padding":
            lost = not weak.isdisjoint(_places(clause))
            trade = not lost and _is_their_trade(known, place, trades)
            part = "who" if trade else _told(known, place, call.kind, lost)
        known[place] = replace(clause, part=part)
    return _with_false_starts(known)


def _with_false_starts(clauses: list[Clause]) -> tuple[Clause, ...]:
    """The clauses, where what is broken off goes with what it becomes ("so um we do. | We check")."""
    for place in reversed(range(len(clauses))):
        clause, after = clauses[place], beside(clauses, place, 1)
        begun = clause.part == "padding" and _FALSE_START.issuperset(words_of(clause))
        if begun and after and after.part in _CONTENT | {"who", "ask"}:
            clauses[place] = replace(clause, part=after.part)
    return tuple(clauses)


def _told(clauses: list[Clause], place: int, kind: str, lost: bool) -> Part:
    """What the other words are by themselves; with `lost`, somebody stumbles or only checks in there."""
    said = by_wording(clauses, place, kind)
    if lost:
        return said if said in _COURTESIES else "padding"
    return said or _story(clauses, place) or news(clauses, place, kind) or "padding"


def _is_their_trade(clauses: list[Clause], place: int, trades: Set[tuple[int, int]]) -> bool:
    """Whether it says, right after who they are, what they do ("we're commercial surveyors")."""
    first, second = [*words_of(clauses[place]), "", ""][:2]
    before = beside(clauses, place, -1)
    told = first in _WE_WHO_DO and second not in _NO_TRADE and bool(trades & _places(clauses[place]))
    told = told or _THEIR_TRADE.fullmatch(clauses[place].quote) is not None
    return told and before is not None and before.part == "who"


def _opens_the_turn(clauses: list[Clause], place: int) -> bool:
    """Whether thanks begin an answer ("Dr. Whitfield, thank you. It's about …") and do not end it."""
    before = beside(clauses, place, -1)
    first = before is None or before.part == "greeting"
    return first and beside(clauses, place, 1) is not None


def _story(clauses: list[Clause], place: int) -> Part | None:
    """What leads up to the reason, or goes on from it, about them ("I was in your shop. | One thing …")."""
    clause = clauses[place]
    words = words_of(clause)
    if len(words) < STORY_WORDS or _TO_THEM.isdisjoint(words):
        return None
    if words[0] in _NO_STORY or words[1] in _SUPPOSES:
        return None
    before, after = beside(clauses, place, -1), beside(clauses, place, 1)
    if after and after.part in ("reason", "for-you") and (before is None or before.part in _BEFORE_A_STORY):
        return after.part
    if before and before.part in ("reason", "for-you"):
        return before.part
    return None


def _starts(call: Call, *families: Phrases) -> set[tuple[int, int]]:
    """Turn and first word of where these families occur."""
    return {
        (span.turn, call.turns[span.turn].speech.tokens[span.first].first_word)
        for family in families
        for span in call.spans(family)
    }


def _places(clause: Clause) -> set[tuple[int, int]]:
    return {(clause.turn, at) for at in range(clause.first_word, clause.last_word + 1)}


def _known(clause: Clause, who: Collection[tuple[int, int]], why: Collection[tuple[int, int]]) -> Clause:
    """The clause as its own words tell it."""
    words = words_of(clause)
    places = _places(clause)
    if clause.part == "padding" and len(words) <= GOODBYE_WORDS and _says_goodbye(words):
        return replace(clause, part="close")
    if clause.part == "padding" and not places.isdisjoint(why):
        return replace(clause, part="reason")
    if clause.part in ("padding", "greeting") and not places.isdisjoint(who):
        return replace(clause, part="who")
    return clause


def _says_goodbye(words: list[str]) -> bool:
    speech = normalise(words)
    return not GOODBYES.isdisjoint(words) or next(CLOSE.find(speech), None) is not None


def _names(call: Call) -> set[tuple[int, int]]:
    """Turn and word of the caller's own name and firm."""
    return {
        (turn.index, token.first_word)
        for turn in call.turns
        for name in (*turn.own_names, *turn.companies)
        for token in turn.speech.tokens[name.first : name.last + 1]
    }


def _reasons(call: Call) -> set[tuple[int, int]]:
    """Turn and first word of where it is said what the call is about, but for checking in and stumbling."""
    no_reason = [*call.spans(REASON, "veto", "cut-short"), *call.spans(WEAK), *call.spans(STUMBLE)]
    spans: list[Span] = call.without(call.spans(REASON, "reason"), no_reason)
    return {(span.turn, call.turns[span.turn].speech.tokens[span.first].first_word) for span in spans}


def _between(clauses: list[Clause], place: int) -> Part | None:
    """The part of both clauses around a few other words."""
    last = place
    while (following := beside(clauses, last, 1)) and following.part == "padding":
        last += 1
    before, after = beside(clauses, place, -1), beside(clauses, last, 1)
    few = sum(len(clause.quote.split()) for clause in clauses[place : last + 1]) <= BETWEEN_WORDS
    if few and before and after and before.part == after.part and before.part in _ENCLOSING:
        return before.part
    return None


def _from_beside(clauses: list[Clause], place: int) -> Part:
    """The part of the clause that these other words belong to; padding where nothing says so."""
    clause = clauses[place]
    before, after = beside(clauses, place, -1), beside(clauses, place, 1)
    words = words_of(clause)
    if words[:2] == ["if", "not"]:
        return "close"
    if before and (_continues(before, words) or _waited_for(before) or _ADDRESSES.issuperset(words)):
        return "ask" if before.part == "number" else before.part
    if after and _leads_on(clause, words, after):
        return "ask" if after.part == "number" and words[0] in _WAITS else after.part
    return "close" if after and after.part == "close" and _PARTING.issuperset(words) else "padding"


def _waited_for(before: Clause) -> bool:
    """Whether the clause before only says when or if, so that its sentence ends with the next."""
    return before.part in _ASKING and words_of(before)[0] in _WAITS and not ends(before.quote)


def _leads_on(clause: Clause, words: list[str], after: Clause) -> bool:
    """Whether words only lead on to the clause after: when to do it, the number again, how it began."""
    if ends(clause.quote):
        return False
    again = after.part in ("number", "who") and _AGAIN.issuperset(words)
    told = after.part in ("reason", "for-you") and words_of(after)[0] in _TELLS_ON
    dialled = after.part == "number" and words[-1] in _TO_A_NUMBER
    sound = after.part == "greeting" and len(words) <= SOUND_WORDS
    return again or told or sound or dialled or (after.part in _ASKING and words[0] in _WAITS)


def _continues(before: Clause, words: list[str]) -> bool:
    """Whether words go on from the clause before: in its sentence, or pointing back at it."""
    if before.part not in _CONTENT | _ASKING:
        return False
    if not ends(before.quote):
        fragment = len(words) <= FRAGMENT_WORDS and words[0] in _SUBJECTS
        return words[0] in _GOES_ON or fragment or (before.part in _CONTENT and words[0] in _POINTS_BACK)
    thought = words[0] not in ("that", "that's", "this") or not _NEW_THOUGHT & set(words[1:3])
    return before.part in _CONTENT and words[0] in _POINTS_BACK and thought
