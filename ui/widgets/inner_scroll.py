"""A scrolling part of a page that can also grow to its whole height and let the page scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class InnerScroll(QScrollArea):
    """Holds `content`, `left` px from the edge. `set_growing(True)` shows all of it without scrolling."""

    def __init__(self, content: QWidget, margins: tuple[int, int, int, int], least_height: int) -> None:
        super().__init__()
        self._growing, self._least, self._content = False, least_height, content
        self._page = page = QWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(*margins)
        column.addWidget(content)
        column.addStretch(1)
        self.setWidget(page)
        self.setMinimumHeight(least_height)

    def set_growing(self, growing: bool) -> None:
        """Grow with the content, or scroll it."""
        self._growing = growing
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content has changed its mind about its height."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @Slot(QPointF)
    def show_point(self, point: QPointF) -> None:
        """Scroll so that a point of the content can be seen."""
        place = self._content.mapTo(self._page, point.toPoint())
        self.ensureVisible(place.x(), place.y())

    def _fit(self) -> None:
        page = self._page
        needed = page.heightForWidth(self.viewport().width()) if page.hasHeightForWidth() else -1
        whole = max(needed, page.minimumSizeHint().height())
        self.setMinimumHeight(max(self._least, whole) if self._growing else self._least)
