from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui import sample_feedback
from tests.ui.fakes import CALL_BACK, VOICEMAIL, Announcer, FakeServices
from trainer import events
from trainer.errors import DeviceError, StoreError
from trainer.practice.ambush import SNOOZE_S, Within
from trainer.practice.own_message import own_message
from ui.ambush_control import AmbushControl
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.models.ambush_words import LAPSED, NO_CALL_BACK
from ui.screens.call import Call

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Day:
    """The window at Today, something armed at noon, and a wall clock that moves when told."""

    def __init__(
        self, qtbot: QtBot, services: FakeServices, bridge: Bridge, window: MainWindow, clock: VirtualClock
    ) -> None:
        self.qtbot, self.services, self.bridge, self.window, self.clock = (
            qtbot, services, bridge, window, clock
        )  # fmt: skip
        self.now = NOON
        services.scenarios = tuple(one for one in services.scenarios if one.id in (CALL_BACK, VOICEMAIL))
        self.control = AmbushControl(services, bridge, window, now=lambda: self.now, clock=clock)
        self.keeper = services.ambush
        self.ring_window = self.control.ring_window
        scenario = next(one for one in services.scenarios if one.id == CALL_BACK)
        self.says = Announcer(bridge.post, scenario)

    def arm(self, minutes: int = 40) -> None:
        assert self.keeper.arm(Within(minutes=minutes), self.now, self.services.settings.ambush) is None

    def look_at_the_moment(self) -> None:
        assert self.keeper.diary.armed
        self.now = datetime.fromtimestamp(self.keeper.diary.armed.moment_utc_s, UTC)
        self.control.look()
        self.settle()

    def settle(self) -> None:
        """Let everything that was announced so far arrive."""
        self.bridge.post(events.WordsHeard(attempt_id="", text=""))
        with self.qtbot.waitSignal(self.bridge.core_event):
            pass

    def ring(self) -> None:
        self.arm()
        self.look_at_the_moment()
        self.says.dialling()
        self.says.ring(1)
        self.qtbot.waitUntil(self.ring_window.isVisible)
        self.clock.advance(1.0)

    def texts(self) -> list[str]:
        return [label.text() for label in self.ring_window.findChildren(QLabel) if label.isVisible()]

    def asked(self, what: str) -> list[tuple[str, ...]]:
        return [one for one in self.services.calls.asked if one[0] == what]


@pytest.fixture
def day(
    qtbot: QtBot,
    services: FakeServices,
    bridge: Bridge,
    open_window: Callable[..., MainWindow],
    clock: VirtualClock,
) -> Iterator[Day]:
    made = Day(qtbot, services, bridge, open_window(), clock)
    yield made
    made.control.close()


def test_nothing_rings_before_its_moment_and_then_it_does(day: Day) -> None:
    day.arm()
    day.control.look()
    assert day.asked("ring") == []
    day.look_at_the_moment()
    assert day.asked("ring") == [("ring", CALL_BACK)]
    assert day.keeper.diary.armed is None
    assert day.keeper.diary.rings == 1
    assert not day.ring_window.isVisible()  # until it is heard
    day.says.ring(1)
    day.qtbot.waitUntil(day.ring_window.isVisible)


def test_it_looks_by_itself_once_started(day: Day) -> None:
    day.arm(0)
    day.control.start()
    day.qtbot.waitUntil(lambda: bool(day.asked("ring")))


def test_answering_brings_the_call_to_the_front_and_does_not_start_another(day: Day) -> None:
    day.ring()
    QTest.mouseClick(day.ring_window.answer, Qt.MouseButton.LeftButton)
    assert day.asked("answer") == [("answer",)]
    assert not day.ring_window.isVisible()
    assert day.window.screen_name == "call"
    assert day.asked("start") == []
    day.says.your_turn()
    page = day.window.screen_shown()
    assert isinstance(page, Call)
    day.qtbot.waitUntil(lambda: page.state == "turn")
    day.says.ended()
    day.qtbot.waitUntil(lambda: page.state == "hearing")


def test_who_went_to_the_ringing_call_sees_one_button_and_does_not_lose_it(day: Day) -> None:
    day.ring()
    day.window.resize(900, 640)
    day.window.go("call", CALL_BACK)
    page = day.window.screen_shown()
    assert isinstance(page, Call)
    assert day.ring_window.isVisible(), "until the page has the ring"
    QTest.mouseClick(day.ring_window.answer, Qt.MouseButton.LeftButton)
    assert [one[0] for one in day.services.calls.asked] == ["ring", "answer"], "neither left nor begun again"
    day.says.your_turn()
    day.qtbot.waitUntil(lambda: page.state == "turn")


def test_a_ring_that_the_page_shows_has_no_window_of_its_own(day: Day) -> None:
    day.ring()
    day.window.go("call", CALL_BACK)
    day.says.ring(2)
    day.qtbot.waitUntil(lambda: not day.ring_window.isVisible())
    page = day.window.screen_shown()
    assert isinstance(page, Call)
    assert page._ringing.answer.isVisible()


def test_answering_a_ring_that_has_just_stopped_does_not_ring_again(day: Day) -> None:
    day.ring()
    day.services.calls.on = None
    QTest.mouseClick(day.ring_window.answer, Qt.MouseButton.LeftButton)
    assert day.asked("start") == day.asked("answer") == []
    day.says.missed()
    day.settle()
    assert day.keeper.diary.missed is not None


