"""Where one is in a few steps: a row of numbered circles on a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_APART = 155
_RADIUS = 11.0


class Steps(QWidget):
    """Done steps have a tick, the current one heavy words. Read aloud as "Step 2 of 4: Microphone"."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles, self._here = tuple(titles), 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, here: int) -> None:
        """Mark the step `here` (from 0) as the current one; those before it are done."""
        self._here = here
        self.setAccessibleName(f"Step {here + 1} of {len(self._titles)}: {self._titles[here]}")
        self.update()

    def sizeHint(self) -> QSize:
        """The circles 155 px apart, a word below each."""
        words = self._metrics_height()
        return QSize(_APART * len(self._titles), round(2 * _RADIUS) + 4 + words + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, circles and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step, title in enumerate(self._titles):
            middle = QPointF(_APART * (step + 0.5), _RADIUS + 1)
            if step:
                self._paint_line(painter, middle, done=step <= self._here)
            self._paint_circle(painter, middle, step)
            here = step == self._here
            painter.setFont(theme.font(13, 600 if here else 400))
            painter.setPen(theme.color("ink" if here else "ink2"))
            below = QRectF(middle.x() - _APART / 2, 2 * _RADIUS + 6, _APART, self._metrics_height())
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), title)

    def _paint_line(self, painter: QPainter, middle: QPointF, done: bool) -> None:
        painter.setPen(QPen(theme.color("accent" if done else "border"), 2 if done else 1))
        gap = _RADIUS + 3
        painter.drawLine(
            QPointF(middle.x() - _APART + gap, middle.y()), QPointF(middle.x() - gap, middle.y())
        )

    def _paint_circle(self, painter: QPainter, middle: QPointF, step: int) -> None:
        done, here = step < self._here, step == self._here
        painter.setPen(QPen(theme.color("accent" if done or here else "border"), 2 if here else 1))
        painter.setBrush(theme.color("accent" if done else "raised"))
        painter.drawEllipse(middle, _RADIUS - 0.5, _RADIUS - 0.5)
        if done:
            painter.setPen(QPen(theme.color("on_accent"), 1.6))
            corners = [(-4.0, 0.4), (-1.2, 3.1), (4.0, -2.6)]
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
            return
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.color("accent" if here else "ink2"))
        box = QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(step + 1))

    def _metrics_height(self) -> int:
        return self.fontMetrics().height()
