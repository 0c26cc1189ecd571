"""How something stands: a glyph, a title and a sentence in a frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.glyph import State, StateGlyph
from ui.widgets.label import Label


class StatusRow(QWidget):
    """At least 54 px high; `trailing` is room at the right, for instance for a button."""

    def __init__(self, state: State, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, 15, 600, wrap=True))
        words.addWidget(Label(detail, 13, tone="ink2", wrap=True))
        self.trailing = QHBoxLayout()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 9, 12, 10)
        line.setSpacing(14)
        line.addWidget(StateGlyph(state))
        line.addLayout(words, 1)
        line.addLayout(self.trailing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("hairline"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.FIELD_RADIUS, theme.FIELD_RADIUS)
