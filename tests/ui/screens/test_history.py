from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from tests.ui.sample_feedback import row
from trainer.errors import Cancelled
from trainer.history.archive import Exported
from trainer.history.arriving import Imported
from trainer.records import AttemptChoices, AttemptRow
from ui.carry_dialogs import ALL, CHOSEN, export
from ui.carry_dialogs import PAGE as PAGE_FILE
from ui.history_pages import PAGE
from ui.main_window import MainWindow
from ui.models.attempt_table import SILENT_ROLE, WHO
from ui.models.pending_deletion import PendingDeletion
from ui.screens import MISSED
from ui.screens.history import HistoryScreen

ROWS = (
    row(4, "Dana Whitfield", note="one ask at last"),
    row(3, "Ruth Osei", kind="callback", first_word_latency_s=0.9),
    row(2, "ليلى الحداد", length_state="near", seconds=31.0),
    row(1, "Maximiliane von Oyelaran-Featherstonehaugh-Montgomery of the Northern Freight Company of Leeds"),
)


@pytest.fixture
def history(qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]) -> HistoryScreen:
    keep(services, ROWS)
    screen = open_window("history").screen_shown()
    assert isinstance(screen, HistoryScreen)
    qtbot.waitUntil(lambda: len(screen.table.shown) == len(ROWS))
    return screen


def keep(services: FakeServices, rows: tuple[AttemptRow, ...]) -> None:
    """Have the fakes find these lines."""
    services.review.attempts = {one.id: sample.voicemail() for one in rows}
    services.browsing.lines = lambda: [one for one in rows if one.id in services.review.attempts]


def window_of(screen: HistoryScreen) -> MainWindow:
    window = screen.window()
    assert isinstance(window, MainWindow)
    return window


def names(history: HistoryScreen) -> list[str]:
    return [one.prospect for one in history.table.shown]


def deleted(services: FakeServices) -> list[tuple]:
    return [asked for asked in services.review.asked if asked[0] == "delete"]


def test_all_attempts_are_listed_newest_first_and_counted(history: HistoryScreen):
    assert names(history)[0] == "Dana Whitfield"
    assert history.head.count.text().startswith("4 takes since March")


def test_lost_recordings_are_marked(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
):
    keep(services, ROWS)
    services.browsing.silent = frozenset({ROWS[1].id})
    screen = open_window("history").screen_shown()
    qtbot.waitUntil(lambda: bool(screen.table.data(screen.table.index(1, WHO), SILENT_ROLE)))
    assert not screen.table.data(screen.table.index(0, WHO), SILENT_ROLE)


def test_enter_shows_the_attempt(history: HistoryScreen):
    window = window_of(history)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "feedback"


def chosen_name(history: HistoryScreen) -> str:
    (chosen,) = history.view.chosen()
    return next(one.prospect for one in history.table.shown if one.id == chosen)


def test_who_comes_back_after_another_take_finds_it_chosen(
    qtbot: QtBot, history: HistoryScreen, services: FakeServices
):
    window = window_of(history)
    press(window, Qt.Key.Key_Down)
    window.go("today")
    keep(services, (row(5, "Femi Adeyemi"), *ROWS))
    window.go("history")
    qtbot.waitUntil(lambda: len(history.table.shown) == 5)
    assert chosen_name(history) == "Femi Adeyemi"


def test_who_comes_back_from_a_take_finds_it_still_chosen(qtbot: QtBot, history: HistoryScreen):
    window = window_of(history)
    press(window, Qt.Key.Key_Down)
    window.go("today")
    window.go("history")
    with qtbot.waitSignal(history.pages.arrived):
        pass
    assert chosen_name(history) == "Ruth Osei"


def test_a_take_that_comes_while_one_looks_leaves_the_choice_alone(
    qtbot: QtBot, history: HistoryScreen, services: FakeServices
):
    press(window_of(history), Qt.Key.Key_Down)
    keep(services, (row(5, "Femi Adeyemi"), *ROWS))
    history.pages.renew()
    qtbot.waitUntil(lambda: len(history.table.shown) == 5)
    assert chosen_name(history) == "Ruth Osei"


