"""All keys on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, keycap_width, paint_keycap
from ui.widgets.focus import FocusRing
from ui.widgets.label import Label

KEYS = (
    ("Enter", "Start what is up next, or what is chosen"),
    ("Space", "Answer, hang up"),
    ("N", "Not now, in the small window that rings by surprise; I cannot talk now, in a call back"),
    ("L, H", "Leave a message or hang up, before the beep"),
    ("M", "My points: written on Today, seen during a call"),
    ("B", "Show or hide what you know before a call"),
    ("T, R", "Only what the fix is about again; the same call again, from the start"),
    ("P", "Play or pause the take; S another speed, L one clause over and over. Pause a call, if allowed"),
    ("Left, Right", "A word back or on; with Shift, a clause"),
    ("F2", "Correct a word"),
    ("1 to 9", "Go to a check, choose an answer, or play one of the takes compared"),
    ("Ctrl+F", "Search"),
    ("Ctrl+Enter", "Practise the script; Ctrl+K marks a key point, F2 renames"),
    ("Del", "Delete the chosen takes (Ctrl+A: all), or remove scenarios of yours; Ctrl+Z brings them back"),
    ("Ctrl+E", "Export the chosen scenarios"),
    ("Esc", "Step back safely; nothing you said is lost"),
    ("?", "This sheet"),
)


class KeySheet(QDialog):
    """Closes on Esc, on "?" and on its button."""

    def __init__(self, places: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        column.addWidget(Label("Keys", 20, 600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        numbered = [(f"Ctrl+{number}", place) for number, place in enumerate(places, start=1)]
        for row, (key, what) in enumerate([*KEYS[:-2], *numbered, *KEYS[-2:]]):
            grid.addWidget(Keycap(key), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Label(what, 15), row, 1)
        column.addLayout(grid)
        close = Button("Close", key="Esc")
        close.clicked.connect(self.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        FocusRing(self)
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """ "?" closes what "?" opened."""
        if event.text() == "?":
            self.accept()
        else:
            super().keyPressEvent(event)


class Keycap(QWidget):
    """A key, as it is drawn in buttons."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its words need."""
        return QSize(round(keycap_width(self._key)) + 1, 23)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_keycap(painter, self._key, QPointF(0, self.height() / 2), theme.color("ink2"))
