"""Seconds so far against the length that the guide wants."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.records import Band
from ui import theme

_WIDTH, _HEIGHT = 620, 64
_SIDE = 11
"""Room in px for half the head, with its ring, at both ends."""
_TOP, _THICK, _FOOT, _GAP = 10, 12, 2, 2


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the axis in seconds with its colour and word ("" for none)."""

    start_s: float
    end_s: float
    tone: theme.Tone | None
    word: str


_SOFT: dict[theme.Tone | None, theme.Tone] = {
    None: "sunken", "leaf": "leaf_soft", "amber": "amber_soft", "brick": "brick_soft",
}  # fmt: skip


def zones(band: Band) -> tuple[Zone, ...]:
    """The zones of the axis, up to a fifth beyond the longest that is near."""
    end_s = band.near_to * 1.2
    found = (
        Zone(0.0, band.good_from, None, ""),
        Zone(band.good_from, band.good_to, "leaf", "good length"),
        Zone(band.good_to, band.near_to, "amber", "long"),
        Zone(band.near_to, end_s, "brick", "too long"),
    )
    return tuple(zone for zone in found if zone.end_s > zone.start_s)


def word_at(band: Band, seconds: float) -> str:
    """The word of the zone in which `seconds` lies ("" before the good length)."""
    past = [zone for zone in zones(band) if seconds >= zone.start_s]
    return past[-1].word


class TimeBand(QWidget):
    """620 px wide at most. The elapsed line stays ink in every zone: the timer tells, it does not scold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zones: tuple[Zone, ...] = ()
        self._seconds = 0.0
        self.setMaximumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Length")

    def set_band(self, band: Band) -> None:
        """Draw the zones of `band`, with nothing elapsed."""
        self._zones, self._seconds = zones(band), 0.0
        words = (f"{zone.word} from {_seconds(zone.start_s)}" for zone in self._zones if zone.word)
        self.setAccessibleDescription(", ".join(words))
        self.update()

    def set_seconds(self, seconds: float) -> None:
        """Move the head."""
        self._seconds = seconds
        self.update()

    def sizeHint(self) -> QSize:
        """The full width; taller only where the text is."""
        return QSize(_WIDTH, max(_HEIGHT, 42 + ceil(QFontMetricsF(theme.font(13)).height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw zones, ticks, words, and the elapsed line over them."""
        if not self._zones:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for zone in self._zones:
            self._paint_zone(painter, zone)
        self._paint_labels(painter)
        self._paint_elapsed(painter)

    def _x(self, seconds: float) -> float:
        span = self.width() - 2 * _SIDE
        return _SIDE + span * min(1.0, seconds / self._zones[-1].end_s)

    def _paint_zone(self, painter: QPainter, zone: Zone) -> None:
        left = self._x(zone.start_s) + (_GAP / 2 if zone.start_s else 0)
        width = self._x(zone.end_s) - _GAP / 2 - left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(_SOFT[zone.tone]))
        painter.drawRoundedRect(QRectF(left, _TOP, width, _THICK), 3, 3)
        if zone.tone:
            foot = QRectF(left, _TOP + _THICK - _FOOT, width, _FOOT)
            painter.fillRect(foot, theme.color(zone.tone))

    def _paint_labels(self, painter: QPainter) -> None:
        """Ticks with their seconds, then each zone's word in the middle of what is left between them."""
        bold, plain = theme.font(13, 600, tabular=True), theme.font(13)
        top = _TOP + _THICK + 12.0
        free_from = _write(painter, "0 s", QPointF(_SIDE, top), plain, "ink2")
        for zone, following in zip(self._zones, (*self._zones[1:], None), strict=True):
            tick_x = self._x(zone.end_s)
            label = _seconds(zone.end_s) if following else ""
            label_x = tick_x - QFontMetricsF(bold).horizontalAdvance(label) / 2
            if zone.tone:
                width = QFontMetricsF(plain).horizontalAdvance(zone.word)
                middle = (max(self._x(zone.start_s), free_from) + label_x - width) / 2
                x = max(middle if following else self.width() - _SIDE - width, free_from + 4)
                _write(painter, zone.word, QPointF(x, top), plain, zone.tone)
            if following:
                painter.setPen(QPen(theme.color("border"), 1.5))
                painter.drawLine(QPointF(tick_x, top - 8), QPointF(tick_x, top - 2))
                free_from = _write(painter, label, QPointF(label_x, top), bold, "ink")

    def _paint_elapsed(self, painter: QPainter) -> None:
        middle, end = _TOP + _THICK / 2, self._x(self._seconds)
        pen = QPen(theme.color("ink"), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(_SIDE + 2, middle), QPointF(max(end, _SIDE + 2), middle))
        painter.setPen(QPen(theme.color("paper"), 3))
        painter.setBrush(theme.color("ink"))
        painter.drawEllipse(QPointF(end, middle), 9, 9)


def _write(painter: QPainter, text: str, corner: QPointF, font: QFont, tone: theme.Tone) -> float:
    """Draw `text` with its top left at `corner`; returns the x where it ends."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    painter.drawText(QPointF(corner.x(), corner.y() + metrics.ascent()), text)
    return corner.x() + metrics.horizontalAdvance(text)


def _seconds(seconds: float) -> str:
    return f"{seconds:g} s"
