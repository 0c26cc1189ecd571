"""The one button: four kinds, three heights, its key drawn in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon import paint_icon

Kind = Literal["primary", "secondary", "soft", "quiet"]
Height = Literal[36, 44, 56]

_PADDING: dict[int, int] = {56: 28, 44: 18, 36: 14}
_KEYCAP_HEIGHT = 21


@dataclass(frozen=True, slots=True)
class _Paint:
    fill: QColor | None
    line: QColor | None
    text: QColor


class Button(QPushButton):
    """A push button that draws itself. Space, Enter and its own `key` work it, on the press.

    `key` is what the keycap says ("Space", "Enter", "Esc", "S"); the window finds the button by it
    (`ui.main_window`), so a key that is drawn is a key that works. A disabled button should say why in its
    tooltip.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        height: Height = 36,
        *,
        icon: str | None = None,
        key: str | None = None,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind, self.flush = kind, flush
        self.key = key
        self._height, self._icon = height, icon
        bold = kind == "primary" or height > 36
        self.setFont(theme.font(20 if height == 56 else 15, 600 if bold else 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", theme.BIG_BUTTON_RADIUS if height == 56 else theme.BUTTON_RADIUS)

    @property
    def key(self) -> str | None:
        """What the keycap says; a screen reader says it too."""
        return self._key

    @key.setter
    def key(self, key: str | None) -> None:
        self._key = key
        self.setAccessibleDescription(f"Key: {key}" if key else "")

    def set_icon(self, name: str | None) -> None:
        """Show another icon (a name in `assets/icons`), or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon, words and keycap; taller than its kind only where the text is."""
        height = max(self._height, self.fontMetrics().height() + 12)
        return QSize(round(self._content_width() + 2 * self._padding()), height)

    def minimumSizeHint(self) -> QSize:
        """Words in a button are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter work it at once: on the telephone the release would be too late."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # Qt would walk to the next button; arrows belong to the page
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, edge, icon, words and keycap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look()
        box = QRectF(self.rect())
        radius = theme.BIG_BUTTON_RADIUS if self._height == 56 else theme.BUTTON_RADIUS
        if look.fill or look.line:
            painter.setPen(QPen(look.line, 1) if look.line else Qt.PenStyle.NoPen)
            painter.setBrush(look.fill or Qt.BrushStyle.NoBrush)
            inset = 0.5 if look.line else 0.0
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        x = (box.width() - self._content_width()) / 2 if not self.flush else 0.0
        self._paint_content(painter, x, box, look.text)

    def _paint_content(self, painter: QPainter, x: float, box: QRectF, ink: QColor) -> None:
        if self._icon:
            side = self._icon_side()
            paint_icon(painter, self._icon, QRectF(x, box.center().y() - side / 2, side, side), ink)
            x += side + self._gap()
        painter.setPen(ink)
        painter.setFont(self.font())
        width = self._text_width()
        if self.text():
            painter.drawText(
                QRectF(x, 0, width + 2, box.height()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine),
                self.text(),
            )
            x += width
        if self.key:
            paint_keycap(painter, self.key, QPointF(x + 10, box.center().y()), ink)

    def _look(self) -> _Paint:
        if not self.isEnabled():
            fill = None if self.kind == "quiet" else theme.color("sunken")
            return _Paint(fill, None, theme.color("ink2"))
        hot = self.underMouse() or self.isDown()
        if self.kind == "primary":
            return _Paint(theme.color("accent_hover" if hot else "accent"), None, theme.color("on_accent"))
        if self.kind == "secondary":
            fill = theme.color("sunken" if hot else "raised")
            return _Paint(fill, theme.color("border"), theme.color("ink"))
        ink = theme.color("accent_hover" if hot else "accent")
        return _Paint(theme.color("accent_soft") if self.kind == "soft" else None, None, ink)

    def _padding(self) -> int:
        if self.kind == "quiet":
            return 0 if self.flush else 10
        return _PADDING[self._height]

    def _gap(self) -> int:
        return 8 if self._height == 56 else 10

    def _icon_side(self) -> int:
        return 24 if self._height == 56 else 18

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _content_width(self) -> float:
        width = self._text_width()
        if self._icon:
            width += self._icon_side() + (self._gap() if self.text() else 0)
        if self.key:
            width += 10 + keycap_width(self.key)
        return width

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Show other words; the button takes the room they need."""
        self.setText(text)
        self.updateGeometry()


def keycap_width(key: str) -> float:
    """Width in px of the keycap that says `key`."""
    advance = QFontMetricsF(theme.font(13, 500)).horizontalAdvance(key)
    return max(float(_KEYCAP_HEIGHT), advance + 12)


def paint_keycap(painter: QPainter, key: str, left_middle: QPointF, ink: QColor) -> None:
    """Draw a keycap with its left edge's middle at `left_middle`, its edge at 55 % of `ink`."""
    painter.setFont(theme.font(13, 500))
    box = QRectF(
        left_middle.x(), left_middle.y() - _KEYCAP_HEIGHT / 2, keycap_width(key), float(_KEYCAP_HEIGHT)
    )
    edge = QColor(ink)
    edge.setAlphaF(0.55)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)
