"""Checking the recordings from Settings."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from trainer.errors import BadInput
from trainer.events import RunningCall
from trainer.history.mends import Mended, What
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
    gone = [Mended(what="missing", done=False, detail=f"Number {n} is gone.") for n in range(9)]
    listed = Mended(what="adopted", done=True, detail="A recording is listed.")
    services.carrying.work.set_result([*gone, listed])
    qtbot.waitUntil(card.look.isEnabled)
    assert card.report.text() == (
        "9 recordings are gone. Their attempts stay with what was heard.\nA recording is listed."
    )
    card.enter()
    assert card.report.isHidden()


@pytest.mark.parametrize("what", ["adopted", "put-back", "missing", "changed", "foreign"])
def test_there_are_words_for_several_of_each_kind(
    qtbot: QtBot, card: MendCard, services: FakeServices, what: What
) -> None:
    card.look.click()
    services.carrying.work.set_result([Mended(what=what, done=True, detail="One.")] * 2)
    qtbot.waitUntil(lambda: card.report.text().startswith("2 "))


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
