"""Hearing a take faster, slower, and one clause over and over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from ui.main_window import MainWindow
from ui.models.spoken import line_at, spoken
from ui.screens.feedback import FeedbackScreen
from ui.widgets.speed_bar import SpeedBar

Open = Callable[..., MainWindow]


@pytest.fixture
def screen(qtbot: QtBot, services: FakeServices, open_window: Open) -> FeedbackScreen:
    services.review.attempts = {"attempt-1": sample.voicemail()}
    shown = open_window("feedback", "attempt-1").screen_shown()
    assert isinstance(shown, FeedbackScreen)
    qtbot.waitUntil(lambda: shown.attempt is not None)
    return shown


def key(screen: FeedbackScreen, which: Qt.Key) -> None:
    window = screen.window()
    assert isinstance(window, MainWindow)
    press(window, which)


def heard(services: FakeServices) -> list[tuple[object, ...]]:
    return [asked[2:] for asked in services.listening.asked if asked[0] == "play_take"]


def report(services: FakeServices, seconds: float | None) -> None:
    assert services.listening.on_position
    services.listening.on_position(seconds)


def choose(screen: FeedbackScreen, words: str) -> None:
    (segment,) = (one for one in screen.page.speed.children() if getattr(one, "text", str)() == words)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_another_speed_goes_on_from_where_it_is(screen: FeedbackScreen, services: FakeServices, qtbot: QtBot):
    key(screen, Qt.Key.Key_P)
    assert services.listening.speed == 1.0
    report(services, 5.0)
    qtbot.waitUntil(lambda: "0:05" in screen.page.place.text())
    choose(screen, "1.5×")
    assert services.listening.speed == 1.5
    start, end = heard(services)[-1]
    assert start == pytest.approx(5.2, abs=0.21)
    assert end is None
    assert screen.listen.playing


def test_a_speed_chosen_in_silence_holds_for_what_is_heard_next(
    screen: FeedbackScreen, services: FakeServices
):
    choose(screen, "0.75×")
    assert heard(services) == []
    screen.listen.play_word(0, 45)
    assert services.listening.speed == 0.75


def test_the_key_takes_the_next_speed(screen: FeedbackScreen, services: FakeServices):
    for _ in range(3):
        key(screen, Qt.Key.Key_S)
    assert screen.page.speed.speed == 0.75
    key(screen, Qt.Key.Key_P)
    assert services.listening.speed == 0.75


def test_a_clause_is_heard_over_and_over_until_it_is_not(
    screen: FeedbackScreen, services: FakeServices, qtbot: QtBot
):
    key(screen, Qt.Key.Key_P)
    report(services, 14.0)
    qtbot.waitUntil(lambda: "0:14" in screen.page.place.text())
    key(screen, Qt.Key.Key_L)
    assert heard(services)[-1] == (13.3, 15.9), "the ask, in which the ear was"
    for times in (3, 4):
        report(services, None)
        qtbot.waitUntil(lambda times=times: len(heard(services)) == times)
        assert heard(services)[-1] == (13.3, 15.9)
    key(screen, Qt.Key.Key_L)
    report(services, None)
    qtbot.waitUntil(lambda: not screen.listen.playing)
    assert len(heard(services)) == 4


def test_a_word_that_is_clicked_while_looping_loops_its_clause(
    screen: FeedbackScreen, services: FakeServices
):
    key(screen, Qt.Key.Key_L)
    screen.listen.play_word(0, 33)
    assert heard(services)[-1] == (13.3, 15.9), "its first word, which is cut out a little before it begins"


def test_stopping_ends_the_loop_for_now(screen: FeedbackScreen, services: FakeServices):
    key(screen, Qt.Key.Key_L)
    key(screen, Qt.Key.Key_P)
    key(screen, Qt.Key.Key_P)
    assert not screen.listen.playing


def test_the_line_of_a_moment():
    (turn,) = spoken(sample.voicemail())
    assert line_at(turn, 14.0) == (13.3, 15.9)
    assert line_at(turn, 13.0) == (7.95, 12.6), "in the silence after it"
    assert line_at(turn, 0.0) == (0.1, 0.85), "before the first"


def test_a_narrow_bar_shows_the_speed_in_force_and_a_press_takes_the_next(qtbot: QtBot):
    bar = SpeedBar()
    qtbot.addWidget(bar)
    bar.show()
    wide = bar.sizeHint().width()
    bar.set_compact(True)
    assert bar.sizeHint().width() < wide - 60
    with qtbot.waitSignal(bar.speed_chosen) as told:
        (shown,) = (one for one in bar.children() if getattr(one, "text", str)() == "1×")
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert told.args == [1.25]
    assert not shown.isVisible()
