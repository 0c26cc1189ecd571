"""A raised surface: hairline, 12 px corners, no shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme


class Card(QWidget):
    """A card with a vertical layout (`body`). `edge` colours its line, `inside` is its padding in px."""

    def __init__(
        self, inside: int = 20, edge: theme.Tone = "hairline", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._edge = edge
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(inside, inside, inside, inside)
        self.body.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(self._edge), 1))
        painter.setBrush(theme.color("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.CARD_RADIUS, theme.CARD_RADIUS)


class Rule(QWidget):
    """A hairline across its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), theme.color("hairline"))
