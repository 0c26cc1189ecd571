"""The real window over fake services; every test ends without a widget left behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.fakes import Announcer, FakeServices
from ui import screens, theme
from ui.bridge import Bridge
from ui.main_window import MainWindow

# No display is needed; a person who wants to watch sets it to theirs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _no_widget_left(qapp: QApplication) -> Iterator[None]:
    theme.apply("light")
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not left, f"Windows left open: {left}"


@pytest.fixture
def services(tmp_path: Path) -> FakeServices:
    folder = tmp_path / "ringback"
    folder.mkdir()
    return FakeServices(data_dir=folder)


@pytest.fixture
def bridge(qapp: QApplication) -> Bridge:
    return Bridge()


@pytest.fixture
def clock() -> VirtualClock:
    """The clock of the key guard."""
    return VirtualClock()


@pytest.fixture
def open_window(
    qtbot: QtBot, services: FakeServices, bridge: Bridge, clock: VirtualClock
) -> Callable[..., MainWindow]:
    """Opens the window at a screen, in a size, with its keys settled."""
    services.tell_library_changed = bridge.library_changed.emit

    def open_at(
        screen: str = "today", subject: str | None = None, size: tuple[int, int] = (1280, 800)
    ) -> MainWindow:
        window = MainWindow(services, bridge, screens.find(), clock)
        window.resize(*size)
        window.go(screen, subject)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        clock.advance(1.0)
        return window

    return open_at


@pytest.fixture
def announcer(bridge: Bridge, services: FakeServices) -> Callable[..., Announcer]:
    """Says what a call at this scenario would say."""

    def for_scenario(scenario_id: str, attempt_id: str = "attempt-1") -> Announcer:
        scenario = next(one for one in services.scenarios if one.id == scenario_id)
        return Announcer(bridge.post, scenario, attempt_id)

    return for_scenario


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release a key as the system would deliver it: to the window, not to a widget."""
    QTest.keyClick(window.windowHandle(), key, modifier)
    QTest.qSleep(2)  # pressed again within the same millisecond, a key counts as held
