"""What a start does behind the window, one thing after the other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.start import Start


class Services:
    """Opens at once; notes which screens are there when the judge is got ready."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.notices = ["A notice."]
        self.built: set[str] = set()

    def open_in_background(self) -> Future[str | None]:
        opened: Future[str | None] = Future()
        opened.set_result("embedded")
        return opened

    def rehearse_in_background(self) -> None:
        self.built = set(self._window._built)


@pytest.fixture
def _garbage_is_left_as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_garbage_is_left_as_it_was")
def test_the_judge_is_got_ready_once_the_screens_are_built(
    qtbot: QtBot, bridge: Bridge, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window()
    services, start = Services(window), Start(bridge, False)
    start.follow(window, services)
    window.first_painted.emit()
    qtbot.waitUntil(lambda: bool(services.built), timeout=20_000)
    assert {"call", "feedback", "edit_scenario"} <= services.built
    assert window.messages.text == "A notice."
