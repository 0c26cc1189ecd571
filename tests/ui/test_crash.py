from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import crash
from ui.crash import Notice, Reporter
from ui.widgets.button import Button

SPOKEN = "please call me on 0113 496 0107"


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[Reporter]:
    before = sys.excepthook, threading.excepthook
    made = Reporter()
    yield made
    made.close()
    assert (sys.excepthook, threading.excepthook) == before


def fail(spoken: str) -> None:
    raise ValueError(spoken)


def happen() -> None:
    """An exception as one that nobody caught reaches the hook."""
    try:
        fail(SPOKEN)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def notices(qapp: QApplication) -> list[Notice]:
    return [widget for widget in qapp.topLevelWidgets() if isinstance(widget, Notice)]


@pytest.mark.logs_errors
def test_one_dialog_however_often_it_happens(qtbot: QtBot, qapp: QApplication, reporter: Reporter) -> None:
    for _ in range(5):
        happen()
    qtbot.waitUntil(lambda: len(notices(qapp)) == 1)
    qtbot.wait(0)
    assert len(notices(qapp)) == 1


@pytest.mark.logs_errors
def test_the_details_hold_places_and_no_words(
    qtbot: QtBot, qapp: QApplication, reporter: Reporter, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        happen()
    qtbot.waitUntil(lambda: bool(notices(qapp)))
    copy = next(button for button in notices(qapp)[0].findChildren(Button) if button.text() == "Copy details")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Ringback ")
    assert "ValueError" in copied
    assert "in fail" in copied
    for text in (copied, caplog.text):
        assert "0113" not in text


@pytest.mark.logs_errors
def test_a_thread_s_mistake_is_reported_too(qtbot: QtBot, qapp: QApplication, reporter: Reporter) -> None:
    worker = threading.Thread(target=fail, args=(SPOKEN,))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(notices(qapp)) == 1)


def test_a_program_that_is_not_installed_reports_its_mistakes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_name: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr("importlib.metadata.version", unknown)
    assert crash._facts().startswith("Ringback of unknown version, Python ")


def test_control_c_is_no_mistake(
    qtbot: QtBot, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[type[BaseException]] = []
    before, sys.excepthook = sys.excepthook, lambda kind, *_: seen.append(kind)
    reporter = Reporter()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    reporter.close()
    sys.excepthook = before
    qtbot.wait(0)
    assert seen == [KeyboardInterrupt]
    assert notices(qapp) == []
