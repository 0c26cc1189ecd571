"""A short state in words with a dot, for instance "Recording"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Pill(QWidget):
    """30 px high. `live` (the microphone is recording) fills it and its dot with the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._live = "", False
        self.setFont(theme.font(13, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, live: bool = False) -> None:
        """Say `text`."""
        self._text, self._live = text, live
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Dot, words and 14 px on each side."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 46, max(30, metrics.height() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("accent" if self._live else "ink2")
        painter.setPen(QPen(theme.color("accent" if self._live else "border"), 1.5))
        painter.setBrush(theme.color("accent_soft" if self._live else "raised"))
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen if self._live else QPen(ink, 1.5))
        painter.setBrush(ink if self._live else Qt.GlobalColor.transparent)
        painter.drawEllipse(QPointF(18, box.center().y()), 4.5, 4.5)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(
            QRectF(30, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), self._text
        )
