"""What a call offers while it is the user's turn, and what was left before it rings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui import sample_feedback
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, ELEVATOR, VOICEMAIL, Announcer, FakeServices, refused
from tests.ui.screens.test_call import Stage
from trainer import events
from trainer.errors import StoreError
from trainer.practice.own_message import own_message
from trainer.records import OwnMessage
from ui.main_window import MainWindow
from ui.models.left_words import left_quote, left_sentence, on_day
from ui.widgets.closing_ring import ClosingRing
from ui.widgets.left_card import LeftCard
from ui.widgets.time_band import TimeBand

WITH_MENU = "voicemail-lead-dental"


@pytest.fixture
def stage(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    announcer: Callable[..., Announcer],
    clock: VirtualClock,
) -> Callable[..., Stage]:
    def open_stage(scenario_id: str = VOICEMAIL) -> Stage:
        return Stage(qtbot, open_window("call", scenario_id), announcer, clock, scenario_id)

    return open_stage


def left_days_ago(days: int) -> OwnMessage:
    started = datetime.now(UTC) - timedelta(days=days)
    message = own_message(replace(sample_feedback.voicemail(), started_utc=started.isoformat()))
    assert message
    return message


# --------------------------------------------------------------------------- a reply


def test_enter_ends_a_reply_and_the_call_goes_on(stage, services: FakeServices) -> None:
    call = stage(CALL_BACK)
    call.reach_turn(turn=1)
    assert call.line.done.isVisible()
    press(call.window, Qt.Key.Key_Return)
    assert services.calls.asked[-1] == ("turn_done",)
    assert call.page.state == "turn"


@pytest.mark.parametrize(("scenario_id", "turn"), [(VOICEMAIL, 0), (CALL_BACK, 0)])
def test_a_message_and_a_hello_have_no_such_key(
    stage, services: FakeServices, scenario_id: str, turn: int
) -> None:
    call = stage(scenario_id)
    call.reach_turn(turn=turn)
    assert not call.line.done.isVisible()
    press(call.window, Qt.Key.Key_Return)
    assert ("turn_done",) not in services.calls.asked


@pytest.mark.parametrize("scenario_id", [VOICEMAIL, CALL_BACK, ELEVATOR])
def test_a_clock_that_was_hidden_shows_no_seconds_and_no_length(
    stage, services: FakeServices, scenario_id: str
) -> None:
    services.settings = replace(services.settings, clock=False)
    call = stage(scenario_id)
    call.reach_turn(turn=1)
    assert call.line.hang_up.isVisible()
    for timed in (call.line._timer, call.line.findChild(TimeBand), call.line.findChild(ClosingRing)):
        assert not timed.isVisible()


def test_n_marks_once_that_one_cannot_talk(stage, services: FakeServices) -> None:
    call = stage(CALL_BACK)
    call.reach_turn(turn=1)
    assert call.line.cannot_talk.isVisible()
    press(call.window, Qt.Key.Key_N)
    assert services.calls.asked[-1] == ("cannot_talk",)
    assert call.line.cannot_talk.text() == "Marked: you cannot talk"
    press(call.window, Qt.Key.Key_N)
    assert services.calls.asked.count(("cannot_talk",)) == 1
    assert call.page.state == "turn"


def test_there_is_no_such_mark_where_it_means_nothing_or_is_known(stage, services: FakeServices) -> None:
    for scenario_id in (VOICEMAIL, next(one.id for one in services.scenarios if not one.can_talk)):
        call = stage(scenario_id)
        call.reach_turn(turn=1)
        assert not call.line.cannot_talk.isVisible()


# --------------------------------------------------------------------------- a mailbox with a menu


def test_a_mailbox_menu_is_worked_by_its_keys(stage, services: FakeServices) -> None:
    call = stage(WITH_MENU)
    call.reach_turn()
    press(call.window, Qt.Key.Key_NumberSign)
    assert services.calls.asked[-1] == ("press", "#")
    menu = next(one for one in call.says.scenario.prompts if one.id == call.says.scenario.menu)
    call.says.post(events.LineStarted(attempt_id="attempt-1", prompt=menu))
    call.reach("menu")
    assert not call.line.hang_up.isVisible()
    press(call.window, Qt.Key.Key_2)
    assert services.calls.asked[-1] == ("press", "2")
    call.says.your_turn()
    call.reach("turn")
    assert call.line.hang_up.isVisible()
    assert not call.line.menu.isVisible()


def test_other_mailboxes_offer_no_menu(stage) -> None:
    call = stage(VOICEMAIL)
    call.reach_turn()
    assert not call.line.options.isVisible()


# --------------------------------------------------------------------------- goes


def test_seconds_of_an_elevator_speech_are_a_ring_that_closes(stage) -> None:
    call = stage(ELEVATOR)
    call.reach_turn()
    call.says.speaking(47.0)
    ring = call.line.findChild(ClosingRing)
    call.qtbot.waitUntil(lambda: ring.words() == "3 s left")
    call.says.speaking(52.0)
    call.qtbot.waitUntil(lambda: ring.accessibleDescription() == "2 s over")


@pytest.mark.parametrize(
    ("key", "asked"), [(Qt.Key.Key_Return, ("turn_done",)), (Qt.Key.Key_Space, ("hang_up",))]
)
def test_between_two_goes_enter_has_another_and_space_ends(
    stage, services: FakeServices, key: Qt.Key, asked: tuple[str]
) -> None:
    call = stage(ELEVATOR)
    call.reach_turn()
    call.says.post(events.GoEnded(attempt_id="attempt-1", go=1, of=3))
    call.reach("between")
    assert call.notice.texts()[0] == "That was go 1 of 3."
    press(call.window, key)
    assert services.calls.asked[-1] == asked


# --------------------------------------------------------------------------- what was left


def test_what_was_left_is_shown_and_heard_before_answering(stage, services: FakeServices) -> None:
    services.review.own_message = left_days_ago(30)
    call = stage(CALL_BACK)
    call.says.ring()
    call.reach("ringing")
    card = call.window.findChild(LeftCard)
    call.qtbot.waitUntil(lambda: card.texts()[0].startswith("What I left on "))
    assert any("You left Dana a message on" in text for text in call.texts())
    card.play.click()
    assert services.listening.asked[-1][:2] == ("play_take", services.review.own_message.take.id)
    assert card.play.playing
    press(call.window, Qt.Key.Key_Space)
    assert services.listening.asked[-1] == ("stop",)
    assert services.calls.asked[-1] == ("answer",)


def test_without_a_message_or_a_history_the_scenarios_words_stand_there(
    stage, services: FakeServices
) -> None:
    services.review.message_left = lambda _: refused(StoreError("The history is busy."))  # type: ignore[method-assign]
    call = stage(CALL_BACK)
    call.says.ring()
    call.reach("ringing")
    card = call.window.findChild(LeftCard)
    assert card.texts() == ("What your message said", f"“{call.says.scenario.default_message}”")
    assert not card.play.isVisible()


def test_days_are_named_as_people_do() -> None:
    now = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)  # a Thursday
    days = [on_day(now - timedelta(days=back), now) for back in (0, 1, 2, 6, 7)]
    assert days == ["today", "yesterday", "on Tuesday", "on Friday", "on 5 March"]


def test_a_message_of_today_is_told_to_be_older() -> None:
    scenario = sample_feedback.call_back().scenario
    message = left_days_ago(0)
    now = datetime.fromisoformat(message.left_utc)
    sentence = left_sentence(message, scenario.prospect, now)
    assert sentence == "You left Dana a message today. Think of it as days ago."
    assert left_quote(replace(message, said="hello dana")) == "“hello dana”"
