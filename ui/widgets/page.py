"""A page that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_SCROLL_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_AIR = 24


class Page(QScrollArea):
    """Scrolls by wheel and page keys; the arrow keys are left to the screen."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setObjectName("page")  # the style sheet makes it transparent
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll, others go on to the screen."""
        if event.key() in _SCROLL_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @Slot(QWidget, QRect)
    def reveal(self, inside: QWidget, place: QRect) -> None:
        """Scroll as little as needed to show `place` of the widget `inside`."""
        shown = QRect(inside.mapTo(self._content, place.topLeft()), place.size())
        self.ensureVisible(shown.center().x(), shown.center().y(), 0, shown.height() // 2 + _AIR)
