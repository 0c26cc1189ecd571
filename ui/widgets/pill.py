"""A short state in words with a dot, for instance "Recording"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

PAUSED = "Paused"


class Pill(QWidget):
    """30 px high. `live` (the microphone is recording) fills it and its dot with the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._live, self._held = "", False, False
        self.setFont(theme.font(13, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, live: bool = False) -> None:
        """Say `text`."""
        self._text, self._live = text, live
        self._show()

    def hold(self, held: bool) -> None:
        """While the call is paused: say so in place of the state."""
        self._held = held
        self._show()

    def _show(self) -> None:
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words shown."""
        return PAUSED if self._held else self._text

    def sizeHint(self) -> QSize:
        """Dot, words and 14 px on each side."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 46, max(30, metrics.height() + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live = self._live and not self._held
        ink = theme.color("accent" if live else "ink2")
        painter.setPen(QPen(theme.color("accent" if live else "border"), 1.5))
        painter.setBrush(theme.color("accent_soft" if live else "raised"))
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen if live else QPen(ink, 1.5))
        painter.setBrush(ink if live else Qt.GlobalColor.transparent)
        painter.drawEllipse(QPointF(18, box.center().y()), 4.5, 4.5)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(
            QRectF(30, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
