"""How fast a take is heard, and whether a clause is heard over and over."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon import paint_icon

SPEEDS = (0.75, 1.0, 1.25, 1.5)
_HEIGHT, _SIDE, _ICON = 30, 8, 16
LOOP = "Loop"


class SpeedBar(QWidget):
    """Signals:
    speed_chosen: 0.75, 1, 1.25 or 1.5.
    loop_chosen: whether a clause is to be repeated.
    """

    speed_chosen = Signal(float)
    loop_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 0, 3, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for place, speed in enumerate(SPEEDS):
            segment = _Segment(f"{speed:g}×", f"{speed:g} times as fast")
            segment.setToolTip("Faster or slower at the same pitch (S)")
            segment.setChecked(speed == 1.0)
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self.loop = _Segment(LOOP, "Repeat the clause", icon="rotate-cw")
        self.loop.setToolTip("Hear one clause over and over (L)")
        row.addWidget(self.loop)
        self._group.idClicked.connect(self._choose)
        self.loop.clicked.connect(self.loop_chosen)
        self.setAccessibleName("Speed")

    @property
    def speed(self) -> float:
        """The one in force."""
        return SPEEDS[self._group.checkedId()]

    def set_compact(self, compact: bool) -> None:
        """Narrow windows show only the speed in force; a press on it takes the next."""
        self._compact = compact
        self._settle()

    @Slot()
    def next_speed(self) -> None:
        """The next faster one, after the fastest the slowest."""
        place = (self._group.checkedId() + 1) % len(SPEEDS)
        self._group.button(place).setChecked(True)
        self._settle()
        self.speed_chosen.emit(self.speed)

    @Slot()
    def toggle_loop(self) -> None:
        """Repeat, or no longer."""
        self.loop.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the rule before the loop."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(QPen(theme.color("hairline"), 1))
        x = self.loop.x() - 0.5
        painter.drawLine(QLineF(x, 6, x, self.height() - 6))

    _compact = False

    @Slot(int)
    def _choose(self, place: int) -> None:
        if self._compact:
            self.next_speed()
        else:
            self.speed_chosen.emit(SPEEDS[place])

    def _settle(self) -> None:
        for place in range(len(SPEEDS)):
            segment = self._group.button(place)
            segment.setVisible(not self._compact or segment.isChecked())


class _Segment(QAbstractButton):
    """One choice inside the frame."""

    def __init__(self, text: str, name: str, icon: str | None = None) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focus_radius", 7)

    def sizeHint(self) -> QSize:
        """Its words, and its icon if it has one."""
        metrics = QFontMetricsF(theme.font(13, 600, tabular=True))
        icon = _ICON + 5 if self._icon else 0
        width = metrics.horizontalAdvance(self.text()) + 2 * _SIDE + icon
        return QSize(round(width), max(_HEIGHT, round(metrics.height()) + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen one has a soft fill and heavier words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            path = QPainterPath()
            path.addRoundedRect(box.adjusted(1, 3, -1, -3), 7, 7)
            painter.fillPath(path, theme.color("accent_soft" if self.isChecked() else "sunken"))
        ink = theme.color("accent" if self.isChecked() else "ink2")
        painter.setFont(theme.font(13, 600 if self.isChecked() else 500, tabular=True))
        painter.setPen(ink)
        left = float(_SIDE)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, (box.height() - _ICON) / 2, _ICON, _ICON), ink)
            left += _ICON + 5
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box.adjusted(left, 0, 2, 0), int(where), self.text())
