"""The line above a call: the way back, what is happening, the points."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.pill import Pill

_SIDE = 240
"""Room on both sides, so that the pill is in the middle whatever stands there."""


class CallHead(QWidget):
    """`back` (Esc), `pill`, `points` (M)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button("Back to Today", "quiet", key="Esc")
        self.points = Button("My points", "quiet", key="M")
        self.pill = Pill()
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for column in (0, 2):
            row.setColumnStretch(column, 1)
            row.setColumnMinimumWidth(column, _SIDE)
        row.addWidget(self.back, 0, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.pill, 0, 1)
        row.addWidget(self.points, 0, 2, Qt.AlignmentFlag.AlignRight)
