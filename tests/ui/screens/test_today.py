from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.trainer.practice.measured import one
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, VOICEMAIL, FakeServices
from trainer.practice.due import due_today
from trainer.records import Scenario
from trainer.settings import Settings
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.models.scenario_list import SCENARIO_ROLE, in_order
from ui.screens.today import greeting
from ui.week_panel import WeekPanel
from ui.widgets.scenario_view import ScenarioView, row_height
from ui.widgets.up_next import UpNext

Open = Callable[..., MainWindow]


@pytest.mark.parametrize(
    ("hour", "name", "expected"),
    [
        (9, "Sam Reyes", "Good morning, Sam."),
        (12, "Sam", "Good afternoon, Sam."),
        (18, " Sam ", "Good evening, Sam."),
        (2, "", "Good evening."),
    ],
)
def test_the_greeting_follows_the_hour(hour: int, name: str, expected: str) -> None:
    assert greeting(hour, name) == expected


def texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def row(window: MainWindow, number: int) -> Scenario:
    scenario: Scenario = window.findChild(ScenarioView).model().index(number, 0).data(SCENARIO_ROLE)
    return scenario


def test_up_next_shows_who_and_what_is_known(open_window: Open, services: FakeServices) -> None:
    window = open_window("today", VOICEMAIL)
    scenario = next(one for one in services.scenarios if one.id == VOICEMAIL)
    shown = texts(window)
    assert scenario.prospect.name in shown
    assert scenario.trains in shown
    assert set(scenario.you_know) <= set(shown)


def test_enter_starts_what_is_up_next(open_window: Open, services: FakeServices) -> None:
    window = open_window("today", VOICEMAIL)
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "call"
    assert services.calls.asked == [("start", VOICEMAIL)]


def test_down_and_enter_start_one_of_the_others(open_window: Open, services: FakeServices) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert services.calls.asked == [("start", row(window, 1).id)]


def test_the_page_scrolls_to_the_row_that_is_chosen(open_window: Open) -> None:
    window = open_window(size=(900, 640))
    view = window.findChild(ScenarioView)
    for _ in range(view.model().rowCount()):
        press(window, Qt.Key.Key_Down)
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    assert view.currentIndex().row() == view.model().rowCount() - 1
    assert view.visibleRegion().contains(last)


def test_up_comes_back_to_start(open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Down)
    assert window.findChild(ScenarioView).hasFocus()
    press(window, Qt.Key.Key_Up)
    assert window.findChild(UpNext).start.hasFocus()


def test_a_click_puts_another_one_up_next_and_starts_nothing(
    open_window: Open, services: FakeServices
) -> None:
    window = open_window()
    view = window.findChild(ScenarioView)
    third = row(window, 2)
    where = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert services.calls.asked == []
    assert third.trains in texts(window)
    assert view.model().rowCount() == len(services.scenarios) - 1


def test_the_greeting_can_be_heard_and_stopped(
    qtbot: QtBot, open_window: Open, services: FakeServices
) -> None:
    window = open_window("today", VOICEMAIL)
    hear = window.findChild(UpNext).hear
    scenario = next(one for one in services.scenarios if one.id == VOICEMAIL)

    hear.click()
    assert services.listening.asked == [("play_prompt", scenario.prompts[0].audio)]
    assert hear.text() == "Stop the greeting"
    first_ended = services.listening.on_end
    hear.click()
    assert services.listening.asked[-1] == ("stop",)
    assert hear.text() == "Hear the greeting first"

    hear.click()
    first_ended()  # late news of the one that was stopped
    qtbot.wait(0)
    assert hear.text() == "Stop the greeting"
    services.listening.on_end()
    qtbot.waitUntil(lambda: hear.text() == "Hear the greeting first")


def test_starting_silences_the_greeting(open_window: Open, services: FakeServices) -> None:
    window = open_window("today", VOICEMAIL)
    window.findChild(UpNext).hear.click()
    press(window, Qt.Key.Key_Return)
    assert ("stop",) in services.listening.asked


def test_a_narrow_window_has_one_column(open_window: Open) -> None:
    assert "What you know" in texts(open_window())
    assert "What you know" not in texts(open_window(size=(900, 640)))


def test_an_empty_library_is_a_sentence(open_window: Open, services: FakeServices) -> None:
    services.scenarios = ()
    window = open_window()
    assert "There is nothing to practise yet." in texts(window)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    assert window.screen_name == "today"


def test_no_name_is_greeted_too(open_window: Open, services: FakeServices) -> None:
    services.settings = Settings()
    assert any(text.startswith("Good ") and "," not in text for text in texts(open_window()))


@pytest.mark.parametrize(
    "name", ["ליאת בן־דוד", "Maximiliane von Oyelaran-Featherstonehaugh " * 4, "<b>x</b>"]
)
def test_names_from_anywhere_survive(open_window: Open, services: FakeServices, name: str) -> None:
    one = services.scenarios[0]
    odd = replace(one, kind="voicemail", prospect=replace(one.prospect, name=name))
    services.scenarios = (odd, replace(odd, id="other"))
    window = open_window(size=(900, 640))
    window.grab()
    assert name in texts(window)
    assert window.width() == 900


