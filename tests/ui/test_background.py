from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakes import VOICEMAIL, FakeServices
from trainer.practice.ambush import Within
from trainer.settings import AmbushRules
from ui.background import Background
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.tray import Tray

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")
"""Qt's offscreen platform has no tray and says so."""
ALL_DAY = AmbushRules(opens_min=0, closes_min=0)


class Notes(Tray):
    """A tray that remembers what it told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def tell(self, title: str, sentence: str) -> None:
        self.told.append(title)


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Notes]:
    made = Notes()
    yield made
    made.close()


def arm(services: FakeServices) -> None:
    services.ambush.arm(Within(minutes=40), datetime.now().astimezone(), ALL_DAY)


def test_with_nothing_armed_the_window_closes(
    qtbot: QtBot, services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow], tray: Notes
) -> None:
    window = open_window()
    keep = Background(services, bridge, window, tray)
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert tray.tip == ""
    assert keep.question is None


def test_armed_it_goes_into_the_tray_leaves_the_call_and_says_so_once(
    services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow], tray: Notes
) -> None:
    arm(services)
    window = open_window("call", VOICEMAIL)
    keep = Background(services, bridge, window, tray)
    assert tray.tip == "Ringback: it may ring"
    assert not window.close()
    assert window.isHidden()
    assert services.calls.asked[-1] == ("leave",)
    tray.open_wanted.emit()
    assert window.isVisible()
    assert window.screen_name == "today"
    window.close()
    assert tray.told == ["Ringback is still here"]
    assert not keep.may_close()


def test_from_the_tray_it_is_disarmed_and_quits(
    qtbot: QtBot, services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow], tray: Notes
) -> None:
    arm(services)
    window = open_window()
    keep = Background(services, bridge, window, tray)
    window.close()
    tray.disarm.trigger()
    assert services.ambush.diary.armed is None
    assert tray.tip == "Ringback"  # there is no window, so it stays
    assert not tray.disarm.isEnabled()
    arm(services)
    keep.show_state()
    with qtbot.waitSignal(window.closed):
        tray.quit_wanted.emit()
    assert services.ambush.diary.armed is not None  # remembered for the next start


@pytest.fixture
def asked(
    services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow]
) -> tuple[MainWindow, Background]:
    """A system without a tray: closing the armed window has asked."""
    arm(services)
    window = open_window()
    keep = Background(services, bridge, window, None)
    assert not window.close()
    assert window.isVisible()
    assert keep.question is not None
    return window, keep


def test_without_a_tray_it_asks_and_is_put_away(
    qtbot: QtBot, asked: tuple[MainWindow, Background], services: FakeServices
) -> None:
    window, keep = asked
    assert keep.question is not None
    QTest.mouseClick(keep.question.stay, Qt.MouseButton.LeftButton)
    assert window.isMinimized()
    assert services.ambush.diary.armed is not None
    assert keep.question is None


def test_without_a_tray_it_asks_and_is_disarmed(
    qtbot: QtBot, asked: tuple[MainWindow, Background], services: FakeServices
) -> None:
    window, keep = asked
    assert keep.question is not None
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(keep.question.close_now, Qt.MouseButton.LeftButton)
    assert services.ambush.diary.armed is None
    assert window.isHidden()


def test_without_a_tray_esc_leaves_all_as_it_is(
    asked: tuple[MainWindow, Background], services: FakeServices
) -> None:
    window, keep = asked
    assert keep.question is not None
    QTest.keyClick(keep.question, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert services.ambush.diary.armed is not None
    assert not keep.may_close()  # and it asks again


def test_armed_it_closes_when_the_session_ends(
    qtbot: QtBot, services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow], tray: Notes
) -> None:
    arm(services)
    window = open_window()
    keep = Background(services, bridge, window, tray)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.commitDataRequest.emit(None)
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert keep.question is None


@pytest.fixture
def at_work(
    services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow]
) -> tuple[MainWindow, Background]:
    """An export is under way when the window is closed."""
    services.carrying.working = True
    window = open_window()
    keep = Background(services, bridge, window, None)
    assert not window.close()
    assert window.isVisible()
    return window, keep


def test_what_is_under_way_is_not_stopped_unasked(
    at_work: tuple[MainWindow, Background], services: FakeServices, qtbot: QtBot
) -> None:
    window, keep = at_work
    assert keep.question is not None
    QTest.mouseClick(keep.question.stay, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert not window.close(), "it asks again"
    assert keep.question is not None
    QTest.keyClick(keep.question, Qt.Key.Key_Escape)
    services.carrying.working = False
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_who_wants_it_stopped_closes(at_work: tuple[MainWindow, Background], qtbot: QtBot) -> None:
    window, keep = at_work
    assert keep.question is not None
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(keep.question.close_now, Qt.MouseButton.LeftButton)
    assert window.isHidden()


def test_work_is_asked_about_from_the_tray_and_the_ring_stays_armed(
    services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow], tray: Notes
) -> None:
    arm(services)
    services.carrying.working = True
    window = open_window()
    keep = Background(services, bridge, window, tray)
    assert not window.close()
    assert keep.question is None, "in the tray it goes on"
    tray.quit_wanted.emit()
    assert window.isVisible()
    assert keep.question is not None
    QTest.mouseClick(keep.question.stay, Qt.MouseButton.LeftButton)
    window.close()
    assert tray.tip == "Ringback: it may ring"
    assert keep.question is None


def test_work_gives_way_to_the_end_of_the_session(
    services: FakeServices, bridge: Bridge, open_window: Callable[..., MainWindow]
) -> None:
    services.carrying.working = True
    window = open_window()
    keep = Background(services, bridge, window, None)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.commitDataRequest.emit(None)
    assert window.close()
    assert keep.question is None
