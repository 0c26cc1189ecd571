"""A sitting: from the offer on Today through its calls to the closing page."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.trainer.practice.measured import one
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.practice.sitting import Closing
from ui.main_window import MainWindow
from ui.models.scenario_list import SCENARIO_ROLE, WORDS_ROLE
from ui.models.sitting_words import done_words, ended_words, fix_words, left_words, met_words
from ui.sitting_bar import SittingBar
from ui.widgets.sitting_offer import SittingOffer

Open = Callable[..., MainWindow]


def texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def begin(window: MainWindow, qtbot: QtBot, minutes: int = 5) -> SittingBar:
    window.findChild(SittingOffer).wanted.emit(minutes)
    bar = window.findChild(SittingBar)
    qtbot.waitUntil(bar.isVisible)
    return bar


def test_a_sitting_goes_through_its_plan_and_ends_on_one_page(
    open_window: Open, services: FakeServices, qtbot: QtBot, clock: VirtualClock
) -> None:
    window = open_window()
    bar = begin(window, qtbot)
    plan = services.practice.on.plan
    assert bar.words.text() == f"Sitting: 0 of {len(plan)}, 5 minutes left."
    assert not window.findChild(SittingOffer).isVisible()
    for number, item in enumerate(plan, start=1):
        clock.advance(1.0)
        press(window, Qt.Key.Key_N)
        assert services.calls.asked[-1] == ("start", item.scenario_id)
        assert not bar.isVisible()
        window.go("feedback")
        assert bar.words.text().startswith(f"Sitting: {number} of {len(plan)}")
    services.practice.history = [one(1, sitting="sitting-1", fix="one-ask")]
    clock.advance(1.0)
    press(window, Qt.Key.Key_N)
    assert window.screen_name == "sitting"
    assert services.practice.sitting() is None
    qtbot.waitUntil(lambda: "The one thing to change: “one ask”." in texts(window))
    clock.advance(1.0)
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "today"
    assert not bar.isVisible()


def test_start_on_today_counts_as_well(
    open_window: Open, services: FakeServices, qtbot: QtBot, clock: VirtualClock
) -> None:
    window = open_window()
    bar = begin(window, qtbot)
    assert bar.next.kind == "quiet", "Start is the one that is seen"
    clock.advance(1.0)
    first = services.practice.on.plan[0].scenario_id
    press(window, Qt.Key.Key_Return)
    assert services.calls.asked == [("start", first)]
    window.go("feedback")
    assert bar.words.text().startswith("Sitting: 1 of")
    assert bar.next.kind == "soft"


def test_when_the_time_is_over_the_next_thing_is_the_end(
    services: FakeServices, clock: VirtualClock, qtbot: QtBot
) -> None:
    gone: list[tuple[str, str | None]] = []
    services.practice.begin_sitting(5, one().day, [scenario.id for scenario in services.scenarios])
    bar = SittingBar(services, lambda screen, subject=None: gone.append((screen, subject)), clock)
    qtbot.addWidget(bar)
    bar.settle(True, None)
    clock.advance(301.0)
    bar.settle(True, None)
    assert bar.words.text().endswith("the time is over.")
    assert bar.next.text() == "See what it came to"
    bar.next.click()
    assert gone == [("sitting", "sitting-1")]


def test_what_belongs_to_the_sitting_is_marked_among_what_is_due(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window()
    begin(window, qtbot)
    listed = window.screen_shown()._list
    planned = {item.scenario_id for item in services.practice.on.plan}
    lines = {
        listed.model().index(row, 0).data(SCENARIO_ROLE).id: listed.model().index(row, 0).data(WORDS_ROLE)[0]
        for row in range(listed.model().rowCount())
    }
    assert {one for one, words in lines.items() if "in this sitting" in words} == planned & lines.keys()
    assert planned & lines.keys()


def test_a_sitting_without_a_judged_take_is_not_praised(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("sitting", "never-begun")
    qtbot.waitUntil(lambda: "The sitting is over" in texts(window))
    assert "No take of this sitting has been judged." in texts(window)
    assert "The fix that recurs" not in texts(window)


def test_a_sitting_can_be_ended_early(open_window: Open, services: FakeServices, qtbot: QtBot) -> None:
    window = open_window()
    bar = begin(window, qtbot, 20)
    bar.end.click()
    assert window.screen_name == "sitting"
    qtbot.waitUntil(lambda: "No take of this sitting has been judged." in texts(window))


EMPTY = Closing(takes=0, prospects=0, speech_s=0.0, met=0, decided=0, fix=None, fix_takes=0, new_prospects=0)


@pytest.mark.parametrize(
    ("closing", "words"),
    [
        (EMPTY, "No take of this sitting has been judged."),
        (replace(EMPTY, takes=1, prospects=1, speech_s=20.0), "1 take with 1 prospect, 20 s of speaking."),
        (
            replace(EMPTY, takes=6, prospects=5, speech_s=200.0, new_prospects=2),
            "6 takes with 5 prospects, 3 minutes of speaking. You had never called 2 of them before.",
        ),
    ],
)
def test_what_was_done_in_words(closing: Closing, words: str) -> None:
    assert done_words(closing) == words


def test_the_fix_and_the_time_in_words() -> None:
    again = replace(EMPTY, takes=6, fix="one-ask", fix_takes=4, met=50, decided=60)
    assert fix_words(again, lambda _: "One ask") == "The same thing in 4 of 6: “one ask”."
    assert fix_words(replace(EMPTY, takes=2, met=9, decided=9), str) == "Nothing that counts was missed."
    assert fix_words(EMPTY, str) == "", "no praise for nothing"
    assert (ended_words(again), ended_words(EMPTY)) == ("That was it", "The sitting is over")
    assert (met_words(again), met_words(EMPTY)) == ("50 of 60 checks met", "")
    assert left_words("Sitting", 1, 6, 59.0) == "Sitting: 1 of 6, less than a minute left."
    assert left_words("Sitting", 1, 6, 61.0) == "Sitting: 1 of 6, 1 minute left."
    assert left_words("Phone test", 1, 8, math.inf) == "Phone test: 1 of 8."


def test_a_scenario_that_was_removed_meanwhile_is_passed_by(
    open_window: Open, services: FakeServices, qtbot: QtBot, clock: VirtualClock
) -> None:
    window = open_window()
    begin(window, qtbot)
    first, second = (item.scenario_id for item in services.practice.on.plan[:2])
    services.scenarios = tuple(one for one in services.scenarios if one.id != first)
    clock.advance(1.0)
    press(window, Qt.Key.Key_N)
    assert services.calls.asked[-1] == ("start", second)
