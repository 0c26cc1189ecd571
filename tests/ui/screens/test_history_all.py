"""Choosing all that fits reaches the lines that were not fetched; and the figures beside the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.trainer.practice.measured import one
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from tests.ui.sample_feedback import row
from tests.ui.screens.test_history import deleted, keep, window_of
from trainer.history.archive import Exported
from trainer.records import Measured
from ui.carry_dialogs import CHOSEN, export
from ui.history_pages import PAGE
from ui.main_window import MainWindow
from ui.screens.history import HistoryScreen

MANY = 1250


@pytest.fixture
def history(qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]) -> HistoryScreen:
    keep(services, tuple(row(number) for number in range(1, MANY + 1)))
    screen = open_window("history").screen_shown()
    assert isinstance(screen, HistoryScreen)
    qtbot.waitUntil(lambda: len(screen.table.shown) == PAGE)
    return screen


def choose_all(qtbot: QtBot, history: HistoryScreen) -> None:
    press(window_of(history), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: history.choice.everything)


def all_ids() -> list[str]:
    return [f"a{number}" for number in range(MANY, 0, -1)]


def test_ctrl_a_chooses_what_was_not_fetched_yet_and_says_how_many(qtbot, history: HistoryScreen):
    choose_all(qtbot, history)
    assert history.choice.ids() == all_ids()
    assert history.head.count.text() == "All 1,250 chosen"
    assert history.head.delete.text() == "Delete 1,250"
    assert history.view.head.ticked == "all"
    history.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(history.table.shown) == 2 * PAGE)
    assert len(history.view.chosen()) == 2 * PAGE, "lines that come later are shown as chosen"
    assert history.choice.everything
    press(window_of(history), Qt.Key.Key_Down)
    assert history.choice.ids() == ["a1249"]
    assert history.head.count.text().startswith("1,250 takes since March")


def test_the_box_above_the_boxes_chooses_all_or_one_and_does_not_sort(qtbot, history: HistoryScreen):
    head = history.view.head
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(25, head.height() // 2))
    qtbot.waitUntil(lambda: history.choice.everything)
    assert history.table.rising is False
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(25, head.height() // 2))
    assert (len(history.choice.ids()), head.ticked) == (1, "none")


def test_all_of_what_is_looked_for_and_no_more(qtbot, services: FakeServices, history: HistoryScreen):
    services.browsing.marks = {f"a{number}": {"favourite": True} for number in range(1, 701)}
    QTest.mouseClick(history.filters.favourites, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(history.table.shown) and history.table.shown[0].id == "a700")
    choose_all(qtbot, history)
    assert history.choice.ids() == [f"a{number}" for number in range(700, 0, -1)]
    QTest.mouseClick(history.filters.favourites, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: history.table.shown[0].id == "a1250")
    assert len(history.choice.ids()) == 1, "another list is another choice"


def test_all_are_exported(qtbot, services: FakeServices, history: HistoryScreen):
    choose_all(qtbot, history)
    export(history.carry, "/tmp/all.zip", history.choice.ids(), CHOSEN.format(number=MANY))
    assert services.carrying.asked == [("export", Path("/tmp/all.zip"), all_ids())]
    services.carrying.work.set_result(Exported(attempts=MANY, recordings=0, left_out=()))


def test_all_are_deleted_and_come_back_even_when_nothing_else_is_left(
    qtbot, services: FakeServices, history: HistoryScreen
):
    choose_all(qtbot, history)
    press(window_of(history), Qt.Key.Key_Delete)
    assert services.browsing.hidden == set(all_ids())
    qtbot.waitUntil(lambda: not history.table.shown)
    assert history.undo_bar.text == "1,250 takes deleted with the recording."
    assert history.undo_bar.isVisible(), "the page for no takes would have no way back"
    assert history.nothing.text == "", "nothing was looked for"
    press(window_of(history), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(history.table.shown) == PAGE)
    assert (services.browsing.hidden, deleted(services)) == (set(), [])


def practised() -> list[Measured]:
    """Thirty voicemails in which one ask is missed and the name is not."""
    return [one(number, met=("own-name",), missed=("one-ask",)) for number in range(1, 31)]


def test_the_figures_stand_beside_the_list_where_there_is_room(
    qtbot, services: FakeServices, history: HistoryScreen
):
    assert history.trends.place.isHidden(), "there is nothing to tell"
    services.practice.history = practised()
    history.pages.renew()
    qtbot.waitUntil(history.trends.place.isVisible)
    panel = history.trends.panel
    assert panel is not None
    assert panel.shown == "one-ask", "what is missed most"
    window_of(history).resize(900, 640)
    qtbot.waitUntil(history.trends.place.isHidden)
    window_of(history).resize(1280, 800)
    qtbot.waitUntil(history.trends.place.isVisible)


@pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support")
def test_another_check_can_be_shown(qtbot, services: FakeServices, history: HistoryScreen):
    services.practice.history = practised()
    history.pages.renew()
    qtbot.waitUntil(history.trends.place.isVisible)
    panel = history.trends.panel
    assert panel is not None
    QTest.mouseClick(panel.choose, Qt.MouseButton.LeftButton)
    assert panel.menu is not None
    offered = {action.data(): action for action in panel.menu.actions()}
    assert set(offered) == {"Saying who you are", "own-name", "Asking for one thing", "one-ask"}
    assert [name for name, action in offered.items() if action.isChecked()] == ["one-ask"]
    offered["own-name"].trigger()
    panel.menu.close()
    assert panel.shown == "own-name"
    history.pages.renew()
    assert panel.shown == "own-name", "it stays"
