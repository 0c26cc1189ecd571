"""The lines of a thread, one under the other on a thread of time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.models.thread_words import ThreadLine
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

_KNOT_X = 14
_INDENT = 40


class ThreadList(QWidget):
    """Signals: `opened` with an attempt's id."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INDENT, 0, 0, 0)
        self._column.setSpacing(12)

    def show_lines(self, lines: Sequence[ThreadLine]) -> None:
        """Show these instead."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = [self._card(line) for line in lines]
        for card in self._cards:
            self._column.addWidget(card)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The thread with a knot at each card."""
        if not self._cards:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knots = [card.geometry().top() + 32.0 for card in self._cards]
        painter.setPen(QPen(theme.color("border"), 1.5))
        painter.drawLine(QLineF(_KNOT_X, knots[0], _KNOT_X, knots[-1]))
        painter.setPen(QPen(theme.color("accent"), 2))
        for number, knot in enumerate(knots):
            last = number == len(knots) - 1
            painter.setBrush(theme.color("accent" if last else "raised"))
            painter.drawEllipse(QPointF(_KNOT_X, knot), 5, 5)

    def _card(self, line: ThreadLine) -> QWidget:
        card = Card(inside=16)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(line.kind, 15, 600))
        head.addWidget(Label(line.when, 13, tone="ink2", tabular=True), 1)
        show = Button("Show it", "quiet")
        show.setAccessibleName(f"Show it: {line.kind}, {line.when}, {line.outcome}")
        show.clicked.connect(partial(self.opened.emit, line.attempt_id))
        head.addWidget(show)
        card.body.addLayout(head)
        if line.answers:
            card.body.addWidget(Label(line.answers, 13, tone="ink2", wrap=True))
        card.body.addWidget(Label(line.said, italic=line.said.startswith("“"), wrap=True))
        outcome = Label(line.outcome, 13, tone="ink2", tabular=True, wrap=True)
        outcome.setAlignment(Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(outcome)
        return card
