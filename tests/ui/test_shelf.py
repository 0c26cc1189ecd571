"""Own scenarios on their page, over the real rules: taken in, chosen, given away, removed, put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.trainer.packs.own import call_back, good, listed, put, scenario, zipped
from tests.ui.conftest import press
from tests.ui.fakes import VOICEMAIL, FakeServices
from tests.ui.sample_feedback import row, voicemail
from trainer import events
from trainer.scenarios import load_library
from ui.import_dialog import ImportDialog
from ui.main_window import MainWindow
from ui.screens.scenarios import ScenariosScreen

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support")
"""Of menus, by Qt's platform without a screen."""
Open = Callable[..., MainWindow]
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def own(services: FakeServices) -> Path:
    """Two of the user's own: a message, and a call back that answers it."""
    folder = services.data_dir / "scenarios"
    put(folder, {**good(), "my-call.toml": call_back("my-call", "mine").encode()})
    (folder / "my-call.toml").write_text(call_back("my-call", "mine").replace('"Mine"', '"She rings"'))
    services._put(load_library(extra=folder))
    return folder


def page(window: MainWindow) -> ScenariosScreen:
    screen = window.screen_shown()
    assert isinstance(screen, ScenariosScreen)
    return screen


def pack(tmp_path: Path, contents: dict[str, bytes]) -> Path:
    path = tmp_path / "team.zip"
    path.write_bytes(zipped(listed(contents)))
    return path


def titles(services: FakeServices) -> set[str]:
    shipped = {one.id for one in load_library().scenarios}
    return {one.title for one in services.scenarios if one.id not in shipped}


def ask(window: MainWindow, qtbot: QtBot, path: Path) -> ImportDialog:
    page(window).shelf.look_into(str(path))
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    dialog = window.findChild(ImportDialog)
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def told(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in page(window).news.text)


# --------------------------------------------------------------------------- coming in


