"""Before a call: what is known and prepared, written in short fields, kept at once, hidden if wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import press
from tests.ui.fakes import CALL_BACK, VOICEMAIL, FakeServices
from trainer.records import KeyPoint, MyPoints, Seller
from ui.bridge import Bridge
from ui.briefing_panel import BriefingPanel
from ui.main_window import MainWindow
from ui.models.points_words import NOTHING, PointLine
from ui.widgets.points_card import PointsCard
from ui.widgets.up_next import UpNext

Open = Callable[..., MainWindow]
DANA = "dana-whitfield"
POINTS = MyPoints(who="Sam, Fieldline", why="two bills too many", must=("why",))


class Desk:
    """Today with its briefing, once everything that it asked for has come."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.panel = window.findChild(BriefingPanel)
        self.card, self.form = self.panel.points.card, self.panel.points.form
        qtbot.waitUntil(self.card.edit.isEnabled)

    def write(self) -> None:
        press(self.window, Qt.Key.Key_M)
        assert self.form.isVisible()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def texts(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def desk(qtbot: QtBot, open_window: Open) -> Callable[..., Desk]:
    def at(scenario: str = VOICEMAIL, size: tuple[int, int] = (1280, 800)) -> Desk:
        return Desk(qtbot, open_window("today", scenario, size))

    return at


def test_points_stand_first_and_say_whose_they_are(desk: Callable[..., Desk]) -> None:
    today = desk()
    assert "For Dana Whitfield, in every call with them" in today.texts()
    panel = today.panel
    assert today.card.mapTo(panel, QPoint()).y() < panel.known.mapTo(panel, QPoint()).y()


def test_what_there_could_be_is_no_point(desk: Callable[..., Desk]) -> None:
    today = desk()
    assert NOTHING in today.texts()
    assert "–" not in [label.text() for label in today.card.findChildren(QLabel)]


def test_what_is_known_says_whose_trade_it_speaks_of(
    desk: Callable[..., Desk], services: FakeServices
) -> None:
    services.settings = replace(
        services.settings, profile=Seller(id="me", name="Ada Quill", does="cleans windows")
    )
    assert any(text.startswith("Written for somebody who checks freight") for text in desk().texts())


def test_points_are_written_by_keys_alone_and_kept(desk: Callable[..., Desk], services: FakeServices) -> None:
    today = desk()
    today.write()
    today.type("Sam, Fieldline")
    press(today.window, Qt.Key.Key_Return)
    today.type("two bills too many")
    press(today.window, Qt.Key.Key_Tab)
    press(today.window, Qt.Key.Key_Space)
    press(today.window, Qt.Key.Key_Escape)
    assert services.practice.points == {DANA: POINTS}
    assert today.window.findChild(UpNext).start.hasFocus()
    shown = [PointLine("Who", "Sam, Fieldline"), PointLine("Why", "two bills too many", True)]
    today.qtbot.waitUntil(lambda: today.card.lines() == tuple(shown))
    assert services.calls.asked == [], "Enter in a field starts no call"


def test_enter_in_the_last_field_is_done(desk: Callable[..., Desk], services: FakeServices) -> None:
    services.practice.points = {DANA: POINTS}
    today = desk()
    today.write()
    assert today.form.fields["for_them"].hasFocus(), "the first that is empty"
    press(today.window, Qt.Key.Key_Down)
    today.type("ten minutes")
    press(today.window, Qt.Key.Key_Return)
    press(today.window, Qt.Key.Key_Return)  # a hasty one: Start has the focus now
    assert not today.form.isVisible()
    assert services.practice.points[DANA] == replace(POINTS, next_step="ten minutes")
    assert services.calls.asked == []


def test_what_is_still_being_written_is_kept_when_the_screen_or_the_call_changes(
    desk: Callable[..., Desk], services: FakeServices
) -> None:
    today = desk()
    today.write()
    today.type("Sam")
    today.window.go("history")
    assert services.practice.points[DANA].who == "Sam"
    today.window.go("today", CALL_BACK)
    assert not today.form.isVisible()
    today.qtbot.waitUntil(lambda: today.card.lines() == (PointLine("Who", "Sam"),))  # she calls back


def test_emptied_points_are_given_up(desk: Callable[..., Desk], services: FakeServices) -> None:
    services.practice.points = {DANA: MyPoints(who="Sam")}
    today = desk()
    today.write()
    today.form.fields["who"].setFocus()
    today.form.fields["who"].selectAll()
    press(today.window, Qt.Key.Key_Delete)
    press(today.window, Qt.Key.Key_Escape)
    assert services.practice.points[DANA].empty


def test_without_own_points_those_of_the_script_are_shown(
    desk: Callable[..., Desk], services: FakeServices
) -> None:
    services.practice.script = (KeyPoint(text="two bills", must=True),)
    today = desk()
    today.qtbot.waitUntil(lambda: today.card.lines() == (PointLine("", "two bills", True),))


@pytest.mark.parametrize(("guide", "asked"), [("earn", True), ("sell-the-call", False), (None, False)])
def test_a_guide_that_wants_a_worry_asks_for_two_lines(
    desk: Callable[..., Desk], services: FakeServices, guide: str | None, asked: bool
) -> None:
    services.settings = replace(services.settings, guide=guide)
    today = desk()
    today.write()
    assert today.form.worry.isVisible() is asked
    if asked:
        today.form.worry.setFocus()
        today.type("bills nobody checks")
        press(today.window, Qt.Key.Key_Return)
        today.type("ask for last year's")
        press(today.window, Qt.Key.Key_Return)
        kept = services.practice.points[DANA]
        assert (kept.worry, kept.idea) == ("bills nobody checks", "ask for last year's")


def test_the_briefing_can_be_hidden_for_good(desk: Callable[..., Desk], services: FakeServices) -> None:
    today = desk()
    assert "What you know" in today.texts()
    press(today.window, Qt.Key.Key_B)
    assert "What you know" not in today.texts()
    assert services.settings.briefing is False
    assert today.panel.toggle.text() == "Show"


def test_in_a_narrow_window_it_begins_hidden_and_one_key_shows_it(
    desk: Callable[..., Desk], services: FakeServices
) -> None:
    today = desk(size=(900, 640))
    assert "What you know" not in today.texts()
    press(today.window, Qt.Key.Key_B)
    assert {"What you know", "My points"} <= set(today.texts())
    assert services.settings.briefing is True, "what is remembered is for wide windows"
    today.write()
    page = today.form.visibleRegion().boundingRect()
    assert page.contains(today.form.fields["who"].geometry()), "it has scrolled into sight"


def test_until_the_history_is_open_nothing_can_be_written_over(
    qtbot: QtBot, open_window: Open, services: FakeServices, bridge: Bridge
) -> None:
    services.practice.points = {DANA: POINTS}
    services.is_open = False
    panel = open_window("today", VOICEMAIL).findChild(BriefingPanel)
    assert not panel.points.card.edit.isEnabled()
    services.is_open = True
    bridge.opened.emit()
    qtbot.waitUntil(lambda: bool(panel.points.card.lines()))
    assert panel.points.card.edit.isEnabled()


def test_the_card_never_shows_its_button_as_a_window_of_its_own(qtbot: QtBot) -> None:
    card = PointsCard(editable=True)
    qtbot.addWidget(card)
    assert not card.edit.isVisible()
    assert not card.edit.isHidden()
    assert PointsCard().edit.isHidden()
