"""Scripts: written, checked as they are written, marked, kept in versions, practised; with real keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.errors import StoreError
from trainer.records import KeyPoint, MarkedPoint, Person, Script
from trainer.scripts.choice import prospects
from ui.main_window import MainWindow
from ui.screens.scripts import ScriptsScreen
from ui.widgets.check_row import CheckRow
from ui.widgets.who_dialog import WhoDialog

SAID = "Hi Dana, this is Sam Reyes at Fieldline.\nCall me, it takes two minutes. Or drop me an email."
# The offscreen platform has no keyboard to grab for a menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Open = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _menus_closed() -> Iterator[None]:
    yield
    app = QCoreApplication.instance()
    for widget in app.topLevelWidgets():  # type: ignore[union-attr]
        if isinstance(widget, QMenu):
            widget.close()


def person(services: FakeServices, name: str = "Dana") -> Person:
    return next(one for one in prospects(services.scenarios, "voicemail") if one.name.startswith(name))


@pytest.fixture
def dana(services: FakeServices) -> Script:
    services.scripts.put("", "callback")
    return services.scripts.put(SAID, "voicemail", person(services))


def listed(qtbot: QtBot, window: MainWindow) -> ScriptsScreen:
    """The page, once it shows a script."""
    page = window.screen_shown()
    assert isinstance(page, ScriptsScreen)
    qtbot.waitUntil(lambda: page.script is not None)
    return page


@pytest.fixture
def screen(qtbot: QtBot, services: FakeServices, open_window: Open, dana: Script) -> ScriptsScreen:
    """At Dana's script, with the keys in the text and all of it judged."""
    page = listed(qtbot, open_window("scripts", dana.id))
    qtbot.waitUntil(lambda: bool(page.page.total.text()))
    page.page.editor.setFocus()
    page.page.editor.moveCursor(page.page.editor.textCursor().MoveOperation.End)
    return page


def window_of(screen: ScriptsScreen) -> MainWindow:
    window = screen.window()
    assert isinstance(window, MainWindow)
    return window


def write(screen: ScriptsScreen, text: str) -> None:
    QTest.keyClicks(screen.page.editor, text)


def rows(screen: ScriptsScreen) -> dict[str, str]:
    return {row.line.check: row.line.word for row in screen.page.check.findChildren(CheckRow)}


def select(screen: ScriptsScreen, words: str) -> None:
    start = screen.page.editor.text().index(words)
    screen.page.editor.choose_words((start, start + len(words)))


# --------------------------------------------------------------------------- what is shown


def test_it_is_listed_judged_and_timed_at_the_users_own_pace(screen: ScriptsScreen) -> None:
    page = screen.page
    lines = [(one.title, one.about) for one in page.list.lines.lines]
    assert lines == [("Dana, voicemail", "about 8 s"), ("Anyone, call back", "empty")]
    assert page.title.text() == "Dana, voicemail"
    assert rows(screen)["one-ask"] == "Missed"
    assert page.total.text() == "About 7.7 s"
    assert "148 words a minute" in page.pace.text()
    assert "2.2 digits a second" in page.pace.text()
    assert page.check.heard.text() == "1 can only be heard"
    assert [block.name for block in page.ribbon.blocks if block.part][-1] == "second ask"
    assert "second ask" in page.ribbon.accessibleDescription()


def test_nothing_in_the_live_check_can_be_played_or_disagreed_with(screen: ScriptsScreen) -> None:
    row = screen.page.check.findChildren(CheckRow)[0]
    row.toggle()
    assert row.play is None
    assert "I disagree" not in [button.text() for button in row.findChildren(type(row.why))]


