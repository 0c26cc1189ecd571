"""What of the user's words is shown for a finding: the clause, where the check looked at a few words of it.

A check finds "bought it" or "look forward"; a person wants to read and hear "Priya bought it last year" and
"I look forward to your call". The words that a check found stay what is cut and what the ribbon is made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer.analysis import prose
from trainer.analysis.call import Call
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.speech import HESITATIONS, NAME
from trainer.records import Clause, Evidence, Finding, Word

LONGEST_WORDS = 24
"""Words of one quote; a longer clause is shown from a joint in it, or to one, where it has any."""

AS_FOUND = word_set(
    """own-name own-name-twice company greets-by-name names-referrer number number-twice number-right
    number-clear fillers pauses restarts level pace"""
)
"""Checks whose words say it all: names, numbers, and stumbles."""
_JOINTS = word_set("and but so because or that which who if when as while where")
_LEANS_BACK = word_set("that which who whom to than of because")
"""Words with which a clause begins that is nothing without the one before it."""
_LEANS_ON = word_set("and or but so to that which who if because when the a an your my our")
"""Words with which a clause ends that says nothing without the next."""


def shown(call: Call, findings: tuple[Finding, ...], clauses: tuple[Clause, ...]) -> tuple[Finding, ...]:
    """The findings with evidence that a person can read; outcomes stay as they are."""
    return tuple(
        finding if finding.check in AS_FOUND else replace(finding, evidence=_quoted(call, finding, clauses))
        for finding in findings
    )


def _quoted(call: Call, finding: Finding, clauses: tuple[Clause, ...]) -> tuple[Evidence, ...]:
    """Each place in its clause, those of one clause or of one short sentence as one."""
    made: list[Evidence] = []
    names = finding.check == "welcomes-the-call"
    for one in finding.evidence:
        words = call.turns[one.turn].turn.words
        here = [clause for clause in clauses if clause.turn == one.turn]
        first, last = _place(call, one, here, names)
        if made and made[-1].turn == one.turn and _together(made[-1], first, last, words):
            before = made.pop()
            first, last = min(before.first_word, first), max(before.last_word, last)
        made.append(_evidence(one.turn, words, first, last))
    return tuple(made)


def _together(before: Evidence, first: int, last: int, words: Sequence[Word]) -> bool:
    """Whether two quotes share words, or one goes straight on from the other and both are short."""
    short = last - before.first_word < LONGEST_WORDS
    goes_on = first == before.last_word + 1 and not prose.ends(words[before.last_word].word)
    return first <= before.last_word or (goes_on and short)


def _place(call: Call, one: Evidence, clauses: Sequence[Clause], names: bool) -> tuple[int, int]:
    """First and last word to show; with `names`, a name alone is shown as it is."""
    turn = call.turns[one.turn]
    words = turn.turn.words
    found = {t.text for t in turn.named.tokens if one.first_word <= t.first_word <= one.last_word}
    if names and found == {NAME}:
        return one.first_word, one.last_word
    first, last = _clause_around(one, clauses, words)
    while first < one.first_word and _bare(words[first]) in HESITATIONS:
        first += 1
    while last > one.last_word and _bare(words[last]) in HESITATIONS:
        last -= 1
    return first, last


def _clause_around(one: Evidence, clauses: Sequence[Clause], words: Sequence[Word]) -> tuple[int, int]:
    """First and last word of the clauses on which the found words lie, and of those that these hang on."""
    touched = [
        place
        for place, clause in enumerate(clauses)
        if clause.first_word <= one.last_word and one.first_word <= clause.last_word
    ]
    if not touched:
        return one.first_word, one.last_word
    first, last = touched[0], touched[-1]
    while first > 0 and _leans_back(words, clauses[first].first_word):
        first -= 1
    while last + 1 < len(clauses) and words[clauses[last].last_word].word.casefold() in _LEANS_ON:
        last += 1
    return _shortened(one, clauses[first].first_word, clauses[last].last_word, words)


def _leans_back(words: Sequence[Word], at: int) -> bool:
    return _bare(words[at]) in _LEANS_BACK and not prose.ends(words[at - 1].word)


def _shortened(one: Evidence, first: int, last: int, words: Sequence[Word]) -> tuple[int, int]:
    """`first` and `last`, moved to joints next to the found words where they are too many."""
    if last - first < LONGEST_WORDS:
        return first, last
    begins = [at for at in range(first + 1, one.first_word + 1) if _joint(words, at)]
    ends = [at for at in range(one.last_word, last) if _joint(words, at + 1)]
    first = next((at for at in begins if one.last_word - at < LONGEST_WORDS), (begins or [first])[-1])
    fitting = [at for at in ends if at - first < LONGEST_WORDS]
    if last - first < LONGEST_WORDS or not ends:
        return first, last
    return first, (fitting or ends[:1])[-1]


def _joint(words: Sequence[Word], at: int) -> bool:
    """Whether something new is said from word `at` on."""
    return words[at - 1].word.endswith((",", ".", "?", "!", ";", ":")) or _bare(words[at]) in _JOINTS


def _bare(word: Word) -> str:
    return word.word.casefold().strip(",.;:!?…")


def _evidence(turn: int, words: Sequence[Word], first: int, last: int) -> Evidence:
    return Evidence(
        turn=turn,
        quote=" ".join(word.word for word in words[first : last + 1]),
        first_word=first,
        last_word=last,
        start_s=words[first].start_s,
        end_s=words[last].end_s,
    )
