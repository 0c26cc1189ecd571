"""The focus ring: 2 px, 2 px outside whatever has the focus, so that nothing shifts and nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ui import theme

_OUTSIDE_PX = 4


class _Margins(QProxyStyle):
    """Room for the ring on all sides."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return _OUTSIDE_PX
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            # The usual mask cuts a square hole, which would bite the ring's round corners.
            return 0
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)


class FocusRing(QFocusFrame):
    """One for each window: follows the focus to buttons and fields; lists draw their own inside."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        margins = _Margins()
        margins.setParent(self)
        self.setStyle(margins)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        ringed = isinstance(new, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit)
        ours = ringed and new is not None and new.window() is self._window
        self.setWidget(new if ours else None)  # type: ignore[arg-type]  # Qt takes a null pointer
        if ours and not self.isVisible():
            # A page scrolls to the widget after it has the focus; where it was before, the ring is hidden.
            QTimer.singleShot(0, self, self._look_again)

    @Slot()
    def _look_again(self) -> None:
        watched = self.widget()
        if watched is not None and not self.isVisible():
            self.setWidget(None)  # type: ignore[arg-type]  # as above
            self.setWidget(watched)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring with the widget's own corner plus 3 px."""
        watched = self.widget()
        if watched is None:
            return
        radius = float(watched.property("focus_radius") or theme.FIELD_RADIUS) + 3
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
