"""Typed sentences of which only a part is cut: what stays must still be one, else it goes or comes back.

Without this a cut leaves stumps that nobody would say ("Is my direct line.", "Want to know.").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.parts import lead
from trainer.analysis.prose import DANGLING, JOINTS, WAITING, ends
from trainer.records import Clause

SHORTEST = 3
"""Words below which what is left of a sentence is none."""
_BREAKS = (",", ";", ":", "—", "–", "-")
_POINTS_BACK = word_set("it they those these both he she they're they'll he's she's")
_ANOTHER = re.compile(r"\banother one\b|^yours\b|\b(?:share|show you|send you|explain) (?:it|them)\b", re.I)
_MAY_END_BEFORE = JOINTS | word_set("or which because")
"""Words with which a part begins that can be left off."""
_MAY_BEGIN_WITH = word_set("and but so or")
"""Words with which a part begins that can stand without what was before it."""


def settled(clauses: tuple[Clause, ...], cut: Collection[Clause], blamed: Collection[Clause]) -> set[Clause]:
    """`cut`, so that each sentence stays whole, goes whole, or is left as one that can be said.

    `blamed` are the clauses that must go; the others were only cut with them, and stay where a sentence
    holds nothing else that goes.
    """
    out = set(cut)
    for sentence in _sentences(clauses):
        gone = [clause in out for clause in sentence]
        if all(gone) or not any(gone) or _stands(sentence, gone):
            continue
        if not any(clause in blamed for clause in sentence):
            out.difference_update(sentence)
        else:
            out.update(sentence)
    return out


def refers_back(clauses: tuple[Clause, ...], cut: Collection[Clause]) -> bool:
    """Whether a sentence points at one that goes ("There's another one")."""
    gone = False
    for sentence in _sentences(clauses):
        out = [clause in cut for clause in sentence]
        said = " ".join(clause.quote for clause in sentence)
        if gone and not any(out) and (lead(sentence[0]) in _POINTS_BACK or _ANOTHER.search(said)):
            return True
        gone = all(out)
    return False


def _sentences(clauses: tuple[Clause, ...]) -> Iterator[list[Clause]]:
    """The clauses, those of one sentence together."""
    sentence: list[Clause] = []
    for clause in clauses:
        if sentence and sentence[-1].turn != clause.turn:
            yield sentence
            sentence = []
        sentence.append(clause)
        if ends(clause.quote):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _stands(sentence: list[Clause], gone: list[bool]) -> bool:
    """Whether what stays of it can be said."""
    for at in range(1, len(sentence)):
        before = sentence[at - 1].quote
        parted = before.endswith(_BREAKS) or before.split()[-1].casefold() in _MAY_END_BEFORE
        first = lead(sentence[at])
        if gone[at] and not gone[at - 1] and not (parted or first in _MAY_END_BEFORE):
            return False
        if (
            gone[at - 1]
            and not gone[at]
            and (before.endswith(":") or not (parted or first in _MAY_BEGIN_WITH))
        ):
            return False
    words = " ".join(clause.quote for clause, out in zip(sentence, gone, strict=True) if not out).split()
    bare = [word.casefold().strip(",.;:?!—–-") for word in words]
    waits = bare[0] in WAITING and not any(word.endswith(",") for word in words[:-1])
    return len(words) >= SHORTEST and bare[-1] not in DANGLING and not waits
