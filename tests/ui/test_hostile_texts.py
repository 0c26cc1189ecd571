"""Every screen shows texts from outside as letters: no mark-up, no link, nothing loaded, no wider window."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.hostile import texts
from tests.ui import sample_compare, sample_feedback
from tests.ui.fakes import CALL_BACK, ELEVATOR, VOICEMAIL, Announcer, FakeServices
from trainer.records import Attempt, MarkedPoint, MyPoints
from ui import screens
from ui.main_window import MainWindow
from ui.screens.settings import PLACES

Open = Callable[..., MainWindow]

SCENARIOS = {
    "call": VOICEMAIL,
    "draw_the_line": "draw-the-line-brewery",
    "edit_scenario": "copy:voicemail-cold-furniture",
    "get_through": "get-through-menu-dispatch",
    "leave_or_not": "leave-or-not-spoken-seafood",
}
"""Screen -> the scenario that it is shown at."""
WINDOW = (900, 640)


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Listens on this machine, and answers nobody."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture(params=["mark-up", "control", "bidi", "long", "zalgo"])
def text(request: pytest.FixtureRequest, server: socket.socket) -> str:
    address = f"http://127.0.0.1:{server.getsockname()[1]}"
    hostile = {
        "mark-up": texts.mark_up(address), "control": texts.CONTROL, "bidi": texts.BIDI,
        "long": texts.LONG, "zalgo": texts.ZALGO,
    }  # fmt: skip
    return hostile[request.param]


@pytest.fixture
def hostile(services: FakeServices, text: str) -> FakeServices:
    """Services in which everything that comes from outside says `text`."""
    services.scenarios = tuple(texts.scenario_of(one, text) for one in services.scenarios)
    services.sellers = {name: texts.seller_of(one, text) for name, one in services.sellers.items()}
    profile = texts.seller_of(services.settings.profile, text)
    services.settings = replace(services.settings, profile=profile)
    made = (sample_feedback.voicemail(), sample_feedback.call_back(), *sample_compare.takes())
    attempts = [texts.attempt_of(one, text) for one in made]
    services.review.attempts = {one.id: one for one in attempts}
    services.practice.threads = {attempts[0].scenario.prospect.id: attempts}
    points = MyPoints(who=text, why=text, for_them=text, next_step=text, worry=text, idea=text)
    services.practice.points = dict.fromkeys((one.prospect.id for one in services.scenarios), points)
    whom = replace(services.scenarios[0].prospect, name=text)
    services.scripts.put(text, "voicemail", whom, (MarkedPoint(start=0, end=len(text)),), name=text)
    services.listening.microphones = [replace(one, name=text) for one in services.listening.microphones]
    services.listening.heard = text
    services.models.engines = [f"vosk:{text}"]
    return services


def subject_of(screen: str, attempts: list[Attempt]) -> str | None:
    """What the screen is shown at."""
    if screen in ("feedback", "predict", "dictate"):
        return attempts[0].id
    if screen == "compare":
        return "early,middle,late"
    if screen == "thread":
        return attempts[0].scenario.prospect.id
    return SCENARIOS.get(screen)


@pytest.mark.parametrize("screen", sorted(screens.find()))
def test_texts_stay_letters(
    screen: str, hostile: FakeServices, open_window: Open, qtbot: QtBot, server: socket.socket, text: str
) -> None:
    window = open_window(screen, subject_of(screen, list(hostile.review.attempts.values())), size=WINDOW)
    qtbot.wait(30)
    window.grab()
    assert window.screen_name == screen
    assert_harmless(window, text)
    assert_unasked(server)
    assert (window.width(), window.height()) == WINDOW


@pytest.mark.parametrize("section", [place.name for place in PLACES])
def test_settings_stay_letters(
    section: str, hostile: FakeServices, open_window: Open, qtbot: QtBot, server: socket.socket, text: str
) -> None:
    window = open_window("settings", section, size=WINDOW)
    qtbot.wait(30)
    window.grab()
    assert_harmless(window, text)
    assert_unasked(server)
    assert (window.width(), window.height()) == WINDOW


@pytest.mark.parametrize("scenario_id", [VOICEMAIL, CALL_BACK, ELEVATOR])
def test_a_whole_call_stays_letters(
    scenario_id: str,
    hostile: FakeServices,
    open_window: Open,
    announcer: Callable[..., Announcer],
    qtbot: QtBot,
    server: socket.socket,
    text: str,
) -> None:
    window, says = open_window("call", scenario_id, size=WINDOW), announcer(scenario_id)
    said: tuple[Callable[[], None], ...] = (
        says.dialling, says.ring, says.line, says.line_over, says.your_turn,
        lambda: says.speaking(2.0, text), lambda: says.trouble(text, fatal=False),
        says.turn_over, says.ended, says.being_heard, lambda: says.waiting(text),
    )  # fmt: skip
    for announce in said:
        announce()
        qtbot.wait(10)
        window.grab()
        assert_harmless(window, text)
    assert_unasked(server)
    assert (window.width(), window.height()) == WINDOW


def assert_unasked(server: socket.socket) -> None:
    """Nobody connected."""
    with pytest.raises(BlockingIOError):
        server.accept()


def assert_harmless(window: MainWindow, text: str) -> None:
    """Nothing on the screen, in a list or in a tip is read as mark-up; no title has the text in it."""
    for widget in [window, *window.findChildren(QWidget)]:
        _assert_tip(widget.toolTip(), text)
        if isinstance(widget, QLabel):
            assert widget.textFormat() == Qt.TextFormat.PlainText or text not in widget.text()
        elif isinstance(widget, QTextEdit):
            assert "<a " not in widget.toHtml()
            assert "<img" not in widget.toHtml()
        elif isinstance(widget, QAbstractItemView) and widget.model():
            for index in _cells(widget.model()):
                _assert_tip(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), text)
    for top in QApplication.topLevelWidgets():
        assert text not in top.windowTitle()


def _assert_tip(tip: str, text: str) -> None:
    """Read as mark-up, as Qt reads a tip that looks like it, there is still no link and no picture."""
    if "<" not in text:
        return
    document = QTextDocument()
    document.setHtml(tip)
    assert "<a " not in document.toHtml()
    assert "<img" not in document.toHtml()


def _cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(), 20)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield model.index(row, column)
