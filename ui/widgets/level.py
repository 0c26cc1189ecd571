"""How loud the microphone is, as segments and a word."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.glyph import State
from ui.widgets.icon import Icon
from ui.widgets.label import Label

SEGMENTS = 28
_FLOOR_DBFS = -60.0
_HOT_SHARE = 0.88
"""The last 12 % of the segments are those in which a voice begins to be cut off."""

# Ours, for a peak over the last two seconds: speech that peaks below -36 dBFS drowns in a laptop's own
# noise, and above -3 dBFS the next louder word is clipped.
TOO_QUIET_DBFS = -36.0
TOO_LOUD_DBFS = -3.0
_HELD_READINGS = 40
"""Two seconds of readings taken every 50 ms."""


def judge_level(peak_dbfs: float) -> tuple[State, str]:
    """State and word for the loudest reading of the last two seconds."""
    if peak_dbfs < TOO_QUIET_DBFS:
        return "near", "Too quiet"
    if peak_dbfs > TOO_LOUD_DBFS:
        return "missed", "Too loud"
    return "met", "Good level"


def lit_segments(dbfs: float) -> int:
    """How many of the 28 segments are lit at `dbfs`."""
    share = (dbfs - _FLOOR_DBFS) / -_FLOOR_DBFS
    return round(SEGMENTS * min(1.0, max(0.0, share)))


class LevelBar(QWidget):
    """28 segments, the held peak as one in ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = self._peak = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(440)

    def set_level(self, dbfs: float, peak_dbfs: float) -> None:
        """Light the segments up to `dbfs` and hold one at `peak_dbfs`."""
        lit, peak = lit_segments(dbfs), lit_segments(peak_dbfs)
        if (lit, peak) != (self._lit, self._peak):
            self._lit, self._peak = lit, peak
            self.update()

    def sizeHint(self) -> QSize:
        """Segments 9 px wide, 16 high."""
        return QSize(318, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments, 3 px apart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = (self.width() + 3) / SEGMENTS
        for index in range(SEGMENTS):
            painter.setBrush(theme.color(self._tone(index)))
            painter.drawRoundedRect(QRectF(index * step, 0, step - 3, self.height()), 2, 2)

    def _tone(self, index: int) -> theme.Tone:
        if index == self._peak - 1:
            return "ink"
        hot = index >= SEGMENTS * _HOT_SHARE
        if index < self._lit:
            return "brick" if hot else "ink2"
        return "brick_soft" if hot else "sunken"


class LevelMeter(QWidget):
    """Microphone, bar and word. Give it a reading about every 50 ms (not oftener: it repaints)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: deque[float] = deque(maxlen=_HELD_READINGS)
        self._bar = LevelBar()
        self._word = Label("Too loud", 13, 500, "ink2")
        self._word.setMinimumWidth(self._word.fontMetrics().horizontalAdvance("Good level") + 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Icon("mic", size=18))
        row.addWidget(self._bar, 1)
        row.addWidget(self._word)
        self.setMaximumWidth(440)
        self.clear()

    def clear(self) -> None:
        """Forget the peak."""
        self._held.clear()
        self._bar.set_level(_FLOOR_DBFS, _FLOOR_DBFS)
        self._word.setText("")

    def add(self, dbfs: float, *, speaking: bool = True) -> None:
        """Show one more reading; it is judged while the user is expected to speak (`speaking`)."""
        if not speaking and self._word.text():
            self.clear()
        self._held.append(dbfs)
        peak = max(self._held)
        self._bar.set_level(dbfs, peak)
        if not speaking:
            return
        state, word = judge_level(peak)
        if word != self._word.text() and len(self._held) * 2 >= _HELD_READINGS:
            self._word.setText(word)
            self._word.set_tone("brick" if state == "missed" else "amber" if state == "near" else "ink2")

    def word(self) -> str:
        """The word shown; "" for the first second."""
        return self._word.text()
