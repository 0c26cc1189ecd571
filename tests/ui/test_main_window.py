from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFocusFrame, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import VOICEMAIL, Announcer, FakeServices
from trainer.events import NotPlayed
from ui import screens
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.widgets.key_sheet import KeySheet
from ui.widgets.rail import Rail

Open = Callable[..., MainWindow]


def test_every_screen_says_what_it_is() -> None:
    found = screens.find()
    assert {"today", "call"} <= set(found)
    on_rail = [place.order for place in found.values() if place.order is not None]
    assert on_rail == sorted(on_rail)
    assert len(set(on_rail)) == len(on_rail)
    for name, place in found.items():
        assert place.title, name
        assert callable(import_module(f"ui.screens.{name}").build), name


def test_every_screen_has_its_icon() -> None:
    from trainer.paths import ASSETS

    for place in screens.find().values():
        assert (ASSETS / "icons" / f"{place.icon}.svg").is_file()


def test_the_rail_shows_the_screens_that_exist(open_window: Open) -> None:
    window = open_window()
    titles = window.findChild(Rail).titles()
    assert titles == [place.title for place in screens.find().values() if place.order is not None]


def test_the_rail_is_absent_during_a_call(open_window: Open) -> None:
    window = open_window("call", VOICEMAIL)
    assert not window.findChild(Rail).isVisible()
    window.go("today")
    assert window.findChild(Rail).isVisible()


def test_control_and_a_digit_go_to_a_screen_but_not_out_of_a_call(
    open_window: Open, clock: VirtualClock
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_name == "feedback"
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_name == "today"
    window.go("call", VOICEMAIL)
    clock.advance(1)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_name == "call"


def test_the_feedback_page_is_built_while_the_take_is_being_heard(
    qtbot: QtBot, open_window: Open, announcer: Callable[..., Announcer]
) -> None:
    window, call = open_window("call", VOICEMAIL), announcer(VOICEMAIL)
    call.dialling()
    call.your_turn()
    call.ended()
    qtbot.waitUntil(lambda: "feedback" in window._built)
    assert window.screen_name == "call"


def test_the_focus_is_ringed_once_the_window_is_painted(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.findChild(QFocusFrame) is not None)
    assert window.findChild(QFocusFrame).widget() is window.focusWidget()


def test_an_unknown_screen_is_an_error(open_window: Open) -> None:
    with pytest.raises(KeyError):
        open_window().go("nowhere")


def test_a_question_mark_opens_the_keys_and_closes_them(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    qtbot.keyClick(sheet, Qt.Key.Key_Question)
    qtbot.waitUntil(lambda: window.findChild(KeySheet) is None)


def test_trouble_is_a_sentence_that_stays_until_dismissed(
    qtbot: QtBot, open_window: Open, bridge: Bridge
) -> None:
    window = open_window()
    bridge.trouble.emit("<b>The speaker</b> has gone.")
    assert window.messages.isVisible()
    assert window.messages.text == "<b>The speaker</b> has gone."
    assert window.messages.findChild(QLabel).textFormat() == Qt.TextFormat.PlainText


def test_what_is_said_of_a_take_goes_with_its_page(open_window: Open, bridge: Bridge, qtbot: QtBot) -> None:
    window = open_window("history")
    bridge.post(NotPlayed(attempt_id="", message="This take cannot be played."))
    qtbot.waitUntil(window.messages.isVisible)
    window.go("today")
    assert not window.messages.isVisible()
    window.tell("The speaker has gone.")
    window.go("history")
    assert window.messages.isVisible()


def test_a_take_that_is_ready_later_is_offered(
    qtbot: QtBot, open_window: Open, announcer: Callable[..., Announcer], services: FakeServices
) -> None:
    window = open_window()
    attempt = judged_attempt(services)
    services.review.attempts[attempt.id] = attempt
    announcer(VOICEMAIL).judged(attempt)
    qtbot.waitUntil(window.messages.isVisible)
    assert attempt.scenario.prospect.name in window.messages.text
    window.messages.act()
    assert window.screen_name == "feedback"


def test_place_and_size_are_remembered(open_window: Open, services: FakeServices, bridge: Bridge) -> None:
    window = open_window(size=(764, 607))
    window.close()
    again = MainWindow(services, bridge, screens.find())
    assert (again.width(), again.height()) == (764, 607)
    again.deleteLater()


def test_closing_during_a_call_leaves_it_and_says_why(open_window: Open, services: FakeServices) -> None:
    window = open_window("call", VOICEMAIL)
    window.close()
    assert services.calls.asked == [("start", VOICEMAIL), ("leave", "closing")]


def judged_attempt(services: FakeServices):
    from trainer.records import Attempt, Context

    scenario = next(one for one in services.scenarios if one.id == VOICEMAIL)
    return Attempt(
        id="attempt-1", sequence=1, started_utc="2026-11-20T10:42:00.000+00:00", utc_offset_min=0,
        state="judged", scenario=scenario, seller=services.settings.profile, context=Context(),
        guide="sell-the-call",
    )  # fmt: skip


def test_a_scenario_that_was_removed_cannot_be_called_again(
    open_window: Open, services: FakeServices
) -> None:
    window = open_window("history")
    window.go("call", "removed")
    assert window.screen_name == "history"
    assert window.messages.text.startswith("That scenario was removed.")
    assert services.calls.asked == []
