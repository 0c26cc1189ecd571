from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui import sample_feedback
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, Announcer, FakeServices
from trainer.errors import DeviceError
from trainer.practice.round import Round
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.round_control import RoundControl
from ui.screens.round import RoundScreen
from ui.widgets.label import Label

PLAN = Round(calls=2, minutes=2, limit_s=15)


class Stage:
    """The round's screen with a clock that moves when told; two calls of the same prospect."""

    def __init__(
        self, qtbot: QtBot, services: FakeServices, bridge: Bridge, window: MainWindow, clock: VirtualClock
    ) -> None:
        self.qtbot, self.services, self.bridge, self.window, self.clock = (
            qtbot, services, bridge, window, clock
        )  # fmt: skip
        page = window.screen_shown()
        assert isinstance(page, RoundScreen)
        self.page = page
        self.control = page.control
        self.control._clock, self.control._rng = clock, random.Random(1)

    def asked(self) -> list[tuple[str, ...]]:
        return [one for one in self.services.calls.asked if one[0] == "ring"]

    def next_call(self) -> Announcer:
        """Let the time pass until the next one rings."""
        before = len(self.asked())
        self.clock.advance(61.0)
        self.control.look()
        assert len(self.asked()) == before + 1
        self.qtbot.waitUntil(lambda: self.window.screen_name == "call")
        on = self.services.calls.on
        assert on is not None
        scenario = next(one for one in self.services.scenarios if one.id == on.scenario_id)
        says = Announcer(self.bridge.post, scenario, on.attempt_id)
        says.ring(1)
        return says

    def hang_up(self, says: Announcer, *, kept: bool = True) -> None:
        self.services.calls.on = None
        says.ended(kept=kept)
        self.qtbot.waitUntil(lambda: self.window.screen_name == "round")

    def hear(self, says: Announcer) -> None:
        attempt = replace(sample_feedback.call_back(), id=says.attempt_id)
        self.services.review.attempts[attempt.id] = attempt
        says.judged(attempt)

    def miss(self, says: Announcer) -> None:
        missed = replace(
            sample_feedback.call_back(), id=says.attempt_id, state="missed-ring", turns=(), feedback=None
        )
        self.services.review.attempts[missed.id] = missed
        self.hang_up(says, kept=False)
        says.missed()

    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(Label) if label.isVisible()]


@pytest.fixture
def stage(
    qtbot: QtBot,
    services: FakeServices,
    bridge: Bridge,
    open_window: Callable[..., MainWindow],
    clock: VirtualClock,
) -> Stage:
    services.scenarios = tuple(one for one in services.scenarios if one.id == CALL_BACK)
    return Stage(qtbot, services, bridge, open_window("round"), clock)


def test_two_calls_ring_by_themselves_and_end_in_one_sheet(stage: Stage) -> None:
    stage.control.start(PLAN)
    assert stage.page.wait.texts()[0] == "Call 1 of 2 comes when it likes"
    first = stage.next_call()
    stage.hang_up(first)
    assert stage.page.wait.texts()[0] == "Call 2 of 2 comes when it likes"
    second = stage.next_call()
    stage.hang_up(second)
    assert stage.control.state == "hearing"
    assert stage.page.wait.texts()[0] == "Listening to what you said"
    stage.hear(first)
    stage.hear(second)
    stage.qtbot.waitUntil(lambda: stage.control.state == "done")
    assert "2 calls, and how each began" in stage.texts()
    assert stage.texts().count("Dana Whitfield") == 2
    assert stage.window.messages.isHidden()


def test_answers_are_as_long_as_the_round_allows(stage: Stage) -> None:
    lengths: list[float | None] = []
    ring = stage.services.calls.ring

    def listen(scenario_id: str, max_seconds: float | None = None) -> object:
        lengths.append(max_seconds)
        return ring(scenario_id, max_seconds)

    stage.services.calls.ring = listen  # type: ignore[method-assign, assignment]
    stage.control.start(PLAN)
    stage.next_call()
    assert lengths == [15]


