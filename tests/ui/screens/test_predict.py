from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import VOICEMAIL, Announcer, FakeServices, refused
from trainer.errors import StoreError
from trainer.records import Attempt, Prediction
from ui.main_window import MainWindow
from ui.screens.call import Call
from ui.screens.predict import Predict

READY = sample.voicemail()
"""What the attempt is once it has been judged."""


class Stage:
    """A call that has just been hung up, with its guesses asked for."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, services: FakeServices, says: Announcer, clock: VirtualClock
    ) -> None:
        self.qtbot, self.window, self.services, self.says = qtbot, window, services, says
        self.clock = clock

    @property
    def page(self) -> Predict:
        screen = self.window.screen_shown()
        assert isinstance(screen, Predict)
        return screen

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(self.window, key)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def guesses(self) -> list[object]:
        return [asked[2] for asked in self.services.review.asked if asked[0] == "predict"]

    def judged(self) -> None:
        """The judgement comes: without the guess, which may have been made since it was read."""
        kept = self.services.review.attempts[READY.id]
        self.services.review.attempts[READY.id] = replace(READY, prediction=kept.prediction)
        self.says.judged(READY)

    def until(self, screen: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.screen_name == screen)


@pytest.fixture
def hung_up(
    qtbot: QtBot, services: FakeServices, open_window, announcer, clock: VirtualClock
) -> Callable[..., Stage]:
    def after(attempt: Attempt | None = None, size: tuple[int, int] = (1280, 800)) -> Stage:
        heard = attempt or replace(sample.waiting(), id=READY.id)
        services.review.attempts = {heard.id: heard}
        window = open_window("call", heard.scenario.id, size)
        says = announcer(heard.scenario.id, heard.id)
        says.your_turn()
        says.ended()
        says.being_heard()
        stage = Stage(qtbot, window, services, says, clock)
        stage.until("predict")
        qtbot.waitUntil(lambda: stage.page.asking)
        clock.advance(1.0)
        return stage

    return after


def test_three_guesses_by_key_are_kept_and_the_feedback_shows_them(hung_up) -> None:
    stage = hung_up()
    stage.key(*[Qt.Key.Key_Left] * 12, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    stage.key(Qt.Key.Key_Tab, Qt.Key.Key_Right)
    stage.judged()
    stage.qtbot.wait(20)
    assert stage.window.screen_name == "predict", "nothing is shown before it is asked for"
    stage.key(Qt.Key.Key_Return)
    guess = Prediction(seconds=18.0, aim="yes", aim_check="one-ask", ready="nearly")
    assert stage.guesses() == [guess]
    stage.until("feedback")
    page = stage.window.screen_shown().page
    stage.qtbot.waitUntil(page.guess_line.isVisible)
    assert page.guess_line.accessibleName() == "you guessed 18 s, it was 26.3 s"
    assert not page.length.isVisible()
    assert page.guesses.text() == (
        "You guessed that you asked for one thing only: something else was asked for too."
        " You felt nearly ready."
    )


def test_how_the_length_is_counted_is_said_and_the_clock_can_go(hung_up) -> None:
    stage = hung_up()
    form = stage.page.form
    assert form.slider.accessibleName() == (
        "How long was it? From your first word to your last, with the pauses between."
        " The clock ran longer. In seconds."
    )
    stage.click(form.no_clock)
    assert stage.services.settings.clock is False
    assert not form.no_clock.isVisible()


def test_without_a_clock_none_is_spoken_of(hung_up, services: FakeServices) -> None:
    services.settings = replace(services.settings, clock=False)
    form = hung_up().page.form
    assert "clock" not in form.slider.accessibleName()
    assert not form.no_clock.isVisible()


def test_three_guesses_by_click(hung_up) -> None:
    stage = hung_up()
    form = stage.page.form
    start = QPoint(24, 22)
    QTest.mouseClick(form.slider, Qt.MouseButton.LeftButton, pos=start)
    stage.click(form.aim.segments[2])
    stage.click(form.ready.segments[0])
    stage.click(form.show_me)
    assert stage.guesses() == [Prediction(seconds=0.0, aim="not-sure", aim_check="one-ask", ready="yes")]


def test_each_question_can_be_left_out_and_each_answer_taken_back(hung_up) -> None:
    stage = hung_up()
    form = stage.page.form
    stage.key(Qt.Key.Key_Right, Qt.Key.Key_Backspace)
    stage.click(form.aim.segments[0])
    stage.click(form.aim.segments[0])
    stage.click(form.ready.segments[2])
    stage.key(Qt.Key.Key_Return)
    assert stage.guesses() == [Prediction(ready="no")]


@pytest.mark.parametrize("how", ["escape", "click", "nothing answered"])
def test_skipping_keeps_nothing_and_waits_for_the_judgement(hung_up, how: str) -> None:
    stage = hung_up()
    if how != "nothing answered":
        stage.key(Qt.Key.Key_Right)
    if how == "click":
        stage.click(stage.page.form.skip)
    else:
        stage.key(Qt.Key.Key_Escape if how == "escape" else Qt.Key.Key_Return)
    assert stage.guesses() == []
    assert stage.page.notice.isVisible()
    assert stage.page.notice.texts()[0] == "Listening to what you said"
    stage.judged()
    stage.until("feedback")
    page = stage.window.screen_shown().page
    stage.qtbot.waitUntil(page.length.isVisible)
    assert not page.guess_line.isVisible()
    assert not page.guesses.isVisible()


def test_do_not_ask_again_is_remembered(hung_up, services: FakeServices) -> None:
    stage = hung_up()
    stage.click(stage.page.form.never)
    assert not services.settings.predict
    stage.judged()
    stage.until("feedback")
    stage.window.go("call", VOICEMAIL)
    says = replace(stage.says, attempt_id="attempt-9")
    says.your_turn()
    says.ended()
    says.being_heard()
    page = stage.window.screen_shown()
    assert isinstance(page, Call)
    stage.qtbot.waitUntil(lambda: page.state == "hearing")
    stage.qtbot.wait(20)
    assert stage.window.screen_name == "call"


def test_while_the_call_is_still_being_heard_one_may_go_on(hung_up) -> None:
    stage = hung_up()
    stage.key(Qt.Key.Key_Return)
    stage.clock.advance(1.0)
    stage.key(Qt.Key.Key_Escape)
    assert stage.window.screen_name == "today"
    stage.judged()
    stage.qtbot.waitUntil(stage.window.messages.isVisible)
    assert "is ready" in stage.window.messages.text
    assert stage.window.screen_name == "today"


def test_no_note_of_readiness_disturbs_the_guess(hung_up) -> None:
    stage = hung_up()
    stage.judged()
    stage.qtbot.wait(20)
    assert not stage.window.messages.isVisible()


def test_a_take_that_cannot_be_heard_keeps_its_guess_and_says_why(hung_up) -> None:
    stage = hung_up()
    stage.key(Qt.Key.Key_Right)
    stage.says.waiting("The recogniser stopped. Hear the take again.")
    stage.until("feedback")
    assert stage.guesses() == [Prediction(seconds=31.0)]
    assert "The recogniser stopped." in stage.window.messages.text
    page = stage.window.screen_shown().page
    stage.qtbot.waitUntil(lambda: page.headline.text() == "Not heard yet")


def test_a_guess_that_cannot_be_stored_is_said_and_the_feedback_shown(hung_up) -> None:
    stage = hung_up()
    stage.judged()
    stage.qtbot.wait(20)
    stage.services.review.predict = lambda attempt_id, guess: refused(StoreError("The disk is full."))
    stage.key(Qt.Key.Key_Right, Qt.Key.Key_Return)
    stage.until("feedback")
    stage.qtbot.waitUntil(lambda: "The disk is full." in stage.window.messages.text)


def test_the_space_that_hung_up_answers_nothing(hung_up, clock: VirtualClock) -> None:
    stage = hung_up()
    stage.page.changed.emit()
    stage.key(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert stage.page.asking
    assert stage.page.form.guess() == Prediction()


def test_questions_fit_a_call_back(hung_up) -> None:
    stage = hung_up(replace(sample.call_back(), feedback=None, state="waiting"))
    form = stage.page.form
    assert form.slider.maximum() == 120
    assert form.aim.accessibleName() == "Did you propose a next step?"
    stage.click(form.aim.segments[1])
    assert form.guess() == Prediction(aim="no", aim_check="next-step")


def test_a_new_call_begins_with_nothing_guessed(hung_up) -> None:
    stage = hung_up()
    stage.key(Qt.Key.Key_Right)
    stage.click(stage.page.form.aim.segments[0])
    stage.window.go("predict", READY.id)
    stage.qtbot.waitUntil(lambda: stage.page.asking)
    assert stage.page.form.guess() == Prediction()


@pytest.mark.parametrize("size", [(1280, 800), (900, 640), (720, 520)])
def test_all_of_it_can_be_reached(hung_up, size) -> None:
    stage = hung_up(size=size)
    form, page = stage.page.form, stage.page
    stage.qtbot.waitUntil(lambda: form.height() >= form.minimumSizeHint().height())
    for part in (form.slider, form.aim, form.ready, form.show_me, form.skip, form.never):
        left = part.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + part.width() <= page.width()
        assert part.height() >= part.sizeHint().height()
    bottom = form.never.mapTo(form, QPoint(0, form.never.height())).y()
    assert bottom <= form.height()


def test_a_screen_reader_hears_the_question_with_each_answer(hung_up) -> None:
    form = hung_up().page.form
    assert form.slider.accessibleName().startswith("How long was it? ")
    assert form.slider.accessibleDescription() == "No guess yet."
    assert form.ready.segments[1].accessibleName() == "Were you ready? Nearly"
