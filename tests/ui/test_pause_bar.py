"""A pause where Settings allow it: on every call page by one key, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui import sample_feedback
from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, VOICEMAIL, Announcer, FakeServices
from trainer import events
from trainer.records import CallEvent
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.models.call_lines import call_sentences
from ui.pause_bar import PAUSED, PauseBar
from ui.widgets.pill import Pill


@pytest.fixture
def on_the_line(
    qtbot: QtBot,
    services: FakeServices,
    open_window: Callable[..., MainWindow],
    announcer: Callable[..., Announcer],
    clock: VirtualClock,
) -> Callable[..., tuple[MainWindow, PauseBar]]:
    def begin(scenario_id: str = VOICEMAIL, *, may_pause: bool = True) -> tuple[MainWindow, PauseBar]:
        services.settings = replace(services.settings, may_pause=may_pause, countdown=False)
        window = open_window("call", scenario_id)
        says = announcer(scenario_id)
        says.dialling()
        says.your_turn()
        bar = window.findChild(PauseBar)
        qtbot.waitUntil(lambda: window.screen_shown().state == "turn")
        clock.advance(1.0)
        return window, bar

    return begin


def pill(window: MainWindow) -> str:
    return window.screen_shown().findChild(Pill).text()


def test_p_holds_the_call_and_p_goes_on(on_the_line, services: FakeServices, bridge: Bridge, qtbot) -> None:
    window, bar = on_the_line()
    assert bar.isVisible()
    press(window, Qt.Key.Key_P)
    assert services.calls.asked[-1] == ("pause",)
    bridge.post(events.CallPaused(attempt_id="attempt-1"))
    qtbot.waitUntil(lambda: bar.words.text() == PAUSED)
    assert pill(window) == "Paused"
    press(window, Qt.Key.Key_P)
    assert services.calls.asked[-1] == ("go_on",)
    bridge.post(events.CallResumed(attempt_id="attempt-1"))
    qtbot.waitUntil(lambda: bar.words.text() == "")
    assert pill(window) == "Recording"
    bridge.post(events.CallEnded(attempt_id="attempt-1", kept=True))
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_it_is_off_unless_it_is_wanted(on_the_line, services: FakeServices) -> None:
    window, bar = on_the_line(CALL_BACK, may_pause=False)
    assert not bar.isVisible()
    press(window, Qt.Key.Key_P)
    assert ("pause",) not in services.calls.asked


def test_the_switch_is_kept(open_window: Callable[..., MainWindow], services: FakeServices) -> None:
    section = open_window("settings", "practice").screen_shown().section
    assert not section.may_pause.isChecked()
    section.may_pause.click()
    assert services.settings.may_pause


def test_a_paused_call_says_so() -> None:
    plain = sample_feedback.voicemail()
    paused = (CallEvent(at_s=4.0, name="paused"), CallEvent(at_s=4.0, name="resumed", detail="12.0"))
    assert call_sentences(replace(plain, events=(*paused, *paused))) == "You paused it twice."
