"""Guesses at the length, one after the other: how far from the truth, above or below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

if TYPE_CHECKING:
    from trainer.practice.spans import Guess

_HEIGHT = 118
_LEAST_S = 10.0
_RING = 4.4
MOST = 12
"""More guesses would stand too close."""


class GuessChart(QWidget):
    """A line for "exact", a stem for each guess; the newest is filled and named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guesses: Sequence[Guess] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Your guesses at length")

    def show_guesses(self, guesses: Sequence[Guess]) -> None:
        """Show the newest of these."""
        self._guesses = guesses[-MOST:]
        self.setVisible(bool(self._guesses))
        self.setAccessibleDescription(
            "; ".join(f"{guess.off_s:+.0f} s" for guess in self._guesses) + ", the newest last."
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a side column."""
        return QSize(300, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the stems and the two words that explain them."""
        if not self._guesses:  # shown before the figures are there
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(13, tabular=True))
        metrics = QFontMetricsF(painter.font())
        offs = [guess.off_s for guess in self._guesses]
        up, down = max(0.0, *offs), max(0.0, *(-off for off in offs))
        left = metrics.horizontalAdvance("−10 s ") + 8
        top = metrics.height() + 8
        plot = QRectF(left, top, self.width() - left - 8, self.height() - top - 10)
        # The side to which most are off reaches to ten seconds at least, so that small errors look small.
        up, down = (max(up, _LEAST_S), down) if up > down else (up, max(down, _LEAST_S))
        per_s = plot.height() / (up + down)
        zero = plot.top() + up * per_s
        self._paint_lines(painter, plot, zero, per_s)
        step = plot.width() / max(len(offs), 2)
        for number, off in enumerate(offs):
            x, y = plot.left() + step * (number + 0.5), zero - off * per_s
            painter.setPen(QPen(theme.color("accent"), 1.4))
            painter.drawLine(QLineF(x, zero, x, y))
            newest = number == len(offs) - 1
            painter.setBrush(theme.color("accent" if newest else "raised"))
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawEllipse(QPointF(x, y), _RING, _RING)
        painter.setFont(theme.font(13, 600, tabular=True))
        painter.setPen(theme.color("ink"))
        right = QRectF(0, 0, self.width() - 8, metrics.height() + 2)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight), f"now {_signed(offs[-1])}")

    def _paint_lines(self, painter: QPainter, plot: QRectF, zero: float, per_s: float) -> None:
        where = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for seconds, words in ((0.0, "exact"), (-_LEAST_S, "−10 s"), (_LEAST_S, "+10 s")):
            y = zero - seconds * per_s
            if not plot.top() - 1 <= y <= plot.bottom() + 1:
                continue
            painter.setPen(QPen(theme.color("hairline" if seconds else "border"), 1 if seconds else 1.4))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(0, y - 10, plot.left() - 8, 20), where, words)


def _signed(off_s: float) -> str:
    return f"{'−' if off_s < -0.5 else '+' if off_s > 0.5 else ''}{abs(off_s):.0f} s"
