"""One press does one thing: a held key, and a key that comes right after a change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, Announcer, FakeServices
from ui.key_guard import SETTLE_S, is_action
from ui.main_window import MainWindow

REPEATS = 33
REPEAT_S = 0.03


def key_event(kind: QEvent.Type, key: Qt.Key, *, repeat: bool = False) -> QKeyEvent:
    text = {Qt.Key.Key_Space: " ", Qt.Key.Key_Return: "\r"}.get(key, "")
    return QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeat)


def hold(window: MainWindow, key: Qt.Key, clock: VirtualClock) -> None:
    """Hold a key for a second as X11 and Windows report it: press, then repeats of release and press."""
    handle = window.windowHandle()
    QApplication.sendEvent(handle, key_event(QEvent.Type.KeyPress, key))
    for _ in range(REPEATS):
        clock.advance(REPEAT_S)
        QApplication.processEvents()
        QApplication.sendEvent(handle, key_event(QEvent.Type.KeyRelease, key, repeat=True))
        QApplication.sendEvent(handle, key_event(QEvent.Type.KeyPress, key, repeat=True))
    QApplication.sendEvent(handle, key_event(QEvent.Type.KeyRelease, key))


def test_a_held_space_answers_and_does_not_hang_up(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    announcer: Callable[..., Announcer],
    services: FakeServices,
    clock: VirtualClock,
) -> None:
    window, call = open_window("call", CALL_BACK), announcer(CALL_BACK)
    call.dialling()
    call.ring()
    qtbot.waitUntil(lambda: window.screen_shown().state == "ringing")
    clock.advance(1)
    # The line opens the moment the call is answered, so that the next Space would hang up.
    answer, services.calls.answer = services.calls.answer, lambda: (answer(), call.your_turn())

    hold(window, Qt.Key.Key_Space, clock)

    qtbot.waitUntil(lambda: window.screen_shown().state == "turn")
    assert services.calls.asked == [("start", CALL_BACK), ("answer",)]


def test_a_key_right_after_a_change_does_nothing(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    announcer: Callable[..., Announcer],
    services: FakeServices,
    clock: VirtualClock,
) -> None:
    window, call = open_window("call", CALL_BACK), announcer(CALL_BACK)
    call.ring()
    qtbot.waitUntil(lambda: window.screen_shown().state == "ringing")
    clock.advance(SETTLE_S - 0.01)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Escape)
    assert services.calls.asked == [("start", CALL_BACK)]
    clock.advance(0.02)
    press(window, Qt.Key.Key_Space)
    assert services.calls.asked[-1] == ("answer",)


def test_a_text_may_be_typed_with_held_keys(
    open_window: Callable[..., MainWindow], clock: VirtualClock
) -> None:
    window = open_window()
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    hold(window, Qt.Key.Key_Space, clock)
    assert len(field.text()) == REPEATS + 1


@pytest.mark.parametrize(
    ("key", "modifier", "text", "expected"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True),
        (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, "r", True),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?", True),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "\x1b", True),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", False),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t", False),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "1", False),
    ],
)
def test_which_keys_act(key: Qt.Key, modifier: Qt.KeyboardModifier, text: str, expected: bool) -> None:
    assert is_action(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)) is expected


def test_a_held_key_that_x11_reports_as_pressed_again_and_again_does_one_thing(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    announcer: Callable[..., Announcer],
    services: FakeServices,
    clock: VirtualClock,
) -> None:
    window, call = open_window("call", CALL_BACK), announcer(CALL_BACK)
    call.dialling()
    call.ring()
    qtbot.waitUntil(lambda: window.screen_shown().state == "ringing")
    clock.advance(1)
    answer, services.calls.answer = services.calls.answer, lambda: (answer(), call.your_turn())
    handle, space = window.windowHandle(), Qt.Key.Key_Space

    QApplication.sendEvent(handle, key_event(QEvent.Type.KeyPress, space))
    for repeat in range(1, REPEATS):
        clock.advance(REPEAT_S)
        QApplication.processEvents()
        # Let go and pressed in one instant, without the mark of a repeat.
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            event = key_event(kind, space)
            event.setTimestamp(1000 + 30 * repeat)
            QApplication.sendEvent(handle, event)
    QApplication.sendEvent(handle, key_event(QEvent.Type.KeyRelease, space))

    qtbot.waitUntil(lambda: window.screen_shown().state == "turn")
    assert services.calls.asked == [("start", CALL_BACK), ("answer",)]
