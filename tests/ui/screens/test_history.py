from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices, finished
from tests.ui.sample_feedback import row
from trainer.records import AttemptRow
from ui.main_window import MainWindow
from ui.models.pending_deletion import PendingDeletion
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
    """Have the fake review find these rows; a search looks at names only."""
    services.review.attempts = {one.id: sample.voicemail() for one in rows}

    def find(search: str = ""):
        services.review.asked.append(("rows", search))
        left = [one for one in rows if one.id in services.review.attempts]
        return finished([one for one in left if search.lower() in one.prospect.lower()])

    services.review.rows = find


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
    assert history.count.text() == "4 takes since March"


def test_enter_shows_the_attempt(history: HistoryScreen):
    window = window_of(history)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "feedback"


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
    assert history.search.hasFocus()
    QTest.keyClicks(history.search, "osei")
    qtbot.waitUntil(lambda: names(history) == ["Ruth Osei"])
    assert [asked for asked in services.review.asked if asked[0] == "rows"][1:] == [("rows", "osei")]
    press(window, Qt.Key.Key_Down)
    assert history.view.hasFocus()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(history)) == 4)


def test_a_search_that_finds_nothing_says_so_and_offers_everything(qtbot, history: HistoryScreen):
    QTest.keyClicks(history.search, "zzz")
    qtbot.waitUntil(lambda: "No take fits" in history.nothing.text)
    assert not history.show_it.isEnabled()
    QTest.mouseClick(history.nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(history)) == 4)
    assert history.nothing.text == ""


def test_kinds_are_chosen_by_chips(history: HistoryScreen):
    chips = history.kinds.buttons()
    QTest.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    assert names(history) == ["Ruth Osei"]
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert len(names(history)) == 4


def test_a_click_on_a_column_sorts_and_another_turns_it_round(history: HistoryScreen):
    header = history.view.horizontalHeader()
    spot = QPoint(header.sectionPosition(1) + 40, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(history)[0] == "Dana Whitfield"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(history)[0] == "ليلى الحداد"


def test_delete_can_be_undone_and_nothing_was_deleted(history: HistoryScreen, services: FakeServices):
    press(window_of(history), Qt.Key.Key_Delete)
    assert names(history)[0] == "Ruth Osei"
    assert history.undo_bar.text == "1 take deleted with the recording."
    assert history.count.text() == "3 takes since March"
    QTest.mouseClick(history.undo_bar.button, Qt.MouseButton.LeftButton)
    assert names(history)[0] == "Dana Whitfield"
    assert history.count.text() == "4 takes since March"
    assert history.undo_bar.text == ""
    assert deleted(services) == []


def test_ctrl_z_undoes_too(history: HistoryScreen, services: FakeServices):
    window = window_of(history)
    press(window, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(names(history)) == 4
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
    history.deletion.happen()
    qtbot.waitUntil(lambda: deleted(services) == [("delete", "a4")])
    assert history.undo_bar.text == ""
    qtbot.waitUntil(lambda: history.count.text() == "3 takes since March")


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
    table.put(row(number) for number in range(10_000))
    told = table.data
    table.data = lambda index, role=Qt.ItemDataRole.DisplayRole: (
        asked.append(index.row()) or told(index, role)
    )
    history.view.scrollToBottom()
    history.view.viewport().grab()
    assert 0 < len(set(asked)) < 40
