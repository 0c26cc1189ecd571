"""A field to search with: glass on the left, Down goes to what was found, Enter takes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.widgets.icon import paint_icon

_GLASS = 16


class SearchField(QLineEdit):
    """Signals:
    left_downwards: Down: the keys want to go to the results.
    entered: Enter: the first result is wanted.
    """

    left_downwards = Signal()
    entered = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFont(theme.font(15))
        self.setTextMargins(_GLASS + 10, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything but Down and Enter is typing."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and its glass."""
        super().paintEvent(event)
        top = (self.height() - _GLASS) / 2
        paint_icon(QPainter(self), "search", QRectF(12, top, _GLASS, _GLASS), theme.color("ink2"))
