from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.fakes import CALL_BACK, library
from trainer.records import Scenario
from ui.widgets.ring_window import SIZE, RingWindow


@pytest.fixture
def dana() -> Scenario:
    return library().scenario(CALL_BACK)


@pytest.fixture
def ring(qtbot: QtBot, clock: VirtualClock, dana: Scenario) -> Iterator[RingWindow]:
    made = RingWindow(clock)
    made.show_call(dana)
    yield made
    made.hide()
    made.deleteLater()


def rings(qtbot: QtBot, window: RingWindow, clock: VirtualClock, *, focused: bool) -> None:
    window.show_ring(1, 5)
    qtbot.waitUntil(window.isVisible)
    if focused:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    clock.advance(1.0)


def test_it_appears_with_the_first_ring_in_the_lower_right_and_on_top(
    qtbot: QtBot, ring: RingWindow, clock: VirtualClock
) -> None:
    assert not ring.isVisible()
    rings(qtbot, ring, clock, focused=False)
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(ring.geometry())
    assert ring.geometry().center().x() > free.center().x()
    assert ring.geometry().center().y() > free.center().y()
    assert (ring.width(), ring.height()) == (SIZE.width(), SIZE.height())
    assert ring.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert ring.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert "Dana Whitfield" in ring.windowTitle()


def test_the_rings_are_counted(qtbot: QtBot, ring: RingWindow, clock: VirtualClock) -> None:
    rings(qtbot, ring, clock, focused=False)
    ring.show_ring(3, 5)
    assert ring.ring() == "Ring 3 of 5"


def test_keys_work_and_are_drawn_only_with_the_focus(
    qtbot: QtBot, ring: RingWindow, clock: VirtualClock
) -> None:
    desk = QPlainTextEdit()
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    rings(qtbot, ring, clock, focused=False)
    desk.activateWindow()
    qtbot.waitUntil(lambda: not ring.isActiveWindow())
    assert (ring.answer.key, ring.not_now.key) == (None, None)
    width = ring.answer.width()
    ring.activateWindow()
    qtbot.waitUntil(ring.isActiveWindow)
    assert (ring.answer.key, ring.not_now.key) == ("Space", "N")
    assert ring.answer.width() == width
    assert ring.answer.hasFocus()


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_Space, "answered"), (Qt.Key.Key_N, "put_off")])
def test_a_key_does_one_thing(
    qtbot: QtBot, ring: RingWindow, clock: VirtualClock, key: Qt.Key, signal: str
) -> None:
    rings(qtbot, ring, clock, focused=True)
    happened: list[str] = []
    ring.answered.connect(lambda: happened.append("answered"))
    ring.put_off.connect(lambda: happened.append("put_off"))
    QTest.keyClick(ring.windowHandle(), key)
    assert happened == [signal]


def test_a_key_that_was_meant_for_elsewhere_does_nothing(
    qtbot: QtBot, ring: RingWindow, clock: VirtualClock
) -> None:
    """The window manager gives it the focus in the middle of a word."""
    ring.show_ring(1, 5)
    ring.activateWindow()
    qtbot.waitUntil(ring.isActiveWindow)
    with qtbot.assertNotEmitted(ring.answered), qtbot.assertNotEmitted(ring.put_off):
        QTest.keyClick(ring.windowHandle(), Qt.Key.Key_Space)
        QTest.keyClick(ring.windowHandle(), Qt.Key.Key_N)


def test_a_click_that_was_meant_for_what_lay_under_it_does_nothing(
    qtbot: QtBot, ring: RingWindow, clock: VirtualClock
) -> None:
    ring.show_ring(1, 5)
    with qtbot.assertNotEmitted(ring.answered):
        QTest.mouseClick(ring.answer, Qt.MouseButton.LeftButton)
    clock.advance(1.0)
    with qtbot.waitSignal(ring.answered):
        QTest.mouseClick(ring.answer, Qt.MouseButton.LeftButton)


def test_closing_it_is_not_now(qtbot: QtBot, ring: RingWindow, clock: VirtualClock) -> None:
    rings(qtbot, ring, clock, focused=False)
    with qtbot.waitSignal(ring.put_off):
        ring.close()
