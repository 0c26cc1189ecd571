"""What was written down before the call, beside what was heard of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.models.prepared_words import PreparedLine
from ui.widgets.card import Card
from ui.widgets.glyph import StateGlyph
from ui.widgets.label import Label
from ui.widgets.row_grid import RowGrid

_GLYPH = 18


class PreparedCard(Card):
    """A row a line; hidden where nothing was written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(20, 10, 20, 10)
        self.lines: tuple[PreparedLine, ...] = ()
        self._rows = QWidget()
        self.body.addWidget(self._rows)
        self.hide()

    def show_lines(self, lines: Sequence[PreparedLine]) -> None:
        """Show these instead."""
        self.lines = tuple(lines)
        rows = _rows(self.lines)
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.setVisible(bool(lines))


def _rows(lines: Sequence[PreparedLine]) -> QWidget:
    rows = RowGrid(4)
    grid = rows.grid
    for place, line in enumerate(lines):
        grid.addWidget(Label(line.caption, 13, 500, "ink2"), place, 0)
        grid.addWidget(Label(line.text, elide=True), place, 1)
        if line.state is not None:
            grid.addWidget(StateGlyph(line.state, _GLYPH), place, 2)
            grid.addWidget(Label(line.found, 13, 500, "ink2"), place, 3)
    return rows
