"""Get through, worked by its keys: when to call, the menu, whoever answers, another call, the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import Announcer, FakeServices
from tests.ui.test_main_window import judged_attempt
from trainer import events
from ui.main_window import MainWindow
from ui.screens.get_through import GetThrough
from ui.widgets.call_notice import Notice
from ui.widgets.get_through_pages import KeypadCall, WhenToCall
from ui.widgets.pill import Pill

MENU, BY_TIME = "get-through-menu-dispatch", "get-through-chief-executive"


class Stage:
    """The window at the drill, the one who announces what happens, and the keys' clock."""

    def __init__(self, qtbot: QtBot, window: MainWindow, says: Announcer, clock: VirtualClock) -> None:
        self.qtbot, self.window, self.says, self.clock = qtbot, window, says, clock
        page = window.screen_shown()
        assert isinstance(page, GetThrough)
        self.page = page
        self.call, self.when = window.findChild(KeypadCall), window.findChild(WhenToCall)
        self.clock.advance(1.0)

    def reach(self, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.state == state)
        self.clock.advance(1.0)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(self.window, key)

    def hear(self, line_id: str, *, to_its_end: bool = False) -> None:
        prompt = next(one for one in self.says.scenario.prompts if one.id == line_id)
        self.says.post(events.LineStarted(attempt_id=self.says.attempt_id, prompt=prompt))
        self.reach("menu" if prompt.keys else "line")
        if to_its_end:
            self.says.post(events.LineEnded(attempt_id=self.says.attempt_id, prompt=prompt))


@pytest.fixture
def stage(
    qtbot: QtBot, open_window, announcer: Callable[..., Announcer], clock: VirtualClock
) -> Callable[..., Stage]:
    def at(scenario_id: str = MENU, size: tuple[int, int] = (1280, 800)) -> Stage:
        return Stage(qtbot, open_window("call", scenario_id, size), announcer(scenario_id), clock)

    return at


def test_the_hour_is_chosen_by_its_key_before_the_line_opens(stage, services: FakeServices) -> None:
    drill = stage(BY_TIME)
    assert [choice.text() for choice in drill.when.times] == [
        "7:45 to 8:30, before the gatekeeper comes",
        "In office hours",
        "17:15 to 18:30, after the gatekeeper has gone",
    ]
    assert services.calls.asked == []
    drill.press(Qt.Key.Key_3)
    assert services.calls.asked == [("start", BY_TIME), ("decide", "after")]
    assert drill.page.state == "calling"


def test_keys_work_while_a_menu_is_heard_and_not_before(stage, services: FakeServices) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.clock.advance(1.0)
    drill.press(Qt.Key.Key_0)
    assert ("press", "0") not in services.calls.asked
    drill.says.dialling()
    drill.hear("menu")
    assert drill.window.findChild(Pill).text() == "Listening to the menu"
    drill.press(Qt.Key.Key_2, Qt.Key.Key_NumberSign, Qt.Key.Key_Asterisk, Qt.Key.Key_0)
    assert services.calls.asked[-4:] == [("press", "2"), ("press", "#"), ("press", "*"), ("press", "0")]
    drill.qtbot.mouseClick(drill.call.keypad.keys["7"], Qt.MouseButton.LeftButton)
    assert services.calls.asked[-1] == ("press", "7")


def test_a_menu_tells_how_often_it_was_read_and_can_be_heard_again(stage, services: FakeServices) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.hear("menu", to_its_end=True)
    drill.qtbot.waitUntil(lambda: drill.call.words()[1] == "The menu has been read once.")
    assert drill.call.words()[0].startswith("“Welcome to Harbour and Vale.")
    drill.call.again.click()
    assert services.calls.asked[-1] == ("hear_again",)
    drill.hear("menu", to_its_end=True)
    drill.qtbot.waitUntil(lambda: drill.call.words()[1] == "The menu has been read twice.")
    drill.hear("operator")
    assert not drill.call.again.isVisible()


def test_a_person_is_answered_and_space_hangs_up(stage, services: FakeServices) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.hear("operator", to_its_end=True)
    drill.says.your_turn()
    drill.reach("turn")
    assert drill.window.findChild(Pill).text() == "Recording"
    assert drill.call.words()[1] == "Your turn. They answer when you pause."
    drill.press(Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("turn_done",)
    drill.hear("his-times", to_its_end=True)
    drill.says.your_turn(1)
    drill.reach("turn")
    assert drill.call.words()[1] == "Your turn. Hang up when you are done."
    drill.press(Qt.Key.Key_Space)
    assert services.calls.asked[-1] == ("hang_up",)


def test_after_a_closed_way_another_call_or_none(stage, services: FakeServices) -> None:
    drill = stage(BY_TIME)
    drill.press(Qt.Key.Key_2)
    drill.hear("no-calls", to_its_end=True)
    drill.says.deciding("when-to-call", "before", "hours", "after")
    drill.reach("between")
    assert drill.when.finish.isVisible()
    drill.press(Qt.Key.Key_1)
    assert services.calls.asked[-1] == ("decide", "before")
    assert services.calls.asked.count(("start", BY_TIME)) == 1
    drill.hear("early")
    drill.says.deciding("when-to-call", "before", "hours", "after")
    drill.reach("between")
    drill.press(Qt.Key.Key_F)
    assert services.calls.asked[-1] == ("hang_up",)


def test_the_first_question_of_the_machine_is_answered_already(stage) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.says.deciding("when-to-call", "hours")
    drill.qtbot.wait(0)
    assert drill.page.state == "calling"


def test_the_judged_attempt_is_shown_and_trouble_too(stage, services: FakeServices) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.hear("tom")
    drill.says.ended()
    drill.reach("hearing")
    attempt = judged_attempt(services)
    services.review.attempts[attempt.id] = attempt
    drill.says.judged(attempt)
    drill.qtbot.waitUntil(lambda: drill.window.screen_name == "feedback")


def test_while_an_ask_is_heard_a_guess_is_asked_for(stage, services: FakeServices) -> None:
    services.review.attempts["attempt-1"] = replace(judged_attempt(services), id="attempt-1")
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.hear("tom")
    drill.says.ended()
    drill.says.being_heard()
    drill.qtbot.waitUntil(lambda: drill.window.screen_name == "predict")


def test_trouble_is_told_with_a_way_out(stage) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.says.trouble("The microphone is busy.", fatal=True)
    drill.reach("trouble")
    assert drill.window.findChild(Notice).texts() == ("The call stopped.", "The microphone is busy.")


def test_escape_leaves_an_open_call_and_only_that(stage, services: FakeServices) -> None:
    drill = stage()
    drill.press(Qt.Key.Key_Escape)
    assert drill.window.screen_name == "today"
    assert ("leave",) not in services.calls.asked
    drill = stage()
    drill.press(Qt.Key.Key_1)
    drill.hear("menu")
    drill.press(Qt.Key.Key_Escape)
    assert services.calls.asked[-1] == ("leave",)


def test_in_the_smallest_window_everything_has_room(stage) -> None:
    drill = stage(MENU, (720, 520))
    drill.press(Qt.Key.Key_1)
    drill.hear("menu")
    page = drill.call.rect()
    for widget in (drill.call.hang_up, drill.call.again, drill.call.keypad):
        assert page.contains(
            widget.geometry().translated(widget.parentWidget().mapTo(drill.call, page.topLeft()))
        )
    words = drill.call.again.parentWidget()
    assert not words.geometry().intersects(drill.call.keypad.geometry())