def test_a_double_click_shows_the_attempt(history: HistoryScreen, services: FakeServices):
    spot = history.view.visualRect(history.table.index(2, 1)).center()
    QTest.mouseClick(history.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(history.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert ("attempt", "a2") in services.review.asked


def test_typing_searches_after_a_moment_and_esc_gives_up(
    qtbot, history: HistoryScreen, services: FakeServices
):
    window = window_of(history)
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert history.filters.search.hasFocus()
    QTest.keyClicks(history.filters.search, "osei")
    qtbot.waitUntil(lambda: names(history) == ["Ruth Osei"])
    searches = [asked[1].words for asked in services.browsing.asked if asked[0] == "find"]
    assert [words for words in searches if words] == ["osei"]
    press(window, Qt.Key.Key_Down)
    assert history.view.hasFocus()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(history)) == 4)


def test_enter_in_the_search_opens_the_first_that_fits(qtbot, history: HistoryScreen, services: FakeServices):
    opened: list[tuple[str, str | None]] = []
    history._navigate = lambda screen, subject=None: opened.append((screen, subject))
    QTest.keyClicks(history.filters.search, "osei")
    QTest.keyClick(history.filters.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [("feedback", "a3")])
    assert names(history) == ["Ruth Osei"]


def test_who_comes_back_from_comparing_finds_both_ticked(
    qtbot: QtBot, history: HistoryScreen, services: FakeServices
):
    assert history.head.count.text() == "4 takes since March. Tick two to compare them."
    press(window_of(history), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert history.head.count.text() == "2 chosen"
    press(window_of(history), Qt.Key.Key_Return)
    assert window_of(history).screen_name == "compare"
    press(window_of(history), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: history.view.chosen() == ["a4", "a3"])


def test_how_much_there_is_fits_beside_the_buttons(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
):
    keep(services, ROWS)
    count = open_window("history", None, (900, 700)).screen_shown().head.count
    qtbot.waitUntil(lambda: count.text().startswith("4 takes"))
    assert "Tick" not in count.text()
    assert count.fontMetrics().horizontalAdvance(count.text()) <= count.width()


def test_a_search_that_finds_nothing_says_so_and_offers_everything(qtbot, history: HistoryScreen):
    QTest.keyClicks(history.filters.search, "zzz")
    qtbot.waitUntil(lambda: history.nothing.text == "No take has “zzz” in it.")
    first_line = history.view.viewport().mapToGlobal(QPoint(0, 0)).y()
    assert first_line <= history.nothing.mapToGlobal(QPoint(0, 0)).y() < first_line + 60
    assert not history.head.show_it.isEnabled()
    QTest.mouseClick(history.nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(history)) == 4)
    assert history.nothing.text == ""


def test_kinds_are_chosen_by_chips(qtbot, history: HistoryScreen):
    chips = history.filters.kinds.buttons()
    QTest.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(history) == ["Ruth Osei"])
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(history)) == 4)


@pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support")
def test_each_of_the_other_kinds_can_be_chosen_from_a_menu(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
):
    others = (row(6, "Ana", kind="elevator"), row(5, "Ben", kind="get-through"), *ROWS)
    keep(services, others)
    screen = open_window("history").screen_shown()
    kinds = screen.filters.kinds
    QTest.mouseClick(kinds.other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(screen) == ["Ana", "Ben"])
    words = [action.text() for action in kinds.menu.actions()]
    assert words == ["All other kinds", "Elevator", "Leave or not", "Get through", "Draw the line"]
    kinds.menu.actions()[3].trigger()
    qtbot.waitUntil(lambda: names(screen) == ["Ben"])
    assert kinds.other.text() == "Get through"
    QTest.mouseClick(kinds.other, Qt.MouseButton.LeftButton)
    assert [action.text() for action in kinds.menu.actions() if action.isChecked()] == ["Get through"]
    assert names(screen) == ["Ben"], "the menu alone changes nothing"
    kinds.menu.hide()
    QTest.mouseClick(screen.filters.clear_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(screen)) == len(others))
    assert kinds.other.text() == "Other"


def test_a_month_can_be_chosen(qtbot: QtBot, history: HistoryScreen):
    days = history.filters.days
    qtbot.waitUntil(lambda: days.findText("March 2026") > 0)
    days.setCurrentText("March 2026")
    assert (history.filters.wanted().first_day, history.filters.wanted().last_day) == (
        "2026-03-01",
        "2026-03-31",
    )
    days.setCurrentText("Last 7 days")
    assert history.filters.wanted().last_day is None


def test_a_choice_too_long_for_its_box_is_whole_in_its_tooltip(history: HistoryScreen):
    missed = history.filters.missed
    assert missed.toolTip() == ""
    missed.choose("one-ask", "Missed: one ask and nothing else that anybody could want")
    assert missed.toolTip() == "Missed: one ask and nothing else that anybody could want"
    missed.setCurrentIndex(0)
    assert missed.toolTip() == ""


