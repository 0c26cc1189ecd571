"""How a call back began, part by part: number, outcome and what is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.practice.readiness import ReadinessPart, sentence, title, value
from ui.models.readiness_words import lead, read_aloud
from ui.widgets.card import Card
from ui.widgets.glyph import StateWord
from ui.widgets.label import Label
from ui.widgets.plain_tip import plain_tip

_CELL = 140
"""Least width of a part in px."""
_BETWEEN = 12


class ReadinessCard(Card):
    """As many parts in a row as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(20, 9, 20, 12)
        self.body.setSpacing(6)
        self.setAccessibleName("Readiness")
        self._lead = Label("", 13, tone="ink2", tabular=True, elide=True)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(Label("How ready you were", 15, 600))
        row.addWidget(self._lead, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(10)
        self._cells: list[ReadinessCell] = []
        self._columns = 0
        self.body.addLayout(row)
        self.body.addLayout(self._grid)
        self.hide()

    @property
    def cells(self) -> tuple[ReadinessCell, ...]:
        """The parts shown."""
        return tuple(self._cells)

    def show_parts(self, parts: Sequence[ReadinessPart]) -> None:
        """Show these; none hides the card."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = [ReadinessCell(part, self) for part in parts]
        self._columns = 0
        self._lead.setText(lead(parts))
        self.setAccessibleDescription(read_aloud(parts))
        self._arrange()
        self.setVisible(bool(parts))

    def minimumSizeHint(self) -> QSize:
        """One part wide: what stands beside each other now must not keep the page from shrinking."""
        margins = self.body.contentsMargins()
        return QSize(_CELL + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of parts."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() + _BETWEEN
        columns = max(1, min(room // (_CELL + _BETWEEN), len(self._cells)))
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            cell.show()


class ReadinessCell(QWidget):
    """One part: its title, its time, its outcome and what is wanted."""

    def __init__(self, part: ReadinessPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.setToolTip(plain_tip(sentence(part)))
        self.setAccessibleName(sentence(part))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(title(part), 13, tone="ink2", elide=True))
        column.addWidget(Label(value(part), 15, 600, tabular=True, elide=True))
        if part.state is not None:
            column.addWidget(StateWord(part.state))
        column.addWidget(Label(part.wanted, 13, tone="ink2", tabular=True, wrap=True))
        column.addStretch()
