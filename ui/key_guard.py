"""Protection against a held or hasty key: one press does one thing.

Measured: one held Space otherwise answers the call, hangs up and starts the retake, 33 times a second.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit

SETTLE_S = 0.4
"""Action keys do nothing for this long after a change of screen or state."""

_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_NAMED_ACTIONS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class KeyGuard(QObject):
    """An event filter for a window (its `QWindow`): takes away what must not act.

    `clock` gives monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._changed_s = float("-inf")
        self._released: tuple[int, int] | None = None

    @Slot()
    def restart(self) -> None:
        """The screen or its state has just changed."""
        self._changed_s = self._clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True (taken away) for an action key that repeats itself or comes too soon."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if not is_action(event) or _typing():
            return False
        too_soon = self._clock() - self._changed_s < SETTLE_S
        pressed = event.type() != QEvent.Type.KeyRelease
        # On X11 Qt comes to take the repeats of a held key for keys let go and pressed again, in one instant.
        repeated = event.isAutoRepeat() or (pressed and self._released == (event.key(), event.timestamp()))
        if not pressed:
            self._released = (event.key(), event.timestamp())
        if repeated or (too_soon and pressed):
            event.accept()
            return True
        return False


def is_action(event: QKeyEvent) -> bool:
    """Whether the key does something on a screen: Space, Enter, Esc, letters, digits, "?"."""
    if event.modifiers() & _COMMAND:
        return False
    return event.key() in _NAMED_ACTIONS or (len(event.text()) == 1 and event.text().isprintable())


def _typing() -> bool:
    """Whether keys go into a text: there a held key means what it says."""
    if QGuiApplication.focusWindow() is None:
        return False
    focus = QApplication.focusWidget()
    if isinstance(focus, QComboBox):
        return focus.isEditable()
    return isinstance(focus, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