def test_a_click_on_a_column_sorts_and_another_turns_it_round(qtbot, history: HistoryScreen):
    header = history.view.horizontalHeader()
    spot = QPoint(header.sectionPosition(1) + 40, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: names(history)[1].startswith("Maximiliane"))
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: names(history)[0] == "ليلى الحداد")


def test_delete_can_be_undone_and_nothing_was_deleted(qtbot, history: HistoryScreen, services: FakeServices):
    press(window_of(history), Qt.Key.Key_Delete)
    assert names(history)[0] == "Ruth Osei"
    assert history.undo_bar.text == "1 take deleted with the recording."
    assert services.browsing.hidden == {"a4"}, "the other pages show it no longer either"
    qtbot.waitUntil(lambda: history.head.count.text().startswith("3 takes since March"))
    QTest.mouseClick(history.undo_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(history)[0] == "Dana Whitfield")
    qtbot.waitUntil(lambda: history.head.count.text().startswith("4 takes since March"))
    assert history.view.chosen() == ["a4"]
    assert history.undo_bar.text == ""
    assert (deleted(services), services.browsing.hidden) == ([], set())


def test_ctrl_z_undoes_too(qtbot, history: HistoryScreen, services: FakeServices):
    window = window_of(history)
    press(window, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(history)) == 4)
    assert deleted(services) == []


def test_a_deletion_happens_when_its_time_has_passed(qtbot):
    pending, gone = PendingDeletion(undo_s=0.02), []
    pending.due.connect(gone.append)
    pending.hold(["a1"])
    assert gone == []
    qtbot.waitUntil(lambda: gone == [["a1"]])
    assert pending.held == ()


def test_what_happens_then_is_deleted_and_counted(qtbot, history: HistoryScreen, services: FakeServices):
    press(window_of(history), Qt.Key.Key_Delete)
    history.deletion.pending.happen()
    qtbot.waitUntil(lambda: deleted(services) == [("delete", "a4")])
    assert history.undo_bar.text == ""
    qtbot.waitUntil(lambda: history.head.count.text().startswith("3 takes since March"))


def test_several_are_deleted_together_and_a_second_deletion_ends_the_first(
    history: HistoryScreen, services: FakeServices
):
    window = window_of(history)
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(window, Qt.Key.Key_Delete)
    assert history.undo_bar.text == "2 takes deleted with the recording."
    assert deleted(services) == []
    press(window, Qt.Key.Key_Delete)
    assert deleted(services) == [("delete", "a4", "a3")]


def test_the_end_of_the_program_lets_a_deletion_happen(qapp: QCoreApplication):
    pending, gone = PendingDeletion(), []
    pending.due.connect(gone.append)
    pending.hold(["a1"])
    qapp.aboutToQuit.emit()
    assert gone == [["a1"]]
    qapp.aboutToQuit.emit()
    assert gone == [["a1"]]


def test_without_attempts_there_is_one_thing_to_do(qtbot, open_window: Callable[..., MainWindow]):
    window = open_window("history")
    screen = window.screen_shown()
    assert isinstance(screen, HistoryScreen)
    qtbot.waitUntil(screen.empty.isVisible)
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "today"


@pytest.mark.parametrize("size", [(1280, 800), (900, 640), (720, 520)])
def test_names_have_room_and_right_to_left_ones_stay_in_line(qtbot, history: HistoryScreen, size):
    window, view = window_of(history), history.view
    window.resize(*size)
    box = view.visualRect(history.table.index(2, 1))
    assert box.width() >= 180
    assert box.right() < view.viewport().width()
    corner = view.viewport().mapTo(window, box.topLeft())
    picture = window.grab().toImage()
    # Written right to left, yet its ink begins where the column does and not at its other end.
    start = has_ink(picture, corner.x() + 16, corner.x() + 96, corner.y() + 12)
    end = has_ink(picture, corner.x() + box.width() - 40, corner.x() + box.width() - 10, corner.y() + 12)
    assert (start, end) == (True, False)


def has_ink(picture: QImage, left: int, right: int, top: int) -> bool:
    scale = picture.devicePixelRatio()
    return any(
        picture.pixelColor(round(x * scale), round(y * scale)).lightness() < 120
        for x in range(left, right)
        for y in range(top, top + 16)
    )


