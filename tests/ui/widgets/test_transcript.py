from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from ui.models.marks import Marks, marks
from ui.models.spoken import spoken
from ui.widgets import transcript_layout as layout
from ui.widgets.transcript import Transcript
from ui.widgets.transcript_paint import is_doubtful
from ui.widgets.word_editor import WordEditor


@pytest.fixture
def transcript(qtbot: QtBot) -> Transcript:
    attempt = sample.voicemail()
    made = Transcript()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show_turns(spoken(attempt), marks(attempt.feedback, spoken(attempt), delivery_marks=True))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def point(transcript: Transcript, index: int) -> QPoint:
    center = transcript.word_center((0, index))
    assert center is not None
    return center.toPoint()


def editor(transcript: Transcript) -> WordEditor:
    found = transcript.findChild(WordEditor)
    assert found is not None
    return found


def test_a_clause_is_a_line_and_long_ones_wrap():
    turns = spoken(sample.voicemail())
    wide = layout.place(turns, 2000, lambda text: 8.0 * len(text), 24)
    narrow = layout.place(turns, 300, lambda text: 8.0 * len(text), 24)
    assert len(wide.lines) == len(narrow.lines) == len(sample.SAID)
    assert {line.box.height() for line in wide.lines} == {24.0}
    assert narrow.height > wide.height
    assert all(word.box.right() <= 300 for line in narrow.lines for word in line.words)


def test_marked_runs_join_in_a_row_and_break_at_its_end():
    turns = spoken(sample.voicemail())
    narrow = layout.place(turns, 260, lambda text: 8.0 * len(text), 24)
    line = narrow.lines[5]
    boxes = layout.runs(line.words, frozenset(word.at for word in line.words))
    assert len(boxes) == len({word.box.top() for word in line.words})
    assert len(layout.runs(line.words, frozenset({line.words[0].at, line.words[2].at}))) == 2


def test_a_click_on_a_word_plays_it(transcript: Transcript):
    heard: list = []
    transcript.word_chosen.connect(lambda *word: heard.append(word))
    QTest.mouseClick(transcript, Qt.MouseButton.LeftButton, pos=point(transcript, 45))
    assert heard == [(0, 45)]


def test_f2_corrects_the_word_and_enter_keeps_it(transcript: Transcript):
    kept: list = []
    transcript.corrected.connect(lambda *change: kept.append(change))
    transcript.show_current((0, 5))
    QTest.keyClick(transcript, Qt.Key.Key_F2)
    field = editor(transcript)
    assert field.text() == "reyes"
    QTest.keyClicks(field, "Ray Es")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kept == [(0, 5, 5, ["Ray", "Es"])]
    assert field.isHidden()


@pytest.mark.parametrize(("typed", "key"), [("other", Qt.Key.Key_Escape), ("", Qt.Key.Key_Return)])
def test_esc_and_nothing_typed_correct_nothing(transcript: Transcript, typed: str, key: Qt.Key):
    kept: list = []
    transcript.corrected.connect(lambda *change: kept.append(change))
    transcript.show_current((0, 5))
    QTest.keyClick(transcript, Qt.Key.Key_F2)
    if typed:
        QTest.keyClicks(editor(transcript), typed)
    else:
        QTest.keyClick(editor(transcript), Qt.Key.Key_Backspace)
    QTest.keyClick(editor(transcript), key)
    assert kept == []
    assert editor(transcript).isHidden()


def test_words_left_as_they_are_are_no_correction(transcript: Transcript):
    kept: list = []
    transcript.corrected.connect(lambda *change: kept.append(change))
    transcript.show_current((0, 5))
    QTest.keyClick(transcript, Qt.Key.Key_F2)
    QTest.keyClick(editor(transcript), Qt.Key.Key_Return)
    assert kept == []


def test_several_words_are_chosen_by_dragging_and_corrected_as_one(transcript: Transcript):
    kept: list = []
    heard: list = []
    transcript.corrected.connect(lambda *change: kept.append(change))
    transcript.word_chosen.connect(lambda *word: heard.append(word))
    QTest.mousePress(transcript, Qt.MouseButton.LeftButton, pos=point(transcript, 4))
    QTest.mouseMove(transcript, point(transcript, 5))
    QTest.mouseRelease(transcript, Qt.MouseButton.LeftButton, pos=point(transcript, 5))
    QTest.keyClick(transcript, Qt.Key.Key_F2)
    QTest.keyClicks(editor(transcript), "Samantha")
    QTest.keyClick(editor(transcript), Qt.Key.Key_Return)
    assert heard == []
    assert kept == [(0, 4, 5, ["Samantha"])]


def test_ctrl_shift_right_chooses_more(transcript: Transcript):
    transcript.show_current((0, 4))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(transcript, Qt.Key.Key_Right, both)
    QTest.keyClick(transcript, Qt.Key.Key_F2)
    assert editor(transcript).text() == "sam reyes"


def test_doubtful_words_are_told_apart_and_read_aloud(transcript: Transcript):
    (turn,) = spoken(sample.voicemail())
    assert [index for index, word in enumerate(turn.words) if is_doubtful(word)] == [63, 64]
    transcript.show_current((0, 63))
    assert transcript.accessibleDescription() == "four, at 0:22, not heard for sure"


def test_the_word_being_heard_is_an_ink_block(transcript: Transcript):
    transcript.show_playing((0, 45))
    picture = transcript.grab().toImage()
    scale = picture.devicePixelRatio()
    corner = point(transcript, 45) * scale
    left = next(
        picture.pixelColor(x, corner.y() - round(8 * scale)).name() for x in range(corner.x(), corner.x() + 2)
    )
    assert left == "#1a2422"


def test_no_words_is_said():
    empty = Transcript()
    empty.show_turns((), Marks())
    assert empty.accessibleDescription() == "No words were heard."
    empty.deleteLater()
