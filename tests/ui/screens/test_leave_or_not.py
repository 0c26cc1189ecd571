"""Leave or not, worked by its keys: situation, decision, reason, message, verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import Announcer, FakeServices
from tests.ui.sample_decisions import LEAVE_OR_NOT, decided_attempt, show
from trainer.facts import FACTS, REASONS
from ui.main_window import MainWindow
from ui.screens.leave_or_not import LeaveOrNot
from ui.widgets.button import Button
from ui.widgets.call_parts import OnTheLine
from ui.widgets.decision_pages import Decide, Reasons
from ui.widgets.guess_form import GuessForm
from ui.widgets.others_card import OthersCard
from ui.widgets.pill import Pill


class Stage:
    """The window at the drill, the one who announces what happens, and the keys' clock."""

    def __init__(self, qtbot: QtBot, window: MainWindow, says: Announcer, clock: VirtualClock) -> None:
        self.qtbot, self.window, self.says, self.clock = qtbot, window, says, clock
        page = window.screen_shown()
        assert isinstance(page, LeaveOrNot)
        self.page = page

    def reach(self, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.state == state)
        self.clock.advance(1.0)

    def press(self, key: Qt.Key) -> None:
        press(self.window, key)

    def hear_greeting(self) -> None:
        self.press(Qt.Key.Key_Space)
        self.says.line()
        self.says.deciding("decision", "leave", "hang-up")
        self.qtbot.waitUntil(self.window.findChild(Decide).leave.isEnabled)
        self.clock.advance(1.0)

    def ask_why(self, decision: str) -> None:
        self.says.deciding("reason", *REASONS[decision], "say")  # type: ignore[index]
        self.reach("reason")


@pytest.fixture
def stage(qtbot: QtBot, open_window, announcer: Callable[..., Announcer], clock: VirtualClock) -> Stage:
    return Stage(qtbot, open_window("call", LEAVE_OR_NOT), announcer(LEAVE_OR_NOT), clock)


def test_the_situation_comes_first_and_space_calls(stage: Stage, services: FakeServices) -> None:
    texts = [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()]
    assert set(stage.says.scenario.you_know) <= set(texts)
    assert services.calls.asked == []
    stage.press(Qt.Key.Key_Space)
    assert services.calls.asked == [("start", LEAVE_OR_NOT)]
    assert stage.page.state == "line"


def test_nothing_can_be_decided_before_the_greeting(stage: Stage, services: FakeServices) -> None:
    stage.press(Qt.Key.Key_Space)
    stage.clock.advance(1.0)
    stage.press(Qt.Key.Key_L)
    stage.press(Qt.Key.Key_H)
    assert services.calls.asked == [("start", LEAVE_OR_NOT)]


@pytest.mark.parametrize(
    ("key", "asked"), [(Qt.Key.Key_L, ("decide", "leave")), (Qt.Key.Key_H, ("hang_up",))]
)
def test_a_key_decides_while_the_greeting_is_read(
    stage: Stage, services: FakeServices, key: Qt.Key, asked: tuple[str, ...]
) -> None:
    stage.hear_greeting()
    assert stage.window.findChild(Decide).line() == f"“{stage.says.scenario.prompts[0].text}”"
    stage.press(key)
    assert services.calls.asked[-1] == asked


def test_a_hasty_space_decides_nothing(stage: Stage, services: FakeServices) -> None:
    stage.hear_greeting()
    stage.press(Qt.Key.Key_Space)
    assert services.calls.asked == [("start", LEAVE_OR_NOT)]


@pytest.mark.parametrize("decision", ["leave", "hang-up"])
def test_reasons_are_chosen_by_number_and_gone_through_by_arrows(
    stage: Stage, services: FakeServices, decision: str
) -> None:
    stage.hear_greeting()
    stage.ask_why(decision)
    reasons = stage.window.findChild(Reasons)
    wanted = REASONS[decision]  # type: ignore[index]
    assert [entry.text() for entry in reasons.entries] == [FACTS[fact].title for fact in wanted]
    stage.press(Qt.Key.Key_2)
    assert services.calls.asked[-1] == ("decide", wanted[1])


