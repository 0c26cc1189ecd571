from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import CALL_BACK, FakeServices
from trainer.ambush_keeper import AmbushKeeper
from trainer.settings import AmbushRules
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.missed_ring import MissedRing
from ui.models.ambush_words import NO_MICROPHONE, REFUSALS
from ui.widgets.ambush_card import AmbushCard

ALL_DAY = AmbushRules(opens_min=0, closes_min=0)


@pytest.fixture
def all_day(services: FakeServices) -> FakeServices:
    """The phone may ring at any time of day."""
    services.settings = replace(services.settings, ambush=ALL_DAY)
    return services


@pytest.fixture
def card(all_day: FakeServices, open_window: Callable[..., MainWindow]) -> AmbushCard:
    return card_of(open_window())


def card_of(window: MainWindow) -> AmbushCard:
    found = window.findChild(AmbushCard)
    assert found is not None
    return found


def choose(card: AmbushCard, words: str) -> None:
    card.window_box.setCurrentIndex(card.window_box.findText(words))


def click(card: AmbushCard) -> None:
    button = card.arm if card.arm.isVisible() else card.disarm
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_arm_and_disarm(card: AmbushCard, all_day: FakeServices) -> None:
    assert (card.window_box.currentText(), card.text) == ("40 minutes", "")
    assert (card.arm.text(), card.disarm.text()) == ("Ring me", "Call it off")
    card.arm.setFocus()
    click(card)
    assert all_day.ambush.diary.armed is not None
    assert card.text.startswith("It rings when it likes, until ")
    assert not card.window_box.isVisible()
    assert card.disarm.hasFocus()
    click(card)
    assert all_day.ambush.diary.armed is None
    assert card.text == ""
    assert card.arm.hasFocus()


def test_what_is_armed_is_shown_after_a_restart(
    all_day: FakeServices, card: AmbushCard, open_window: Callable[..., MainWindow]
) -> None:
    click(card)
    all_day.ambush = AmbushKeeper(all_day.data_dir)
    assert card_of(open_window()).text.startswith("It rings when it likes, until ")


def test_today_between_asks_for_two_times(card: AmbushCard, all_day: FakeServices) -> None:
    assert not card.from_box.isVisible()
    choose(card, "today, between…")
    assert card.from_box.isVisible()
    card.from_box.show_minute(0)
    card.until_box.show_minute(0)
    click(card)
    assert card.text == REFUSALS["no-time-left"]
    assert all_day.ambush.diary.armed is None


def test_now_says_so(card: AmbushCard) -> None:
    choose(card, "now")
    assert card.arm.text() == "Ring now"
    click(card)
    assert card.text == "It rings now."


def test_outside_the_hours_it_says_why_not(card: AmbushCard, all_day: FakeServices, bridge: Bridge) -> None:
    hour = datetime.now().astimezone().hour
    elsewhere = AmbushRules(opens_min=(hour + 10) % 24 * 60, closes_min=(hour + 11) % 24 * 60)
    all_day.settings = replace(all_day.settings, ambush=elsewhere)
    bridge.ambush_changed.emit()
    click(card)
    assert card.text == REFUSALS["quiet-hours"]


def test_a_missing_microphone_is_told_when_it_is_armed(
    qtbot: QtBot, card: AmbushCard, all_day: FakeServices
) -> None:
    all_day.listening.microphones = []
    click(card)
    qtbot.waitUntil(lambda: NO_MICROPHONE in card.text)
    assert all_day.ambush.diary.armed is not None
    click(card)
    assert card.text == ""


def test_what_cannot_be_kept_is_told(card: AmbushCard, all_day: FakeServices, bridge: Bridge) -> None:
    told: list[str] = []
    bridge.trouble.connect(told.append)
    in_the_way = all_day.data_dir / "folder"
    all_day.ambush = AmbushKeeper(in_the_way)
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    click(card)
    assert "could not be saved" in told[0]


def test_new_hours_and_another_window_are_offered_at_once(
    card: AmbushCard, all_day: FakeServices, bridge: Bridge
) -> None:
    new = AmbushRules(opens_min=600, closes_min=660, within="2-hours")
    all_day.settings = replace(all_day.settings, ambush=new)
    bridge.ambush_changed.emit()
    assert card.window_box.currentText() == "2 hours"
    assert (card.from_box.minute, card.until_box.minute) == (600, 660)


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)])
@pytest.mark.parametrize("armed", [False, True])
def test_nothing_is_cut(
    all_day: FakeServices, open_window: Callable[..., MainWindow], size: tuple[int, int], armed: bool
) -> None:
    card = card_of(open_window(size=size))
    if armed:
        click(card)
    for widget in card.findChildren(type(card.arm)):
        if widget.isVisible():
            assert card.rect().contains(widget.geometry())
    assert (card.height() < 70) is (size == (900, 640))


# --------------------------------------------------------------------------- the ring that was missed


def test_a_missed_ring_is_called_back_from_today(
    services: FakeServices, open_window: Callable[..., MainWindow], bridge: Bridge
) -> None:
    window = open_window()
    told = window.findChild(MissedRing)
    assert told is not None
    assert told.isHidden()
    scenario = next(one for one in services.scenarios if one.id == CALL_BACK)
    services.ambush.missed(scenario, datetime.now().astimezone())
    bridge.ambush_changed.emit()
    assert told.notice.text.startswith("Dana Whitfield rang at ")
    told.notice.button.click()
    assert services.calls.asked[-1] == ("start", CALL_BACK)
    assert services.ambush.diary.missed is None
    window.go("today")
    assert told.isHidden()


def test_a_ring_of_somebody_who_is_gone_is_not_told(
    services: FakeServices, open_window: Callable[..., MainWindow]
) -> None:
    scenario = next(one for one in services.scenarios if one.id == CALL_BACK)
    services.ambush.missed(replace(scenario, id="removed"), datetime.now().astimezone())
    told = open_window().findChild(MissedRing)
    assert told is not None
    assert told.isHidden()
