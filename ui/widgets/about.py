"""Whose work this is, in three columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.label import Label


class LicenceTable(QWidget):
    """What, which or by whom, licence; each wraps in its column. `rows` as given."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for line, cells in enumerate(self.rows):
            for column, text in enumerate(cells):
                label = Label(text, 13, 500 if column == 0 else 400, "ink2" if column else "ink", wrap=True)
                grid.addWidget(label, line, column, alignment=Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            grid.setColumnStretch(column, 1)
