from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, ELEVATOR, HEARD, VOICEMAIL, Announcer, FakeServices
from tests.ui.test_main_window import judged_attempt
from trainer import events
from ui.main_window import MainWindow
from ui.screens.call import Call
from ui.widgets.call_notice import Notice
from ui.widgets.call_parts import OnTheLine, Ringing, last_sentence, newest
from ui.widgets.pill import Pill


class Stage:
    """A window with a call in it, its announcer and its clock."""

    def __init__(
        self,
        qtbot: QtBot,
        window: MainWindow,
        announcer: Callable[..., Announcer],
        clock: VirtualClock,
        scenario_id: str,
    ) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock
        self.says = announcer(scenario_id)
        self.again = announcer(scenario_id, "attempt-2")
        self.page = window.screen_shown()
        assert isinstance(self.page, Call)
        self.line = window.findChild(OnTheLine)
        self.ringing = window.findChild(Ringing)
        self.notice = window.findChild(Notice)
        self.pill = window.findChild(Pill)

    def reach(self, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.state == state)
        self.clock.advance(1.0)

    def reach_turn(self, **what: object) -> None:
        self.says.dialling()
        self.says.line()
        self.says.line_over()
        self.says.your_turn(**what)
        self.reach("turn")

    def texts(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def stage(qtbot: QtBot, open_window, announcer, clock: VirtualClock) -> Callable[..., Stage]:
    def at(scenario_id: str = VOICEMAIL, size: tuple[int, int] = (1280, 800)) -> Stage:
        return Stage(qtbot, open_window("call", scenario_id, size), announcer, clock, scenario_id)

    return at


def test_a_voicemail_from_dial_tone_to_feedback(stage, services: FakeServices) -> None:
    call = stage()
    assert call.pill.text() == "Calling"
    call.says.dialling()
    call.says.line()
    call.reach("line")
    prompt = call.says.scenario.prompts[0].text
    assert call.line.line() == f"“{prompt}”"
    assert not call.line.hang_up.isEnabled()
    call.says.line_over()
    call.says.your_turn()
    call.reach("turn")
    assert call.pill.text() == "Recording"
    assert call.line.line().endswith("Beep.")
    call.says.speaking(14.2, HEARD)
    call.qtbot.waitUntil(lambda: call.line.timer() == "0:14")
    assert call.line.words() == HEARD

    press(call.window, Qt.Key.Key_Space)
    assert services.calls.asked[-1] == ("hang_up",)
    call.says.ended()
    call.reach("hearing")
    assert call.notice.texts()[0] == "Listening to what you said"
    attempt = judged_attempt(services)
    services.review.attempts[attempt.id] = attempt
    call.says.judged(attempt)
    call.qtbot.waitUntil(lambda: call.window.screen_name == "feedback")
    assert ("leave",) not in services.calls.asked


def test_hanging_up_works_by_click_too(stage, services: FakeServices) -> None:
    call = stage()
    call.reach_turn()
    call.qtbot.mouseClick(call.line.hang_up, Qt.MouseButton.LeftButton)
    assert services.calls.asked[-1] == ("hang_up",)


def test_a_hasty_space_before_the_turn_does_nothing(stage, services: FakeServices) -> None:
    call = stage()
    call.says.dialling()
    call.says.line()
    call.reach("line")
    press(call.window, Qt.Key.Key_Space)
    assert services.calls.asked == [("start", VOICEMAIL)]
    assert call.window.screen_name == "call"


def test_escape_goes_back_and_leaves_the_call(stage, services: FakeServices) -> None:
    call = stage()
    call.reach_turn()
    press(call.window, Qt.Key.Key_Escape)
    assert call.window.screen_name == "today"
    assert services.calls.asked[-1] == ("leave",)
    call.says.ended(kept=False)
    call.says.speaking(3.0)
    call.qtbot.wait(0)
    assert call.window.screen_name == "today"


def test_starting_over_forgets_what_the_first_go_still_announces(stage, services: FakeServices) -> None:
    call = stage()
    call.reach_turn()
    call.says.speaking(9.0, "hello")
    call.qtbot.waitUntil(lambda: call.line.timer() == "0:09")
    call.line.start_over.click()
    assert services.calls.asked[-1] == ("start_over",)
    call.says.ended(kept=False)
    call.says.speaking(9.5, "late")
    call.again.dialling()
    call.again.your_turn()
    call.reach("turn")
    assert (call.line.timer(), call.line.words()) == ("0:00", "")


def test_words_come_later_where_the_engine_shows_none(stage) -> None:
    call = stage()
    call.reach_turn(live_words=False)
    assert call.line.words() == "Words come after you hang up."


def test_live_words_can_be_switched_off(stage, services: FakeServices) -> None:
    services.settings = replace(services.settings, live_words=False)
    call = stage()
    call.reach_turn()
    call.says.speaking(2.0, "hello")
    call.qtbot.waitUntil(lambda: call.line.timer() == "0:02")
    assert call.line.words() == "Words come after you hang up."


def test_a_call_back_rings_five_times_and_is_answered(stage, services: FakeServices) -> None:
    call = stage(CALL_BACK)
    call.says.dialling()
    call.says.ring(2)
    call.reach("ringing")
    assert call.ringing.ring() == "Ring 2 of 5"
    assert call.says.scenario.prospect.name in call.texts()
    press(call.window, Qt.Key.Key_Space)
    assert services.calls.asked[-1] == ("answer",)
    call.says.your_turn(turn=0)
    call.reach("turn")
    assert call.line.line() == "You picked up. Say hello."
    call.says.line()
    call.reach("line")
    call.says.line_over()
    call.says.your_turn(turn=1)
    call.reach("turn")
    assert call.line.line() == f"“{call.says.scenario.prompts[0].text}”"


def test_a_ring_that_is_let_out_is_missed_without_blame(stage, services: FakeServices) -> None:
    call = stage(CALL_BACK)
    call.says.ring(1)
    call.reach("ringing")
    press(call.window, Qt.Key.Key_Escape)
    assert services.calls.asked[-1] == ("hang_up",)
    call.says.ended(kept=False)
    call.says.missed()
    call.reach("missed")
    assert call.notice.texts()[0] == "You missed this one."
    press(call.window, Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("start", CALL_BACK)
    assert call.page.state == "calling"


def test_an_elevator_speech_shows_its_question(stage) -> None:
    call = stage(ELEVATOR)
    call.reach_turn()
    assert call.line.line() == f"“{call.says.scenario.prompts[0].text}”"


def test_trouble_says_what_to_do_and_offers_another_try(stage, services: FakeServices) -> None:
    call = stage()
    call.says.trouble("The microphone is busy. Close the other program.", fatal=True)
    call.says.ended(kept=False)
    call.reach("trouble")
    assert call.notice.texts() == ("The call stopped.", "The microphone is busy. Close the other program.")
    press(call.window, Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("start", VOICEMAIL)


def test_what_trouble_left_can_be_seen(stage, services: FakeServices) -> None:
    call = stage()
    call.reach_turn()
    call.says.trouble("The microphone has gone. Plug it in again.", fatal=True)
    call.says.ended()
    attempt = judged_attempt(services)
    services.review.attempts[attempt.id] = attempt
    call.says.judged(attempt)
    call.qtbot.waitUntil(call.notice.second.isVisible)
    assert call.window.screen_name == "call"
    call.notice.second.click()
    assert call.window.screen_name == "feedback"


def test_small_trouble_does_not_stop_the_call(stage) -> None:
    call = stage()
    call.reach_turn()
    call.says.trouble("The speaker has gone. Plug it in again.", fatal=False)
    call.qtbot.waitUntil(call.window.messages.isVisible)
    assert call.page.state == "turn"


def test_without_an_engine_the_take_is_kept_and_the_way_is_shown(stage) -> None:
    call = stage()
    call.reach_turn()
    call.says.ended()
    call.says.waiting("Nothing here can hear English yet.")
    call.reach("waiting")
    assert call.notice.texts() == (
        "Your take is kept, but not heard yet.",
        "Nothing here can hear English yet.",
    )
    assert call.notice.first.text() == "Open Settings"
    press(call.window, Qt.Key.Key_Return)
    assert call.window.screen_name == "settings"


def test_the_user_may_go_on_while_a_take_is_heard(stage, services: FakeServices) -> None:
    call = stage()
    call.reach_turn()
    call.says.ended()
    call.reach("hearing")
    call.notice.first.click()
    assert call.window.screen_name == "today"
    assert ("leave",) not in services.calls.asked
    call.says.judged(judged_attempt(services))
    call.qtbot.waitUntil(call.window.messages.isVisible)
    assert call.window.screen_name == "today"


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)])
def test_my_points_come_and_go_by_key(stage, size: tuple[int, int]) -> None:
    call = stage(size=size)
    call.reach_turn()
    points = set(call.says.scenario.you_know)
    assert not points & set(call.texts())
    press(call.window, Qt.Key.Key_M)
    assert points <= set(call.texts())
    assert call.line.hang_up.visibleRegion().boundingRect().size() == call.line.hang_up.size()
    press(call.window, Qt.Key.Key_M)
    assert not points & set(call.texts())


