"""Weeks or months on an axis: a dot for the figure, a thin line for its likely range, rings for takes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.models.progress_words import chart_words, span_name, years_told

if TYPE_CHECKING:
    from trainer.practice.spans import Point

HEIGHT, LOW_HEIGHT = 212, 176
"""Px on a page of charts, and beside a list."""
_DOT = 4.5
_RING = 2.6
_MOST_RINGS = 8
"""More takes in a week would hide each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How values become heights."""

    unit: str
    """ "s" or "%"."""
    factor: float = 1.0
    """What a value is multiplied with before it is shown."""
    top: float | None = None
    """The highest value shown; None: as the data want it."""
    good: tuple[float, float] | None = None
    """The band that the guide calls good."""


class RangeChart(QWidget):
    """Read as sentences by a screen reader; hover shows the figures."""

    def __init__(self, height: int = HEIGHT, parent: QWidget | None = None) -> None:
        """`height`: px that it asks for."""
        super().__init__(parent)
        self._height = height
        self._points: Sequence[Point] = ()
        self._scale = Scale(unit="%")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], scale: Scale, name: str) -> None:
        """Show these weeks or months; `name` says what they are of."""
        self._points, self._scale = points, scale
        words = chart_words(points, scale.unit, scale.factor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setToolTip(words.replace("; ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        """As in a column of cards."""
        return QSize(320, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, the good band and the points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(13, tabular=True))
        if not self._points:
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), "Nothing to show yet.")
            return
        top = self._top()
        ticks = _ticks(top)
        metrics = QFontMetricsF(painter.font())
        left = max(metrics.horizontalAdvance(self._tick_words(tick, ticks)) for tick in ticks) + 14
        years = years_told(self._points)
        lines = 2 if any(years) else 1
        plot = QRectF(left, 10, self.width() - left - 4, self.height() - 20 - lines * metrics.height())
        self._paint_axis(painter, plot, ticks, top)
        step = plot.width() / len(self._points)
        self._paint_way(painter, plot, step, top)
        for number, point in enumerate(self._points):
            middle = plot.left() + step * (number + 0.5)
            self._paint_point(painter, plot, point, middle, step, top)
            painter.setPen(theme.color("ink2"))
            room = QRectF(middle - step / 2, plot.bottom() + 6, step, metrics.height() + 2)
            for words in (self._name(number, metrics, step), years[number]):
                painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), words)
                room.translate(0, metrics.height())

    def _top(self) -> float:
        if self._scale.top is not None:
            return self._scale.top
        highs = [point.range.high for point in self._points if point.range]
        values = [value for point in self._points for value in point.values]
        band = [self._scale.good[1]] if self._scale.good else []
        return max([*highs, *values, *band, 1e-9]) * self._scale.factor * 1.05

    def _name(self, number: int, metrics: QFontMetricsF, step: float) -> str:
        """Of weeks the month is named where it changes, so that the days have room."""
        point = self._points[number]
        words, day = span_name(point.span, point.first), str(point.first.day)
        if point.span == "month":
            return words
        new = number == 0 or self._points[number - 1].first.month != point.first.month
        return words if new and metrics.horizontalAdvance(words) <= step + 12 else day

    def _tick_words(self, tick: float, ticks: Sequence[float]) -> str:
        return f"{tick:.0f} {self._scale.unit}" if tick == ticks[0] else f"{tick:.0f}"

    def _paint_axis(self, painter: QPainter, plot: QRectF, ticks: Sequence[float], top: float) -> None:
        good = self._scale.good
        if good:
            upper, lower = (_y(plot, value * self._scale.factor, top) for value in (good[1], good[0]))
            band = QRectF(plot.left(), upper, plot.width(), lower - upper)
            painter.fillRect(band, theme.color("leaf_soft"))
            painter.setPen(QPen(theme.color("leaf"), 1.2))
            for edge in (upper, lower):
                painter.drawLine(QLineF(plot.left(), edge, plot.right(), edge))
        for tick in ticks:
            y = _y(plot, tick, top)
            painter.setPen(QPen(theme.color("hairline"), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(theme.color("ink2"))
            room = QRectF(0, y - 10, plot.left() - 8, 20)
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(where), self._tick_words(tick, ticks))

    def _paint_point(
        self, painter: QPainter, plot: QRectF, point: Point, x: float, step: float, top: float
    ) -> None:
        def at(value: float) -> float:
            return _y(plot, value * self._scale.factor, top)

        painter.setPen(QPen(theme.color("ink2"), 1.2))
        painter.setBrush(theme.color("raised"))
        for number, value in enumerate(point.values[-_MOST_RINGS:]):
            aside = (number % 2 * 2 - 1) * (9 + 3 * (number % 3)) if point.range else 0.0
            painter.drawEllipse(QPointF(x + max(-step / 2, min(step / 2, aside)), at(value)), _RING, _RING)
        if point.range is None:
            return
        _paint_figure(painter, x, at(point.range.value), at(point.range.high), at(point.range.low))

    def _paint_way(self, painter: QPainter, plot: QRectF, step: float, top: float) -> None:
        """A line through the figures, so that they are seen before their ranges."""
        painter.setPen(QPen(theme.color("accent", 0.45), 1.5))
        places = [
            QPointF(plot.left() + step * (number + 0.5), _y(plot, found.value * self._scale.factor, top))
            for number, point in enumerate(self._points)
            if (found := point.range) is not None
        ]
        painter.drawPolyline(QPolygonF(places))


def _y(plot: QRectF, value: float, top: float) -> float:
    return plot.bottom() - min(value, top) / top * plot.height()


def _paint_figure(painter: QPainter, x: float, y: float, upper: float, lower: float) -> None:
    painter.setPen(QPen(theme.color("accent", 0.6), 1.2))
    painter.drawLine(QLineF(x, upper, x, lower))
    for end in (upper, lower):
        painter.drawLine(QLineF(x - 3, end, x + 3, end))
    painter.setPen(QPen(theme.color("raised"), 1.5))
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(QPointF(x, y), _DOT, _DOT)


def _ticks(top: float) -> list[float]:
    """Zero and two to four round values below `top`."""
    rough = top / 3
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.75)
    return [step * number for number in range(math.floor(top / step) + 1)]


class ChartLegend(QWidget):
    """What the signs stand for; `figure` is what the dot is: "the middle"."""

    def __init__(self, figure: str, *, rings: bool, parent: QWidget | None = None) -> None:
        """`rings`: the chart shows single takes as well."""
        super().__init__(parent)
        self._figure, self._rings = figure, rings
        each = "Ring: a take. " if rings else ""
        self.setAccessibleName(f"{each}Dot: {figure}. Line: likely range.")
        self.setFixedHeight(round(QFontMetricsF(theme.font(13)).height()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them as the chart does, with their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(13))
        metrics, x = QFontMetricsF(painter.font()), 6.0
        for words, paint in self._signs():
            paint(painter, x, self.height() / 2)
            painter.setPen(theme.color("ink2"))
            room = QRectF(x + 12, 0, self.width() - x - 12, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += 12 + metrics.horizontalAdvance(words) + 22

    def _signs(self) -> list[tuple[str, Callable[[QPainter, float, float], None]]]:
        signs: list[tuple[str, Callable[[QPainter, float, float], None]]] = [
            (self._figure, _dot_sign),
            ("likely range", _line_sign),
        ]
        return [("a take", _ring_sign), *signs] if self._rings else signs


def _ring_sign(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(theme.color("ink2"), 1.2))
    painter.setBrush(theme.color("raised"))
    painter.drawEllipse(QPointF(x, y), _RING, _RING)


def _dot_sign(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(QPointF(x, y), _DOT, _DOT)


def _line_sign(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(theme.color("accent", 0.6), 1.2))
    painter.drawLine(QLineF(x, y - 7, x, y + 7))
    for end in (y - 7, y + 7):
        painter.drawLine(QLineF(x - 3, end, x + 3, end))
