from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.fakes import FakeServices
from trainer.settings import AmbushRules
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.settings import Settings
from ui.settings_sections.ambush import Ambush
from ui.widgets.time_box import TimeBox


@pytest.fixture
def section(open_window: Callable[..., MainWindow]) -> Ambush:
    page = open_window("settings", "ambush").screen_shown()
    assert isinstance(page, Settings)
    assert isinstance(page.section, Ambush)
    return page.section


def pick(box: TimeBox, words: str) -> None:
    """As by hand: choose an entry of the list."""
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_hours_cap_and_window_are_kept_at_once(section: Ambush, services: FakeServices) -> None:
    pick(section.opens, "08:30")
    pick(section.closes, "18:00")
    section.most.setCurrentIndex(section.most.findText("5"))
    section.most.activated.emit(section.most.currentIndex())
    section.within.setCurrentIndex(section.within.findText("2 hours"))
    section.within.activated.emit(section.within.currentIndex())
    rules = services.settings.ambush
    assert (rules.opens_min, rules.closes_min) == (8 * 60 + 30, 18 * 60)
    assert (rules.most_a_day, rules.within) == (5, "2-hours")


def test_quiet_hours_begin_as_an_hour_and_can_be_moved(section: Ambush, services: FakeServices) -> None:
    assert not section.quiet_from.isVisible()
    section.quiet.click()
    assert section.quiet_from.isVisible()
    assert (services.settings.ambush.quiet_from_min, services.settings.ambush.quiet_until_min) == (720, 780)
    pick(section.quiet_until, "13:30")
    assert services.settings.ambush.quiet_until_min == 13 * 60 + 30
    section.quiet.click()
    rules = services.settings.ambush
    assert rules.quiet_from_min == rules.quiet_until_min
    assert not section.quiet_from.isVisible()


def test_a_change_is_told_to_what_shows_the_rules(section: Ambush, bridge: Bridge) -> None:
    told: list[None] = []
    bridge.ambush_changed.connect(lambda: told.append(None))
    pick(section.closes, "20:00")
    assert told == [None]


def test_what_cannot_be_saved_is_shown_as_it_was(section: Ambush, services: FakeServices) -> None:
    services.save_failure = OSError(28, "No space left on device")
    pick(section.opens, "08:30")
    assert services.settings.ambush == AmbushRules()
    assert section.opens.currentText() == "09:00"


def test_a_time_between_the_half_hours_is_offered_too() -> None:
    box = TimeBox("Until")
    box.show_minute(17 * 60 + 10)
    assert (box.minute, box.currentText()) == (1030, "17:10")
