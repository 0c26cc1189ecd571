"""The places to go, icon over word, 92 px wide at every window size."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.icon import paint_icon

_TILE = QSize(75, 58)


class RailButton(QAbstractButton):
    """One place; the current one has a soft tile and accent words."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self.setFont(theme.font(13, 500))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The tile; higher only where the text is."""
        return QSize(_TILE.width(), max(_TILE.height(), self.fontMetrics().height() + 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tile, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if here else "sunken"))
            painter.drawRoundedRect(self.rect(), theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)
        ink = theme.color("accent" if here else "ink2")
        paint_icon(painter, self._icon, QRectF((self.width() - 22) / 2, 9, 22, 22), ink)
        painter.setFont(theme.font(13, 600 if here else 500))
        painter.setPen(ink)
        word = QRectF(0, 35, self.width(), self.height() - 35)
        painter.drawText(word, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.text())


class Rail(QWidget):
    """Signals: `chosen` with a screen's name; `keys_wanted`."""

    chosen = Signal(str)
    keys_wanted = Signal()

    def __init__(self, places: Mapping[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        """`places`: screen name -> (title, icon), in order."""
        super().__init__(parent)
        self.setFixedWidth(theme.RAIL_WIDTH)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 20, 9, 12)
        column.setSpacing(6)
        for number, (name, (title, icon)) in enumerate(places.items(), start=1):
            button = RailButton(title, icon)
            button.setCheckable(True)
            button.setToolTip(f"Ctrl+{number}")
            button.clicked.connect(partial(self._choose, name))
            self._group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button)
        column.addStretch()
        keys = RailButton("Keys  ?", "circle-question-mark")
        keys.setAccessibleName("Keys")
        keys.clicked.connect(self.keys_wanted)
        column.addWidget(keys)

    def choose(self, name: str) -> None:
        """Mark `name` as the current place; none if it has no place here."""
        self._group.setExclusive(False)  # else one is always marked
        for place, button in self._buttons.items():
            button.setChecked(place == name)
        self._group.setExclusive(True)

    def titles(self) -> list[str]:
        """The words on the rail, in order."""
        return [button.text() for button in self._buttons.values()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline on its right."""
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), theme.color("hairline"))

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)
