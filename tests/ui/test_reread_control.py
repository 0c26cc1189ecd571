"""A take read by another guide, heard by another engine, corrected, disputed, and all of it taken back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.fakes import FakeServices, finished, refused
from trainer.errors import ModelMissing
from trainer.records import Attempt, Correct, Dispute, Finding, Headline, Transcript, Undo, Word
from ui.main_window import MainWindow
from ui.screens.feedback import FeedbackScreen

Open = Callable[..., MainWindow]
# The offscreen platform has no keyboard to grab for a menu.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support")
SMALL = "vosk:vosk-model-small-en-us-0.15"


@pytest.fixture
def screen(qtbot: QtBot, services: FakeServices, open_window: Open) -> FeedbackScreen:
    services.guides = {"sell-the-call": "Sell the call", "earn": "Earn the call"}
    services.models.engines = [SMALL, "embedded"]
    services.review.attempts = {"attempt-1": sample.voicemail()}
    shown = open_window("feedback", "attempt-1").screen_shown()
    assert isinstance(shown, FeedbackScreen)
    qtbot.waitUntil(lambda: shown.attempt is not None)
    return shown


def answering(attempt: Attempt) -> Callable[..., Future]:
    return lambda *_: finished(attempt)


def with_outcome(attempt: Attempt, check: str, outcome: str, met: int) -> Attempt:
    assert attempt.feedback
    findings = tuple(
        replace(found, outcome=outcome) if found.check == check else found  # type: ignore[arg-type]
        for found in attempt.feedback.findings
    )
    judged = replace(attempt.feedback, findings=findings, headline=Headline(met=met, of=16, unsure=1))
    return replace(attempt, feedback=judged)


def heard_otherwise(attempt: Attempt) -> Attempt:
    (turn,) = attempt.turns
    assert turn.take
    assert turn.transcript
    words = list(turn.transcript.words)
    words[7] = Word(word="feel", start_s=words[7].start_s, end_s=words[7].end_s)
    heard = Transcript(engine=SMALL, words=tuple(words))
    return replace(attempt, turns=(replace(turn, transcripts={turn.take.id: (turn.transcript, heard)}),))


def pick(screen: FeedbackScreen, qtbot: QtBot, words: str) -> None:
    """Choose from the menu that has opened."""
    menus = screen.page.findChildren(QMenu)
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in screen.page.findChildren(QMenu)))
    menus = [menu for menu in screen.page.findChildren(QMenu) if menu.isVisible()]
    (action,) = (action for action in menus[0].actions() if action.text() == words)
    action.trigger()
    menus[0].close()


def test_another_guide_reads_the_take_and_what_changed_is_said(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    attempt = screen.attempt
    assert attempt
    assert attempt.feedback
    findings = (*attempt.feedback.findings[:3], replace(attempt.feedback.findings[3], counted=False))
    judged = replace(
        attempt.feedback, guide="earn", findings=findings,
        headline=Headline(met=7, of=8, unsure=0),
    )  # fmt: skip
    other = replace(attempt, guide="earn", feedback=judged)
    services.review.judge_with = answering(other)  # type: ignore[method-assign]
    screen.page.read_by.click()
    pick(screen, qtbot, "Earn the call")
    qtbot.waitUntil(lambda: "7 of 8 met" in screen.page.headline.text())
    told = screen.page.reread.text
    assert told.startswith("Read by Earn the call: 7 of 8 met. By Sell the call it was 11 of 16 met.")
    assert "No longer: " in told
    services.review.judge_with = answering(attempt)  # type: ignore[method-assign]
    assert screen.page.reread.button.text() == "Back to Sell the call"
    screen.page.reread.button.click()
    qtbot.waitUntil(lambda: "11 of 16 met" in screen.page.headline.text())


def test_only_guides_that_know_the_kind_are_offered(screen: FeedbackScreen, services: FakeServices):
    services.guides = {**services.guides, "be-ready": "Be ready"}
    assert "be-ready" not in screen.reread.guides(), "it has no list for a voicemail"
    assert "sell-the-call" in screen.reread.guides()


def test_another_engine_hears_it_and_the_words_that_differ_are_said(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    attempt = screen.attempt
    assert attempt
    hearing: Future[Attempt] = Future()
    services.review.hear_with = lambda *asked: hearing  # type: ignore[method-assign]
    screen.page.heard_by.click()
    pick(screen, qtbot, "Small English")
    assert screen.page.reread.text == "Small English is listening to this take."
    assert not screen.page.heard_by.isEnabled()
    hearing.set_result(with_outcome(heard_otherwise(attempt), "company", "missed", 10))
    qtbot.waitUntil(screen.page.heard_by.isEnabled)
    told = screen.page.reread.text
    assert "Small English heard it differently from Tiny English, embedded: “feel” for “fieldline”." in told
    assert "10 of 16 met, before 11 of 16 met." in told
    assert screen.reread.heard_otherwise == {(0, 7)}
    assert "met, now missed" in told
    assert screen.page.reread.button.text() == "Back to Tiny English, embedded"


def test_the_words_that_differ_are_marked_until_something_else_is_shown(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    attempt = screen.attempt
    assert attempt
    before = screen.page.transcript.grab().toImage()
    services.review.hear_with = answering(heard_otherwise(attempt))  # type: ignore[method-assign]
    screen.reread.hear_by(SMALL)
    qtbot.waitUntil(lambda: bool(screen.reread.heard_otherwise))
    assert screen.page.transcript.grab().toImage() != before
    services.review.revise = answering(heard_otherwise(attempt))  # type: ignore[method-assign]
    screen.reread.revise(Dispute(check="one-ask"))
    qtbot.waitUntil(lambda: not screen.reread.heard_otherwise)


def test_an_engine_that_cannot_hear_says_why(screen: FeedbackScreen, services: FakeServices, qtbot: QtBot):
    services.review.hear_with = lambda *_: refused(ModelMissing("No model.", "Fetch one."))  # type: ignore[method-assign]
    screen.reread.hear_by(SMALL)
    qtbot.waitUntil(lambda: "No model." in screen.page.reread.text)
    assert screen.page.heard_by.isEnabled()


def test_a_correction_says_what_it_changed_and_can_be_taken_back(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    attempt = screen.attempt
    assert attempt
    correct = Correct(turn=0, first_word=7, last_word=7, words=("Fieldline",))
    revised = replace(with_outcome(attempt, "one-ask", "met", 12), revisions=(correct,))
    services.review.revise = answering(revised)  # type: ignore[method-assign]
    screen.reread.revise(correct)
    qtbot.waitUntil(lambda: "Judged again" in screen.page.reread.text)
    told = screen.page.reread.text
    assert told.startswith(
        "Corrected to “Fieldline”; what was heard is kept. Judged again: 12 of 16 met, before"
    )
    assert "missed, now met" in told
    asked: list[object] = []

    def take_back(attempt_id: str, revision: object) -> Future:
        asked.append(revision)
        return finished(replace(attempt, revisions=(correct, Undo())))

    services.review.revise = take_back  # type: ignore[method-assign]
    screen.page.reread.button.click()
    qtbot.waitUntil(lambda: screen.page.reread.text.startswith("Taken back."))
    assert asked == [Undo()]
    assert not screen.page.reread.button.isVisible()


def test_a_dispute_says_that_it_no_longer_counts(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    screen.reread.revise(Dispute(check="one-ask"))
    qtbot.waitUntil(lambda: screen.page.reread.text != "")
    assert screen.page.reread.text.startswith("You dispute “one ask”; it no longer counts.")


def test_the_words_as_heard_can_be_shown_and_are_not_corrected_there(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    attempt = screen.attempt
    assert attempt
    assert not screen.page.as_heard.isVisible(), "nothing was corrected"
    correct = Correct(turn=0, first_word=7, last_word=7, words=("Fieldmarsh",))
    services.review.revise = answering(replace(attempt, revisions=(correct,)))  # type: ignore[method-assign]
    screen.reread.revise(correct)
    qtbot.waitUntil(screen.page.as_heard.isVisible)
    assert "Fieldmarsh" in screen.page.transcript.accessibleDescription()
    QTest.mouseClick(screen.page.as_heard, Qt.MouseButton.LeftButton)
    assert "sam reyes at fieldline" in screen.page.transcript.accessibleDescription()
    assert "Fieldmarsh" not in screen.page.transcript.accessibleDescription()
    screen.reread.revise(correct)
    assert "as heard" in screen.page.reread.text
    QTest.mouseClick(screen.page.as_heard, Qt.MouseButton.LeftButton)
    assert "Fieldmarsh" in screen.page.transcript.accessibleDescription()


def test_what_was_said_of_one_take_is_not_said_of_the_next(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    screen.reread.revise(Dispute(check="one-ask"))
    qtbot.waitUntil(lambda: screen.page.reread.text != "")
    services.review.attempts["attempt-2"] = sample.call_back()
    screen.enter("attempt-2")
    qtbot.waitUntil(lambda: screen.page.reread.text == "")


def test_compare_leads_to_the_other_takes_of_the_call(screen: FeedbackScreen, qtbot: QtBot):
    window = screen.window()
    assert isinstance(window, MainWindow)
    screen.page.compare.click()
    assert window.screen_name == "compare"
    window.screen_shown().escape()
    assert window.screen_name == "feedback"


def test_a_finding_that_is_unknown_now_still_has_a_name(screen: FeedbackScreen):
    gone = Finding(check="long-gone", outcome="met", confidence=1.0)
    assert screen.attempt
    assert screen.attempt.feedback
    later = replace(screen.attempt.feedback, findings=(replace(gone, outcome="missed", counted=True),))
    before = replace(screen.attempt.feedback, findings=(gone,))
    from ui.models.reread_words import by_guide

    assert "Long gone: not counted, now missed" in by_guide(before, later, {})
