"""Draw the line, worked by its keys: tries, waits, what to make of them, moving on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import Announcer, FakeServices
from tests.ui.sample_decisions import DRAW_THE_LINE, decided_attempt, show
from trainer.records import Calendar, TryMade
from ui.main_window import MainWindow
from ui.screens.draw_the_line import DrawTheLine
from ui.widgets.tries_calendar import TriesCalendar
from ui.widgets.tries_card import TriesCard
from ui.widgets.tries_page import TriesPage

MADE = (
    TryMade(day=1, minute=570, left=True, meets="mailbox"),
    TryMade(day=3, minute=570, left=False, meets="call-tomorrow"),
)
CHOICES = ("call", "leave", "wait", "another-way", "move-on")


class Stage:
    """The window at the drill, the one who announces what happens, and the keys' clock."""

    def __init__(self, qtbot: QtBot, window: MainWindow, says: Announcer, clock: VirtualClock) -> None:
        self.qtbot, self.window, self.says, self.clock = qtbot, window, says, clock
        page = window.screen_shown()
        assert isinstance(page, DrawTheLine)
        self.page = page
        self.shown = window.findChild(TriesPage)

    def reach(self, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.state == state)
        self.clock.advance(1.0)

    def ask(self, made: tuple[TryMade, ...] = MADE, since: str = "") -> None:
        calendar = Calendar(day=3, minute=570, made=made, since=since)
        self.says.deciding("next-try", *CHOICES, calendar=calendar)
        self.reach("next-try")


@pytest.fixture
def stage(qtbot: QtBot, open_window, announcer: Callable[..., Announcer], clock: VirtualClock) -> Stage:
    return Stage(qtbot, open_window("call", DRAW_THE_LINE), announcer(DRAW_THE_LINE), clock)


def test_it_begins_at_once_and_tells_where_you_stand(stage: Stage, services: FakeServices) -> None:
    assert services.calls.asked == [("start", DRAW_THE_LINE)]
    stage.ask(since="Nothing has come from him.")
    assert stage.shown.story() == "Nothing has come from him."
    assert stage.shown.standing() == "2 tries. Your line is 7."
    days = stage.window.findChild(TriesCalendar)
    assert days.accessibleName() == "Today is Wednesday of week 1."
    assert days.accessibleDescription() == (
        "Monday of week 1: message, their mailbox. Wednesday of week 1: call, “call me tomorrow”."
    )


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (Qt.Key.Key_C, "call"),
        (Qt.Key.Key_L, "leave"),
        (Qt.Key.Key_1, "wait=14400"),
        (Qt.Key.Key_2, "wait=86400"),
        (Qt.Key.Key_3, "wait=172800"),
        (Qt.Key.Key_4, "wait=604800"),
        (Qt.Key.Key_W, "another-way"),
        (Qt.Key.Key_N, "move-on"),
    ],
)
def test_every_choice_has_a_key(stage: Stage, services: FakeServices, key: Qt.Key, choice: str) -> None:
    stage.ask()
    press(stage.window, key)
    assert services.calls.asked[-1] == ("decide", choice)


def test_a_line_is_read_can_be_cut_short_and_is_asked_about(stage: Stage, services: FakeServices) -> None:
    stage.ask()
    press(stage.window, Qt.Key.Key_C)
    stage.reach("line")
    stage.says.line()
    heard = f"“{stage.says.scenario.prompts[0].text}”"
    stage.qtbot.waitUntil(lambda: stage.shown.story() == heard)
    press(stage.window, Qt.Key.Key_Space)
    assert services.calls.asked[-1] == ("turn_done",)
    stage.says.deciding("reading", "interest", "brush-off", "neither", calendar=Calendar(day=3, minute=570))
    stage.reach("reading")
    assert stage.shown.story() == heard
    press(stage.window, Qt.Key.Key_B)
    assert services.calls.asked[-1] == ("decide", "brush-off")


def test_what_is_known_is_there_at_first_and_on_its_key(stage: Stage) -> None:
    stage.ask()
    assert stage.shown.known.isVisible()
    press(stage.window, Qt.Key.Key_2)
    assert not stage.shown.known.isVisible()
    press(stage.window, Qt.Key.Key_M)
    assert stage.shown.known.isVisible()


def test_a_hasty_space_decides_nothing(stage: Stage, services: FakeServices) -> None:
    stage.ask()
    press(stage.window, Qt.Key.Key_Space)
    assert services.calls.asked == [("start", DRAW_THE_LINE)]


def test_the_profiles_line_holds_where_there_is_a_profile(
    qtbot: QtBot,
    open_window,
    announcer: Callable[..., Announcer],
    clock: VirtualClock,
    services: FakeServices,
) -> None:
    profile = replace(services.settings.profile, own_limit=10)
    services.settings = replace(services.settings, profile=profile)
    stage = Stage(qtbot, open_window("call", DRAW_THE_LINE), announcer(DRAW_THE_LINE), clock)
    stage.ask()
    assert stage.shown.standing() == "2 tries. Your line is 10."


def test_moving_on_shows_the_tries_and_what_they_are_worth(stage: Stage, services: FakeServices) -> None:
    tries = [("try", f"day {day} 10:00 call") for day in (1, 2)]
    attempt = decided_attempt(DRAW_THE_LINE, *tries, ("moved-on", "day 2"), guide="introduce")
    show(services, attempt)
    services.review.attempts = {"attempt-1": attempt}
    stage.ask()
    press(stage.window, Qt.Key.Key_N)
    stage.says.ended()
    stage.reach("ended")
    stage.says.judged(attempt)
    stage.qtbot.waitUntil(lambda: stage.window.screen_name == "feedback")
    feedback = stage.window.screen_shown()
    stage.qtbot.waitUntil(lambda: feedback.findChild(TriesCard).isVisible())
    assert feedback.findChild(TriesCard).standing() == "2 tries. Your line is 7."


def test_leaving_the_page_leaves_the_run(stage: Stage, services: FakeServices) -> None:
    stage.ask()
    press(stage.window, Qt.Key.Key_Escape)
    assert stage.window.screen_name == "today"
    assert services.calls.asked[-1] == ("leave",)


def test_what_goes_wrong_is_said_and_can_be_tried_again(stage: Stage, services: FakeServices) -> None:
    stage.ask()
    stage.says.trouble("The disk is full.", fatal=True)
    stage.reach("trouble")
    press(stage.window, Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("start", DRAW_THE_LINE)
