from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from ui.ahead import Ahead
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens import find

Open = Callable[..., MainWindow]


def test_the_call_its_feedback_the_rail_and_the_form_are_built_in_this_order_each_once(qtbot: QtBot) -> None:
    built: list[str] = []
    parent = QObject()
    ahead = Ahead(built.append, find(), parent)
    built_when_finished: list[str] = []
    ahead.finished.connect(lambda: built_when_finished.extend(built))
    ahead.start()
    rail = [name for name, place in find().items() if place.order is not None]
    qtbot.waitUntil(lambda: "edit_scenario" in built)
    assert built[:2] == ["call", "feedback"]
    assert sorted(built) == sorted({"call", *rail, "edit_scenario"})
    assert not built_when_finished
    qtbot.waitUntil(lambda: built_when_finished == built)


def test_between_two_the_window_answers_what_has_come(qtbot: QtBot) -> None:
    parent, seen = QObject(), []

    def build(name: str) -> None:
        seen.append(name)
        QTimer.singleShot(0, parent, lambda: seen.append("answered"))

    Ahead(build, find(), parent).start()
    qtbot.waitUntil(lambda: len(seen) >= 6)
    assert seen[1:6:2] == ["answered"] * 3


def test_what_was_built_ahead_is_what_a_visit_shows_and_nothing_else_is_shown_before(
    qtbot: QtBot, open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    window = open_window()
    shown = window.screen_shown()
    Ahead(window.build, window.places, window).start()
    qtbot.waitUntil(lambda: "scripts" in window._built)
    assert window.screen_shown() is shown
    assert [page for page in window._built.values() if page.isVisible()] == [shown]
    ahead = dict(window._built)
    for name in ("history", "progress", "scenarios", "feedback"):
        window.go(name)
        assert window.screen_shown() is ahead[name]
