"""The delay of the devices: measured, shown, forgotten, and never asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from trainer.errors import BadInput
from trainer.practice.device_delay import in_force
from trainer.records import DeviceDelay
from trainer.settings import DeviceName
from ui.main_window import MainWindow
from ui.settings_sections.delay import LISTENING, NOT_MEASURED, DelayCard

FOUND = DeviceDelay(delay_s=0.043, uncertainty_s=0.0004)


@pytest.fixture
def card(open_window: Callable[..., MainWindow]) -> DelayCard:
    return open_window("settings", "sound").findChild(DelayCard)


def test_what_is_measured_is_kept_shown_and_can_be_forgotten(
    card: DelayCard, services: FakeServices, qtbot: QtBot
) -> None:
    assert card.found.text() == NOT_MEASURED
    assert not card.forget.isVisible()
    card.measure.click()
    assert card.found.text() == LISTENING
    services.delays.found.set_result(FOUND)
    qtbot.waitUntil(lambda: card.forget.isVisible())
    assert card.found.text() == "43 ms ± 1, taken off your reaction times."
    assert in_force(services.settings) == FOUND
    card.forget.click()
    assert in_force(services.settings) is None
    assert card.found.text() == NOT_MEASURED


def test_what_was_not_heard_says_what_to_do(card: DelayCard, services: FakeServices, qtbot: QtBot) -> None:
    card.measure.click()
    services.delays.found.set_exception(BadInput("The clicks were not heard.", "Turn it up."))
    qtbot.waitUntil(lambda: card._mend.text() == "The clicks were not heard. Turn it up.")
    assert card.found.text() == NOT_MEASURED
    assert services.settings.delays == ()


def test_a_second_press_stops_it_and_so_does_leaving(
    card: DelayCard, services: FakeServices, qtbot: QtBot
) -> None:
    card.measure.click()
    card.measure.click()
    qtbot.waitUntil(lambda: card.found.text() == NOT_MEASURED)
    assert services.delays.asked == ["measure", "cancel"]
    card.leave()
    assert services.delays.asked[-1] == "cancel"


def test_bluetooth_is_warned_of_by_name(card: DelayCard, services: FakeServices) -> None:
    assert card.bluetooth.isHidden()
    headset = DeviceName(name="Headset (Hands-Free AG Audio)", host_api="MME")
    services.settings = replace(services.settings, output_device=headset)
    card.enter()
    assert not card.bluetooth.isHidden()
    assert "By its name" in card.bluetooth.text()
