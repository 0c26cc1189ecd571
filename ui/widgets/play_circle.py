"""A round play button for one stretch of sound."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme


class PlayCircle(QAbstractButton):
    """`side` px wide; while `playing` it is filled and shows two bars. `name` says what it plays."""

    def __init__(self, name: str, side: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._playing, self._name = side, False, name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", side / 2)
        self.setAccessibleName(f"Play {name}")

    @property
    def playing(self) -> bool:
        """Whether it shows that its sound is being heard."""
        return self._playing

    def set_playing(self, playing: bool) -> None:
        """Show that the sound is being heard, or not."""
        self._playing = playing
        self.setAccessibleName(f"{'Stop' if playing else 'Play'} {self._name}")
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle and sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hot = self.underMouse() and self.isEnabled()
        if self._playing:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_hover" if hot else "accent"))
        else:
            painter.setPen(QPen(theme.color("border" if self.isEnabled() else "hairline"), 1))
            painter.setBrush(theme.color("accent_soft" if hot else "raised"))
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_sign(painter, box.center(), self._side / 28)

    def _paint_sign(self, painter: QPainter, middle: QPointF, scale: float) -> None:
        if self._playing:
            painter.setBrush(theme.color("on_accent"))
            for left in (-4.5, 1.5):
                bar = QRectF(middle.x() + left * scale, middle.y() - 5 * scale, 3 * scale, 10 * scale)
                painter.drawRoundedRect(bar, 1, 1)
            return
        painter.setBrush(theme.color("accent") if self.isEnabled() else theme.color("ink2", 0.4))
        corners = ((-3.0, -5.0), (5.5, 0.0), (-3.0, 5.0))
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x() + x * scale, middle.y() + y * scale) for x, y in corners])
        )
