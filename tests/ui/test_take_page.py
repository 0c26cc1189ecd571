"""The take on show is saved as a page from where it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.fakes import FakeServices
from trainer.errors import UnknownName
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.feedback import FeedbackScreen


@pytest.fixture
def asked_where(qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]) -> QFileDialog:
    """The question, over the page of a take."""
    attempt = sample.voicemail()
    services.review.attempts = {attempt.id: attempt}
    screen = open_window("feedback", attempt.id).screen_shown()
    assert isinstance(screen, FeedbackScreen)
    qtbot.waitUntil(lambda: screen.attempt is not None)
    screen.page.as_page.click()
    (dialog,) = screen.findChildren(QFileDialog)
    return dialog


def window_of(dialog: QFileDialog) -> MainWindow:
    screen = dialog.parentWidget()
    window = screen.window() if screen else None
    assert isinstance(window, MainWindow)
    return window


def test_it_is_named_after_who_was_called_and_when(asked_where: QFileDialog) -> None:
    assert Path(asked_where.selectedFiles()[0]).name == "dana-whitfield-2026-03-12.html"
    asked_where.reject()


def test_it_says_where_the_page_is(
    asked_where: QFileDialog, services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    asked_where.fileSelected.emit(str(tmp_path / "dana.html"))
    asked_where.reject()
    services.carrying.work.set_result(None)
    messages = window_of(asked_where).messages
    told = "dana.html holds this take with its sound. It opens in any browser."
    qtbot.waitUntil(lambda: messages.text == told)


@pytest.mark.parametrize("why", [UnknownName("attempt", "a1", [], "It was deleted."), OSError(28, "No room")])
def test_it_says_why_there_is_no_page(
    asked_where: QFileDialog,
    services: FakeServices,
    bridge: Bridge,
    qtbot: QtBot,
    tmp_path: Path,
    why: Exception,
) -> None:
    asked_where.fileSelected.emit(str(tmp_path / "dana.html"))
    asked_where.reject()
    assert isinstance(services.carrying.work, Future)
    with qtbot.waitSignal(
        bridge.trouble, check_params_cb=lambda words: "could not be written" in words
    ) as told:
        services.carrying.work.set_exception(why)
    assert "dana.html" in told.args[0]
    assert "Errno" not in told.args[0]
