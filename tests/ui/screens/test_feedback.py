from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import VOICEMAIL, FakeServices, finished, refused
from trainer import events
from trainer.errors import AudioChanged, ModelMissing, StoreError, UnknownName
from trainer.records import Attempt, Correct, Counts, Dispute, Transcript, Undo
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.feedback import FeedbackScreen
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rail import RailButton
from ui.widgets.strip_paint import lane_facts

Open = Callable[..., MainWindow]


@pytest.fixture
def show(qtbot: QtBot, services: FakeServices, open_window: Open) -> Callable[..., FeedbackScreen]:
    """Opens the window at this attempt."""

    def at(attempt: Attempt, size: tuple[int, int] = (1280, 800)) -> FeedbackScreen:
        services.review.attempts = {attempt.id: attempt}
        window = open_window("feedback", attempt.id, size)
        screen = window.screen_shown()
        assert isinstance(screen, FeedbackScreen)
        qtbot.waitUntil(lambda: screen.attempt is not None)
        return screen

    return at


def window_of(screen: FeedbackScreen) -> MainWindow:
    window = screen.window()
    assert isinstance(window, MainWindow)
    return window


def click_word(screen: FeedbackScreen, index: int, turn: int = 0) -> None:
    center = screen.page.transcript.word_center((turn, index))
    assert center is not None
    QTest.mouseClick(screen.page.transcript, Qt.MouseButton.LeftButton, pos=center.toPoint())


def test_the_page_says_what_was_met_who_it_was_for_and_what_heard_it(show):
    page = show(sample.voicemail()).page
    assert page.headline.text() == "11 of 16 met"
    assert "Voicemail to Dana Whitfield, Northgate Logistics" in page.meta.text()
    assert "heard by the tiny English model, embedded" in page.meta.text()
    assert page.length.text() == "26.3 s"
    assert page.guide.text() == "Guide: Sell the call"
    assert page.sentence.text() == "4.7 s sold, 3.5 s asked twice"
    assert page.fix.accessibleName() == "One fix: one ask"
    assert page.notice.text == ""


def test_last_take_without_a_take_offers_one_thing_to_do(qtbot, open_window: Open):
    window = open_window("feedback")
    screen = window.screen_shown()
    assert isinstance(screen, FeedbackScreen)
    qtbot.waitUntil(screen.empty.isVisible)
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "today"


def test_last_take_shows_the_newest(qtbot, services: FakeServices, open_window: Open):
    attempts = (sample.voicemail(), sample.call_back())
    services.review.attempts = {attempt.id: attempt for attempt in attempts}
    screen = open_window("feedback").screen_shown()
    assert isinstance(screen, FeedbackScreen)
    qtbot.waitUntil(lambda: screen.attempt is not None)
    assert screen.attempt == attempts[1]


def test_an_older_take_is_not_called_the_last_one(qtbot, services: FakeServices, open_window: Open):
    attempts = (sample.voicemail(), sample.call_back())
    services.review.attempts = {attempt.id: attempt for attempt in attempts}
    window = open_window("feedback", attempts[0].id)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Take of "))
    lit = [button.text() for button in window.findChildren(RailButton) if button.isChecked()]
    assert lit == []
    window.go("feedback", attempts[1].id)
    qtbot.waitUntil(lambda: window.screen_shown().attempt == attempts[1])
    assert window.windowTitle() == "Last take - Ringback"
    window.go("feedback", attempts[0].id)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Take of "))
    window.go("history")
    lit = [button.text() for button in window.findChildren(RailButton) if button.isChecked()]
    assert lit == ["History"]


def test_r_starts_the_same_call_again(show, services: FakeServices):
    screen = show(sample.voicemail())
    press(window_of(screen), Qt.Key.Key_R)
    assert window_of(screen).screen_name == "call"
    assert ("start", VOICEMAIL) in services.calls.asked