def test_not_now_rings_again_in_five_minutes_with_the_same_one(day: Day) -> None:
    day.ring()
    QTest.mouseClick(day.ring_window.not_now, Qt.MouseButton.LeftButton)
    assert day.asked("leave") == [("leave",)]
    day.services.calls.on = None
    assert not day.ring_window.isVisible()
    day.says.ended(kept=False)
    day.settle()
    armed = day.keeper.diary.armed
    assert armed is not None
    assert (armed.moment_utc_s, armed.scenario_id) == (day.now.timestamp() + SNOOZE_S, CALL_BACK)
    day.look_at_the_moment()
    assert day.asked("ring") == [("ring", CALL_BACK)] * 2
    assert day.keeper.diary.rings == 1


def test_a_missed_ring_is_told_on_today_and_called_back_from_there(day: Day) -> None:
    day.ring()
    day.services.calls.on = None
    day.says.ended(kept=False)
    day.says.missed()
    day.qtbot.waitUntil(lambda: day.keeper.diary.missed is not None)
    assert not day.ring_window.isVisible()
    assert day.window.messages.isHidden()


def test_elsewhere_a_missed_ring_is_told_in_the_message_bar(day: Day) -> None:
    day.window.go("history")
    day.ring()
    day.services.calls.on = None
    day.says.missed()
    day.qtbot.waitUntil(day.window.messages.isVisible)
    assert "Dana Whitfield rang at" in day.window.messages.text
    day.window.messages.act()
    assert day.window.screen_name == "call"
    assert day.asked("start") == [("start", CALL_BACK)]
    assert day.keeper.diary.missed is None


@pytest.mark.parametrize("what", ["call", "test"])
def test_it_does_not_ring_into_a_call_or_a_microphone_test(day: Day, what: str) -> None:
    if what == "call":
        day.services.calls.on = events.RunningCall(attempt_id="other", scenario_id=VOICEMAIL)
    else:
        day.services.listening.record_test(5.0)
    day.arm()
    day.look_at_the_moment()
    assert day.asked("ring") == []
    assert day.keeper.diary.armed is not None
    day.services.calls.on = None
    day.services.listening.stop_test()
    day.control.look()
    assert day.asked("ring") == [("ring", CALL_BACK)]


def test_without_a_microphone_it_is_kept_as_missed_with_the_reason(day: Day) -> None:
    day.services.calls.no_line = DeviceError("There is no microphone.", "Connect one.")
    day.arm()
    day.look_at_the_moment()
    why = "It could not ring. There is no microphone. Connect one."
    assert day.asked("keep_missed") == [("keep_missed", CALL_BACK, why)]
    assert day.keeper.obstacle == why
    assert day.keeper.diary.armed is None
    assert day.keeper.diary.rings == 0
    assert day.keeper.diary.missed
    assert day.keeper.diary.missed.why == why
    day.control.look()
    assert len(day.asked("ring")) == 1


def test_a_history_that_cannot_be_written_leaves_it_armed_and_it_tries_again(day: Day) -> None:
    day.services.calls.no_line = StoreError("The disk is full.", "Make room.")
    day.arm()
    day.look_at_the_moment()
    assert day.keeper.obstacle == "It could not ring. The disk is full. Make room."
    assert day.keeper.diary.armed is not None
    day.control.look()
    assert len(day.asked("ring")) == 1  # not every second
    day.services.calls.no_line = None
    day.clock.advance(61.0)
    day.control.look()
    day.settle()
    assert len(day.asked("ring")) == 2
    assert day.keeper.obstacle == ""


def test_a_window_that_is_over_says_so(day: Day) -> None:
    day.arm()
    day.now += timedelta(hours=3)
    day.control.look()
    assert day.keeper.diary.armed is None
    assert day.keeper.obstacle == LAPSED
    assert day.asked("ring") == []


def test_without_call_backs_nobody_can_ring(day: Day) -> None:
    day.services.scenarios = ()
    day.arm()
    day.look_at_the_moment()
    assert day.keeper.obstacle == NO_CALL_BACK
    assert day.keeper.diary.armed is None


def test_a_ring_that_another_call_has_ended_goes_away(day: Day) -> None:
    """The user starts a drill in the window while it rings."""
    day.ring()
    day.says.ended(kept=False)
    day.qtbot.waitUntil(lambda: not day.ring_window.isVisible())
    day.services.calls.on = None
    day.arm()
    day.look_at_the_moment()
    assert len(day.asked("ring")) == 2


def test_a_take_that_is_played_is_silenced(day: Day) -> None:
    day.arm()
    day.look_at_the_moment()
    assert ("stop",) in day.services.listening.asked


def test_the_message_that_was_left_can_be_heard_and_is_silenced_by_answering(day: Day) -> None:
    day.services.review.own_message = own_message(sample_feedback.voicemail())
    day.ring()
    left = day.ring_window.left
    day.qtbot.waitUntil(left.play.isVisible)
    assert any(text.startswith("Northgate Logistics\nYou left Dana a message ") for text in day.texts())
    QTest.mouseClick(left.play, Qt.MouseButton.LeftButton)
    assert day.services.listening.asked[-1][0] == "play_take"
    QTest.mouseClick(day.ring_window.answer, Qt.MouseButton.LeftButton)
    assert day.services.listening.asked[-1] == ("stop",)


def test_without_a_message_of_ones_own_the_scenarios_words_are_shown(day: Day) -> None:
    day.ring()
    assert not day.ring_window.left.play.isVisible()
    assert any(text.startswith("“Priya Patel asked me") for text in day.texts())
