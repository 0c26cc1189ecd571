"""The one icon set: SVG files under `assets/icons`, tinted with a theme colour and sharp at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.paths import ASSETS
from ui import theme

# The set is drawn with 2 px lines in a 24 px box, too heavy beside 15 px text.
_STROKE = b'stroke-width="2"', b'stroke-width="1.75"'


def paint_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw the icon `name` ("phone" for `assets/icons/phone.svg`) in `box`."""
    _renderer(name, color.name()).render(painter, box)


class Icon(QWidget):
    """An icon that stands alone. It is decoration: the word beside it carries the meaning."""

    def __init__(
        self, name: str, tone: theme.Tone = "ink2", size: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of the icon's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), theme.color(self._tone))


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = (ASSETS / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(svg.replace(*_STROKE).replace(b"currentColor", color.encode())))
