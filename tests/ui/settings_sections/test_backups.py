from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from trainer.errors import BadInput
from trainer.events import RunningCall
from trainer.history.backups import Backup
from ui.bridge import Bridge
from ui.settings_sections.backups import Backups

NEW = Backup(2, date(2026, 11, 22), "daily", Path("000002-2026-11-22-daily.db"))
OLD = Backup(1, date(2026, 11, 3), "before-import", Path("000001-2026-11-03-before-import.db"))


@pytest.fixture
def section(qtbot: QtBot, services: FakeServices, bridge: Bridge) -> Backups:
    services.carrying.copies = (NEW, OLD)
    section = Backups(services, bridge)
    qtbot.addWidget(section)
    section.show()
    section.enter()
    qtbot.waitUntil(lambda: len(section.buttons) == 2)
    return section


def test_two_clicks_put_a_copy_back(qtbot: QtBot, section: Backups, services: FakeServices) -> None:
    assert "3 November 2026, before an import" in section.buttons[1].accessibleName()
    section.buttons[1].click()
    assert section.confirm.text() == "Put back 3 November 2026"
    assert not services.carrying.asked
    section.confirm.click()
    assert services.carrying.asked == [("put_back", OLD)]
    services.carrying.work.set_result(None)
    qtbot.waitUntil(lambda: section.message.text() == "The copy was put back.")
    assert section.confirm.isHidden()


def test_it_can_be_left_as_it_is(section: Backups, services: FakeServices) -> None:
    section.buttons[0].click()
    assert section.keep.hasFocus() or not section.isActiveWindow()
    section.keep.click()
    assert not services.carrying.asked
    assert section.confirm.isHidden()
    assert section.message.isHidden()


def test_nothing_is_put_back_during_a_call(section: Backups, services: FakeServices) -> None:
    services.calls.on = RunningCall(attempt_id="a", scenario_id="s")
    section.buttons[0].click()
    section.confirm.click()
    assert not services.carrying.asked
    assert "Finish the call first" in section.message.text()


def test_what_cannot_be_put_back_is_said(qtbot: QtBot, section: Backups, services: FakeServices) -> None:
    section.buttons[0].click()
    section.confirm.click()
    services.carrying.work.set_exception(BadInput("The backup is damaged.", "Choose an older one."))
    qtbot.waitUntil(lambda: "Choose an older one." in section.message.text())


def test_without_copies_it_says_when_there_will_be_one(
    qtbot: QtBot, services: FakeServices, bridge: Bridge
) -> None:
    section = Backups(services, bridge)
    qtbot.addWidget(section)
    section.enter()
    qtbot.waitUntil(lambda: section._rows.count() == 1)
    assert not section.buttons
