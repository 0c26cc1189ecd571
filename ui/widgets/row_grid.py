"""Rows of a caption, its words and what is noted beside them, as cards show them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget


class RowGrid(QWidget):
    """An empty `grid` without margins, whose second column takes the room; `between` px between rows."""

    def __init__(self, between: int) -> None:
        super().__init__()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(between)
        self.grid.setColumnStretch(1, 1)
