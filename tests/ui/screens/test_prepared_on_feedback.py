"""What was prepared before a call stands beside what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback
from tests.ui.fakes import FakeServices
from trainer.records import Attempt, CallEvent, MyPoints
from ui.main_window import MainWindow
from ui.widgets.prepared_card import PreparedCard


def texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def shown(
    qtbot: QtBot, open_window: Callable[..., MainWindow], services: FakeServices, attempt: Attempt
) -> MainWindow:
    services.review.attempts = {attempt.id: attempt}
    window = open_window("feedback", attempt.id)
    qtbot.waitUntil(lambda: any("met" in text for text in texts(window)))
    return window


def test_the_two_lines_stand_beside_the_result(
    qtbot: QtBot, open_window: Callable[..., MainWindow], services: FakeServices
) -> None:
    points = MyPoints(worry="fuel bills", idea="last year's rates")
    window = shown(qtbot, open_window, services, replace(sample_feedback.voicemail(), points=points))
    assert {"What keeps them awake", "fuel bills", "One idea for it"} <= set(texts(window))
    plain = replace(sample_feedback.voicemail(), id="plain")
    services.review.attempts[plain.id] = plain
    window.go("feedback", plain.id)
    qtbot.waitUntil(lambda: not window.findChild(PreparedCard).isVisible())


def test_what_was_to_be_sold_is_told(
    qtbot: QtBot, open_window: Callable[..., MainWindow], services: FakeServices
) -> None:
    attempt = sample_feedback.voicemail()
    sold = CallEvent(at_s=0.0, name="selling", detail="meeting")
    window = shown(qtbot, open_window, services, replace(attempt, events=(*attempt.events, sold)))
    assert any(text.startswith("You set out to sell the meeting, and a mailbox") for text in texts(window))
