"""A guess and what was, on one line of seconds; no verdict."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.models.phrasing import length

_WIDTH, _HEIGHT = 236, 52
_SIDE = 8
_APART = 10
"""Px between the two labels."""


class GuessLine(QWidget):
    """A hollow dot for the guess and a full one for what was, both with words over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guess = self._was = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_guess(self, pair: tuple[float, float] | None) -> None:
        """Seconds guessed and seconds measured; None hides it."""
        self.setVisible(pair is not None)
        if pair is not None:
            self._guess, self._was = pair
            self.setAccessibleName(f"{self._words()[0]}, it was {self._words()[1]}")
            self.update()

    def sizeHint(self) -> QSize:
        """Fixed; wider only where the text is."""
        fonts = self._fonts()
        words = sum(
            QFontMetricsF(font).horizontalAdvance(text)
            for font, text in zip(fonts, self._words(), strict=True)
        )
        return QSize(max(_WIDTH, round(words) + 2 * _SIDE + _APART), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the dots and their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() - 14.0
        painter.setPen(QPen(theme.color("border"), 1.5))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        guess_x, was_x = self._x(self._guess), self._x(self._was)
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.setBrush(theme.color("ink"))
        painter.drawEllipse(QPointF(was_x, y), 4.5, 4.5)
        # Hollow and a little larger: where both fall together it is a ring round the full dot.
        painter.setBrush(theme.color("paper") if abs(guess_x - was_x) > 9 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(guess_x, y), 5.5, 5.5)
        self._paint_words(painter, guess_x, was_x, y - 10)

    def _paint_words(self, painter: QPainter, guess_x: float, was_x: float, bottom: float) -> None:
        """Each label over its dot, moved aside just as far as the other and the edges need."""
        labels = sorted(zip((guess_x, was_x), self._fonts(), self._words(), ("ink2", "ink"), strict=True),
                        key=lambda label: label[0])  # fmt: skip
        widths = [QFontMetricsF(font).horizontalAdvance(text) for _, font, text, _ in labels]
        second = min(max(labels[1][0] - widths[1] / 2, widths[0] + _APART), self.width() - widths[1])
        first = max(min(labels[0][0] - widths[0] / 2, second - _APART - widths[0]), 0.0)
        for (_, font, text, tone), width, left in zip(labels, widths, (first, second), strict=True):
            painter.setFont(font)
            painter.setPen(theme.color("ink" if tone == "ink" else "ink2"))
            box = QRectF(left, 0, width + 2, bottom)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)

    def _x(self, seconds: float) -> float:
        """The line ends a fifth beyond the larger of the two, so that neither sits at its edge."""
        end_s = 1.2 * max(self._guess, self._was, 1.0)
        return _SIDE + (self.width() - 2 * _SIDE) * seconds / end_s

    def _words(self) -> tuple[str, str]:
        return f"you guessed {self._guess:.0f} s", length(self._was)

    @staticmethod
    def _fonts() -> tuple[QFont, QFont]:
        return theme.font(13, tabular=True), theme.font(15, 600, tabular=True)
