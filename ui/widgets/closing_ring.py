"""Seconds of an elevator speech as a ring that closes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_SIDE = 132
_LINE = 8.0
_FULL = 360 * 16
_TOP = 90 * 16


class ClosingRing(QWidget):
    """`set_limit` seconds make a whole turn; what goes beyond is said in words, the ring stays closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit_s, self._seconds = 10.0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Seconds left")

    def set_limit(self, limit_s: float) -> None:
        """How long a turn of the ring is, in seconds; nothing has elapsed."""
        self._limit_s = limit_s
        self.set_seconds(0.0)

    def set_seconds(self, seconds: float) -> None:
        """Close the ring so far."""
        self._seconds = seconds
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """ "7 s left", or "2 s over"."""
        left = self._limit_s - self._seconds
        return f"{left:.0f} s left" if left >= 0 else f"{-left:.0f} s over"

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, what has elapsed of it, and the words inside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _LINE / 2 + 1
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.color("sunken"), _LINE))
        painter.drawEllipse(box)
        share = min(1.0, self._seconds / self._limit_s)
        pen = QPen(theme.color("accent" if self._seconds <= self._limit_s else "amber"), _LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, _TOP, -round(share * _FULL))
        self._write(painter, box.center())

    def _write(self, painter: QPainter, middle: QPointF) -> None:
        painter.setFont(theme.font(15, 500, tabular=True))
        painter.setPen(theme.color("ink2"))
        metrics = QFontMetricsF(painter.font())
        words = self.words()
        painter.drawText(
            QPointF(middle.x() - metrics.horizontalAdvance(words) / 2, middle.y() + metrics.ascent() / 2 - 2),
            words,
        )
