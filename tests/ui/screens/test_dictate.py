from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import VirtualClock
from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from ui.main_window import MainWindow
from ui.models.dictation_words import dictated, number_said
from ui.screens.dictate import Dictate
from ui.screens.feedback import FeedbackScreen

SAID = "01134960142"


@pytest.fixture
def show(qtbot, clock: VirtualClock, services: FakeServices, open_window: Callable[..., MainWindow]):
    def at(attempt) -> Dictate:
        services.review.attempts = {attempt.id: attempt}
        window = open_window("dictate", attempt.id)
        screen = window.screen_shown()
        assert isinstance(screen, Dictate)
        qtbot.waitUntil(lambda: bool(services.listening.asked))
        clock.advance(1.0)
        return screen

    return at


def test_only_the_number_is_heard_at_once_and_again_with_one_key(show, services: FakeServices):
    screen = show(sample.voicemail())
    number = sample.evidence(sample.words_of(sample.SAID), 54, 64)
    name, take, start_s, end_s = services.listening.asked[-1]
    assert (name, take) == ("play_take", "take-0")
    assert start_s == pytest.approx(number.start_s, abs=0.25)
    assert end_s == pytest.approx(number.end_s, abs=0.25)
    before = len([one for one in services.listening.asked if one[0] == "play_take"])
    QTest.keyClicks(screen.field, "01a13")
    assert screen.field.text() == "0113"
    assert len([one for one in services.listening.asked if one[0] == "play_take"]) == before + 1


def test_what_is_typed_stands_digit_by_digit_under_what_was_said(show):
    screen = show(sample.voicemail())
    QTest.keyClicks(screen.field, "0113 496 0152")
    press(screen.window(), Qt.Key.Key_Return)
    assert screen.sentence.isVisible()
    assert screen.sentence.text().startswith("1 digit of 11 came across differently.")
    assert "You typed: 0 1 1 3 4 9 6 0 1 5 (differs) 2" in screen.rows.accessibleName()
    assert "You said: 0 1 1 3 4 9 6 0 1 4 (differs) 2" in screen.rows.accessibleName()


def test_a_number_that_was_said_wrong_is_told_though_it_came_across():
    attempt = sample.voicemail()
    said = number_said(replace(attempt, seller=replace(attempt.seller, number="0113 496 0107")))
    assert (said.digits, said.own) == (SAID, "01134960107")
    result = dictated("0113 496 0142", said)
    assert not result.right
    assert result.sentence == (
        "All 11 digits came across. What was said differs from your own number in 2 digits."
    )
    assert [line.name for line in result.lines] == ["You typed", "You said", "Your number"]


def test_the_right_number_that_came_across_is_all_there_is_to_say():
    attempt = sample.voicemail()
    said = number_said(replace(attempt, seller=replace(attempt.seller, number="+44 113 496 0142")))
    assert dictated(SAID, said).right
    assert [line.name for line in dictated(SAID, said).lines] == ["You typed", "You said"]


def test_without_a_whole_number_or_sound_nothing_is_asked():
    attempt = sample.voicemail()
    silent = replace(attempt.turns[0], takes=(replace(attempt.turns[0].takes[0], frames=0),))
    assert number_said(replace(attempt, turns=(silent,))) is None
    others = tuple(one for one in attempt.feedback.findings if one.check != "number")
    assert number_said(replace(attempt, feedback=replace(attempt.feedback, findings=others))) is None


def test_from_the_take_and_back_to_it(qtbot, clock, services: FakeServices, open_window):
    attempt = sample.voicemail()
    services.review.attempts = {attempt.id: attempt}
    window = open_window("feedback", attempt.id)
    page = window.screen_shown()
    assert isinstance(page, FeedbackScreen)
    qtbot.waitUntil(page.page.write_down.isVisible)
    page.page.write_down.click()
    assert window.screen_name == "dictate"
    clock.advance(1.0)
    press(window, Qt.Key.Key_Escape)
    assert window.screen_name == "feedback"
    without = replace(attempt, feedback=None)
    page._show(without)
    assert not page.page.write_down.isVisible()
