from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.practice.phone_test import ITEMS, PREFIX
from trainer.records import Measured
from ui.main_window import MainWindow
from ui.screens.phone_test import PhoneTest
from ui.screens.scenarios import ScenariosScreen


def judged(sequence: int, item: str, missed: tuple[str, ...] = (), test: int = 1) -> Measured:
    return Measured(
        sequence=sequence, id=str(sequence), day=f"2026-11-{test:02d}", state="judged", kind="voicemail",
        scenario_id=item, prospect_id="x", judge="2", met=("company",), missed=missed,
        sitting=f"{PREFIX}{test}",
    )  # fmt: skip


@pytest.fixture
def opened(open_window: Callable[..., MainWindow]) -> Callable[[], tuple[MainWindow, PhoneTest]]:
    def open_it() -> tuple[MainWindow, PhoneTest]:
        window = open_window("phone_test")
        screen = window.screen_shown()
        assert isinstance(screen, PhoneTest)
        return window, screen

    return open_it


def test_it_begins_with_the_first_call_and_goes_on_to_the_next(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot
) -> None:
    window, screen = opened()
    assert screen.begin.text() == "Take the phone test"
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("start", ITEMS[0]) in services.calls.asked)
    window.go("today")
    bar = window._sitting
    qtbot.waitUntil(lambda: bar.words.text() == "Phone test: 1 of 8.")
    bar.next.click()
    qtbot.waitUntil(lambda: ("start", ITEMS[1]) in services.calls.asked)


def test_it_can_be_left_and_taken_up_again(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [judged(1, ITEMS[0]), judged(2, ITEMS[2])]
    window, screen = opened()
    qtbot.waitUntil(lambda: screen.begin.text() == "Go on with call 3 of 8")
    assert screen.state.text() == "Begun on 1 November 2026; 6 calls left."
    assert [mark.text().endswith("done") for mark in screen._marks] == [True, False, True, *[False] * 5]
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("start", ITEMS[1]) in services.calls.asked)
    window.go("today")
    window._sitting.end.click()
    assert window.screen_shown() is screen
    assert services.practice.sitting() is None


def test_profiles_stand_side_by_side_in_counts(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot
) -> None:
    first = [judged(number, item, missed=("own-name",)) for number, item in enumerate(ITEMS)]
    second = [judged(10 + number, item, test=2) for number, item in enumerate(ITEMS)]
    services.practice.history = [*first, *second]
    _, screen = opened()
    qtbot.waitUntil(lambda: screen.begin.text() == "Take it again")
    cells = [screen._grid.itemAtPosition(1, column).widget() for column in (0, 1, 2)]
    assert [cell.text() for cell in cells] == ["Saying who you are", "0 of 8", "8 of 8"]
    assert cells[2].accessibleName() == "Saying who you are, 2 November 2026: 8 of 8"
    assert screen.moved.text() == "Since 1 November 2026: “saying who you are” from 0 of 8 to 8 of 8."


def test_of_many_skills_that_moved_three_are_named(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot
) -> None:
    skills = ("own-name", "one-ask", "number", "length", "fillers")
    first = [judged(number, item, missed=skills) for number, item in enumerate(ITEMS)]
    second = [replace(judged(10 + number, item, test=2), met=skills) for number, item in enumerate(ITEMS)]
    services.practice.history = [*first, *second]
    _, screen = opened()
    qtbot.waitUntil(screen.moved.isVisible)
    assert screen.moved.text().count("from 0 of 8 to 8 of 8") == 3
    assert screen.moved.text().endswith(" and 2 more.")


def test_half_a_year_of_tests_stands_on_one_page_in_order_of_time(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [
        judged(100 * test + number, item, missed=("own-name",) if number >= test else (), test=test)
        for test in range(1, 8)
        for number, item in enumerate(ITEMS)
    ]
    _, screen = opened()
    qtbot.waitUntil(screen.moved.isVisible)
    cells = [screen._grid.itemAtPosition(1, column).widget().text() for column in range(1, 8)]
    assert cells == [f"{test} of 8" for test in range(1, 8)]


def test_all_profiles_can_be_taken_elsewhere_as_a_table(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    tests = range(1, 11)
    services.practice.history = [
        judged(100 * test + number, item, missed=("own-name",) if number >= test else (), test=test)
        for test in tests
        for number, item in enumerate(ITEMS[: 1 if test == 10 else None])
    ]
    window, screen = opened()
    qtbot.waitUntil(screen.save.isVisible)
    screen.saving.save_to(str(tmp_path / "tests.csv"))
    qtbot.waitUntil(lambda: window.messages.text == "The figures are in tests.csv.")
    with (tmp_path / "tests.csv").open(encoding="utf-8-sig", newline="") as file:
        heading, *lines = csv.reader(file)
    assert heading == ["begun", "finished", "skill", "calls that showed all of it", "calls that touch it"]
    assert lines[0] == ["2026-11-01", "yes", "Saying who you are", "1", "8"]
    assert lines[-1] == ["2026-11-10", "no", "Saying who you are", "1", "1"]
    assert [line[0] for line in lines] == [f"2026-11-{test:02d}" for test in tests], "more than are shown"


def test_without_a_profile_there_is_nothing_to_save(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], qtbot: QtBot
) -> None:
    _, screen = opened()
    qtbot.waitUntil(lambda: screen.state.text() == "You have not taken it yet.")
    assert not screen.save.isVisible()


def test_a_small_change_between_two_tests_is_not_trusted(
    opened: Callable[[], tuple[MainWindow, PhoneTest]], services: FakeServices, qtbot: QtBot
) -> None:
    first = [
        judged(number, item, missed=("own-name",) if number < 2 else ()) for number, item in enumerate(ITEMS)
    ]
    second = [judged(10 + number, item, test=2) for number, item in enumerate(ITEMS)]
    services.practice.history = [*first, *second]
    _, screen = opened()
    qtbot.waitUntil(screen.moved.isVisible)
    assert screen.moved.text().endswith("from 6 of 8 to 8 of 8. No change that can be trusted yet.")


def test_it_is_reached_from_scenarios_and_left_by_esc(
    open_window: Callable[..., MainWindow], clock: VirtualClock
) -> None:
    window = open_window("scenarios")
    scenarios = window.screen_shown()
    assert isinstance(scenarios, ScenariosScreen)
    scenarios.page.phone_test.click()
    assert isinstance(window.screen_shown(), PhoneTest)
    clock.advance(1.0)
    press(window, Qt.Key.Key_Escape)
    assert window.screen_shown() is scenarios