def test_p_plays_pauses_and_goes_on_from_there(qtbot, show, services: FakeServices):
    screen = show(sample.voicemail())
    press(window_of(screen), Qt.Key.Key_P)
    assert services.listening.asked[-1] == ("play_take", "take-0", 0.0, None)
    services.listening.on_position(16.6)
    qtbot.waitUntil(lambda: screen.page.place.text() >= "0:16.6")
    assert screen.page.play.playing
    press(window_of(screen), Qt.Key.Key_P)
    assert services.listening.asked[-1] == ("stop",)
    assert not screen.page.play.playing
    press(window_of(screen), Qt.Key.Key_P)
    name, _, start, _ = services.listening.asked[-1]
    assert name == "play_take"
    assert start == pytest.approx(16.6, abs=0.5)


def test_a_word_a_clause_and_a_finding_are_heard_by_a_click(show, services: FakeServices):
    screen = show(sample.voicemail())
    click_word(screen, 45)
    word = screen.attempt.turns[0].transcript.words[45]
    _, _, start, end = services.listening.asked[-1]
    assert start == pytest.approx(word.start_s, abs=0.2)
    assert end == pytest.approx(word.end_s, abs=0.2)
    strip = screen.page.strip
    ask = next(block for block in strip.blocks if block.part == "ask")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.block_center(ask).toPoint())
    assert services.listening.asked[-1] == ("play_take", "take-0", 13.3, 15.9)
    row = screen.page.checks.rows()[0]
    QTest.mouseClick(row.play, Qt.MouseButton.LeftButton)
    assert services.listening.asked[-1][2] == row.line.place.start_s
    assert row.play.playing
    assert screen.page.fix.play.playing
    QTest.mouseClick(row.play, Qt.MouseButton.LeftButton)
    assert services.listening.asked[-1] == ("stop",)
    assert not row.play.playing


def test_arrows_walk_through_words_and_clauses(show):
    screen = show(sample.voicemail())
    transcript = screen.page.transcript
    transcript.setFocus()
    window = window_of(screen)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    assert transcript.current == (0, 1)
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert transcript.current == (0, 2)
    assert screen.page.place.text() == "0:00.9"


def test_arrows_and_f2_work_wherever_the_page_has_the_focus(show):
    screen = show(sample.voicemail())
    window = window_of(screen)
    screen.page.fix.again.setFocus()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    assert screen.page.transcript.current == (0, 1)
    assert screen.page.transcript.hasFocus()
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert screen.page.transcript.current == (0, 0)
    press(window, Qt.Key.Key_F2)
    field = window.focusWidget()
    assert field.text() == "hi"
    press(window, Qt.Key.Key_Right)
    assert screen.page.transcript.current == (0, 0), "in the editor the arrows move its cursor"


def test_f2_begins_with_the_first_word_where_none_is_chosen(show):
    screen = show(sample.voicemail())
    press(window_of(screen), Qt.Key.Key_F2)
    assert window_of(screen).focusWidget().text() == "hi"


def test_correcting_a_word_asks_for_a_new_judgement_and_shows_it(show, services: FakeServices):
    screen = show(sample.voicemail())
    click_word(screen, 5)
    press(window_of(screen), Qt.Key.Key_F2)
    field = window_of(screen).focusWidget()
    QTest.keyClicks(field, "ray")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wanted = Correct(turn=0, first_word=5, last_word=5, words=("ray",))
    assert services.review.asked[-1] == ("revise", "attempt-1", wanted)


