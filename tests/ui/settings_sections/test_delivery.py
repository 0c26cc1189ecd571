from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from ui.bridge import Bridge
from ui.settings_sections.delivery import Delivery


def test_the_guess_can_be_switched_off_and_on(qtbot: QtBot, services: FakeServices, bridge: Bridge) -> None:
    section = Delivery(services, bridge)
    qtbot.addWidget(section)
    section.enter()
    assert section.predict.isChecked()
    QTest.keyClick(section.predict, Qt.Key.Key_Space)
    assert not services.settings.predict
    assert services.settings.delivery_marks
    section.predict.click()
    assert services.settings.predict


def test_what_cannot_be_kept_is_not_shown_as_kept(
    qtbot: QtBot, services: FakeServices, bridge: Bridge
) -> None:
    section = Delivery(services, bridge)
    qtbot.addWidget(section)
    section.enter()
    services.save_failure = OSError(28, "No space left on device")
    section.predict.click()
    assert section.predict.isChecked()
