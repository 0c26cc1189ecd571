"""A scroll area as high as its content where there is room, and scrolling where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class FitScroll(QScrollArea):
    """Give its neighbours in the layout the stretch."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QWidget()
        self._page.setObjectName("page")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(4, 4, 4, 4)  # room for the focus ring
        column.addWidget(content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(self._page)
        self._page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """The content's height at the present width."""
        width = self.viewport().width()
        needed = self._page.heightForWidth(width) if self._page.hasHeightForWidth() else -1
        return QSize(width, max(needed, self._page.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """It scrolls from here on."""
        return QSize(200, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content has changed its mind about its height."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
