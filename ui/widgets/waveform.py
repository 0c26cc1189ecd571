"""A recording as bars, for a sentence that has no parts to colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

if TYPE_CHECKING:
    from ui.widgets.envelope import Envelope

_BAR, _STEP = 2.0, 5.0
_LEAST = 2.0
"""Silence is a row of dots, so that the recording's length can still be seen."""


class Waveform(QWidget):
    """Mirrored bars over the whole width; empty until `show_pcm`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape: Envelope | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pcm(self, pcm: bytes) -> None:
        """Show 16 kHz mono int16 samples."""
        # Here, because the window opens with an empty one, and numpy would keep it waiting.
        from ui.widgets.envelope import envelope

        self._shape = envelope(pcm) if pcm else None
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the waveform of a take's strip is at least."""
        return QSize(200, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        if self._shape is None:
            return
        from ui.widgets.envelope import STEPS_A_SECOND, loudest_between

        seconds = len(self._shape) / STEPS_A_SECOND
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink2"))
        bars = max(1, int(self.width() / _STEP))
        for bar in range(bars):
            loud = loudest_between(self._shape, bar / bars * seconds, (bar + 1) / bars * seconds)
            height = max(_LEAST, loud * self.height())
            box = QRectF(bar * _STEP, (self.height() - height) / 2, _BAR, height)
            painter.drawRoundedRect(box, 1, 1)
