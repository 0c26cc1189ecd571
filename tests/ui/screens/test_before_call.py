"""Between Start and the dial tone: what are you selling, three seconds, and the points on a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, ELEVATOR, VOICEMAIL, Announcer, FakeServices
from trainer import events
from trainer.records import KeyPoint, MyPoints
from ui.main_window import MainWindow
from ui.models.points_words import PointLine
from ui.screens.call import Call
from ui.widgets.before_page import BeforePage
from ui.widgets.call_parts import Ringing
from ui.widgets.points_card import PointsCard

LIVE, MAILBOX = "voicemail-follow-up-coffee", "voicemail-warm-wine"
"""Somebody picks up; somebody might have."""
POINTS = MyPoints(who="Sam, Fieldline", why="two bills too many", must=("why",))


class Stage:
    """A window that is about to hold a call."""

    def __init__(self, qtbot: QtBot, window: MainWindow, clock: VirtualClock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock
        page = window.screen_shown()
        assert isinstance(page, Call)
        self.page, self.before = page, window.findChild(BeforePage)
        clock.advance(1.0)

    def press(self, key: Qt.Key) -> None:
        press(self.window, key)
        self.clock.advance(1.0)

    def second(self) -> None:
        """A second passes."""
        self.before.ticks.timeout.emit()

    def texts(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def stage(
    qtbot: QtBot, open_window: Callable[..., MainWindow], services: FakeServices, clock: VirtualClock
) -> Callable[..., Stage]:
    def at(scenario: str, *, counts: bool = True, size: tuple[int, int] = (1280, 800)) -> Stage:
        services.settings = replace(services.settings, countdown=counts)
        return Stage(qtbot, open_window("call", scenario, size), clock)

    return at


@pytest.mark.parametrize("scenario", [VOICEMAIL, ELEVATOR])
def test_a_call_begins_after_three_seconds(
    stage: Callable[..., Stage], services: FakeServices, scenario: str
) -> None:
    call = stage(scenario)
    assert (call.page.state, call.before.ring.words()) == ("before", "3 s left")
    assert call.before.ticks.isActive()
    call.second()
    call.second()
    assert call.before.ring.words() == "1 s left"
    assert services.calls.asked == []
    call.second()
    assert services.calls.asked == [("start", scenario)]
    assert call.page.state == "calling"
    assert not call.before.ticks.isActive()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_begins_at_once_and_only_once(
    stage: Callable[..., Stage], services: FakeServices, key: Qt.Key
) -> None:
    call = stage(VOICEMAIL)
    call.press(key)
    call.press(key)
    assert services.calls.asked == [("start", VOICEMAIL)]


def test_escape_goes_back_and_nothing_begins(stage: Callable[..., Stage], services: FakeServices) -> None:
    call = stage(VOICEMAIL)
    call.press(Qt.Key.Key_Escape)
    assert call.window.screen_name == "today"
    assert not call.before.ticks.isActive()
    assert services.calls.asked == []


def test_a_phone_that_rings_is_not_counted_down(stage: Callable[..., Stage], services: FakeServices) -> None:
    call = stage(CALL_BACK)
    assert services.calls.asked == [("start", CALL_BACK)]
    assert call.page.state == "calling"


def test_a_call_that_is_on_is_taken_over_without_counting(
    stage: Callable[..., Stage], services: FakeServices
) -> None:
    services.calls.on = events.RunningCall(attempt_id="attempt-1", scenario_id=CALL_BACK)
    assert stage(CALL_BACK).page.state == "calling"
    assert services.calls.asked == []


def test_what_an_earlier_call_still_announces_leads_nowhere_meanwhile(
    stage: Callable[..., Stage], announcer: Callable[..., Announcer]
) -> None:
    call = stage(VOICEMAIL)
    announcer(VOICEMAIL).ended(kept=False)
    call.qtbot.wait(0)
    assert (call.window.screen_name, call.page.state) == ("call", "before")


@pytest.mark.parametrize("scenario", [LIVE, MAILBOX])
@pytest.mark.parametrize(
    ("key", "sold"), [(Qt.Key.Key_1, "call-back"), (Qt.Key.Key_2, "meeting"), (Qt.Key.Key_Return, "")]
)
@pytest.mark.parametrize("counts", [True, False])
def test_what_is_sold_is_asked_where_somebody_may_answer(
    stage: Callable[..., Stage], services: FakeServices, scenario: str, key: Qt.Key, sold: str, counts: bool
) -> None:
    call = stage(scenario, counts=counts)
    assert call.before.asking
    call.press(key)
    if counts:
        assert services.calls.asked == []
        call.press(Qt.Key.Key_Return)
    expected = [("start", scenario)] + ([("decide", sold)] if sold else [])
    assert services.calls.asked == expected


def test_starting_over_says_again_what_is_sold(
    stage: Callable[..., Stage], services: FakeServices, announcer: Callable[..., Announcer]
) -> None:
    call = stage(MAILBOX, counts=False)
    call.press(Qt.Key.Key_2)
    announcer(MAILBOX).your_turn()
    call.qtbot.waitUntil(lambda: call.page.state == "turn")
    call.page._line.start_over.click()
    assert services.calls.asked[-2:] == [("start_over",), ("decide", "meeting")]


def test_a_hasty_space_answers_no_question(stage: Callable[..., Stage], services: FakeServices) -> None:
    call = stage(LIVE)
    call.press(Qt.Key.Key_Space)
    assert call.before.asking
    assert services.calls.asked == []


# --------------------------------------------------------------------------- my points


def card(call: Stage) -> PointsCard:
    return next(one for one in call.window.findChildren(PointsCard) if one is call.page._points.card)


def test_points_are_seen_before_the_call_and_on_a_key_during_it(
    stage: Callable[..., Stage], services: FakeServices, announcer: Callable[..., Announcer]
) -> None:
    services.practice.points = {"dana-whitfield": POINTS}
    call = stage(VOICEMAIL)
    lines = (PointLine("Who", "Sam, Fieldline"), PointLine("Why", "two bills too many", True))
    call.qtbot.waitUntil(call.before.points.isVisible)
    assert call.before.points.lines() == lines
    call.press(Qt.Key.Key_Return)
    announcer(VOICEMAIL).your_turn()
    call.qtbot.waitUntil(lambda: call.page.state == "turn")
    call.clock.advance(1.0)
    assert not card(call).isVisible()
    call.press(Qt.Key.Key_M)
    assert card(call).isVisible()
    assert card(call).lines() == lines


def test_showing_them_is_remembered_for_the_next_call(
    stage: Callable[..., Stage], services: FakeServices, announcer: Callable[..., Announcer]
) -> None:
    call = stage(VOICEMAIL, counts=False)
    announcer(VOICEMAIL).your_turn()
    call.qtbot.waitUntil(lambda: call.page.state == "turn")
    call.clock.advance(1.0)
    call.press(Qt.Key.Key_M)
    assert services.settings.points_in_call is True
    call.window.go("today")
    call.window.go("call", ELEVATOR)
    announcer(ELEVATOR, "attempt-2").your_turn()
    call.qtbot.waitUntil(lambda: call.page.state == "turn" and card(call).isVisible())


def test_without_own_points_those_of_the_script_are_shown(
    stage: Callable[..., Stage], services: FakeServices, announcer: Callable[..., Announcer]
) -> None:
    services.practice.script = (KeyPoint(text="two bills"),)
    call = stage(VOICEMAIL)
    call.qtbot.waitUntil(lambda: card(call).lines() == (PointLine("", "two bills"),))


def test_without_any_points_there_is_what_the_user_knows(stage: Callable[..., Stage]) -> None:
    call = stage(VOICEMAIL)
    assert not call.before.points.isVisible()
    known = call.page._scenario.you_know
    assert {line.text for line in card(call).lines()} >= set(known)


def test_a_phone_that_rings_shows_the_points(
    stage: Callable[..., Stage], services: FakeServices, announcer: Callable[..., Announcer]
) -> None:
    services.practice.points = {"dana-whitfield": POINTS}
    call = stage(CALL_BACK)
    announcer(CALL_BACK).ring(1)
    ringing = call.window.findChild(Ringing)
    call.qtbot.waitUntil(ringing.points.isVisible)
    call.qtbot.waitUntil(lambda: "two bills too many" in call.texts())


@pytest.mark.parametrize(
    ("scenario", "first", "width"),
    [
        ("leave-or-not-cold-vineyard", Qt.Key.Key_Space, 1280),
        ("get-through-menu-dispatch", Qt.Key.Key_1, 900),
    ],
)
def test_the_other_calls_show_the_points_on_the_same_key(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    services: FakeServices,
    announcer: Callable[..., Announcer],
    clock: VirtualClock,
    scenario: str,
    first: Qt.Key,
    width: int,
) -> None:
    prospect = next(one for one in services.scenarios if one.id == scenario).prospect
    services.practice.points = {prospect.id: POINTS}
    window = open_window("call", scenario, (width, 640))
    page = window.screen_shown()
    points = page._points.card
    press(window, first)
    announcer(scenario).your_turn()
    qtbot.waitUntil(lambda: page.state == "turn")
    clock.advance(1.0)
    assert not points.isVisible()
    press(window, Qt.Key.Key_M)
    assert points.isVisible()
    assert points.lines()[0] == PointLine("Who", "Sam, Fieldline")
    assert services.settings.points_in_call is True