def test_without_scripts_the_page_offers_the_first(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("scripts")
    page = window.screen_shown()
    assert isinstance(page, ScriptsScreen)
    qtbot.waitUntil(page.empty.button.hasFocus)
    press(window, Qt.Key.Key_Return)
    dialog = page.window().findChild(WhoDialog)
    assert dialog is not None
    dialog.reject()


# --------------------------------------------------------------------------- writing


def test_the_judgement_follows_the_letters(qtbot: QtBot, screen: ScriptsScreen) -> None:
    for _ in " Or drop me an email.":
        press(window_of(screen), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: rows(screen).get("one-ask") != "Missed")
    assert screen.page.list.lines.lines[0].about == "about 6 s"


def test_what_is_typed_is_kept_soon_without_leaving(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " Bye")
    qtbot.waitUntil(lambda: services.scripts.kept["S2"][-1].text.endswith(" Bye"))
    assert [one.number for one in services.scripts.kept["S2"]] == [1, 2]
    write(screen, " now")
    qtbot.waitUntil(lambda: services.scripts.kept["S2"][-1].text.endswith(" Bye now"))
    assert [one.number for one in services.scripts.kept["S2"]] == [1, 2], "one sitting, one version"
    qtbot.waitUntil(lambda: screen.page.kept.text() == "saved a moment ago")


def test_whoever_goes_on_at_once_loses_nothing(services: FakeServices, screen: ScriptsScreen) -> None:
    write(screen, " Bye")
    window_of(screen).go("today")
    assert services.scripts.kept["S2"][-1].text == f"{SAID} Bye"


def test_the_end_of_the_program_loses_nothing(services: FakeServices, screen: ScriptsScreen) -> None:
    write(screen, " Bye")
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    assert services.scripts.kept["S2"][-1].text == f"{SAID} Bye"


def test_the_next_visit_begins_another_version(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " One")
    window_of(screen).go("today")
    window_of(screen).go("scripts")
    screen.page.editor.moveCursor(screen.page.editor.textCursor().MoveOperation.End)
    write(screen, " Two")
    window_of(screen).go("today")
    assert [one.text[-3:] for one in services.scripts.kept["S2"]] == ["il.", "One", "Two"]


def test_who_types_before_the_list_is_here_loses_no_letter(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    window_of(screen).go("today")
    window_of(screen).go("scripts")
    screen.page.editor.moveCursor(screen.page.editor.textCursor().MoveOperation.End)
    write(screen, " Bye")
    screen.page.title.setText("")
    qtbot.waitUntil(lambda: screen.page.title.text() != "")
    assert screen.page.editor.text() == f"{SAID} Bye"


def test_going_to_another_script_and_back_shows_the_newest_words(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " Bye")
    screen.page.list.setFocus()
    press(window_of(screen), Qt.Key.Key_Down)
    assert screen.page.editor.text() == ""
    press(window_of(screen), Qt.Key.Key_Up)
    assert screen.page.editor.text() == f"{SAID} Bye"
    assert services.scripts.kept["S2"][-1].text == f"{SAID} Bye"


def test_what_could_not_be_kept_is_told_and_kept_with_the_next_letter(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    services.scripts.failure = StoreError("The disk is full.", "Free some space.")
    write(screen, " Bye")
    qtbot.waitUntil(lambda: "disk is full" in screen.page.notice.text)
    assert screen.page.kept.text() == "not saved"
    services.scripts.failure = None
    window_of(screen).go("today")
    assert [one.text[-3:] for one in services.scripts.kept["S2"]] == ["il.", "Bye"]


def test_a_slow_judge_is_asked_once_and_then_for_what_is_written_by_then(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    held = services.scripts.held = []
    write(screen, " One")
    qtbot.waitUntil(lambda: len(held) == 1)
    before = screen.page.total.text()
    write(screen, " two three four five six")
    qtbot.waitUntil(lambda: not screen.judge._timer.isActive())
    assert len(held) == 1, "one at a time"
    waiting, judged = held[0]
    waiting.set_result(judged())
    qtbot.waitUntil(lambda: len(held) == 2)
    assert screen.page.total.text() == before, "of a text that is no longer there nothing is shown"
    held[1][0].set_result(held[1][1]())
    qtbot.waitUntil(lambda: screen.page.total.text() != before)


def test_when_the_hands_leave_each_clause_has_its_line(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " My number is 0113 496 0107.")
    qtbot.waitUntil(lambda: screen.page.ribbon.blocks[-1].name == "number")
    screen.page.list.setFocus()
    lines = screen.page.editor.text().splitlines()
    assert lines[-1] == "My number is 0113 496 0107."
    assert "Or drop me an email." in lines
    assert " ".join(lines).split() == f"{SAID} My number is 0113 496 0107.".split()
    screen.page.editor.undo()
    assert "Call me, it takes two minutes. Or drop me an email. My number" in screen.page.editor.text()


def test_looking_at_a_script_changes_nothing(services: FakeServices, screen: ScriptsScreen) -> None:
    screen.page.list.setFocus()
    window_of(screen).go("today")
    assert services.scripts.kept["S2"][-1].text == SAID
    assert len(services.scripts.kept["S2"]) == 1


def test_a_click_on_a_clause_of_the_ribbon_selects_its_words(screen: ScriptsScreen) -> None:
    ribbon = screen.page.ribbon
    last = ribbon.blocks[-1]
    QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=ribbon.block_center(last).toPoint())
    assert screen.page.editor.selected_words() == last.quote


# --------------------------------------------------------------------------- key points


def test_selected_words_become_a_key_point_that_must_be_said(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    select(screen, "it takes two minutes")
    press(window_of(screen), Qt.Key.Key_K, CTRL)
    assert screen.page.point.isChecked()
    select(screen, "Sam Reyes at Fieldline")
    press(window_of(screen), Qt.Key.Key_K, CTRL | SHIFT)
    assert screen.page.points.text() == "2 key points, 1 must be said"
    window_of(screen).go("today")
    script = next(one for one in services.scripts.all().result() if one.id == "S2")
    assert script.key_points == (
        KeyPoint(text="Sam Reyes at Fieldline", must=True), KeyPoint(text="it takes two minutes")
    )  # fmt: skip


def test_points_move_with_their_words_and_are_taken_away(
    services: FakeServices, screen: ScriptsScreen
) -> None:
    editor = screen.page.editor
    select(screen, "two minutes")
    press(window_of(screen), Qt.Key.Key_K, CTRL)
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    write(screen, "Well. ")
    (point,) = editor.points()
    assert editor.text()[point.start : point.end] == "two minutes"
    editor.choose_words((point.end, point.end))
    write(screen, " or so")
    (point,) = editor.points()
    assert editor.text()[point.start : point.end] == "two minutes", "what follows does not belong to it"
    editor.choose_words((point.start + 2, point.start + 2))
    press(window_of(screen), Qt.Key.Key_K, CTRL)
    assert editor.points() == ()
    assert not screen.page.point.isChecked()


def test_small_words_cannot_be_a_key_point(screen: ScriptsScreen) -> None:
    select(screen, "at")
    press(window_of(screen), Qt.Key.Key_K, CTRL)
    assert screen.page.editor.points() == ()
    assert "cannot be recognised" in screen.page.points.text()


def test_points_of_a_text_with_emoji_keep_their_words(
    services: FakeServices, open_window: Open, qtbot: QtBot
) -> None:
    text = "Hi 👋👋 Dana, two invoices were charged twice 👋."
    start = text.index("two invoices")
    mark = MarkedPoint(start=start, end=start + 12, must=True)
    services.scripts.put(text, "voicemail", None, (mark,))
    page = listed(qtbot, open_window("scripts"))
    assert page.page.editor.points() == (mark,)
    assert page.page.editor.text() == text
    select(page, "charged twice")
    assert page.page.editor.selected_words() == "charged twice"


# --------------------------------------------------------------------------- versions


def menu_of(qtbot: QtBot, screen: ScriptsScreen) -> QMenu:
    screen.menu.shown = None
    screen.page.more.click()
    qtbot.waitUntil(lambda: screen.menu.shown is not None)
    assert screen.menu.shown
    return screen.menu.shown


def act(menu: QMenu, *names: str) -> None:
    """As a click does: the menu is gone before the deed is done, so that keys go to the window again."""
    inner = menu
    for name in names[:-1]:
        inner = next(one.menu() for one in inner.actions() if one.text() == name)
    chosen = next(one for one in inner.actions() if names[-1] in one.text())
    menu.close()
    chosen.trigger()


def test_an_earlier_version_is_looked_at_and_brought_back(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " Bye")
    window_of(screen).go("today")
    window_of(screen).go("scripts")
    qtbot.waitUntil(lambda: screen.script is not None and screen.script.text.endswith("Bye"))
    act(menu_of(qtbot, screen), "Earlier versions", "about 8 s")
    editor = screen.page.editor
    assert editor.text() == SAID
    assert editor.isReadOnly()
    assert "earlier version" in screen.page.version_bar.text
    press(window_of(screen), Qt.Key.Key_Escape)
    assert editor.text() == f"{SAID} Bye"
    assert not editor.isReadOnly()
    assert len(services.scripts.kept["S2"]) == 2, "looking changes nothing"

    act(menu_of(qtbot, screen), "Earlier versions", "about 8 s")
    screen.page.version_bar.button.click()
    assert not editor.isReadOnly()
    window_of(screen).go("today")
    assert [one.text for one in services.scripts.kept["S2"]] == [SAID, f"{SAID} Bye", SAID]


def test_leaving_while_looking_keeps_the_newest(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " Bye")
    screen.keeper.keep()
    act(menu_of(qtbot, screen), "Earlier versions", "about 8 s")
    window_of(screen).go("today")
    assert services.scripts.kept["S2"][-1].text == f"{SAID} Bye"


# --------------------------------------------------------------------------- new, renamed, copied, deleted


def test_a_new_script_for_somebody_begins_empty_with_the_keys_in_it(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    press(window_of(screen), Qt.Key.Key_N, CTRL)
    dialog = window_of(screen).findChild(WhoDialog)
    assert dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.mouseClick(dialog.group.button(1), Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.search, "ruth")
    assert dialog.list.count() == 1
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page.title.text() == "Ruth, call back")
    window_of(screen).activateWindow()  # a window manager gives it back by itself
    assert window_of(screen).focusWidget() is screen.page.editor
    assert not screen.page.practise.isEnabled()
    QTest.keyClicks(screen.page.editor, "Thanks for calling")
    window_of(screen).go("today")
    assert [one.text for one in services.scripts.kept["S3"]] == ["Thanks for calling"], "no empty version"


def test_the_name_is_changed_and_given_up(qtbot: QtBot, screen: ScriptsScreen) -> None:
    press(window_of(screen), Qt.Key.Key_F2)
    QTest.keyClicks(screen.page.name, "Calm one")
    press(window_of(screen), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page.title.text() == "Calm one")
    assert "Calm one" in [one.title for one in screen.page.list.lines.lines]
    press(window_of(screen), Qt.Key.Key_F2)
    QTest.keyClicks(screen.page.name, "Wild")
    press(window_of(screen), Qt.Key.Key_Escape)
    assert screen.page.title.text() == "Calm one"
    assert screen.page.name.isHidden()


def test_a_copy_stands_beside_it(qtbot: QtBot, services: FakeServices, screen: ScriptsScreen) -> None:
    write(screen, " Bye")
    act(menu_of(qtbot, screen), "Duplicate")
    qtbot.waitUntil(lambda: len(screen.page.list.lines.lines) == 3)
    qtbot.waitUntil(lambda: screen.script is not None and screen.script.id == "S3")
    assert screen.page.editor.text() == f"{SAID} Bye"


def test_a_deleted_script_can_be_brought_back(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    screen.page.list.setFocus()
    press(window_of(screen), Qt.Key.Key_Delete)
    assert [one.title for one in screen.page.list.lines.lines] == ["Anyone, call back"]
    assert "“Dana, voicemail” deleted" in screen.page.undo_bar.text
    screen.page.undo_bar.button.click()
    qtbot.waitUntil(lambda: len(screen.page.list.lines.lines) == 2)
    qtbot.waitUntil(lambda: screen.page.title.text() == "Dana, voicemail")
    assert ("delete", "S2") not in services.scripts.asked
    assert screen.page.undo_bar.text == ""


def test_a_deletion_happens_with_the_end_of_the_program(
    services: FakeServices, screen: ScriptsScreen
) -> None:
    screen.page.list.setFocus()
    press(window_of(screen), Qt.Key.Key_Delete)
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    assert ("delete", "S2") in services.scripts.asked


# --------------------------------------------------------------------------- practising


def test_theirs_is_practised_at_once_with_all_that_is_written(
    qtbot: QtBot, services: FakeServices, screen: ScriptsScreen
) -> None:
    write(screen, " Bye")
    press(window_of(screen), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window_of(screen).screen_name == "call")
    prospect = person(services)
    assert ("practise", "S2", prospect.id) in services.scripts.asked
    assert services.scripts.kept["S2"][-1].text == f"{SAID} Bye"
    ((_, scenario_id),) = [one for one in services.calls.asked if one[0] == "start"]
    scenario = next(one for one in services.scenarios if one.id == scenario_id)
    assert (scenario.prospect.id, scenario.kind) == (prospect.id, "voicemail")


def test_one_for_anyone_asks_with_whom(qtbot: QtBot, services: FakeServices, screen: ScriptsScreen) -> None:
    screen.page.list.setFocus()
    press(window_of(screen), Qt.Key.Key_Down)
    press(window_of(screen), Qt.Key.Key_Return)
    write(screen, "Thanks for calling back [name]")
    press(window_of(screen), Qt.Key.Key_Return, CTRL)
    dialog = window_of(screen).findChild(WhoDialog)
    assert dialog
    assert dialog.list.item(0).text() != "Anyone"
    QTest.keyClicks(dialog.search, "ruth")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window_of(screen).screen_name == "call")


def test_somebody_with_whom_there_is_no_call_any_more_is_told(
    qtbot: QtBot, services: FakeServices, open_window: Open
) -> None:
    services.scripts.put(SAID, "voicemail", Person(id="gone", name="Gone Girl"))
    page = listed(qtbot, open_window("scripts"))
    page.page.practise.click()
    qtbot.waitUntil(lambda: "no such call" in page.page.notice.text)
    page.page.notice.button.click()
    dialog = page.window().findChild(WhoDialog)
    assert dialog
    dialog.reject()


def test_an_empty_script_cannot_be_practised_and_says_why(screen: ScriptsScreen) -> None:
    screen.page.list.setFocus()
    press(window_of(screen), Qt.Key.Key_Down)
    assert not screen.page.practise.isEnabled()
    assert screen.page.practise.toolTip() == "Write something first."


# --------------------------------------------------------------------------- keys and room


def test_escape_goes_from_the_text_to_the_list(screen: ScriptsScreen) -> None:
    press(window_of(screen), Qt.Key.Key_Escape)
    assert screen.page.list.hasFocus()


def test_letters_are_letters_in_the_text(screen: ScriptsScreen) -> None:
    write(screen, "?pr 12")
    assert screen.page.editor.text().endswith("?pr 12")


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)])
def test_everything_has_room(
    qtbot: QtBot, services: FakeServices, open_window: Open, dana: Script, size: tuple[int, int]
) -> None:
    window = open_window("scripts", dana.id, size)
    assert (window.width(), window.height()) == size
    page = window.screen_shown()
    assert isinstance(page, ScriptsScreen)
    for part in (page.page.practise, page.page.ribbon, page.page.editor, page.page.check, page.page.new):
        corner = part.mapTo(window, QPoint(part.width(), part.height()))
        assert corner.x() <= size[0]
        assert corner.y() <= size[1]
