"""The fix said again, from the keys of the feedback page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.fakes import VirtualClock
from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.errors import DeviceError
from trainer.practice.retake import Place, Retaken
from trainer.records import Fix, Span, Take
from ui.main_window import MainWindow
from ui.screens.feedback import FeedbackScreen


def made(place: Place, outcome: str = "met") -> Retaken:
    take = Take(id="again", turn=0, purpose="retake", path="takes/attempt-1/again.wav", frames=40_000)
    return Retaken(
        place=place, original=sample.take(0, 26.6), take=take, part=Span(start_s=0.3, end_s=1.8),
        said_before="or shoot me an email at sam at fieldline dot com", said="two minutes is all i need",
        outcome=outcome, reply_before_s=26.3, reply_s=24.4,
    )  # fmt: skip


@pytest.fixture
def show(qtbot, services: FakeServices, open_window: Callable[..., MainWindow]):
    def at(attempt):
        services.review.attempts = {attempt.id: attempt}
        screen = open_window("feedback", attempt.id).screen_shown()
        assert isinstance(screen, FeedbackScreen)
        qtbot.waitUntil(lambda: screen.attempt is not None)
        return screen

    return at


@pytest.fixture
def key(clock: VirtualClock) -> Callable[[FeedbackScreen, Qt.Key], None]:
    """Presses a key once the keys have settled."""

    def pressed(screen: FeedbackScreen, which: Qt.Key) -> None:
        clock.advance(1.0)
        press(screen.window(), which)

    return pressed


def retaken(qtbot, key, screen: FeedbackScreen, services: FakeServices, outcome: str = "met") -> Retaken:
    key(screen, Qt.Key.Key_T)
    result = made(services.retakes.asked[-1][2], outcome)
    key(screen, Qt.Key.Key_Space)
    assert services.retakes.asked[-1] == ("finish",)
    services.retakes.making.set_result(result)
    qtbot.waitUntil(screen.page.retake.keep.isVisible)
    return result


def test_the_fix_offers_just_that_and_the_whole_take_stands_at_the_top(show):
    page = show(sample.voicemail()).page
    assert page.fix.retake.isVisible()
    assert page.fix.retake.hasFocus()
    assert not page.fix.again.isVisible()
    assert (page.again.isVisible(), page.again.text(), page.again.key) == (True, "Whole take again", "R")


def test_t_opens_the_microphone_for_the_clause_with_points_and_space_ends_it(qtbot, key, show, services):
    screen = show(sample.voicemail())
    key(screen, Qt.Key.Key_T)
    name, attempt_id, place = services.retakes.asked[-1]
    assert (name, attempt_id, place.check) == ("start", "attempt-1", "one-ask")
    assert (place.start_s, place.end_s) == (15.95, pytest.approx(19.4, abs=0.05))
    card = screen.page.retake
    assert card.done.isVisible()
    assert not screen.page.fix.isVisible()
    assert not screen.page.again.isVisible(), "R must not start a call while the microphone is open"
    assert not screen.page.play.isEnabled(), "nothing may be played into the microphone"
    key(screen, Qt.Key.Key_Space)
    assert services.retakes.asked[-1] == ("finish",)
    assert screen.page.play.isEnabled()


def test_esc_cancels_and_the_fix_is_back(key, show, services):
    screen = show(sample.voicemail())
    key(screen, Qt.Key.Key_T)
    key(screen, Qt.Key.Key_Escape)
    assert services.retakes.asked[-1] == ("cancel",)
    assert screen.page.fix.retake.isVisible()
    assert not screen.page.retake.isVisible()
    assert screen.page.play.isEnabled()


@pytest.mark.parametrize(("outcome", "word"), [("met", "met"), ("missed", "missed")])
def test_before_and_now_stand_side_by_side_with_what_the_check_says(
    qtbot, key, show, services, outcome, word
):
    screen = show(sample.voicemail())
    retaken(qtbot, key, screen, services, outcome)
    assert screen.page.retake.accessibleName() == f"Before and now. With the new part, one ask: {word}"


def test_before_now_and_the_whole_are_heard(qtbot, key, show, services):
    screen = show(sample.voicemail())
    retaken(qtbot, key, screen, services)
    card = screen.page.retake
    card.play_before.click()
    assert services.listening.asked[-1][:3] == ("play_take", "take-0", 15.95)
    card.play_now.click()
    assert services.listening.asked[-1] == ("play_take", "again", 0.3, 1.8)
    assert card.play_now.playing
    key(screen, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: services.listening.asked[-1][0] == "play_pcm")
    assert card.whole.text() == "Stop"
    services.listening.on_position(None)
    qtbot.waitUntil(lambda: card.whole.text() == "Hear the whole with it")


def test_keeping_it_leaves_it_and_discarding_it_removes_it(qtbot, key, show, services):
    screen = show(sample.voicemail())
    retaken(qtbot, key, screen, services)
    key(screen, Qt.Key.Key_K)
    assert screen.page.fix.isVisible()
    assert ("remove", "again") not in services.retakes.asked
    retaken(qtbot, key, screen, services)
    key(screen, Qt.Key.Key_D)
    assert services.retakes.asked[-1] == ("remove", "again")
    assert screen.page.fix.isVisible()


def test_trying_again_removes_it_and_opens_the_microphone(qtbot, key, show, services):
    screen = show(sample.voicemail())
    retaken(qtbot, key, screen, services)
    key(screen, Qt.Key.Key_T)
    assert [one[0] for one in services.retakes.asked[-2:]] == ["remove", "start"]
    assert screen.page.retake.done.isVisible()


def test_what_goes_wrong_is_told_and_the_fix_is_back(qtbot, key, show, services):
    screen = show(sample.voicemail())
    key(screen, Qt.Key.Key_T)
    services.retakes.making.set_exception(DeviceError("There is no microphone.", "Plug one in."))
    qtbot.waitUntil(screen.page.fix.isVisible)
    assert "There is no microphone." in screen.page.notice.text


def test_going_elsewhere_closes_the_microphone(key, show, services):
    screen = show(sample.voicemail())
    key(screen, Qt.Key.Key_T)
    screen.window().go("today")
    assert services.retakes.asked[-1] == ("cancel",)


def test_one_that_was_kept_is_shown_when_the_take_is_opened(qtbot, key, show, services):
    attempt = sample.voicemail()
    kept = made(Place(check="one-ask", turn=0, first_word=41, last_word=51, start_s=15.95, end_s=19.4))
    turn = replace(attempt.turns[0], takes=(*attempt.turns[0].takes, kept.take))
    services.retakes.kept = kept
    screen = show(replace(attempt, turns=(turn,)))
    qtbot.waitUntil(screen.page.retake.keep.isVisible)


def test_a_message_that_is_too_long_is_said_again_in_less(key, show, services):
    attempt = sample.voicemail()
    fix = Fix(check="length", advice="Shorter.")
    screen = show(replace(attempt, feedback=replace(attempt.feedback, seconds=33.4, fix=fix)))
    key(screen, Qt.Key.Key_T)
    assert services.retakes.asked[-1][2].whole
    assert screen.page.retake.accessibleName() == "The same in 4 s less. Recording."


def test_without_sound_the_whole_call_is_what_is_left(show):
    attempt = sample.voicemail()
    silent = replace(attempt.turns[0], takes=(replace(attempt.turns[0].takes[0], frames=0),))
    page = show(replace(attempt, turns=(silent,))).page
    assert page.fix.again.isVisible()
    assert not page.fix.retake.isVisible()
    assert not page.again.isVisible()


def test_a_finding_that_is_disputed_meanwhile_changes_nothing_about_the_recording(qtbot, key, show, services):
    screen = show(sample.voicemail())
    key(screen, Qt.Key.Key_T)
    place = services.retakes.asked[-1][2]
    moved = replace(screen.attempt.feedback, fix=Fix(check="no-product-pitch", advice="."))
    screen._show(replace(screen.attempt, feedback=moved))
    assert screen.page.retake.done.isVisible()
    assert not screen.page.again.isVisible()
    assert not screen.page.play.isEnabled()
    services.retakes.making.set_result(made(place))
    qtbot.waitUntil(screen.page.retake.keep.isVisible)
