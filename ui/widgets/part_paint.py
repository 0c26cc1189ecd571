"""How the parts of a message are filled: plain, solid, hatched or dotted, the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trainer.records import Part
from ui import theme

_HATCH_PX = 9
_DOTS_PX = 7


def strong_color(part: Part | None) -> QColor:
    """Of feet, bars and waveform; words without a known part are neutral."""
    return QColor(theme.current().parts[part].strong) if part else theme.color("ink2")


def fill_part(painter: QPainter, part: Part, box: QRectF, radius: float) -> None:
    """Fill `box` in the soft colour and pattern of `part`."""
    look = theme.current().parts[part]
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, QColor(look.soft))
    pattern = {"hatch": _hatch, "dots": _dots}.get(look.pattern)
    if pattern is not None:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        ink = QColor(look.strong)
        ink.setAlphaF(0.30 if theme.current().dark else 0.26)
        pattern(painter, box, ink)
        painter.restore()


def paint_bar(painter: QPainter, part: Part | None, box: QRectF) -> None:
    """The bar beside a transcript line; what costs the call is hatched there too."""
    path = QPainterPath()
    path.addRoundedRect(box, 2, 2)
    if part is None or theme.current().parts[part].pattern != "hatch":
        painter.fillPath(path, strong_color(part))
        return
    painter.fillPath(path, QColor(theme.current().parts[part].soft))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(strong_color(part), 2))
    y = box.top()
    while y < box.bottom() + box.width():
        painter.drawLine(QLineF(box.left(), y, box.right(), y - box.width()))
        y += 4
    painter.restore()


def _hatch(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 2))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += _HATCH_PX


def _dots(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    y = box.top() + _DOTS_PX / 2
    while y < box.bottom():
        x = box.left() + _DOTS_PX / 2
        while x < box.right():
            painter.drawEllipse(QPointF(x, y), 1, 1)
            x += _DOTS_PX
        y += _DOTS_PX
