"""What the authors who judge by another rule say of the same decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.glyph import State, StateGlyph
from ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One author: whether the decision was right to them, and what they would do."""

    author: str
    state: State
    says: str


class OthersCard(Card):
    """Hidden where nobody else has a say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.lines: tuple[OpinionLine, ...] = ()
        self._rows: list[QWidget] = []
        self.body.addWidget(Label("The others would say", 15, 600))
        self.hide()

    def show_lines(self, lines: Sequence[OpinionLine]) -> None:
        """Show these instead."""
        self.lines = tuple(lines)
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = [_row(line) for line in lines]
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(lines))


def _row(line: OpinionLine) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 4, 0, 0)
    across.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(line.author, 13, 600))
    words.addWidget(Label(line.says, tone="ink2", wrap=True))
    across.addWidget(StateGlyph(line.state, 18), alignment=Qt.AlignmentFlag.AlignTop)
    across.addLayout(words, 1)
    return row
