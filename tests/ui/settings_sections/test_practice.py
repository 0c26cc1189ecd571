from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from ui.bridge import Bridge
from ui.settings_sections.practice import CHOICES, Practice


def test_the_number_of_new_calls_is_kept_at_once(
    qtbot: QtBot, services: FakeServices, bridge: Bridge
) -> None:
    section = Practice(services, bridge)
    qtbot.addWidget(section)
    section.enter()
    assert section.chips.checkedId() == 3
    for number in CHOICES:
        section.chips.button(number).click()
        assert services.settings.new_a_day == number


def test_what_cannot_be_kept_is_not_shown_as_kept(
    qtbot: QtBot, services: FakeServices, bridge: Bridge
) -> None:
    section = Practice(services, bridge)
    qtbot.addWidget(section)
    section.enter()
    services.save_failure = OSError(28, "No space left on device")
    section.chips.button(10).click()
    assert section.chips.checkedId() == 3


def test_the_clock_in_a_call_can_be_hidden(qtbot: QtBot, services: FakeServices, bridge: Bridge) -> None:
    section = Practice(services, bridge)
    qtbot.addWidget(section)
    section.enter()
    assert section.clock.isChecked()
    section.clock.click()
    assert services.settings.clock is False


def test_the_countdown_before_a_call_can_be_switched_off(
    qtbot: QtBot, services: FakeServices, bridge: Bridge
) -> None:
    section = Practice(services, bridge)
    qtbot.addWidget(section)
    services.settings = replace(services.settings, countdown=True)
    section.enter()
    section.countdown.click()
    assert services.settings.countdown is False
    services.save_failure = OSError(28, "No space left on device")
    section.countdown.click()
    assert section.countdown.isChecked() is False