def test_the_corrected_word_is_shown_and_ctrl_z_takes_it_back(qtbot, show, services: FakeServices):
    fixed = Correct(turn=0, first_word=5, last_word=5, words=("ray",))
    screen = show(sample.voicemail(revisions=(fixed,)))
    assert "sam ray at" in screen.page.transcript.accessibleDescription()
    press(window_of(screen), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.review.asked[-1] == ("revise", "attempt-1", Undo())
    qtbot.waitUntil(lambda: "sam reyes at" in screen.page.transcript.accessibleDescription())
    press(window_of(screen), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [asked[0] for asked in services.review.asked].count("revise") == 1


def test_disagreeing_disputes_the_finding(show, services: FakeServices):
    screen = show(sample.voicemail())
    press(window_of(screen), Qt.Key.Key_1)
    row = screen.page.checks.rows()[0]
    assert row.hasFocus()
    press(window_of(screen), Qt.Key.Key_Return)
    button = next(one for one in row.findChildren(Button) if one.text() == "I disagree")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert services.review.asked[-1] == ("revise", "attempt-1", Dispute(check="one-ask"))


def test_a_call_back_shows_its_turns_on_one_axis_and_plays_them_in_order(qtbot, show, services: FakeServices):
    screen = show(sample.call_back())
    assert {block.turn for block in screen.page.strip.blocks} == {0, 1}
    press(window_of(screen), Qt.Key.Key_P)
    assert services.listening.asked[-1][1] == "take-0"
    services.listening.on_position(None)
    qtbot.waitUntil(lambda: services.listening.asked[-1][1] == "take-1")


def test_a_waiting_take_can_be_heard_now(qtbot, show, services: FakeServices):
    screen = show(sample.waiting())
    page = screen.page
    assert page.headline.text() == "Not heard yet"
    assert page.notice.button.hasFocus()
    assert not page.fix.isVisible()
    assert page.again.isVisible()
    judged = replace(sample.voicemail(), id="attempt-3")
    services.review.hear_again = lambda attempt_id: finished(judged)
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert page.notice.text == "Listening to what you said."
    qtbot.waitUntil(lambda: page.headline.text() == "11 of 16 met")
    assert page.fix.isVisible()


def test_a_take_that_still_cannot_be_heard_says_what_to_do(qtbot, show, services: FakeServices):
    screen = show(sample.waiting())
    services.review.hear_again = lambda attempt_id: refused(
        ModelMissing("No English model is installed.", "Fetch one in Settings.")
    )
    QTest.mouseClick(screen.page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Fetch one in Settings." in screen.page.notice.text)
    assert screen.page.notice.button.isEnabled()


@pytest.mark.parametrize(
    ("state", "headline", "sentence"),
    [
        ("interrupted", "Cut short", "everything up to there is here"),
        ("abandoned", "Ended early", "This call ended before there was anything to judge."),
        ("missed-ring", "Not answered", "was not answered"),
    ],
)
def test_every_state_says_what_became_of_it(show, state, headline, sentence):
    page = show(replace(sample.waiting(), state=state)).page
    assert page.headline.text() == headline
    assert sentence in page.notice.text


def test_a_recording_that_was_changed_is_not_played_and_the_rest_works(
    qtbot, show, services: FakeServices, tmp_path: Path
):
    services.review.pcm = lambda take: refused(AudioChanged(tmp_path / take.path))
    screen = show(sample.voicemail())
    qtbot.waitUntil(lambda: "has been changed since" in screen.page.notice.text)
    assert not screen.page.play.isEnabled()
    assert screen.page.headline.text() == "11 of 16 met"


def test_a_missing_recording_is_said_and_the_rest_works(qtbot, show, services: FakeServices):
    services.review.pcm = lambda take: refused(StoreError("The recording is gone."))
    screen = show(sample.voicemail())
    qtbot.waitUntil(lambda: "is missing" in screen.page.notice.text)
    assert screen.page.write_down.isHidden()
    assert not screen.page.play.isEnabled()
    click_word(screen, 5)
    press(window_of(screen), Qt.Key.Key_P)
    assert services.listening.asked == []
    assert screen.page.headline.text() == "11 of 16 met"


def test_the_attempt_on_show_follows_its_judgement(qtbot, show, bridge: Bridge):
    screen = show(sample.waiting())
    judged = replace(sample.voicemail(), id="attempt-3")
    bridge.post(events.AttemptJudged(attempt_id="attempt-3", attempt=judged))
    qtbot.waitUntil(lambda: screen.page.headline.text() == "11 of 16 met")
    other = replace(sample.call_back(), id="attempt-9")
    bridge.post(events.AttemptJudged(attempt_id="attempt-9", attempt=other))
    qtbot.wait(20)
    assert screen.attempt is not None
    assert screen.attempt.id == "attempt-3"


def test_leaving_the_screen_silences_it(show, services: FakeServices):
    screen = show(sample.voicemail())
    press(window_of(screen), Qt.Key.Key_P)
    window_of(screen).go("today")
    assert services.listening.asked[-1] == ("stop",)


def test_nothing_is_read_as_mark_up(show):
    attempt = sample.voicemail()
    prospect = replace(attempt.scenario.prospect, name="<b>Dana</b> & Co")
    page = show(replace(attempt, scenario=replace(attempt.scenario, prospect=prospect))).page
    assert page.meta.textFormat() == Qt.TextFormat.PlainText
    assert "<b>Dana</b> & Co" in page.meta.text()


@pytest.mark.parametrize("size", [(1280, 800), (900, 640), (720, 520)])
def test_nothing_is_cut_or_overlaps(show, size):
    page = show(sample.voicemail(), size).page
    for button in (page.fix.retake, page.again, page.play, page.fix.play):
        assert button.isVisible()
        corner = button.mapTo(page, QPoint(button.width(), 0))
        assert corner.x() <= page.viewport().width()
        assert button.height() >= button.sizeHint().height()
    parts = [page.fix, page.strip, page.transcript]
    tops = [part.mapTo(page.widget(), QPoint(0, 0)).y() for part in parts]
    bottoms = [top + part.height() for top, part in zip(tops, parts, strict=True)]
    assert all(bottom <= top for bottom, top in zip(bottoms[:-1], tops[1:], strict=True))


def test_a_narrow_window_scrolls_as_one_page(show):
    page = show(sample.voicemail(), (900, 640)).page
    assert page.verticalScrollBar().maximum() > 0
    assert not page.checks.rows()[0].why.isVisible()
    wide = page.checks.rows()[-1]
    assert wide.mapTo(page.widget(), QPoint(0, wide.height())).y() <= page.widget().height()


def test_the_whole_message_as_it_could_be_said_is_one_click_away(show):
    attempt = sample.voicemail()
    fix = replace(attempt.feedback.fix, rewrite="Hi Dana. Give me a call.", rewrite_seconds=18.2)
    card = show(replace(attempt, feedback=replace(attempt.feedback, fix=fix))).page.fix
    texts = [label for label in card.findChildren(Label) if label.text() == "“Hi Dana. Give me a call.”"]
    assert not texts[0].isVisible()
    QTest.mouseClick(card.show_whole, Qt.MouseButton.LeftButton)
    assert texts[0].isVisible()
    QTest.mouseClick(card.show_whole, Qt.MouseButton.LeftButton)
    assert not texts[0].isVisible()


def test_keys_that_do_something_are_only_letters_while_a_word_is_corrected(show, services: FakeServices):
    screen = show(sample.voicemail())
    click_word(screen, 5)
    asked = len(services.listening.asked)
    window = window_of(screen)
    press(window, Qt.Key.Key_F2)
    for key in (Qt.Key.Key_P, Qt.Key.Key_1, Qt.Key.Key_R, Qt.Key.Key_Question):
        press(window, key)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "p1r?"
    assert len(services.listening.asked) == asked
    assert window.screen_name == "feedback"


def test_a_take_without_words_says_so(show):
    attempt = sample.voicemail()
    silent = replace(attempt.turns[0], transcripts={"take-0": (Transcript(engine="embedded", words=()),)})
    counts = Counts(words=0, fillers=0, restarts=0)
    feedback = replace(attempt.feedback, counts=counts, ribbon=(), findings=(), fix=None)
    page = show(replace(attempt, turns=(silent,), feedback=feedback)).page
    assert "No words were heard" in page.notice.text
    assert page.strip.isVisible()


def test_a_call_back_that_was_answered_without_a_greeting_still_tells_its_first_word(show):
    attempt = sample.call_back()
    feedback = replace(attempt.feedback, ribbon=attempt.feedback.ribbon[1:])
    screen = show(replace(attempt, turns=attempt.turns[1:], feedback=feedback))
    (lane,) = screen.page.strip.lanes
    assert lane_facts(lane) == "12.3 s, first word after 0.9 s"
    assert lane.title == "Reply 1"


def test_a_take_of_a_scenario_that_is_gone_is_still_shown(show, services: FakeServices):
    def gone(scenario_id: str):
        raise UnknownName("scenario", scenario_id, [])

    services.length_band = gone
    assert show(sample.voicemail()).page.headline.text() == "11 of 16 met"
