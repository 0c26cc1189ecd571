"""A scale of seconds, in tenths, on which a setting is made."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from ui import theme
from ui.widgets.form import FIELD_WIDTH

_SIDE = 16
"""Room left and right of the track, for the knob and the outer labels."""
_TRACK, _KNOB, _MIDDLE = 6, 9.0, 16


class SecondsSlider(QAbstractSlider):
    """Arrows move it by 0.1 s, page keys by 0.5 s. Its value is in tenths of a second."""

    def __init__(self, name: str, least_s: float, most_s: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(round(least_s * 10), round(most_s * 10))
        self.setPageStep(5)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(FIELD_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{name} In tenths of a second.")
        self.valueChanged.connect(self.update)

    @property
    def seconds(self) -> float:
        """Where the knob is."""
        return self.value() / 10

    def show_seconds(self, seconds: float) -> None:
        """Put the knob there, as far as the scale goes."""
        self.setValue(round(seconds * 10))

    def sizeHint(self) -> QSize:
        """Track and labels."""
        return QSize(FIELD_WIDTH, _MIDDLE + 14 + self.fontMetrics().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the knob there."""
        self._take(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """So does dragging it."""
        self._take(event.position())

    def _take(self, place: QPointF) -> None:
        share = (place.x() - _SIDE) / max(1, self.width() - 2 * _SIDE)
        self.setValue(round(self.minimum() + (self.maximum() - self.minimum()) * share))

    def _x(self, tenths: int) -> float:
        share = (tenths - self.minimum()) / max(1, self.maximum() - self.minimum())
        return _SIDE + (self.width() - 2 * _SIDE) * share

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob and the seconds under them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob = QPointF(self._x(self.value()), _MIDDLE)
        track = QRectF(_SIDE, _MIDDLE - _TRACK / 2, self.width() - 2 * _SIDE, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        track.setRight(knob.x())
        painter.setBrush(theme.color("accent" if self.isEnabled() else "border"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        painter.setPen(QPen(theme.color("raised"), 3))
        painter.drawEllipse(knob, _KNOB + 1.5, _KNOB + 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawEllipse(knob, _KNOB + 5, _KNOB + 5)
        self._paint_scale(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        """The ends, and where the knob is unless that hides them."""
        font, chosen = theme.font(13, tabular=True), theme.font(13, 600, tabular=True)
        shown = {self.minimum(): font, self.maximum(): font, self.value(): chosen}
        for tenths, each in shown.items():
            near = tenths != self.value() and abs(self._x(tenths) - self._x(self.value())) < 2.5 * _SIDE
            label = f"{tenths / 10:.1f} s"
            metrics = QFontMetricsF(each)
            painter.setFont(each)
            painter.setPen(theme.color("ink" if tenths == self.value() else "ink2"))
            if not near:
                left = self._x(tenths) - metrics.horizontalAdvance(label) / 2
                at = min(max(left, 0.0), self.width() - metrics.horizontalAdvance(label))
                painter.drawText(QPointF(at, _MIDDLE + 14 + metrics.ascent()), label)
