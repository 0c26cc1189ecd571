"""A choice among few, 30 px high."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme


class Chip(QPushButton):
    """A checkable chip; put several in an exclusive `QButtonGroup`."""

    def __init__(self, text: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFont(theme.font(13, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 15)

    def sizeHint(self) -> QSize:
        """Words and 12 px on each side."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 26, max(30, metrics.height() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; the chosen one has a soft fill, an accent edge and heavier words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        inset = 0.75 if chosen else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.color("accent" if chosen else "border"), 2 * inset))
        hot = theme.color("sunken" if self.underMouse() else "raised")
        painter.setBrush(theme.color("accent_soft") if chosen else hot)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font(13, 600 if chosen else 500))
        painter.setPen(theme.color("accent" if chosen else "ink"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
