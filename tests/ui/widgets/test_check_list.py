from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from ui.models.check_lines import grouped
from ui.widgets.button import Button
from ui.widgets.check_list import CheckList


@pytest.fixture
def checks(qtbot: QtBot) -> CheckList:
    feedback = sample.voicemail().feedback
    assert feedback is not None
    made = CheckList()
    qtbot.addWidget(made)
    made.resize(530, 400)
    made.show_groups(grouped(feedback, {}, ()))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def titles(checks: CheckList) -> list[str]:
    return [row.line.check for row in checks.rows()]


def test_misses_are_shown_and_the_rest_is_folded(checks: CheckList):
    assert titles(checks) == ["one-ask", "number-twice", "no-product-pitch", "no-email", "number-right"]
    met, uncounted = checks.folds()
    assert met.accessibleName().startswith("11 met: ")
    assert uncounted.accessibleName().startswith("3 not counted by this guide")


def test_a_fold_opens_and_closes_by_click_and_by_key(checks: CheckList):
    met = checks.folds()[0]
    QTest.mouseClick(met, Qt.MouseButton.LeftButton)
    assert len(titles(checks)) == 16
    assert titles(checks)[5] == "length"
    QTest.keyClick(met, Qt.Key.Key_Return)
    assert len(titles(checks)) == 5
    QTest.keyClick(met, Qt.Key.Key_Space)
    assert len(titles(checks)) == 16


def test_folds_stay_open_when_the_judgement_changes(checks: CheckList):
    QTest.mouseClick(checks.folds()[0], Qt.MouseButton.LeftButton)
    feedback = sample.voicemail().feedback
    assert feedback is not None
    checks.show_groups(grouped(feedback, {}, ()))
    assert len(titles(checks)) == 16


def test_rows_are_read_aloud_as_one_sentence(checks: CheckList):
    name = checks.rows()[0].accessibleName()
    assert name == "One ask: Missed. “…or shoot me an email at sam at fieldline dot com”"


def test_enter_opens_a_row_and_i_disagree_disputes_it(checks: CheckList):
    row = checks.rows()[0]
    disputed: list[str] = []
    checks.disputed.connect(disputed.append)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.opened
    button = next(one for one in row.findChildren(Button) if one.text() == "I disagree")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert disputed == ["one-ask"]
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert not row.opened


def test_why_opens_too_and_the_row_grows_by_what_it_says(checks: CheckList, qtbot: QtBot):
    row = checks.rows()[0]
    before = row.height()
    QTest.mouseClick(row.why, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.height() > before + 40)
    assert row.why.text() == "Less"


def test_play_asks_for_the_words_that_show_it(checks: CheckList):
    asked: list = []
    checks.play_wanted.connect(asked.append)
    row = checks.rows()[0]
    assert row.play is not None
    QTest.mouseClick(row.play, Qt.MouseButton.LeftButton)
    assert asked == [row.line.place]
    checks.show_playing(row.line.place)
    assert row.play.playing
    checks.show_playing(None)
    assert not row.play.playing


def test_arrows_and_numbers_go_from_row_to_row(checks: CheckList):
    checks.go_to(1)
    assert checks.rows()[1].hasFocus()
    QTest.keyClick(checks.rows()[1], Qt.Key.Key_Down)
    assert checks.rows()[2].hasFocus()
    checks.go_to(8)
    assert checks.rows()[2].hasFocus()


def test_without_a_recording_nothing_can_be_played(checks: CheckList):
    checks.set_audible(False)
    assert not any(row.play.isEnabled() for row in checks.rows() if row.play)
