"""A script of the take that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from tests.ui.sample_feedback import voicemail
from trainer.errors import BadInput
from ui.main_window import MainWindow
from ui.screens.feedback import FeedbackScreen
from ui.screens.scripts import ScriptsScreen

Open = Callable[..., MainWindow]


def feedback(qtbot: QtBot, window: MainWindow) -> FeedbackScreen:
    page = window.screen_shown()
    assert isinstance(page, FeedbackScreen)
    qtbot.waitUntil(lambda: page.attempt is not None)
    return page


def test_a_take_becomes_a_script_and_is_shown(
    qtbot: QtBot, services: FakeServices, open_window: Open
) -> None:
    attempt = voicemail()
    services.review.attempts = {attempt.id: attempt}
    window = open_window("feedback", attempt.id)
    button = feedback(qtbot, window).page.make_script
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.screen_name == "scripts")
    page = window.screen_shown()
    assert isinstance(page, ScriptsScreen)
    qtbot.waitUntil(lambda: page.script is not None)
    first = attempt.scenario.prospect.name.split()[0]
    assert page.page.title.text() == f"{first}, voicemail"
    assert page.page.editor.text().startswith(f"Hi {first}")
    assert services.scripts.asked == [("from_attempt", attempt.id)]


def test_what_was_not_judged_offers_none(qtbot: QtBot, services: FakeServices, open_window: Open) -> None:
    attempt = replace(voicemail(), feedback=None, state="waiting")
    services.review.attempts = {attempt.id: attempt}
    assert feedback(qtbot, open_window("feedback", attempt.id)).page.make_script.isHidden()


def test_why_none_could_be_made_is_told(qtbot: QtBot, services: FakeServices, open_window: Open) -> None:
    attempt = voicemail()
    services.review.attempts = {attempt.id: attempt}
    window = open_window("feedback", attempt.id)
    services.scripts.failure = BadInput("The disk is full.")
    button = feedback(qtbot, window).page.make_script
    button.click()
    qtbot.waitUntil(lambda: "disk is full" in window.messages.text)
    assert button.isEnabled()
