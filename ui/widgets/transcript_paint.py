"""The painting of the transcript: times, bars, marks, words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from trainer.analysis.call import DOUBT
from trainer.records import Word
from ui import theme
from ui.models.marks import Marks
from ui.models.phrasing import clock, quoted
from ui.models.spoken import Spoken, WordAt
from ui.widgets.part_paint import paint_bar
from ui.widgets.transcript_layout import (
    BAR_LEFT,
    BAR_WIDTH,
    TIME_RIGHT,
    WORDS_LEFT,
    Heading,
    Placed,
    PlacedLine,
    PlacedWord,
    runs,
)


def is_doubtful(word: Word) -> bool:
    """Whether the engine was less sure of this word than the judge asks for."""
    return word.confidence is not None and word.confidence < DOUBT


def paint(
    painter: QPainter,
    placed: Placed,
    turns: Sequence[Spoken],
    marks: Marks,
    playing: WordAt | None,
    chosen: Sequence[PlacedWord],
) -> None:
    """Draw all of it; `chosen` is what the keys are on."""
    doubtful = frozenset(
        (turn.turn, index) for turn in turns for index, word in enumerate(turn.words) if is_doubtful(word)
    )
    for heading in placed.headings:
        _paint_heading(painter, heading)
    for line in placed.lines:
        _paint_margin(painter, line)
        _paint_marks(painter, line, marks)
        _paint_differing(painter, line, marks)
        _paint_doubt(painter, line, doubtful)
        for word in line.words:
            _paint_word(painter, word, word.at == playing, word.at in doubtful, word.at in marks.fillers)
    _paint_chosen(painter, chosen)


def _paint_heading(painter: QPainter, heading: Heading) -> None:
    bold, italic = theme.font(13, 600), theme.font(13, italic=True)
    box = heading.box.adjusted(12, 0, 0, 0)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.setFont(bold)
    painter.setPen(theme.color("ink"))
    painter.drawText(box, flags, heading.turn.title)
    if heading.turn.caller_line:
        left = QFontMetricsF(bold).horizontalAdvance(heading.turn.title) + 10
        room = box.adjusted(left, 0, 0, 0)
        text = f"They said {quoted(heading.turn.caller_line)}"
        painter.setFont(italic)
        painter.setPen(theme.color("ink2"))
        shown = QFontMetricsF(italic).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, shown)


def _paint_margin(painter: QPainter, placed: PlacedLine) -> None:
    row = placed.words[0].box.height() if placed.words else placed.box.height()
    if placed.line.start_s is not None:
        painter.setFont(theme.font(13, 500, tabular=True))
        painter.setPen(theme.color("ink2"))
        box = QRectF(0, placed.box.top(), TIME_RIGHT, row)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags), clock(placed.line.start_s))
    bar = QRectF(BAR_LEFT, placed.box.top() + 3, BAR_WIDTH, placed.box.height() - 6)
    paint_bar(painter, placed.line.part, bar)


def _paint_marks(painter: QPainter, placed: PlacedLine, marks: Marks) -> None:
    for box in runs(placed.words, marks.fix):
        painter.fillRect(box.adjusted(-1, 2, 1, -3), theme.color("brick_soft"))
    for box in runs(placed.words, marks.missed | marks.fix):
        painter.fillRect(QRectF(box.left() - 1, box.bottom() - 4, box.width() + 2, 2), theme.color("brick"))


def _paint_differing(painter: QPainter, placed: PlacedLine, marks: Marks) -> None:
    for box in runs(placed.words, marks.differing):
        painter.fillRect(box.adjusted(-1, 2, 1, -3), theme.color("accent_soft"))
        painter.fillRect(QRectF(box.left() - 1, box.bottom() - 4, box.width() + 2, 2), theme.color("accent"))


def _paint_doubt(painter: QPainter, placed: PlacedLine, doubtful: frozenset[WordAt]) -> None:
    dots = QPen(theme.color("slate"), 1.5)
    dots.setDashPattern([2, 1.6])
    painter.setPen(dots)
    for box in runs(placed.words, doubtful):
        painter.drawLine(QLineF(box.left(), box.bottom() - 2.5, box.right(), box.bottom() - 2.5))


def _paint_word(painter: QPainter, word: PlacedWord, playing: bool, doubtful: bool, filler: bool) -> None:
    if playing:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawRoundedRect(word.box.adjusted(-2, 2, 2, -2), 4, 4)
    elif filler:
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(word.box.adjusted(-2, 3, 2, -3), 4, 4)
    painter.setFont(theme.font(15))
    tone: theme.Tone = "paper" if playing else "slate" if doubtful else "ink2" if filler else "ink"
    painter.setPen(theme.color(tone))
    metrics = QFontMetricsF(theme.font(15))
    baseline = word.box.top() + (word.box.height() - metrics.height()) / 2 + metrics.ascent()
    painter.drawText(QPointF(max(word.box.left(), WORDS_LEFT), baseline), word.text)


def _paint_chosen(painter: QPainter, chosen: Sequence[PlacedWord]) -> None:
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in runs(chosen, frozenset(word.at for word in chosen)):
        painter.drawRoundedRect(box.adjusted(-3, 1, 3, -1), 4, 4)
