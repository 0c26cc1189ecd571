"""One of several answers under each other, each with its key in front."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.button import Button, keycap_width, paint_keycap

_SIDE, _GAP = 12, 12


class WideChoice(Button):
    """As wide as its column; the words begin at the same place in all of them and end in an ellipsis."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "secondary", 36, key=key, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows cut the words; the tooltip has all of them."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, keycap and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("sunken" if self.underMouse() or self.isDown() else "raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)
        ink = theme.color("ink")
        left = float(_SIDE)
        if self.key:
            paint_keycap(painter, self.key, QPointF(left, box.center().y()), ink)
            left += keycap_width(self.key) + _GAP
        painter.setFont(self.font())
        painter.setPen(ink)
        room = box.adjusted(left, 0, -_SIDE, 0)
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
