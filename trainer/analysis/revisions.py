"""Corrections, disputes and undo, applied in order."""

from __future__ import annotations

import dataclasses

from trainer.errors import BadInput
from trainer.records import Correct, Dispute, JudgeRequest, Revision, SpokenTurn, Undo, Word


def in_force(revisions: tuple[Revision, ...]) -> list[Correct | Dispute]:
    """The revisions that count, each undo having taken back the last ones before it."""
    kept: list[Correct | Dispute] = []
    for revision in revisions:
        if isinstance(revision, Undo):
            del kept[max(0, len(kept) - max(0, revision.n)) :]
        else:
            kept.append(revision)
    return kept


def apply(request: JudgeRequest) -> tuple[JudgeRequest, frozenset[str]]:
    """The request with its words corrected, and the ids of the disputed checks.

    Raises:
        BadInput: a correction names a turn or words that do not exist.
    """
    turns = list(request.turns)
    disputed = set()
    for revision in in_force(request.revisions):
        if isinstance(revision, Dispute):
            disputed.add(revision.check)
            continue
        if not 0 <= revision.turn < len(turns):
            raise BadInput(
                f"revisions: there is no turn {revision.turn}.", f"There are {len(turns)}, from 0."
            )
        turns[revision.turn] = _corrected(turns[revision.turn], revision)
    return dataclasses.replace(request, turns=tuple(turns)), frozenset(disputed)


def _corrected(turn: SpokenTurn, revision: Correct) -> SpokenTurn:
    first, last = revision.first_word, revision.last_word
    if not 0 <= first <= last < len(turn.words):
        raise BadInput(
            f"revisions: turn {revision.turn} has no words {first} to {last}.",
            f"It has {len(turn.words)} words, from 0.",
        )
    replaced = turn.words[first : last + 1]
    new = [part for word in revision.words for part in word.split()]
    words = (*turn.words[:first], *_shared(replaced, new), *turn.words[last + 1 :])
    return dataclasses.replace(turn, words=words)


def _shared(replaced: tuple[Word, ...], new: list[str]) -> list[Word]:
    """`new` over the time of `replaced`, in even shares. What the user typed is certain."""
    start, end = replaced[0].start_s, replaced[-1].end_s
    if start is None or end is None:
        return [Word(word=word) for word in new]
    share = (end - start) / max(1, len(new))
    return [
        Word(word=word, start_s=start + index * share, end_s=start + (index + 1) * share, confidence=1.0)
        for index, word in enumerate(new)
    ]