def test_arrows_go_through_the_reasons(stage: Stage) -> None:
    stage.hear_greeting()
    stage.ask_why("hang-up")
    reasons = stage.window.findChild(Reasons)
    reasons.entries[0].setFocus()
    stage.press(Qt.Key.Key_Down)
    assert reasons.entries[1].hasFocus()


def test_a_spoken_reason_and_a_message_are_told_apart(stage: Stage, services: FakeServices) -> None:
    stage.hear_greeting()
    stage.ask_why("leave")
    stage.press(Qt.Key.Key_S)
    assert services.calls.asked[-1] == ("decide", "say")
    stage.says.your_turn()
    stage.reach("saying")
    stage.press(Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("turn_done",)
    stage.says.turn_over()
    stage.reach("beep")
    stage.says.your_turn(turn=1)
    stage.reach("turn")
    assert stage.window.findChild(Pill).text() == "Recording"
    stage.says.speaking(4.0, "hello astrid")
    stage.qtbot.waitUntil(lambda: stage.window.findChild(OnTheLine).timer() == "0:04")
    stage.press(Qt.Key.Key_Space)
    assert services.calls.asked[-1] == ("hang_up",)


def test_no_reason_goes_on_to_the_beep(stage: Stage, services: FakeServices) -> None:
    stage.hear_greeting()
    stage.ask_why("leave")
    stage.press(Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("turn_done",)
    assert stage.page.state == "beep"


def test_the_verdict_is_shown_with_what_the_others_would_say(stage: Stage, services: FakeServices) -> None:
    attempt = decided_attempt(LEAVE_OR_NOT, ("decided", "leave"), ("reason", "spoken-before"))
    show(services, attempt)
    services.review.attempts = {"attempt-1": attempt}
    stage.hear_greeting()
    stage.says.ended()
    stage.reach("hearing")
    stage.says.judged(attempt)
    stage.qtbot.waitUntil(lambda: stage.window.screen_name == "feedback")
    others = stage.window.findChild(OthersCard)
    stage.qtbot.waitUntil(others.isVisible)
    assert [line.state for line in others.lines] == ["met", "met", "unsure"]
    assert "McPheat" in others.lines[0].author


def test_leaving_the_page_leaves_the_call(stage: Stage, services: FakeServices) -> None:
    stage.hear_greeting()
    stage.press(Qt.Key.Key_Escape)
    assert stage.window.screen_name == "today"
    assert services.calls.asked[-1] == ("leave",)


def test_what_goes_wrong_is_said_with_a_way_on(stage: Stage, services: FakeServices) -> None:
    stage.hear_greeting()
    stage.says.trouble("There is no microphone.", fatal=True)
    stage.reach("trouble")
    texts = [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()]
    assert "There is no microphone." in texts
    stage.press(Qt.Key.Key_Return)
    assert stage.page.state == "situation"


@pytest.mark.parametrize(("wanted", "shown"), [(True, "predict"), (False, "feedback")])
def test_while_a_message_is_heard_a_guess_is_asked_for(
    stage: Stage, services: FakeServices, wanted: bool, shown: str
) -> None:
    services.settings = replace(services.settings, predict=wanted)
    attempt = decided_attempt(LEAVE_OR_NOT, ("decided", "leave"), ("reason", "spoken-before"))
    show(services, attempt)
    services.review.attempts = {"attempt-1": replace(attempt, id="attempt-1", feedback=None)}
    stage.hear_greeting()
    stage.says.ended()
    stage.says.being_heard()
    if not wanted:
        stage.says.judged(attempt)
    stage.qtbot.waitUntil(lambda: stage.window.screen_name == shown)
    if wanted:
        form = stage.window.findChild(GuessForm)
        stage.qtbot.waitUntil(form.isVisible)
        texts = [label.text() for label in form.findChildren(QLabel)]
        assert "Was your decision right?" in texts


def test_the_message_offers_nothing_but_to_hang_up(stage: Stage) -> None:
    stage.hear_greeting()
    stage.ask_why("leave")
    stage.press(Qt.Key.Key_Return)
    stage.says.your_turn()
    stage.reach("turn")
    line = stage.window.findChild(OnTheLine)
    assert [button.text() for button in line.findChildren(Button) if button.isVisible()] == ["Hang up"]
