"""Label, button, toggle, glyph, avatar, focus ring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.avatar import initials
from ui.widgets.button import Button
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import WORDS, StateWord, state_of
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.play_circle import PlayCircle
from ui.widgets.section_list import word_font
from ui.widgets.toggle import Toggle

MARK_UP = "<b>Dana</b> <img src='file:///etc/hostname'>"


def test_a_label_never_reads_mark_up(qtbot: QtBot) -> None:
    label = Label(MARK_UP, elide=True)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    label.resize(60, 20)
    label.grab()
    assert "<b>" not in label.toolTip()
    assert "&lt;b>" in label.toolTip()


def test_an_elided_label_gives_way_and_keeps_its_text(qtbot: QtBot) -> None:
    label = Label("Maximiliane von Oyelaran-Featherstonehaugh", elide=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 48
    label.resize(label.sizeHint().width() + 4, 24)
    label.grab()
    assert label.toolTip() == ""
    label.resize(80, 24)
    label.grab()
    assert label.toolTip() == label.text()


def test_a_label_follows_the_theme(qtbot: QtBot) -> None:
    label = Label("Met", tone="leaf")
    qtbot.addWidget(label)
    assert label.palette().windowText().color().name() == theme.LIGHT.leaf.lower()
    theme.apply("dark")
    assert label.palette().windowText().color().name() == theme.DARK.leaf.lower()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_works_on_the_press_and_once(qtbot: QtBot, key: Qt.Key) -> None:
    clicks: list[bool] = []
    button = Button("Answer", "primary", 56, key="Space")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: clicks.append(True))
    button.show()
    qtbot.keyPress(button, key)
    assert clicks == [True]
    qtbot.keyRelease(button, key)
    assert clicks == [True]


def test_a_disabled_button_does_nothing(qtbot: QtBot) -> None:
    button = Button("Start", "primary")
    qtbot.addWidget(button)
    button.setEnabled(False)
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    assert clicks == []


def test_a_button_is_wide_enough_for_words_and_key(qtbot: QtBot) -> None:
    plain, keyed = Button("Start"), Button("Start", key="Enter", icon="phone")
    for button in (plain, keyed):
        qtbot.addWidget(button)
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 40
    assert keyed.minimumSizeHint() == keyed.sizeHint()
    assert keyed.accessibleDescription() == "Key: Enter"
    keyed.key = None
    assert keyed.accessibleDescription() == ""


def test_a_switch_is_named_and_worked_by_key(qtbot: QtBot) -> None:
    switch = Toggle("Words while I speak")
    qtbot.addWidget(switch)
    assert switch.accessibleName() == "Words while I speak"
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_a_play_circle_says_what_it_does(qtbot: QtBot) -> None:
    circle = PlayCircle("the greeting")
    qtbot.addWidget(circle)
    assert circle.accessibleName() == "Play the greeting"
    circle.set_playing(True)
    assert circle.accessibleName() == "Stop the greeting"


def test_the_four_states_have_a_word_each(qtbot: QtBot) -> None:
    assert [state_of("met"), state_of("met", near=True), state_of("not-applicable")] == ["met", "near", None]
    word = StateWord("met", "Good level")
    qtbot.addWidget(word)
    word.show_state("missed")
    assert word.text() == WORDS["missed"] == "Missed"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dana Whitfield", "DW"),
        ("Ruth van der Osei", "RO"),
        ("Cher", "C"),
        ("ליאת בן־דוד", "לב"),
        ("", ""),
        ("42 x", "X"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_focus_ring_is_there_where_the_page_scrolls_to(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    buttons = [Button(f"Button {number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    page = Page(inside)
    qtbot.addWidget(page)
    page.resize(300, 200)
    ring = FocusRing(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Backtab)  # round to the last, far below
    assert buttons[-1].hasFocus()
    qtbot.waitUntil(ring.isVisible)
    assert ring.widget() is buttons[-1]


def test_the_focus_ring_follows_the_focus_outside_the_widget(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setContentsMargins(20, 20, 20, 20)
    one, other = Button("One"), Button("Other")
    row.addWidget(one)
    row.addWidget(other)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for button in (one, other):
        button.setFocus()
        qtbot.waitUntil(lambda button=button: ring.widget() is button)
        assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
        assert ring.isVisible()


def test_a_ring_that_is_made_later_is_round_what_has_the_focus_already(qtbot: QtBot) -> None:
    button = Button("Start")
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    ring = FocusRing(window)
    assert ring.widget() is button
    assert ring.isVisible()


def test_a_chosen_section_is_bold_only_where_its_word_is_not_cut(qtbot: QtBot) -> None:
    word = "Sound and hearing"
    needed = QFontMetricsF(theme.font(15, 600)).horizontalAdvance(word)
    assert word_font(word, True, needed) == theme.font(15, 600)
    assert word_font(word, True, needed - 1) == theme.font(15, 500)
    assert word_font(word, False, needed) == theme.font(15, 500)
