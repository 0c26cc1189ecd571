"""The level bar of a test: the loudest reading of the last two seconds is held."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.widgets.level import LevelBar

_HELD_READINGS = 40
"""Two seconds of readings taken every 50 ms."""
_NOTHING_DBFS = -90.0


class HeldLevel(LevelBar):
    """`height` px high. Give it a reading about every 50 ms."""

    def __init__(self, height: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readings: deque[float] = deque(maxlen=_HELD_READINGS)
        self.setFixedHeight(height)
        self.setAccessibleName("Microphone level")

    @Slot()
    def clear(self) -> None:
        """Forget everything."""
        self._readings.clear()
        self.set_level(_NOTHING_DBFS, _NOTHING_DBFS)

    @Slot(float)
    def add(self, dbfs: float) -> None:
        """Show one more reading."""
        self._readings.append(dbfs)
        self.set_level(dbfs, max(self._readings))