def test_a_missed_call_is_a_line_of_the_sheet_and_the_round_goes_on(stage: Stage) -> None:
    stage.control.start(PLAN)
    stage.miss(stage.next_call())
    assert stage.control.state == "waiting"
    second = stage.next_call()
    stage.hang_up(second)
    stage.hear(second)
    stage.qtbot.waitUntil(lambda: stage.control.state == "done")
    assert "Missed" in stage.texts()


def test_no_ring_comes_before_its_moment_or_right_after_a_call(stage: Stage) -> None:
    stage.control.start(PLAN)
    stage.control.look()
    assert stage.asked() == []
    first = stage.next_call()
    stage.clock.advance(100.0)
    stage.hang_up(first)
    stage.control.look()
    assert len(stage.asked()) == 1
    stage.clock.advance(5.0)
    stage.control.look()
    assert len(stage.asked()) == 2


def test_it_ends_early_by_esc_with_what_there_is(stage: Stage) -> None:
    stage.control.start(PLAN)
    first = stage.next_call()
    stage.hang_up(first)
    stage.clock.advance(1.0)
    press(stage.window, Qt.Key.Key_Escape)
    assert stage.control.state == "hearing"
    stage.hear(first)
    stage.qtbot.waitUntil(lambda: stage.control.state == "done")
    assert "1 call, and how it began" in stage.texts()


def test_ended_before_the_first_call_it_offers_another(stage: Stage) -> None:
    stage.control.start(PLAN)
    stage.control.end()
    assert stage.control.state == "idle"
    assert stage.page.setup.isVisible()


def test_from_the_choices_by_keyboard(stage: Stage) -> None:
    stage.page.setup.calls.setCurrentIndex(stage.page.setup.calls.findText("2 calls"))
    press(stage.window, Qt.Key.Key_Return)
    assert stage.control.state == "waiting"
    assert stage.control.plan == Round(calls=2)


def test_without_a_microphone_it_says_why(stage: Stage) -> None:
    stage.services.calls.no_line = DeviceError("There is no microphone.", "Connect one.")
    stage.control.start(PLAN)
    stage.clock.advance(61.0)
    stage.control.look()
    stage.qtbot.waitUntil(lambda: stage.control.state == "idle")
    assert "There is no microphone. Connect one." in stage.texts()


def test_a_line_shows_its_call(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start(Round(calls=1, minutes=1))
    first = stage.next_call()
    stage.hang_up(first)
    stage.hear(first)
    stage.qtbot.waitUntil(lambda: stage.control.state == "done")
    stage.page.sheet.chosen.emit(first.attempt_id)
    assert stage.window.screen_name == "feedback"
    assert ("attempt", first.attempt_id) in stage.services.review.asked
    stage.window.go("round")
    assert stage.page.setup.isVisible()


def test_without_call_backs_nobody_can_ring(stage: Stage) -> None:
    stage.services.scenarios = ()
    stage.control.start(PLAN)
    assert stage.control.state == "idle"
    assert any("nobody can ring" in text for text in stage.texts())


def test_it_looks_by_itself(qtbot: QtBot, services: FakeServices, bridge: Bridge) -> None:
    went: list[str] = []
    clock = VirtualClock()
    control = RoundControl(services, bridge, lambda screen, subject=None: went.append(screen), clock=clock)
    control.start(PLAN)
    clock.advance(61.0)
    qtbot.waitUntil(lambda: went == ["call"])
    control.end()


def test_a_call_in_which_nothing_was_recorded_does_not_hold_up_the_sheet(stage: Stage) -> None:
    stage.control.start(Round(calls=1, minutes=1))
    only = stage.next_call()
    silent = replace(sample_feedback.call_back(), id=only.attempt_id, state="set-aside", feedback=None)
    stage.services.review.attempts[silent.id] = silent
    stage.hang_up(only)
    assert stage.control.state == "hearing"
    only.trouble("Your microphone delivered nothing but silence.", fatal=True)
    stage.qtbot.waitUntil(lambda: stage.control.state == "done")
    assert "Your microphone delivered nothing but silence." in stage.texts()
