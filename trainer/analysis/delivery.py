"""Fillers, restarts, pauses and seconds of speech, from word times and voice activity.

Engines differ in what they do with "um" and "uh" (the embedded one leaves them out), so a voiced stretch
without a word over it counts as a probable filler.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trainer.analysis.call import Heard, Span
from trainer.analysis.language.clauses import clause_starts
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.speech import HESITATIONS, NAME, NUM, PHONE

WORDLESS_S = 0.3
"""A voiced stretch without a word is a probable filler from this length on (peers.md 2d)."""
WORD_TAIL_S = 0.15
"""Sound that close to a word belongs to it (peers.md 2d)."""
LONG_PAUSE_S = 1.2
"""A longer silence inside a clause sounds like uncertainty (peers.md 2c)."""

_REPEATABLE = word_set("very really so no yes okay bye again that had thank now well")
"""Words that people say twice on purpose or by grammar ("that that", "bye bye")."""


class Filler(NamedTuple):
    """One filler: heard as a word (`span`), or a sound without one (`probable`)."""

    turn: int
    start_s: float | None
    probable: bool
    span: Span | None = None


def has_times(turn: Heard) -> bool:
    """Whether the turn's words carry times."""
    return any(word.start_s is not None for word in turn.turn.words)


def speech_seconds(turn: Heard) -> float:
    """Seconds of voiced sound; by the words where there is no audio; 0 without times."""
    if turn.turn.voiced:
        return sum(max(0.0, span.end_s - span.start_s) for span in turn.turn.voiced)
    return turn.spoken_s or 0.0


def fillers(turn: Heard) -> list[Filler]:
    """Every filler of the turn in order of time."""
    return sorted([*_said(turn), *_wordless(turn)], key=lambda filler: filler.start_s or 0.0)


def _said(turn: Heard) -> Iterator[Filler]:
    """Hesitations that the engine wrote down."""
    for word in turn.turn.words:
        if word.word.casefold().strip(".,!?…-") in HESITATIONS:
            yield Filler(turn.index, word.start_s, probable=False)


def _wordless(turn: Heard) -> Iterator[Filler]:
    """Voiced stretches without a word over them."""
    if not has_times(turn):
        return
    covered = sorted(
        (word.start_s - WORD_TAIL_S, word.end_s + WORD_TAIL_S)
        for word in turn.turn.words
        if word.start_s is not None and word.end_s is not None
    )
    for span in turn.turn.voiced or ():
        at = span.start_s
        for start, end in [*covered, (span.end_s, span.end_s)]:
            if min(start, span.end_s) - at >= WORDLESS_S:
                yield Filler(turn.index, at, probable=True)
            at = max(at, end)
            if at >= span.end_s:
                break


def restarts(turn: Heard) -> list[Span]:
    """Words, or runs of up to three words, said twice in a row."""
    return turn.once(_restarts)


def _restarts(turn: Heard) -> list[Span]:
    texts = [token.text for token in turn.speech.tokens]
    found: list[Span] = []
    at = 0
    while at < len(texts):
        size = 0
        if texts[at] in texts[at + 1 : at + 4]:
            size = next((size for size in (3, 2, 1) if _repeated(turn, texts, at, size)), 0)
        if size:
            found.append(Span(turn.index, at, at + 2 * size - 1))
        at += size or 1
    return found


def stumbles(turn: Heard) -> set[int]:
    """Words (indexes) that nobody misses: hesitations, and what was said twice in a row, the first time."""
    return turn.once(_stumbles)


def _stumbles(turn: Heard) -> set[int]:
    found = {
        at for at, word in enumerate(turn.turn.words) if word.word.casefold().strip(".,!?…-") in HESITATIONS
    }
    for span in restarts(turn):
        half = span.first + (span.last - span.first + 1) // 2
        first, last = turn.speech.words_of(span.first, half - 1)
        found |= set(range(first, last + 1))
    return found


def _repeated(turn: Heard, texts: list[str], at: int, size: int) -> bool:
    first, again = texts[at : at + size], texts[at + size : at + 2 * size]
    if first != again or {NUM, PHONE} & set(first) or set(first) <= _REPEATABLE:
        return False
    return any(token.text != NAME for token in turn.named.tokens[at : at + 2 * size])  # "Jo Askew, Askew's"


def long_pauses(turn: Heard) -> list[Span]:
    """Silences over 1.2 s inside a clause: the tokens on both sides of each."""
    starts = clause_starts(turn.named)
    found = []
    for index in range(1, len(turn.speech.tokens)):
        end, start = turn.end_s(index - 1), turn.start_s(index)
        if end is not None and start is not None and start - end > LONG_PAUSE_S and index not in starts:
            found.append(Span(turn.index, index - 1, index))
    return found