def test_a_pack_is_shown_taken_in_and_can_be_undone(
    open_window: Open, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    dialog = ask(window, qtbot, pack(tmp_path, good()))
    assert [line.outcome for line in dialog.lines.lines] == ["New"]
    assert titles(services) == set()
    QTest.keyClick(dialog, Key.Key_Return)
    told(window, qtbot, "Imported 1 scenario: 1 new.")
    assert titles(services) == {"Mine"}
    assert page(window).grid.current.scenario.id == "mine"
    window.activateWindow()
    qtbot.waitUntil(page(window).grid.hasFocus)
    press(window, Key.Key_Z, Modifier.ControlModifier)
    told(window, qtbot, "The import was undone.")
    assert titles(services) == set()
    assert not page(window).shelf.can_undo


def test_escape_takes_nothing_in(
    open_window: Open, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    dialog = ask(window, qtbot, pack(tmp_path, good()))
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert titles(services) == set()


def clashing(tmp_path: Path) -> Path:
    return pack(tmp_path, {
        **good(), "mine.toml": scenario("mine", title="Theirs").encode(),
        "fresh.toml": scenario("fresh", title="Fresh").encode(),
        f"{VOICEMAIL}.toml": scenario(VOICEMAIL, title="As Ringback's").encode(),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("button", "words", "have"),
    [
        ("Keep both", "3 new", {"Mine", "She rings", "Theirs", "Fresh", "As Ringback's"}),
        ("Replace", "2 new, 1 in place of yours", {"She rings", "Theirs", "Fresh", "As Ringback's"}),
        ("Leave out", "1 new. Left out: 2", {"Mine", "She rings", "Fresh"}),
    ],
)
def test_all_that_clash_are_decided_on_at_once(
    button: str,
    words: str,
    have: set[str],
    own: Path,
    open_window: Open,
    services: FakeServices,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = open_window("scenarios")
    dialog = ask(window, qtbot, clashing(tmp_path))
    assert [line.arriving.state for line in dialog.lines.lines] == ["clash", "clash-shipped", "new"]
    next(one for one in dialog.findChildren(type(dialog.take_in)) if one.text() == button).click()
    dialog.take_in.click()
    told(window, qtbot, words)
    assert titles(services) == have


def test_each_that_clashes_can_be_decided_on(
    own: Path, open_window: Open, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    dialog = ask(window, qtbot, clashing(tmp_path))

    def choose(downwards: int) -> None:
        QTest.keyClick(dialog.view, Key.Key_Space)
        menu = next(one for one in dialog.view.findChildren(QMenu) if one.isVisible())
        for _ in range(downwards):
            QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)

    choose(1)
    QTest.keyClick(dialog.view, Key.Key_Down)
    choose(1)
    assert dialog.lines.ways() == {"mine": "replace", VOICEMAIL: "skip"}
    assert dialog.take_in.text() == "Import 2 scenarios"
    QTest.keyClick(dialog.view, Key.Key_Return)
    told(window, qtbot, "Imported 2 scenarios: 1 new, 1 in place of yours. Left out: 1.")
    assert titles(services) == {"She rings", "Theirs", "Fresh"}


def test_where_nothing_comes_the_button_says_why(
    own: Path, open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    dialog = ask(window, qtbot, pack(tmp_path, {
        **good(), "mine.toml": scenario("mine", title="Theirs").encode(),
    }))  # fmt: skip
    dialog.lines.decide_all("skip")
    assert not dialog.take_in.isEnabled()
    assert dialog.take_in.toolTip()
    dialog.reject()


def test_what_is_here_already_is_said(own: Path, open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window("scenarios")
    page(window).shelf.look_into(str(pack(tmp_path, good())))
    told(window, qtbot, "There is nothing to take in from team.zip: its scenario is here already.")


def test_a_refused_pack_says_why(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window("scenarios")
    page(window).shelf.look_into(str(pack(tmp_path, {**good(), "own/hello.flac": b"no sound"})))
    told(window, qtbot, "own/hello.flac is no sound that can be played")
    assert window.screen_name == "scenarios"
    press(window, Key.Key_Escape)
    assert page(window).news.text == ""
    (tmp_path / "other.zip").write_bytes(b"PK")
    page(window).shelf.look_into(str(tmp_path / "other.zip"))
    told(window, qtbot, "other.zip")


def test_what_takes_long_is_said_meanwhile(
    open_window: Open, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    services.shelf.thread.held = True
    page(window).shelf.look_into(str(pack(tmp_path, good())))
    told(window, qtbot, "Looking into team.zip…")
    services.shelf.thread.let_go()
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    assert page(window).news.text == ""
    window.findChild(ImportDialog).accept()
    told(window, qtbot, "Imported 1 scenario")
    assert not page(window).shelf._slow.isActive()


def test_a_pack_can_be_dropped(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window("scenarios")
    screen = page(window)
    for name, welcome in (("notes.txt", False), (str(pack(tmp_path, good())), True)):
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(name)])
        enter = QDragEnterEvent(
            QPoint(9, 9), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Modifier.NoModifier
        )
        enter.ignore()
        QApplication.sendEvent(screen, enter)
        assert enter.isAccepted() == welcome
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Modifier.NoModifier
    )
    QApplication.sendEvent(screen, drop)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    window.findChild(ImportDialog).reject()


def test_the_button_asks_for_a_pack(
    open_window: Open, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    page(window).page.bring.click()
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(pack(tmp_path, good())))
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    window.findChild(ImportDialog).reject()


def test_what_the_command_line_takes_in_is_there_at_the_next_visit(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    put(services.data_dir / "scenarios", good())
    window.go("today")
    window.go("scenarios")
    qtbot.waitUntil(lambda: "mine" in {card.scenario.id for card in page(window).cards.all_cards})


# --------------------------------------------------------------------------- choosing and giving away


def chosen(window: MainWindow) -> list[int]:
    return sorted(index.row() for index in page(window).grid.selectedIndexes())


def test_several_are_chosen_by_keys(open_window: Open, services: FakeServices) -> None:
    window = open_window("scenarios")
    grid = page(window).grid
    press(window, Key.Key_Right, Modifier.ShiftModifier)
    press(window, Key.Key_Down, Modifier.ShiftModifier)
    assert chosen(window) == list(range(grid.columns + 2))
    assert page(window).page.chosen.isVisible()
    press(window, Key.Key_Right, Modifier.ControlModifier)
    press(window, Key.Key_Right, Modifier.ControlModifier)
    press(window, Key.Key_Space, Modifier.ControlModifier)
    assert chosen(window) == [*range(grid.columns + 2), grid.columns + 3]
    press(window, Key.Key_Escape)
    assert chosen(window) == [grid.columns + 3]
    assert not page(window).page.chosen.isVisible()
    press(window, Key.Key_A, Modifier.ControlModifier)
    assert len(chosen(window)) == len(services.scenarios)


def test_what_is_chosen_stays_so_when_the_page_learns_more(open_window: Open, services: FakeServices) -> None:
    window = open_window("scenarios")
    press(window, Key.Key_Right, Modifier.ShiftModifier)
    press(window, Key.Key_Right, Modifier.ControlModifier)
    assert chosen(window) == [0, 1]
    tried = services.scenarios[0].id
    page(window)._on_rows([row(1, scenario_id=tried)])
    page(window)._put()
    assert tried in page(window)._tried
    assert chosen(window) == [0, 1]
    press(window, Key.Key_Space, Modifier.ControlModifier)
    assert chosen(window) == [0, 1, 2], "the keys stay where they were"


def test_several_are_chosen_by_clicks(open_window: Open, services: FakeServices) -> None:
    window = open_window("scenarios")
    grid = page(window).grid

    def click(row: int, modifier: Qt.KeyboardModifier) -> None:
        place = grid.card_box(page(window).cards.index(row, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    click(1, Modifier.NoModifier)
    click(3, Modifier.ControlModifier)
    assert chosen(window) == [1, 3]
    click(5, Modifier.ShiftModifier)
    assert chosen(window) == [3, 4, 5]
    click(4, Modifier.ControlModifier)
    assert chosen(window) == [3, 5]
    assert services.calls.asked == []


def test_what_is_chosen_is_exported_with_what_it_follows(
    own: Path, open_window: Open, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("scenarios", "my-call")
    press(window, Key.Key_E, Modifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("my-call.zip")
    assert dialog.defaultSuffix() == "zip", "so that it asks about the whole name"
    (tmp_path / "given.zip").write_text("kept: nobody was asked")
    dialog.fileSelected.emit(str(tmp_path / "given"))
    dialog.reject()
    told(window, qtbot, "Exported 2 scenarios to given (2).zip. 1 of them because a call back answers it.")
    assert (tmp_path / "given.zip").read_text() == "kept: nobody was asked"
    arriving = services.shelf.preview(tmp_path / "given (2).zip").result()
    assert {(one.scenario.id, one.state) for one in arriving} == {("mine", "same"), ("my-call", "same")}


# --------------------------------------------------------------------------- going


def test_delete_removes_own_ones_says_what_follows_and_undo_brings_them_back(
    own: Path, open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    before = {file: file.read_bytes() for file in own.glob("*.toml")}
    window = open_window("scenarios", "mine")
    press(window, Key.Key_Delete)
    told(window, qtbot, "Removed “Mine”. What you have practised with it stays in History. “She rings”")
    assert titles(services) == {"She rings"}
    page(window).news.button.click()
    told(window, qtbot, "“Mine” is back.")
    assert {file: file.read_bytes() for file in own.glob("*.toml")} == before
    assert page(window).grid.current.scenario.id == "mine"


def test_after_ten_seconds_a_removal_stays(
    own: Path, open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window("scenarios", "mine")
    press(window, Key.Key_Delete)
    told(window, qtbot, "Removed")
    window.go("history")
    window.go("scenarios")
    assert "Removed" in page(window).news.text
    page(window).shelf._forget.timeout.emit()
    assert page(window).news.text == ""
    press(window, Key.Key_Z, Modifier.ControlModifier)
    assert titles(services) == {"She rings"}


def test_of_several_only_own_ones_are_removed(
    own: Path, open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window("scenarios")
    press(window, Key.Key_A, Modifier.ControlModifier)
    assert page(window).page.chosen.remove.text() == "Remove the 2 of yours"
    page(window).page.chosen.remove.click()
    told(window, qtbot, "Removed 2 scenarios.")
    assert titles(services) == set()
    assert len(services.scenarios) == len(load_library().scenarios)


def test_what_came_with_ringback_stays(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("scenarios", VOICEMAIL)
    press(window, Key.Key_Delete)
    assert page(window).news.text == "What came with Ringback stays. Only your own can be removed."


def test_a_scenario_whose_call_is_on_stays(
    own: Path, open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window("scenarios", "mine")
    services.calls.on = events.RunningCall(attempt_id="a", scenario_id="mine")
    press(window, Key.Key_Delete)
    assert page(window).news.text.startswith("You are in a call of it.")
    assert titles(services) == {"Mine", "She rings"}


def test_a_folder_that_cannot_be_written_is_said(
    own: Path, open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window("scenarios", "mine")
    (own / ".change.json").mkdir()  # nothing can be written down
    press(window, Key.Key_Delete)
    told(window, qtbot, "cannot be written")
    (own / ".change.json").rmdir()
    assert titles(services) == {"Mine", "She rings"}


def test_takes_of_a_removed_scenario_are_shown_but_it_cannot_be_called(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    attempt = voicemail()
    services.review.attempts = {attempt.id: attempt}
    services.scenarios = tuple(one for one in services.scenarios if one.id != attempt.scenario.id)
    window = open_window("history")
    qtbot.waitUntil(lambda: window.screen_shown().view.chosen() == [attempt.id])
    press(window, Key.Key_Return)
    assert window.screen_name == "feedback"
    qtbot.waitUntil(lambda: window.screen_shown().page.isVisible())
    window.screen_shown()._again()
    assert window.screen_name == "feedback"
    assert window.messages.text.startswith("That scenario was removed.")
    window.go("thread", attempt.scenario.prospect.id)
    window.go("today")
    assert services.calls.asked == []


# --------------------------------------------------------------------------- the menu


def open_menu(window: MainWindow) -> list[str]:
    """By the menu key; what it offers."""
    grid = page(window).grid
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), grid.mapToGlobal(QPoint()))
    QApplication.sendEvent(grid.viewport(), event)
    menu = next(one for one in page(window).findChildren(QMenu) if one.isVisible())
    return [action.text() for action in menu.actions() if action.text()]


def choose_entry(window: MainWindow, words: str) -> None:
    menu = next(one for one in page(window).findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text().startswith(words))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Return)


def test_the_menu_of_a_card_does_what_its_keys_do(
    own: Path, open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    window = open_window("scenarios", "mine")
    assert {"Start\tEnter", "Export…\tCtrl+E", "Remove\tDel"} <= set(open_menu(window))
    choose_entry(window, "Mark as a favourite")
    assert services.settings.favourite_scenarios == ("mine",)
    open_menu(window)
    choose_entry(window, "Remove")
    told(window, qtbot, "Removed “Mine”.")
    page(window).grid.choose(VOICEMAIL)
    assert not any(words.startswith("Remove") for words in open_menu(window))
    choose_entry(window, "Start")
    assert services.calls.asked == [("start", VOICEMAIL)]


def test_a_right_click_is_about_the_card_under_it_or_all_that_are_chosen(
    open_window: Open, services: FakeServices
) -> None:
    window = open_window("scenarios")
    grid = page(window).grid

    def right_click(row: int) -> int:
        place = grid.card_box(page(window).cards.index(row, 0)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grid.viewport().mapToGlobal(place))
        QApplication.sendEvent(grid.viewport(), event)
        next(one for one in page(window).findChildren(QMenu) if one.isVisible()).close()
        return len(grid.chosen_cards())

    press(window, Key.Key_Right, Modifier.ShiftModifier)
    assert right_click(1) == 2
    assert right_click(4) == 1
    assert page(window).grid.current.scenario == services.scenarios[4]


# --------------------------------------------------------------------------- writing


@pytest.mark.parametrize(
    ("key", "modifier", "scenario_id", "leads"),
    [
        (Key.Key_N, Modifier.ControlModifier, VOICEMAIL, True),
        (Key.Key_E, Modifier.NoModifier, "mine", True),
        (Key.Key_E, Modifier.NoModifier, VOICEMAIL, False),
        (Key.Key_D, Modifier.NoModifier, VOICEMAIL, True),
    ],
)
def test_keys_lead_to_the_form(
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    scenario_id: str,
    leads: bool,
    own: Path,
    open_window: Open,
) -> None:
    window = open_window("scenarios", scenario_id)
    press(window, key, modifier)
    assert (window.screen_name == "edit_scenario") == leads


def test_the_button_leads_to_an_empty_form(open_window: Open) -> None:
    window = open_window("scenarios")
    page(window).page.new.click()
    assert window.screen_name == "edit_scenario"