def test_ten_thousand_rows_are_painted_one_screenful_at_a_time(history: HistoryScreen):
    asked = []
    table = history.table
    table.put([row(number) for number in range(10_000)])
    told = table.data
    table.data = lambda index, role=Qt.ItemDataRole.DisplayRole: (
        asked.append(index.row()) or told(index, role)
    )
    history.view.scrollToBottom()
    history.view.viewport().grab()
    assert 0 < len(set(asked)) < 40


def chosen_line(history: HistoryScreen, place: int) -> QPoint:
    """The middle of a line's box to tick."""
    rect = history.view.visualRect(history.table.index(place, 0))
    return QPoint(rect.left() + 25, rect.center().y())


def test_boxes_and_space_choose_several(history: HistoryScreen):
    window, viewport = window_of(history), history.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=chosen_line(history, 2))
    assert history.view.chosen() == ["a4", "a2"]
    assert history.head.delete.text() == "Delete 2"
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=chosen_line(history, 0))
    assert history.view.chosen() == ["a2"]
    press(window, Qt.Key.Key_Space)
    assert history.view.chosen() == ["a4", "a2"]


def test_several_are_compared_once_there_is_a_page_for_it(qtbot, history: HistoryScreen):
    assert history.head.compare.isHidden()
    history._can_compare = True
    asked: list[tuple[str, str | None]] = []
    history._navigate = lambda screen, subject=None: asked.append((screen, subject))
    press(window_of(history), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert history.head.compare.text() == "Compare 2 takes"
    QTest.mouseClick(history.head.compare, Qt.MouseButton.LeftButton)
    assert asked == [("compare", "a4,a3")]
    press(window_of(history), Qt.Key.Key_Return)
    assert asked[1:] == [("compare", "a4,a3")], "Enter is the key drawn in the button"
    history.view.selectAll()
    qtbot.waitUntil(history.head.compare_many.isVisible)
    assert history.head.compare.isHidden(), "four are too many"
    QTest.mouseClick(history.head.compare_many, Qt.MouseButton.LeftButton)
    assert history.too_many.text == "Two or three takes can be compared. All 4 chosen; choose fewer."
    history.view.choose(1)
    assert history.too_many.text == ""
    assert len(asked) == 2


def test_marks_are_made_by_keys_alone(qtbot, history: HistoryScreen, services: FakeServices):
    window = window_of(history)
    assert history.marks.note.toolTip() == "Key in the list: N"
    press(window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: history.table.shown[0].favourite)
    press(window, Qt.Key.Key_N)
    assert history.marks.note.hasFocus()
    history.marks.note.selectAll()
    QTest.keyClicks(history.marks.note, "one breath first")
    press(window, Qt.Key.Key_Return)
    assert history.view.hasFocus()
    qtbot.waitUntil(lambda: history.table.shown[0].note == "one breath first")
    press(window, Qt.Key.Key_T)
    QTest.keyClicks(history.marks.tags, "coach,  best ,coach")
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: history.table.shown[0].tags == ("best", "coach"))
    assert history.view.chosen() == ["a4"]


def test_esc_in_a_mark_gives_up_what_was_typed(history: HistoryScreen, services: FakeServices):
    window = window_of(history)
    press(window, Qt.Key.Key_N)
    QTest.keyClicks(history.marks.note, "no")
    press(window, Qt.Key.Key_Escape)
    assert history.view.hasFocus()
    assert history.marks.note.text() == "one ask at last"
    assert services.browsing.marks == {}