def test_a_row_reads_as_a_sentence(open_window: Open, services: FakeServices) -> None:
    view = open_window().findChild(ScenarioView)
    read = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    first_due = due_today([], in_order(services.scenarios), date.today()).items[1]
    scenario = next(one for one in services.scenarios if one.id == first_due.scenario_id)
    assert read == f"{scenario.prospect.name}, Call back  ·  never called before, 2 min"
    last = view.model().index(view.model().rowCount() - 1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "min" in last or "up to" in last
    assert view.height() == row_height() * (len(services.scenarios) - 1)


def test_a_held_enter_starts_one_call_only(
    open_window: Open, services: FakeServices, clock: VirtualClock
) -> None:
    from tests.ui.test_key_guard import hold

    window = open_window("today", VOICEMAIL)
    hold(window, Qt.Key.Key_Return, clock)
    assert services.calls.asked == [("start", VOICEMAIL)]


# --------------------------------------------------------------------------- what is due


def test_what_is_due_comes_first_with_the_reason(
    qtbot: QtBot, open_window: Open, services: FakeServices
) -> None:
    practised = one(1, scenario_id=VOICEMAIL, prospect_id="dana-whitfield", day="2020-01-06")
    services.practice.history = [practised, replace(practised, sequence=2, scenario_id=CALL_BACK)]
    window = open_window()
    card = window.findChild(UpNext)
    qtbot.waitUntil(card.not_today.isVisible)
    shown = texts(window)
    assert any(text.startswith("5 due, about ") for text in shown)
    assert "Last time you missed: One ask." in shown
    assert card.start.accessibleName().endswith("Dana Whitfield")


def test_what_becomes_due_behind_another_page_leaves_its_keys_alone(
    qtbot: QtBot, open_window: Open, services: FakeServices, bridge: Bridge, clock: VirtualClock
) -> None:
    services.is_open = False
    window = open_window()
    window.go("scenarios")
    clock.advance(1.0)
    services.is_open = True
    bridge.opened.emit()
    card = window.findChild(UpNext)
    qtbot.waitUntil(lambda: not card.not_today.isHidden())
    press(window, Qt.Key.Key_Return)
    assert [name for name, _ in services.calls.asked] == ["start"]


def test_before_the_history_is_open_nothing_is_asked(
    qtbot: QtBot, open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    services.is_open = False
    window = open_window()
    assert services.practice.asked == []
    services.is_open = True
    bridge.opened.emit()
    qtbot.waitUntil(lambda: any(text.startswith("3 due") for text in texts(window)))


def test_skip_goes_round_and_not_today_leaves_out(
    qtbot: QtBot, open_window: Open, services: FakeServices
) -> None:
    window = open_window()
    card = window.findChild(UpNext)
    qtbot.waitUntil(card.skip.isVisible)
    names = []
    for _ in range(4):
        names.append(card.start.accessibleName())
        card.skip.click()
    assert names[0] == names[3]
    assert len(set(names)) == 3
    before = card.start.accessibleName()
    card.not_today.click()
    qtbot.waitUntil(lambda: card.start.accessibleName() != before)
    assert len(services.practice.put_off) == 1


def test_what_the_user_has_chosen_stays_up_next(
    qtbot: QtBot, open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    services.is_open = False
    window = open_window("today", VOICEMAIL)
    services.is_open = True
    bridge.opened.emit()
    qtbot.waitUntil(lambda: any(text.startswith("3 due") for text in texts(window)))
    assert window.findChild(UpNext).start.accessibleName().endswith("Dana Whitfield")


def test_this_week_shows_the_guesses(qtbot: QtBot, open_window: Open, services: FakeServices) -> None:
    assert not open_window().findChild(WeekPanel).isVisible()
    today = date.today().isoformat()
    services.practice.history = [one(1, day=today, guess_s=18.0, seconds=20.0)]
    window = open_window()
    qtbot.waitUntil(window.findChild(WeekPanel).isVisible)
    assert "You guess 2 s short now." in texts(window)


def change_library(services: FakeServices, bridge: Bridge, *scenarios: Scenario) -> None:
    services.scenarios = scenarios
    bridge.library_changed.emit()


def test_what_is_up_next_follows_the_library(
    open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    shipped = services.scenarios
    window = open_window("today", VOICEMAIL)
    rest = [one for one in shipped if one.id != VOICEMAIL]
    mine = replace(next(one for one in shipped if one.id == VOICEMAIL), trains="Something of mine.")
    change_library(services, bridge, *rest, mine)
    assert "Something of mine." in texts(window)
    change_library(services, bridge, *rest)
    assert "Something of mine." not in texts(window)
    press(window, Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("start", in_order(rest)[0].id)


def test_a_scenario_that_comes_is_in_the_list(
    open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    first, second, third = in_order(services.scenarios)[:3]
    services.scenarios = (first,)
    window = open_window()
    assert not window.findChild(ScenarioView).isVisible()
    change_library(services, bridge, first, second, third)
    shown = window.findChild(ScenarioView).model()
    assert shown.rowCount() == 2
    assert row(window, 1) == third


def test_an_empty_library_may_become_another_one(
    open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    shipped, services.scenarios = services.scenarios, ()
    window = open_window()
    change_library(services, bridge, *shipped)
    assert "There is nothing to practise yet." not in texts(window)
    assert "What you know" in texts(window)
    change_library(services, bridge)
    assert "There is nothing to practise yet." in texts(window)
    assert "What you know" not in texts(window)
