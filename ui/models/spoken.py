"""What was said, turn by turn and line by line, as the strip and the transcript show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from trainer.analysis import revisions
from trainer.records import Attempt, Clause, JudgeRequest, Part, SpokenTurn, Take, Word

PAUSE_S = 0.5
"""Silence in seconds that is drawn, and that starts a new line where no clauses are known (guidance.md 5)."""

WordAt = tuple[int, int]
"""A word's turn and its index within the turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One turn of an attempt: the words in force (after corrections) and their clauses."""

    turn: int
    title: str
    """Names the turn of a call back, for instance "Reply 1"; "" for a message."""
    take: Take | None
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...] = ()
    first_word_latency_s: float | None = None
    caller_line: str | None = None

    @property
    def seconds(self) -> float:
        """Length in seconds of the take, or of the words where the take has no frames."""
        if self.take is not None and self.take.frames:
            return self.take.seconds
        return max((word.end_s for word in self.words if word.end_s is not None), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the transcript: the words `first_word`..`last_word` (inclusive) of a turn."""

    turn: int
    part: Part | None
    first_word: int
    last_word: int
    start_s: float | None


def spoken(attempt: Attempt) -> tuple[Spoken, ...]:
    """The turns in which there is something to show, with the user's corrections in force.

    Raises:
        BadInput: a stored correction names words that do not exist.
    """
    words = _words_in_force(attempt)
    ribbon = attempt.feedback.ribbon if attempt.feedback else ()
    greets = attempt.scenario.kind == "callback"
    several = len(attempt.turns) > 1 or greets
    shown = []
    for turn, heard in zip(attempt.turns, words, strict=True):
        if turn.take is None and not heard:
            continue
        latency = turn.timing.first_word_latency_s
        shown.append(
            Spoken(
                turn=turn.index,
                title=_title(turn.index, turn.caller_line, greets) if several else "",
                take=turn.take,
                words=heard,
                clauses=tuple(clause for clause in ribbon if clause.turn == turn.index),
                first_word_latency_s=latency if greets else None,
                caller_line=turn.caller_line if several else None,
            )
        )
    return tuple(shown)


def _words_in_force(attempt: Attempt) -> list[tuple[Word, ...]]:
    heard = tuple(
        SpokenTurn(words=turn.transcript.words if turn.transcript else ()) for turn in attempt.turns
    )
    request = JudgeRequest(
        id=attempt.id, kind=attempt.scenario.kind, turns=heard, revisions=attempt.revisions
    )
    corrected, _ = revisions.apply(request)
    return [turn.words for turn in corrected.turns]


def lines(turn: Spoken) -> tuple[Line, ...]:
    """One line a clause; without clauses, a new line after each pause."""
    if turn.clauses:
        return tuple(
            Line(
                turn=turn.turn,
                part=clause.part,
                first_word=clause.first_word,
                last_word=min(clause.last_word, len(turn.words) - 1),
                start_s=clause.start_s,
            )
            for clause in turn.clauses
            if clause.first_word < len(turn.words)
        )
    return _by_pauses(turn)


def word_at(turn: Spoken, seconds: float) -> int | None:
    """Index of the word being spoken `seconds` into the take; None in silence."""
    for index, word in enumerate(turn.words):
        if word.start_s is not None and word.end_s is not None and word.start_s <= seconds < word.end_s:
            return index
    return None


def line_at(turn: Spoken, seconds: float) -> tuple[float, float] | None:
    """Start and end in the take of the line that is being said then, or that was said last before it."""
    timed = [
        (turn.words[line.first_word].start_s, turn.words[line.last_word].end_s)
        for line in lines(turn)
        if line.first_word <= line.last_word
    ]
    known = [(start, end) for start, end in timed if start is not None and end is not None]
    return next((one for one in reversed(known) if one[0] <= seconds), known[0] if known else None)


def next_word(turns: Sequence[Spoken], here: WordAt | None, step: int) -> WordAt | None:
    """The word `step` words away, over the turns' borders; stops at both ends."""
    return _moved([(turn.turn, index) for turn in turns for index in range(len(turn.words))], here, step)


def next_line(turns: Sequence[Spoken], here: WordAt | None, step: int) -> WordAt | None:
    """The first word of the line `step` lines away from the one that holds `here`."""
    starts = [(line.turn, line.first_word) for turn in turns for line in lines(turn)]
    if here is None:
        return _moved(starts, None, step)
    containing = max((start for start in starts if start <= here), default=None)
    if step < 0 and containing is not None and containing != here:
        return containing
    return _moved(starts, containing, step)


def _moved(places: list[WordAt], here: WordAt | None, step: int) -> WordAt | None:
    if not places:
        return None
    if here not in places:
        return places[0] if step > 0 else places[-1]
    return places[min(max(places.index(here) + step, 0), len(places) - 1)]


def _title(index: int, caller_line: str | None, greets: bool) -> str:
    """In a call back turn 0 is the greeting, turn 1 the first reply; elsewhere turn 0 is a reply."""
    if caller_line:
        return f"Reply {index if greets else index + 1}"
    return "Pick-up" if index == 0 else f"Turn {index + 1}"


def _by_pauses(turn: Spoken) -> tuple[Line, ...]:
    starts = [0] if turn.words else []
    for index, (before, after) in enumerate(pairwise(turn.words), start=1):
        if before.end_s is not None and after.start_s is not None and after.start_s - before.end_s >= PAUSE_S:
            starts.append(index)
    ends = [start - 1 for start in starts[1:]] + [len(turn.words) - 1]
    return tuple(
        Line(
            turn=turn.turn,
            part=None,
            first_word=first,
            last_word=last,
            start_s=turn.words[first].start_s,
        )
        for first, last in zip(starts, ends, strict=False)
    )