def test_what_was_typed_is_kept_when_another_take_is_chosen(
    qtbot, history: HistoryScreen, services: FakeServices
):
    QTest.mouseClick(history.marks.note, Qt.MouseButton.LeftButton)
    history.marks.note.selectAll()
    QTest.keyClicks(history.marks.note, "half a thought")
    spot = history.view.visualRect(history.table.index(1, 1)).center()
    QTest.mouseClick(history.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert services.browsing.marks == {"a4": {"note": "half a thought"}}
    assert history.marks.note.text() == ""


def test_several_takes_have_no_marks_in_common(history: HistoryScreen):
    assert history.marks.note.isEnabled()
    press(window_of(history), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not history.marks.note.isEnabled()
    assert history.marks.favourite.toolTip() == "Choose one take in the list first."


def test_boxes_narrow_the_list_and_esc_widens_it(qtbot, history: HistoryScreen, services: FakeServices):
    services.browsing.missed = {"one-ask": ("a1", "a3")}
    services.browsing.marks = {"a3": {"favourite": True, "tags": ("best",)}}
    history.pages.renew()
    missed, tag = history.filters.missed, history.filters.tag
    qtbot.waitUntil(lambda: missed.count() == 2 and tag.count() == 2)
    missed.setCurrentIndex(1)
    missed.activated.emit(1)
    qtbot.waitUntil(lambda: len(names(history)) == 2)
    QTest.mouseClick(history.filters.favourites, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(history) == ["Ruth Osei"])
    assert missed.itemText(1).startswith("Missed: ")
    press(window_of(history), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(history)) == 4)
    assert (missed.chosen, history.filters.favourites.isChecked()) == (None, False)


def test_what_is_left_out_is_seen_by_whoever_comes_back(
    qtbot: QtBot, history: HistoryScreen, services: FakeServices
):
    services.browsing.missed = {"no-website": (ROWS[2].id,)}
    window = window_of(history)
    assert history.filters.clear_it.isHidden()
    window.go("history", f"{MISSED}no-website")
    qtbot.waitUntil(lambda: len(names(history)) == 1)
    window.go("today")
    window.go("history")
    qtbot.waitUntil(lambda: history.head.count.text().startswith("1 of 4 takes"))
    assert history.filters.missed.currentText() == "Web site named"
    history.filters.offer(AttemptChoices())
    assert history.filters.missed.currentText() == "Web site named", "it still narrows the list"
    QTest.mouseClick(history.filters.clear_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: history.head.count.text().startswith("4 takes since March"))
    assert chosen_name(history) == "Dana Whitfield"
    assert history.filters.clear_it.isHidden()


def test_lines_are_fetched_as_they_are_scrolled_to(
    qtbot, services: FakeServices, open_window: Callable[..., MainWindow]
):
    keep(services, tuple(row(number) for number in range(1, 501)))
    screen = open_window("history").screen_shown()
    assert isinstance(screen, HistoryScreen)
    qtbot.waitUntil(lambda: len(screen.table.shown) == PAGE)
    screen.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(screen.table.shown) == 2 * PAGE)
    screen.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(screen.table.shown) == 500)
    assert screen.head.count.text().startswith("500 takes since March")


def test_an_export_counts_on_and_can_be_stopped(qtbot, history: HistoryScreen, services: FakeServices):
    carrying = services.carrying
    export(history.carry, "/tmp/all", ["a4"], ALL)
    assert carrying.asked == [("export", Path("/tmp/all.zip"), None)]
    carrying.on_progress(3, 4)
    qtbot.waitUntil(lambda: history.work.progress.value() == 3)
    assert history.work.text == "Exporting"
    QTest.mouseClick(history.work.button, Qt.MouseButton.LeftButton)
    assert carrying.asked[-1] == ("cancel",)
    carrying.work.set_exception(Cancelled("Stopped."))
    qtbot.waitUntil(lambda: history.work.text == "Stopped.")
    QTest.mouseClick(history.work.button, Qt.MouseButton.LeftButton)
    assert history.work.text == ""


def test_only_the_chosen_ones_or_one_as_a_page(qtbot, history: HistoryScreen, services: FakeServices):
    export(history.carry, "/tmp/two.zip", ["a4", "a3"], CHOSEN)
    services.carrying.work.set_result(Exported(attempts=2, recordings=1, left_out=("takes/x.wav",)))
    told = "Exported 2 takes. Not in it: 1 recording, missing or changed."
    qtbot.waitUntil(lambda: history.work.text == told)
    export(history.carry, "/tmp/page", ["a4"], PAGE_FILE)
    assert services.carrying.asked[-1] == ("export_page", Path("/tmp/page.html"), "a4")
    services.carrying.work.set_result(None)
    qtbot.waitUntil(lambda: history.work.text == "The page is written. It opens in any browser.")


def test_an_import_shows_what_came(qtbot, history: HistoryScreen, services: FakeServices):
    history.carry.import_from("/tmp/all.zip")
    keep(services, (row(9, "Colin Baird"), *ROWS))
    done = Imported(attempts=1, skipped=4, recordings=1, without_recording=0)
    services.carrying.work.set_result(done)
    qtbot.waitUntil(lambda: history.work.text == "Imported 1 take. Here already: 4 takes.")
    qtbot.waitUntil(lambda: names(history)[0] == "Colin Baird")


def test_the_window_asks_where_to_and_where_from(qtbot, history: HistoryScreen):
    for button in (history.head.export, history.head.bring):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = next(one for one in history.findChildren(QFileDialog) if one.isVisible())
        assert any("zip" in kind for kind in dialog.nameFilters())
        dialog.reject()
        qtbot.waitUntil(lambda: not any(one.isVisible() for one in history.findChildren(QFileDialog)))