@pytest.mark.parametrize(("dbfs", "word"), [(-50.0, "Too quiet"), (-20.0, "Good level"), (-1.0, "Too loud")])
def test_the_level_is_a_word_too(stage, services: FakeServices, dbfs: float, word: str) -> None:
    services.calls.level = dbfs
    call = stage()
    call.reach_turn()
    call.qtbot.waitUntil(lambda: call.line.level.word() == word)


def test_every_state_is_announced(stage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.screens.call.announce", lambda _widget, sentence: said.append(sentence))
    call = stage(CALL_BACK)
    call.says.ring(1)
    call.says.ring(2)
    call.says.your_turn(turn=0)
    call.says.line()
    call.says.your_turn(turn=1)
    call.says.ended()
    call.reach("hearing")
    assert said == ["Calling", "Ringing", "Recording", "They are speaking", "Recording", "Listening"]


def test_only_the_newest_words_are_shown() -> None:
    assert newest("one two") == "one two"
    assert newest("one two three four", letters=10) == "…four"


def test_the_end_of_a_greeting_is_what_matters_after_the_beep() -> None:
    assert last_sentence("Hi. I'm out! Leave a message.") == "…Leave a message."
    assert last_sentence("Leave a message.") == "Leave a message."


def test_what_the_program_says_as_a_call_begins_does_not_stop_it(stage):
    here = stage()
    here.says.post(events.Trouble(attempt_id="", message="A take was repaired.", fatal=False))
    here.reach_turn()
    assert here.page.state == "turn"


def test_an_older_take_that_is_ready_as_a_call_begins_does_not_end_it(stage):
    here = stage()
    here.again.judged(judged_attempt(here.window._services))
    here.reach_turn()
    assert here.window.screen_name == "call"
