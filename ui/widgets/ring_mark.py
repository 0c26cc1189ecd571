"""A ringing telephone: a handset in a circle with three arcs on each side, and the rings counted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon import paint_icon

_STEP_MS = 150
_OPACITIES = (1.0, 0.6, 0.3)
_GAP, _ARC_STEP = 10, 12
"""px from the circle to the first arc, and from arc to arc."""
_ARC_HEIGHT = 0.62
"""Half an arc's height as a share of its radius: the sine of 38 degrees."""
_PHASES = 8
"""Steps of one ring's picture: three in which an arc appears, then all stay for a while."""


class RingMark(QWidget):
    """The arcs appear one after another; where less motion is wanted all three stand still."""

    def __init__(self, side: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._phase = side, 3
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clock = QTimer(self)
        self._clock.setInterval(_STEP_MS)
        self._clock.timeout.connect(self._step)

    @property
    def moving(self) -> bool:
        """Whether the arcs come and go."""
        return self._clock.isActive()

    def sizeHint(self) -> QSize:
        """The circle and its arcs."""
        reach = self._side / 2 + _GAP + _ARC_STEP * (len(_OPACITIES) - 1) + 2
        return QSize(round(2 * reach), round(max(self._side * 1.2, 2 * reach * _ARC_HEIGHT)))

    def showEvent(self, event: QShowEvent) -> None:
        """Move only while it is seen."""
        if not theme.wants_less_motion():
            self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still."""
        self._clock.stop()
        self._phase = 3

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, handset and the arcs that have appeared."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        radius = self._side / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawEllipse(middle, radius, radius)
        icon = self._side * 0.42
        box = QRectF(middle - QPointF(icon / 2, icon / 2), middle + QPointF(icon / 2, icon / 2))
        paint_icon(painter, "phone", box, theme.color("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, opacity in enumerate(_OPACITIES[: self._phase]):
            painter.setPen(QPen(theme.color("accent", opacity), 2))
            reach = radius + _GAP + _ARC_STEP * index
            arc = QRectF(middle - QPointF(reach, reach), middle + QPointF(reach, reach))
            for start in (-38, 142):
                painter.drawArc(arc, start * 16, 76 * 16)

    @Slot()
    def _step(self) -> None:
        self._phase = (self._phase + 1) % _PHASES
        self.update()


class RingDots(QWidget):
    """Rings so far as full dots, those to come as hollow ones; the words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring, self._of = 0, 5
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_ring(self, ring: int, of: int) -> None:
        """Ring number `ring` of `of`."""
        self._ring, self._of = ring, of
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """14 px for each dot."""
        return QSize(14 * self._of, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 1.4))
        for index in range(self._of):
            fill = theme.color("accent") if index < self._ring else Qt.GlobalColor.transparent
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(6 + 14 * index, self.height() / 2), 4, 4)
