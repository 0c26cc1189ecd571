"""A sitting of 5, 10 or 20 minutes, offered on Today."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.practice.sitting import LENGTHS
from ui.widgets.button import Button
from ui.widgets.label import Label


class SittingOffer(QWidget):
    """Signals: `wanted` with minutes."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("Or sit down for", 13, tone="ink2"))
        for minutes in LENGTHS:
            button = Button(f"{minutes} minutes", "soft")
            button.setAccessibleName(f"Begin a sitting of {minutes} minutes")
            button.clicked.connect(partial(self.wanted.emit, minutes))
            row.addWidget(button)
        row.addStretch()
