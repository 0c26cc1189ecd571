"""The menu of a mailbox: what its keys do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button

_KEYS = (("Play it", "1"), ("Record again", "2"), ("Send it", "3"))


class MailboxMenu(QWidget):
    """Signals:
    pressed: a key of the telephone.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.buttons = [Button(text, "secondary", 44, key=key) for text, key in _KEYS]
        for button, (_, key) in zip(self.buttons, _KEYS, strict=True):
            button.clicked.connect(partial(self._press, key))
            row.addWidget(button)

    def _press(self, key: str, *_checked: bool) -> None:
        self.pressed.emit(key)
