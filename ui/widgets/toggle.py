"""A switch with its state in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui import theme


class Toggle(QCheckBox):
    """A 44 x 26 switch: knob right and filled = on, with "On" or "Off" beside it. `name` is read aloud."""

    def __init__(self, name: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setFont(theme.font(15))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 13)

    def sizeHint(self) -> QSize:
        """The switch, 10 px, the longer word."""
        metrics = self.fontMetrics()
        return QSize(44 + 10 + metrics.horizontalAdvance("Off") + 6, max(26, metrics.height()))

    def hitButton(self, position: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw switch and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        top = (self.height() - 26) / 2
        track = QRectF(0.75, top + 0.75, 42.5, 24.5)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(theme.color("border"), 1.5))
        painter.setBrush(theme.color("accent" if on else "raised"))
        painter.drawRoundedRect(track, 12.25, 12.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent" if on else "border"))
        painter.drawEllipse(QPointF(31 if on else 13, top + 13), 8, 8)
        painter.setPen(theme.color("ink"))
        painter.setFont(self.font())
        word = QRectF(54, 0, self.width() - 54, self.height())
        painter.drawText(word, int(Qt.AlignmentFlag.AlignVCenter), "On" if on else "Off")
