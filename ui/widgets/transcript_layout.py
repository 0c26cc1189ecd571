"""Where every word of the transcript stands, in px; no painting here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.models.spoken import Line, Spoken, WordAt, lines

TIME_RIGHT, BAR_LEFT, BAR_WIDTH, WORDS_LEFT = 46, 58, 5, 76
LINE_HEIGHT, BETWEEN_CLAUSES = 24.0, 5.0
_HEADING_ABOVE = 8.0

Measure = Callable[[str], float]
"""Width of a text in px."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word; `box` is as wide as the word and as high as its line."""

    at: WordAt
    text: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A clause with its words, over one or more rows."""

    line: Line
    box: QRectF
    words: tuple[PlacedWord, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Names a turn and quotes what it answers."""

    turn: Spoken
    box: QRectF


@dataclass(frozen=True, slots=True)
class Placed:
    """The whole transcript."""

    headings: tuple[Heading, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    height: float = 0.0

    def word(self, at: WordAt | None) -> PlacedWord | None:
        """The word `at` a turn and index."""
        return next((word for line in self.lines for word in line.words if word.at == at), None)


def place(turns: Sequence[Spoken], width: float, measure: Measure, row: float) -> Placed:
    """Lay out all turns in `width` px with rows of `row` px."""
    y = 0.0
    headings: list[Heading] = []
    placed: list[PlacedLine] = []
    for turn in turns:
        if turn.title:
            y += _HEADING_ABOVE if placed else 0.0
            headings.append(Heading(turn, QRectF(0, y, width, row)))
            y += row + BETWEEN_CLAUSES
        for line in lines(turn):
            one = _place_line(turn, line, y, width, measure, row)
            placed.append(one)
            y = one.box.bottom() + BETWEEN_CLAUSES
    return Placed(tuple(headings), tuple(placed), max(0.0, y - BETWEEN_CLAUSES))


def _place_line(
    turn: Spoken, line: Line, top: float, width: float, measure: Measure, row: float
) -> PlacedLine:
    x, y = float(WORDS_LEFT), top
    space = measure(" ")
    words: list[PlacedWord] = []
    for index in range(line.first_word, line.last_word + 1):
        text = turn.words[index].word
        wide = measure(text)
        if x > WORDS_LEFT and x + wide > width:
            x, y = float(WORDS_LEFT), y + row
        words.append(PlacedWord((turn.turn, index), text, QRectF(x, y, wide, row)))
        x += wide + space
    return PlacedLine(line, QRectF(0, top, width, y + row - top), tuple(words))


def runs(words: Sequence[PlacedWord], marked: frozenset[WordAt]) -> tuple[QRectF, ...]:
    """One box for each unbroken run of marked words in a row."""
    boxes: list[QRectF] = []
    open_run = False
    for word in words:
        if word.at not in marked:
            open_run = False
            continue
        if open_run and boxes[-1].top() == word.box.top():
            boxes[-1] = boxes[-1].united(word.box)
        else:
            boxes.append(QRectF(word.box))
        open_run = True
    return tuple(boxes)
