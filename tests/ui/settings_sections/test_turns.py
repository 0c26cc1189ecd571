"""Taking turns: patience in seconds, or Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from ui.main_window import MainWindow
from ui.settings_sections.turns import TurnCard
from ui.widgets.seconds_slider import SecondsSlider

Turns = Callable[[], TurnCard]


@pytest.fixture
def turns(open_window: Callable[..., MainWindow], qtbot: QtBot) -> Turns:
    def show() -> TurnCard:
        return open_window("settings", "sound").findChild(TurnCard)

    return show


def test_patience_moves_by_a_tenth_and_stays_within_bounds(turns: Turns, services: FakeServices) -> None:
    card = turns()
    assert card.patience.seconds == 1.2
    card.patience.setFocus()
    QTest.keyClick(card.patience, Qt.Key.Key_Right)
    assert services.settings.patience_s == 1.3
    QTest.keyClick(card.patience, Qt.Key.Key_End)
    assert services.settings.patience_s == 3.0
    QTest.mouseClick(card.patience, Qt.MouseButton.LeftButton, pos=QPoint(0, 16))
    assert services.settings.patience_s == 0.8


def test_enter_instead_of_patience_is_remembered(turns: Turns, services: FakeServices) -> None:
    card = turns()
    card.enter_ends.click()
    assert services.settings.patience_s is None
    assert not card.patience.isEnabled()
    card.enter()
    assert card.enter_ends.isChecked()
    card.enter_ends.click()
    assert services.settings.patience_s == 1.2
    assert card.patience.isEnabled()


def test_what_cannot_be_saved_stays_as_it_was(turns: Turns, services: FakeServices) -> None:
    card = turns()
    services.save_failure = OSError(28, "No space left on device")
    card.enter_ends.click()
    assert not card.enter_ends.isChecked()


def test_a_slider_says_what_it_is() -> None:
    assert SecondsSlider("Silence that ends a reply.", 0.8, 3.0).accessibleName() == (
        "Silence that ends a reply. In tenths of a second."
    )
