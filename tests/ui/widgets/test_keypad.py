from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.keypad import Keypad


def test_twelve_keys_by_mouse_each_named_for_a_screen_reader(qtbot: QtBot) -> None:
    keypad = Keypad()
    qtbot.addWidget(keypad)
    keypad.show()
    heard: list[str] = []
    keypad.pressed.connect(heard.append)
    for key in keypad.keys.values():
        qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    assert "".join(heard) == "123456789*0#"
    assert keypad.keys["#"].accessibleName() == "Telephone key hash"
    assert keypad.keys["0"].accessibleDescription() == "Key: 0"


def test_a_key_looks_pressed_for_a_moment(qtbot: QtBot) -> None:
    keypad = Keypad()
    qtbot.addWidget(keypad)
    keypad.show()
    keypad.keys["5"].click()
    assert keypad.keys["5"].lit
    qtbot.waitUntil(lambda: not keypad.keys["5"].lit)
