"""Numbers under each other, digit by digit, with the digits that differ marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui import theme
from ui.models.dictation_words import DigitLine

_NAME_WIDTH, _CELL, _HEIGHT = 110, 26, 38
_MOST_DIGITS = 40


class DigitField(QLineEdit):
    """For digits, spaces and signs. The key `again` asks to hear it again, without leaving the field.

    Signals:
        again_wanted: that key was pressed.
    """

    again_wanted = Signal()

    def __init__(self, again: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again = again.lower()
        self.setAccessibleName("The number that you hear")
        self.setMaxLength(_MOST_DIGITS)
        self.setFont(theme.font(28, 500, tabular=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are no part of a number."""
        if event.text().lower() == self._again:
            self.again_wanted.emit()
        elif event.text().isalpha():
            event.accept()
        else:
            super().keyPressEvent(event)


class DigitRows(QWidget):
    """Draws `DigitLine`s; a digit that differs is filled and has a line under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DigitLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[DigitLine]) -> None:
        """Show these instead."""
        self._lines = tuple(lines)
        self.setAccessibleName(". ".join(_read_aloud(line) for line in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A cell a digit."""
        most = max((len(line.digits) for line in self._lines), default=0)
        return QSize(_NAME_WIDTH + most * _CELL, len(self._lines) * _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names and digits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, line in enumerate(self._lines):
            top = float(row * _HEIGHT)
            painter.setFont(theme.font(13, 500))
            painter.setPen(theme.color("ink2"))
            name = QRectF(0, top, _NAME_WIDTH, _HEIGHT)
            painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line.name)
            for place, (digit, same) in enumerate(line.digits):
                box = QRectF(_NAME_WIDTH + place * _CELL, top + 2, _CELL, _HEIGHT - 4)
                _paint_digit(painter, box, digit, same)


def _paint_digit(painter: QPainter, box: QRectF, digit: str, same: bool) -> None:
    if not same:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("brick_soft"))
        painter.drawRect(box.adjusted(1, 0, -1, 0))
        painter.setPen(QPen(theme.color("brick"), 2))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.setFont(theme.font(20, 600, tabular=True))
    painter.setPen(theme.color("ink"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), digit)


def _read_aloud(line: DigitLine) -> str:
    said = " ".join(digit if same else f"{digit} (differs)" for digit, same in line.digits)
    return f"{line.name}: {said}"
