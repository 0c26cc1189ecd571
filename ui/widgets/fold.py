"""A line that opens a group of rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.glyph import StateGlyph
from ui.widgets.label import Label

SIDE = 16
"""Px left and right of the words."""


class Fold(QWidget):
    """A line that opens a group of rows: "19 met", with some of their names.

    Signals:
        toggled: whether it is open now.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, names: str, state_glyph: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened = False
        self._state_glyph = state_glyph
        self._title, self._names = title, names
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE + 2, 0)
        row.setSpacing(0)
        if state_glyph:
            row.addWidget(StateGlyph("met"))
            row.addSpacing(10)
        row.addWidget(Label(title, 15 if state_glyph else 13, 600 if state_glyph else 500,
                            "ink" if state_glyph else "ink2"))  # fmt: skip
        row.addSpacing(12)
        row.addWidget(Label(names, 13, tone="ink2", elide=True), 1)
        self._sign = _Sign()
        row.addWidget(self._sign)

    def sizeHint(self) -> QSize:
        """A row of less height than a check."""
        return QSize(200, max(44 if self._state_glyph else 36, self.fontMetrics().height() + 14))

    @Slot()
    def toggle(self) -> None:
        """Open or close."""
        self.opened = not self.opened
        self._sign.turn(self.opened)
        self._say()
        self.toggled.emit(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open and close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens and closes."""
        self.toggle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, when it has the keys."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 2, -5, -2), 6, 6)

    def _say(self) -> None:
        names = f": {self._names}" if self._names else ""
        self.setAccessibleName(f"{self._title}{names}, {'open' if self.opened else 'closed'}")


class _Sign(QWidget):
    """The small angle that points down, or up when open."""

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self.setFixedSize(14, 14)

    def turn(self, is_open: bool) -> None:
        self._open = is_open
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ink2"), 1.5, c=Qt.PenCapStyle.RoundCap))
        outer, inner = (9.5, 4.5) if self._open else (4.5, 9.5)
        painter.drawPolyline([QPointF(2, outer), QPointF(7, inner), QPointF(12, outer)])
