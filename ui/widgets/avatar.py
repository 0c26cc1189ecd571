"""A person as initials in a circle."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


def initials(name: str) -> str:
    """First letters of the first and the last word of `name` ("Dana Whitfield" -> "DW")."""
    words = [word for word in name.split() if word[0].isalpha()]
    chosen = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0].upper() for word in chosen)


class Avatar(QWidget):
    """Decoration: the name stands beside it."""

    def __init__(self, name: str = "", side: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._side = initials(name), side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._letters = initials(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle and letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawEllipse(self.rect())
        font = theme.font(20, 600)
        if self._side > 64:
            font.setPointSizeF(font.pointSizeF() * self._side / 64)
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)
