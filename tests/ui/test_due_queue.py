"""What is due, for those who cannot wait for an answer."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.trainer.practice.measured import one
from tests.ui.fakes import CALL_BACK, VOICEMAIL, FakeServices
from tests.ui.sample_feedback import voicemail
from trainer import events
from ui.bridge import Bridge
from ui.due_queue import DueNow


def test_the_ambush_knows_what_is_due_once_the_history_is_open(
    services: FakeServices, bridge: Bridge, qtbot: QtBot
) -> None:
    by_id = {scenario.id: scenario for scenario in services.scenarios}
    services.practice.history = [
        one(1, scenario_id=CALL_BACK, prospect_id="dana-whitfield", kind="callback", day="2020-01-06")
    ]
    services.is_open = False
    due = DueNow(services, bridge)
    assert not due.is_due(by_id[CALL_BACK])
    services.is_open = True
    with qtbot.waitSignal(due.changed):
        bridge.opened.emit()
    assert due.is_due(by_id[CALL_BACK])
    assert not due.is_due(by_id[VOICEMAIL])


def test_a_new_judgement_changes_it(services: FakeServices, bridge: Bridge, qtbot: QtBot) -> None:
    due = DueNow(services, bridge)
    with qtbot.waitSignal(due.changed):
        bridge.opened.emit()
    first = due.scenarios()[0]
    services.practice.put_off.add(first.id)
    with qtbot.waitSignal(due.changed):
        bridge.core_event.emit(events.AttemptJudged(attempt_id="a", attempt=voicemail()))
    assert not due.is_due(first)


def test_what_was_removed_is_not_due(services: FakeServices, bridge: Bridge, qtbot: QtBot) -> None:
    due = DueNow(services, bridge)
    with qtbot.waitSignal(due.changed):
        bridge.opened.emit()
    first = due.scenarios()[0]
    services.scenarios = tuple(one for one in services.scenarios if one != first)
    with qtbot.waitSignal(due.changed):
        bridge.library_changed.emit()
        assert first not in due.scenarios()
    assert first not in due.scenarios()
