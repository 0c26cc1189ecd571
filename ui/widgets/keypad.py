"""The keys of a telephone: 1-9, *, 0 and #, by mouse and by the keyboard's own keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.button import Button

_KEYS = (
    ("1", ""), ("2", "ABC"), ("3", "DEF"), ("4", "GHI"), ("5", "JKL"), ("6", "MNO"),
    ("7", "PQRS"), ("8", "TUV"), ("9", "WXYZ"), ("*", ""), ("0", "+"), ("#", ""),
)  # fmt: skip
_COLUMNS = 3
_WIDTH, _HEIGHT, _GAP = 88, 70, 12
_SHOWN_MS = 200
"""How long a key that was pressed on the keyboard looks pressed."""
_NAMES = {"*": "star", "#": "hash"}


class KeypadKey(Button):
    """One key: the digit, and its letters under it. `key` makes the keyboard press it (`ui.main_window`)."""

    def __init__(self, digit: str, letters: str, parent: QWidget | None = None) -> None:
        super().__init__(digit, "secondary", 56, key=digit, parent=parent)
        self._letters = letters
        self._lit = QTimer(self)
        self._lit.setSingleShot(True)
        self._lit.setInterval(_SHOWN_MS)
        self._lit.timeout.connect(self.update)
        self.setAccessibleName(f"Telephone key {_NAMES.get(digit, digit)}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space and Enter stay with the call
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._light)

    def sizeHint(self) -> QSize:
        """88 x 70, as in the drawing."""
        return QSize(_WIDTH, _HEIGHT)

    @property
    def lit(self) -> bool:
        """Whether it looks pressed."""
        return self.isDown() or self._lit.isActive()

    @Slot()
    def _light(self) -> None:
        self._lit.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        usable = self.isEnabled()
        edge = theme.color("accent" if self.lit else "border" if usable else "hairline")
        width = 1.5 if self.lit else 1.0
        painter.setPen(QPen(edge, width))
        hot = self.underMouse() and usable
        painter.setBrush(theme.color("accent_soft" if self.lit else "sunken" if hot else "raised"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, theme.CARD_RADIUS, theme.CARD_RADIUS)
        painter.setPen(theme.color("accent" if self.lit else "ink" if usable else "ink2"))
        painter.setFont(theme.font(28, 500))
        low = _HEIGHT * (0.64 if self._letters else 1.0)
        painter.drawText(QRectF(0, 0, self.width(), low), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self._letters:
            painter.setPen(theme.color("accent" if self.lit else "ink2"))
            painter.setFont(theme.font(13, 500))
            under = QRectF(0, _HEIGHT * 0.58, self.width(), _HEIGHT * 0.36)
            painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), self._letters)


class Keypad(QWidget):
    """Twelve keys.

    Signals:
        pressed: 0-9, * or #.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        self.keys = {digit: KeypadKey(digit, letters) for digit, letters in _KEYS}
        for place, (digit, key) in enumerate(self.keys.items()):
            key.clicked.connect(partial(self._press, digit))
            grid.addWidget(key, place // _COLUMNS, place % _COLUMNS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Telephone keys")

    def _press(self, digit: str, *_checked: bool) -> None:
        self.pressed.emit(digit)
