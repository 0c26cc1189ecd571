"""The working days of a run of tries in a row, a mark for each try."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.records import PUTS_OFF, Calendar, TryMade
from ui import theme
from ui.models.tries_words import WEEKDAYS, told, week, weekday

_WEEKS = 3
"""Weeks shown: the one of today and those before it."""
_CELL_HEIGHT = 116
_TOP = 24
"""Room for the week's name above its days."""
_WEEK_GAP = 12
_MARK, _STEP = 5.0, 17.0
_MOST_MARKS = 4


class TriesCalendar(QWidget):
    """A dot for a message, a ring for a call, a bar beneath it where somebody put you off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar = Calendar(day=1, minute=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_calendar(self, calendar: Calendar) -> None:
        """Show the tries up to this moment."""
        self._calendar = calendar
        self.setAccessibleName(f"Today is {weekday(calendar.day)} of week {week(calendar.day)}.")
        self.setAccessibleDescription(told(calendar.made))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(620, _TOP + _CELL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrow cells still hold a day's two letters."""
        return QSize(420, _TOP + _CELL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw weeks, days and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = max(_WEEKS, week(self._calendar.day))
        days = len(WEEKDAYS)
        cell = (self.width() - (_WEEKS - 1) * _WEEK_GAP) / (_WEEKS * days)
        for place in range(_WEEKS):
            number = last - _WEEKS + 1 + place
            left = place * (days * cell + _WEEK_GAP)
            painter.setFont(theme.font(13, 600))
            painter.setPen(theme.color("ink2"))
            painter.drawText(QPointF(left, painter.fontMetrics().ascent()), f"Week {number}")
            for column in range(days):
                day = (number - 1) * days + column + 1
                self._paint_day(painter, QRectF(left + column * cell, _TOP, cell - 4, _CELL_HEIGHT), day)

    def _paint_day(self, painter: QPainter, box: QRectF, day: int) -> None:
        today = day == self._calendar.day
        inset = 0.75 if today else 0.5
        painter.setPen(QPen(theme.color("accent" if today else "hairline"), 2 * inset))
        painter.setBrush(theme.color("accent_soft" if today else "raised"))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.setFont(theme.font(13, 600 if today else 400))
        painter.setPen(theme.color("accent" if today else "ink2"))
        name = weekday(day)[: 3 if box.width() >= 34 else 2]
        painter.drawText(box.adjusted(0, 6, 0, 0), int(Qt.AlignmentFlag.AlignHCenter), name)
        tries = [one for one in self._calendar.made if one.day == day]
        for row, one in enumerate(tries[-_MOST_MARKS:]):
            paint_try(painter, QPointF(box.center().x(), box.y() + 40 + row * _STEP), one)


def paint_try(painter: QPainter, middle: QPointF, made: TryMade) -> None:
    """One try as a mark around `middle`."""
    ink = theme.color("ink")
    painter.setPen(QPen(ink, 1.8))
    painter.setBrush(ink if made.left else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, _MARK, _MARK)
    if made.meets in PUTS_OFF:
        painter.setPen(QPen(theme.color("amber"), 2.5))
        painter.drawLine(middle + QPointF(-_MARK - 2, _MARK + 4), middle + QPointF(_MARK + 2, _MARK + 4))


class TryMark(QWidget):
    """One mark for the legend."""

    def __init__(self, made: TryMade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = made
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_try(painter, QPointF(10, 8), self._made)
