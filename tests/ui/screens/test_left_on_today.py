"""Before a call back Today shows what was left for its caller."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.fakes import CALL_BACK, VOICEMAIL, FakeServices
from tests.ui.screens.test_call_turns import left_days_ago
from ui.main_window import MainWindow
from ui.widgets.left_card import LeftCard


def test_a_call_back_that_is_up_next_shows_what_was_left_and_plays_it(
    qtbot: QtBot, open_window: Callable[..., MainWindow], services: FakeServices
) -> None:
    window = open_window("today", CALL_BACK)
    card = window.screen_shown().findChild(LeftCard)
    assert card.texts()[0] == "What your message said"
    services.review.own_message = left_days_ago(1)
    window.go("history")
    window.go("today")
    qtbot.waitUntil(lambda: card.texts()[0] == "What I left yesterday")
    card.play.click()
    assert services.listening.asked[-1][0] == "play_take"
    window.go("history")
    assert services.listening.asked[-1] == ("stop",)


def test_a_message_has_no_such_card(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("today", VOICEMAIL)
    assert not window.screen_shown().findChild(LeftCard).isVisible()
