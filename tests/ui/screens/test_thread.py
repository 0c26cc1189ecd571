"""A thread: what happened with one prospect, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from ui.main_window import MainWindow
from ui.widgets.button import Button

Open = Callable[..., MainWindow]


def texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_it_tells_what_was_said_in_order_and_opens_a_take(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    message = sample_feedback.voicemail()
    missed = replace(message, id="later", state="missed-ring", feedback=None, turns=())
    prospect = message.scenario.prospect
    services.practice.threads = {prospect.id: [message, missed]}
    services.review.attempts = {message.id: message}
    window = open_window("thread", prospect.id)
    qtbot.waitUntil(lambda: "Not answered." in texts(window))
    shown = texts(window)
    assert prospect.name in shown
    assert any(text.startswith("2 messages, the last one") for text in shown)
    said = next(place for place, text in enumerate(shown) if text.startswith("“"))
    assert said < shown.index("Not answered.")
    show = next(one for one in window.findChildren(Button) if one.text() == "Show it" and one.isVisible())
    show.click()
    assert window.screen_name == "feedback"


def test_the_newest_is_in_view_in_full_until_somebody_scrolls(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    message = sample_feedback.voicemail()
    prospect = message.scenario.prospect
    services.practice.threads = {prospect.id: [replace(message, id=f"a{n}") for n in range(12)]}
    window = open_window("thread", prospect.id)
    bar = window.screen_shown().page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    heard = message.turns[-1].transcript
    assert heard is not None
    said = [text for text in texts(window) if text.startswith("“")]
    assert all(text.endswith("…”") for text in said[:-1])
    assert heard.text in said[-1]
    assert window.screen_shown().again.visibleRegion().boundingRect().height() == 44, "the head stays"
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    window.resize(900, 640)
    qtbot.wait(50)
    assert bar.value() == 0


def test_call_again_puts_the_prospect_up_next(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    scenario = services.scenarios[0]
    window = open_window("thread", scenario.prospect.id)
    qtbot.waitUntil(lambda: "Nothing has happened with this prospect yet." in texts(window))
    window.screen_shown().again.click()
    assert window.screen_name == "today"
    assert scenario.prospect.name in texts(window)


def test_escape_goes_back_to_history(open_window: Open, services: FakeServices) -> None:
    window = open_window("thread", "nobody")
    press(window, Qt.Key.Key_Escape)
    assert window.screen_name == "history"


def test_the_feedback_and_history_lead_to_it(open_window: Open, services: FakeServices, qtbot: QtBot) -> None:
    message = sample_feedback.voicemail()
    services.practice.threads = {message.scenario.prospect.id: [message]}
    services.review.attempts = {message.id: message}
    window = open_window("feedback", message.id)
    thread = window.screen_shown().page.all_with_them
    qtbot.waitUntil(lambda: window.screen_shown().attempt is not None)
    thread.click()
    assert window.screen_name == "thread"
    qtbot.waitUntil(lambda: any("1 message, the last one" in text for text in texts(window)))
    window.go("history")
    qtbot.waitUntil(lambda: bool(window.screen_shown().view.chosen()))
    window.screen_shown().all_with_them.click()
    assert window.screen_name == "thread"
