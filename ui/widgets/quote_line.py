"""One line of what was said, with the words that matter marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.plain_tip import plain_tip


class QuoteLine(QWidget):
    """`lead` in ink, then `marked` on the colour of a miss. Too little room cuts the lead first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._marked = "", ""
        self.setFont(theme.font(15))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_quote(self, lead: str, marked: str) -> None:
        """Show these words."""
        self._lead, self._marked = (f"{lead} " if lead else ""), marked
        self.setAccessibleName(f"You said: {self._lead}{marked}")
        self.setToolTip(plain_tip(self._lead + marked))
        self.setMaximumWidth(self.sizeHint().width())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self._lead) + metrics.horizontalAdvance(self._marked) + 6
        return QSize(round(width) + 1, max(24, round(metrics.height()) + 5))

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lead and marked words."""
        painter = QPainter(self)
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        lead, marked = fitted(self._lead, self._marked, self.width() - 6, metrics)
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setPen(theme.color("ink"))
        painter.drawText(QPointF(0, baseline), lead)
        left, wide = metrics.horizontalAdvance(lead), metrics.horizontalAdvance(marked)
        painter.fillRect(QRectF(left, 1, wide + 6, self.height() - 4), theme.color("brick_soft"))
        painter.fillRect(QRectF(left, self.height() - 4, wide + 6, 2), theme.color("brick"))
        painter.drawText(QPointF(left + 3, baseline), marked)


def fitted(lead: str, marked: str, room: float, metrics: QFontMetricsF) -> tuple[str, str]:
    """What fits in `room` px: all; else the lead's end and all marked words; else the marked words' start."""
    need = metrics.horizontalAdvance(marked)
    if metrics.horizontalAdvance(lead) + need <= room:
        return lead, marked
    short = "… " if lead else ""
    if metrics.horizontalAdvance(short) + need > room:
        left = room - metrics.horizontalAdvance(short)
        return short, metrics.elidedText(marked, Qt.TextElideMode.ElideRight, left)
    words = lead.split()
    while words and metrics.horizontalAdvance(f"… {' '.join(words)} ") + need > room:
        words.pop(0)
    return (f"… {' '.join(words)} " if words else short), marked
