"""The page on which takes are held against each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui import sample_compare
from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices, refused
from trainer.errors import UnknownName
from trainer.records import Attempt, Feedback, Finding, Headline, Outcome, Transcript
from ui.main_window import MainWindow
from ui.screens.compare import CompareScreen
from ui.widgets.compare_ribbons import with_room
from ui.widgets.compare_words import MarkedWords

Open = Callable[..., MainWindow]
Show = Callable[..., CompareScreen]


@pytest.fixture
def show(qtbot: QtBot, services: FakeServices, open_window: Open) -> Show:
    """Opens the window at these takes of the three (and `more`)."""

    def at(subject: str, *more: Attempt, size: tuple[int, int] = (1280, 800)) -> CompareScreen:
        services.review.attempts = {take.id: take for take in (*sample_compare.takes(), *more)}
        screen = open_window("compare", subject, size).screen_shown()
        assert isinstance(screen, CompareScreen)
        qtbot.waitUntil(lambda: bool(screen.takes) or screen.empty.isVisible())
        return screen

    return at


def window_of(screen: CompareScreen) -> MainWindow:
    window = screen.window()
    assert isinstance(window, MainWindow)
    return window


def played(services: FakeServices) -> list[tuple[object, ...]]:
    return [asked[1:] for asked in services.listening.asked if asked[0] == "play_take"]


def all_met(attempt: Attempt, of: int, length: Outcome = "met") -> Feedback:
    """A judgement in which everything of so many checks is met."""
    assert attempt.feedback is not None
    found = Finding(check="length", outcome=length, counted=True, confidence=1.0)
    others = tuple(one for one in attempt.feedback.findings if one.check != "length")
    return replace(attempt.feedback, headline=Headline(met=of, of=of, unsure=0), findings=(*others, found))


def click_clause(screen: CompareScreen, take: int, clause: int) -> None:
    place = screen.page.ribbons.clause_center(take, clause).toPoint()
    QTest.mouseClick(screen.page.ribbons, Qt.MouseButton.LeftButton, pos=place)


def test_it_says_what_changed_the_earliest_first(show: Show):
    page = show("late,early").page
    assert page.headline.text() == "6.2 s shorter, nothing sold"
    assert page.sentence.text() == "21 words fewer. Gone: selling (4.6 s), second ask (3.4 s)."
    assert [head.name.text() for head in page.heads[:2]] == ["First take", "Best and latest"]
    assert page.heads[1].seconds.text() == "20.1 s"
    assert page.checks.lines[0].endswith("missed, now met")
    assert len(page.checks.lines) == 4
    assert "selling 4.6 → 0 s" in page.seconds.accessibleDescription()
    assert page.caveat.isHidden()


def test_what_is_only_read_otherwise_is_not_called_gone(show: Show):
    _, middle, _ = sample_compare.takes()
    assert middle.feedback is not None
    said = {
        "reason": {"part": "for-you"},
        "second-ask": {"quote": "i would love to book half an hour for you"},
    }
    ribbon = tuple(replace(one, **said.get(one.part, {})) for one in middle.feedback.ribbon)
    other = replace(middle, id="other", sequence=4, feedback=replace(middle.feedback, ribbon=ribbon))
    page = show("middle,other", other).page
    assert page.headline.text() == "Just as long, “second ask” replaced"
    assert page.sentence.text() == (
        "As many words as before. “or shoot me an email at sam…” became “i would love to book half an…”. "
        "The same words, read as why, are read as for you now."
    )
    page.show_as_text(True)
    assert "why\nnow for you" in [label.text() for label in page.words.findChildren(QLabel)]


def test_one_take_is_held_against_the_best_of_its_call(show: Show):
    screen = show("early")
    assert [take.attempt.id for take in screen.takes] == ["early", "late"]


def test_the_best_take_itself_is_held_against_the_first(show: Show):
    assert [take.attempt.id for take in show("late").takes] == ["early", "late"]


def test_the_best_is_found_among_takes_of_the_same_guide_and_a_good_length(show: Show):
    early, _, _ = sample_compare.takes()
    other = replace(early, id="other", sequence=4, guide="introduce", feedback=all_met(early, 5))
    short = replace(early, id="short", sequence=5, feedback=all_met(early, 16, length="missed"))
    assert [take.attempt.id for take in show("early", other, short).takes] == ["early", "late"]


def test_a_take_that_can_be_heard_is_preferred(show: Show, services: FakeServices):
    services.browsing.silent = frozenset({"late"})
    screen = show("early")
    assert [take.attempt.id for take in screen.takes] == ["early", "middle"]
    assert screen.takes[1].name == "Best to hear", "a better one has lost its recording"


def test_a_recording_that_is_gone_is_said_and_cannot_be_asked_for(show: Show, services: FakeServices):
    services.browsing.silent = frozenset({"late"})
    screen = show("early,late")
    page = screen.page
    assert page.caveat.text() == "The recording of take 2 is missing, so it cannot be played."
    assert page.heads[0].play.isEnabled()
    assert not page.heads[1].play.isEnabled()
    press(window_of(screen), Qt.Key.Key_2)
    click_clause(screen, 1, 1)
    assert played(services) == []
    press(window_of(screen), Qt.Key.Key_1)
    assert len(played(services)) == 1


def test_what_the_other_guide_does_not_count_is_not_called_missed(show: Show):
    early = sample_compare.takes()[0]
    assert early.feedback
    uncounted = tuple(
        replace(found, counted=False) if found.check == "one-ask" else found
        for found in early.feedback.findings
    )
    other = replace(early, id="other", feedback=replace(early.feedback, findings=uncounted))
    lines = show("other,late", other).page.checks.lines
    assert [line for line in lines if "not counted" in line] == ["One ask: not counted, now met"]


def test_three_takes_on_one_axis(show: Show):
    page = show("early,middle,late").page
    assert page.heads[2].isVisible()
    assert page.boxes[2].isVisible()
    told = page.ribbons.accessibleDescription()
    assert told.index("First take") < told.index("9 Mar") < told.index("Best and latest")


def test_another_take_can_be_chosen(show: Show, qtbot: QtBot):
    screen = show("early,late,middle")
    box = screen.page.boxes[2]
    place = box.findText("First take")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    qtbot.waitUntil(lambda: len(screen.takes) == 2)
    assert [take.attempt.id for take in screen.takes] == ["early", "middle"]


def test_the_same_clause_is_heard_in_the_other_take(show: Show, services: FakeServices):
    screen = show("early,late")
    click_clause(screen, 0, 4)
    assert played(services)[-1] == ("take-early", 13.3, 15.9)
    press(window_of(screen), Qt.Key.Key_2)
    assert played(services)[-1] == ("take-late", 7.0, None)
    assert screen.page.heads[1].play.playing
    press(window_of(screen), Qt.Key.Key_1)
    assert played(services)[-1] == ("take-early", 13.3, None)


def test_the_button_of_the_other_take_plays_it_from_its_start(show: Show, services: FakeServices):
    screen = show("early,late")
    first, second = (head.play for head in screen.page.heads[:2])
    click_clause(screen, 0, 4)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert played(services)[-1] == ("take-late", 0.2, None)
    press(window_of(screen), Qt.Key.Key_Right)
    assert played(services)[-1] == ("take-late", 1.0, None)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert screen.control.playing is None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert played(services)[-1] == ("take-late", 1.0, None), "it goes on where it was stopped"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert played(services)[-1] == ("take-early", 0.1, None)


def test_from_what_is_gone_it_goes_on_at_the_next_clause_that_both_have(show: Show, services: FakeServices):
    screen = show("early,late")
    click_clause(screen, 0, 3)
    press(window_of(screen), Qt.Key.Key_2)
    assert played(services)[-1] == ("take-late", 7.0, None)


def test_what_only_one_take_has_is_not_offered_in_each(show: Show):
    screen = show("early,late")
    click_clause(screen, 0, 3)
    assert screen.page.both.isHidden(), "the other has no selling"
    click_clause(screen, 0, 4)
    assert screen.page.both.isVisible()


def test_stopping_and_going_on_stays_at_the_clause_and_the_arrows_move_it(show: Show, services: FakeServices):
    screen = show("early,late")
    window = window_of(screen)
    press(window, Qt.Key.Key_1)
    assert played(services)[-1] == ("take-early", 0.1, None)
    press(window, Qt.Key.Key_Right)
    assert played(services)[-1] == ("take-early", 0.95, None)
    press(window, Qt.Key.Key_P)
    assert screen.control.playing is None
    press(window, Qt.Key.Key_P)
    assert played(services)[-1] == ("take-early", 0.95, None)


def test_both_asks_one_after_the_other(show: Show, services: FakeServices, qtbot: QtBot):
    screen = show("early,late")
    assert screen.page.both.text() == "Hear “the ask” in each, one after the other"
    press(window_of(screen), Qt.Key.Key_B)
    assert services.listening.on_position is not None
    services.listening.on_position(None)
    qtbot.waitUntil(lambda: len(played(services)) == 2)
    assert played(services) == [("take-early", 13.3, 15.9), ("take-late", 7.0, 9.6)]


def test_who_does_not_want_to_hear_themselves_reads(show: Show, services: FakeServices):
    screen = show("early,late")
    QTest.mouseClick(screen.page.as_text, Qt.MouseButton.LeftButton)
    assert not screen.page.both.isVisible()
    assert "hi dana (only here: hi)" in screen.page.words.texts
    assert "please give me a call (only here: please)" in screen.page.words.texts
    assert played(services) == []
    QTest.mouseClick(screen.page.heads[1].play, Qt.MouseButton.LeftButton)
    assert played(services) == [("take-late", 0.2, None)], "who wants to can still hear them"
    assert services.settings.compare_as_text, "it is kept for the next time"


def test_a_choice_that_cannot_be_kept_is_told(show: Show, services: FakeServices):
    screen = show("early,late")
    services.save_failure = OSError(28, "No space left on device")
    QTest.mouseClick(screen.page.as_text, Qt.MouseButton.LeftButton)
    assert "No space left" in window_of(screen).messages.text
    assert screen.page.words.isVisible()


def test_other_guides_engines_and_calls_are_said(show: Show, services: FakeServices):
    _, _, late = sample_compare.takes()
    assert late.feedback is not None
    (turn,) = late.turns
    assert turn.take
    assert turn.transcript
    elsewhere = Transcript(engine="vosk:vosk-model-small-en-us-0.15", words=turn.transcript.words)
    other = replace(
        late, id="other", sequence=9, feedback=replace(late.feedback, guide="be-ready"),
        turns=(replace(turn, transcripts={turn.take.id: (elsewhere,)}),),
        scenario=replace(late.scenario, id="another-call"),
    )  # fmt: skip
    told = show("early,other", other).page.caveat.text()
    assert "takes of different calls" in told
    assert "different guides: Sell the call, then Be ready" in told
    assert "different engines (Tiny English, embedded and Small English)" in told


def test_a_take_without_a_judgement_says_so(show: Show):
    screen = show("early,attempt-3", sample.waiting())
    assert screen.page.headline.text() == "Not judged yet"
    assert "cannot be compared" in screen.page.caveat.text()


def test_call_backs_of_several_turns_are_compared(show: Show, services: FakeServices):
    first = sample.call_back()
    again = replace(first, id="again", sequence=7)
    screen = show("attempt-2,again", first, again)
    assert screen.page.headline.text() == "Just as long"
    click_clause(screen, 1, 3)
    assert played(services)[-1] == ("take-1", 8.6, 11.9)


def test_a_single_take_of_a_call_has_nothing_to_be_held_against(show: Show, services: FakeServices):
    screen = show("attempt-2", sample.call_back())
    assert screen.empty.isVisible()
    press(window_of(screen), Qt.Key.Key_Return)
    assert window_of(screen).screen_name == "feedback"


def test_a_take_that_is_gone_leads_back(services: FakeServices, open_window: Open, qtbot: QtBot):
    services.review.attempt = lambda _: refused(UnknownName("attempt", "gone", []))  # type: ignore[method-assign]
    screen = open_window("compare", "gone,late").screen_shown()
    assert isinstance(screen, CompareScreen)
    qtbot.waitUntil(screen.empty.isVisible)


def test_escape_closes_in_silence(show: Show):
    screen = show("early,late")
    press(window_of(screen), Qt.Key.Key_1)
    press(window_of(screen), Qt.Key.Key_Escape)
    assert screen.control.playing is None
    assert window_of(screen).screen_name == "history"


def test_nothing_is_cut_in_a_narrow_window(show: Show):
    page = show("early,middle,late", size=(900, 640)).page
    assert page.close_it.mapTo(page, page.close_it.rect().topRight()).x() < page.width()


def test_words_wrap_and_keep_their_marks(qtbot: QtBot):
    words = MarkedWords(["one", "two", "three", "four", "five", "six"] * 4, frozenset({1}))
    qtbot.addWidget(words)
    assert words.heightForWidth(120) > words.heightForWidth(900)
    assert words.accessibleName().endswith("(only here: two)")


def test_short_clauses_are_told_to_be_gone_unless_it_would_hide_what_is_told_of_a_longer_one():
    short, beside, far = QRectF(0, 0, 20, 44), QRectF(22, 0, 66, 44), QRectF(200, 0, 8, 44)
    assert with_room([short, beside, far], 45.0) == {0, 1, 2}
    assert with_room([short, beside, far], 46.0) == {1, 2}
    assert with_room([], 46.0) == frozenset()
