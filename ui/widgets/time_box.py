"""Choosing a time of day in half hours."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ui.models.ambush_words import of_day

_STEP_MIN = 30
_DAY_MIN = 24 * 60
_WIDTH = 104


class TimeBox(QComboBox):
    """00:00 to 23:30; another time that was kept is offered too. `name` is read aloud.

    Signals:
        picked: the user chose a time (minutes since midnight).
    """

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(_WIDTH)
        self.setMaxVisibleItems(12)
        self.show_minute(0)
        self.activated.connect(self._on_activated)

    @property
    def minute(self) -> int:
        """Minutes since midnight."""
        chosen: int = self.currentData()
        return chosen

    def show_minute(self, minute: int) -> None:
        """Show this time without telling anybody."""
        offered = sorted({*range(0, _DAY_MIN, _STEP_MIN), minute % _DAY_MIN})
        self.clear()
        for each in offered:
            self.addItem(of_day(each), each)
        self.setCurrentIndex(offered.index(minute % _DAY_MIN))

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.picked.emit(self.minute)
