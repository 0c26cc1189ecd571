"""A scale of seconds on which a guess is made, or not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from ui import theme

_SIDE = 24
"""Room left and right of the track, for the knob and the outer labels."""
_TRACK = 8
_KNOB = 9.5
_MIDDLE = 22
_FORGET = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class GuessSlider(QAbstractSlider):
    """Nothing is guessed until it is touched; Backspace takes a guess back. Arrows move it by 1 s.

    Signals:
        guess_changed: another guess, or none any more.
    """

    guess_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guessed, self._tick_s = False, 10
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setPageStep(5)
        self.actionTriggered.connect(self._touch)
        self.valueChanged.connect(self._say)

    @property
    def seconds(self) -> float | None:
        """The guess; None: none was made."""
        return float(self.value()) if self._guessed else None

    def ask(self, question: str, end_s: int, tick_s: int) -> None:
        """A new question, on a scale from 0 to `end_s` with a mark every `tick_s` seconds; no guess yet."""
        self._tick_s = tick_s
        self.setRange(0, end_s)
        self.setAccessibleName(f"{question} In seconds.")
        self.forget()

    def guess(self, seconds: int) -> None:
        """Make this guess."""
        self._guessed = True
        self.setValue(seconds)
        self._say()

    def forget(self) -> None:
        """Take the guess back."""
        self._guessed = False
        self.setValue(self.maximum() // 2)
        self._say()

    def sizeHint(self) -> QSize:
        """Track, ticks and labels."""
        return QSize(600, _MIDDLE + 18 + self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page keys, Home and End are Qt's; Enter is left to the page."""
        if event.key() in _FORGET:
            self.forget()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the knob there."""
        self._take(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """So does dragging it."""
        self._take(event.position())

    def _take(self, place: QPointF) -> None:
        share = (place.x() - _SIDE) / max(1, self.width() - 2 * _SIDE)
        self.guess(round(self.maximum() * min(max(share, 0.0), 1.0)))

    @Slot()
    def _touch(self) -> None:
        if not self._guessed:
            self._guessed = True
            self._say()

    @Slot()
    def _say(self) -> None:
        self.setAccessibleDescription("" if self._guessed else "No guess yet.")
        self.update()
        self.guess_changed.emit()

    def _x(self, seconds: float) -> float:
        return _SIDE + (self.width() - 2 * _SIDE) * seconds / max(1, self.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob, ticks and seconds; without a guess the knob is hollow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob = QPointF(self._x(self.sliderPosition()), _MIDDLE)
        track = QRectF(_SIDE, _MIDDLE - _TRACK / 2, self.width() - 2 * _SIDE, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        if self._guessed:
            painter.setBrush(theme.color("accent"))
            track.setRight(knob.x())
            painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        self._paint_knob(painter, knob)
        self._paint_scale(painter)

    def _paint_knob(self, painter: QPainter, knob: QPointF) -> None:
        painter.setPen(QPen(theme.color("raised"), 3))
        painter.setBrush(theme.color("accent" if self._guessed else "raised"))
        painter.drawEllipse(knob, _KNOB + 1.5, _KNOB + 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._guessed:
            painter.setPen(QPen(theme.color("border"), 2))
            painter.drawEllipse(knob, _KNOB - 1, _KNOB - 1)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawEllipse(knob, _KNOB + 5, _KNOB + 5)

    def _paint_scale(self, painter: QPainter) -> None:
        font = theme.font(13, tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for second in range(0, self.maximum() + 1, self._tick_s):
            x, label = self._x(second), f"{second} s"
            painter.setPen(QPen(theme.color("border"), 1.5))
            painter.drawLine(QPointF(x, _MIDDLE + 12), QPointF(x, _MIDDLE + 17))
            painter.setPen(theme.color("ink2"))
            left = x - metrics.horizontalAdvance(label) / 2
            painter.drawText(QPointF(left, _MIDDLE + 18 + metrics.ascent()), label)
