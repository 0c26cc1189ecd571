"""Checking the recordings from Settings."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from trainer.errors import BadInput
from trainer.events import RunningCall
from trainer.history.mends import Mended
from ui.bridge import Bridge
from ui.widgets.mend_card import MendCard


@pytest.fixture
def card(qtbot: QtBot, services: FakeServices, bridge: Bridge) -> MendCard:
    card = MendCard(services, bridge)
    qtbot.addWidget(card)
    card.show()
    return card


def test_what_was_mended_is_told(qtbot: QtBot, card: MendCard, services: FakeServices) -> None:
    card.look.click()
    assert services.carrying.asked == [("mend",)]
    assert not card.look.isEnabled(), "once at a time"
    services.carrying.work.set_result(
        [Mended(what="adopted", done=True, detail=f"Number {n} is listed.") for n in range(9)]
    )
    qtbot.waitUntil(card.look.isEnabled)
    assert "Number 7 is listed.\nAnd 1 more" in card.report.text()
    card.enter()
    assert card.report.isHidden()


def test_that_all_is_well_is_told_too(qtbot: QtBot, card: MendCard, services: FakeServices) -> None:
    card.look.click()
    services.carrying.work.set_result([])
    qtbot.waitUntil(lambda: card.report.text() == "All recordings are there, as they were made.")


def test_not_during_a_call(card: MendCard, services: FakeServices) -> None:
    services.calls.on = RunningCall(attempt_id="a", scenario_id="s")
    card.look.click()
    assert services.carrying.asked == []
    assert "Finish the call first" in card.report.text()


def test_what_stopped_it_is_told(qtbot: QtBot, card: MendCard, services: FakeServices) -> None:
    card.look.click()
    services.carrying.work.set_exception(BadInput("Another import is running.", "Wait until it is done."))
    qtbot.waitUntil(lambda: "Wait until it is done." in card.report.text())
    assert card.look.isEnabled()
