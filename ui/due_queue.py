"""What is due, as Today shows it: asked for anew at every visit, kept until the next answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from trainer.events import AttemptJudged, CoreEvent
from trainer.practice.due_words import due_words, why_words
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.models.scenario_list import RowWords, in_order
from ui.services import Services

if TYPE_CHECKING:  # the window opens before the scheduler is loaded
    from trainer.practice.due import Due, DueItem


class DueQueue(QObject):
    """Of all that can be practised in the window. Signals: `changed`, when an answer has come."""

    changed = Signal()

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._due: Due | None = None
        self._look_again()
        bridge.library_changed.connect(self._look_again)

    @Slot()
    def ask(self) -> None:
        """Ask what is due, once the history is open."""
        if self._services.is_open:
            wanted = self._services.practice.due(_today(), self._by_id.keys())
            self._bridge.when_done(wanted, self._on_due)

    def put_off(self, scenario_id: str) -> None:
        """Not today; `changed` follows."""
        self._bridge.when_done(self._services.practice.not_today(scenario_id, _today()), self._on_put_off)

    def scenarios(self) -> list[Scenario]:
        """Those that are due, in order."""
        items = self._due.items if self._due else ()
        return [self._by_id[item.scenario_id] for item in items if item.scenario_id in self._by_id]

    def words(self) -> Mapping[str, RowWords]:
        """Scenario id -> why it is due, and how long it takes."""
        due = self._due
        if due is None:
            return {}
        from ui.models.check_lines import title_of  # the checks are wanted after the first paint only

        sitting = self._services.practice.sitting()
        planned = {item.scenario_id for item in sitting.plan} if sitting else set()

        def why(item: DueItem) -> str:
            words = why_words(item, due.today, title_of)
            return f"in this sitting, {words}" if item.scenario_id in planned else words

        return {item.scenario_id: RowWords(why(item), f"{item.minutes} min") for item in due.items}

    def summary(self) -> str:
        """ "6 due, about 9 minutes."; "" before the first answer."""
        return due_words(self._due) if self._due else ""

    @Slot()
    def _look_again(self) -> None:
        """The library is another one; what is due of it is asked for by whoever shows it."""
        self._by_id = {one.id: one for one in in_order(self._services.scenarios)}

    def _on_due(self, due: Due) -> None:
        if due != self._due:
            self._due = due
            self.changed.emit()

    def _on_put_off(self, _nothing: None) -> None:
        self.ask()


class DueNow(DueQueue):
    """Asks by itself whenever the answer may be another one, for those who cannot wait: the ambush."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__(services, bridge)
        self._asked_on: date | None = None
        bridge.opened.connect(self.ask)
        bridge.library_changed.connect(self.ask)
        bridge.core_event.connect(self._on_event)

    def is_due(self, scenario: Scenario) -> bool:
        """Whether it was due at the last answer; a new day is asked about anew."""
        if self._asked_on != _today():
            self._asked_on = _today()
            self.ask()
        return scenario in self.scenarios()

    @Slot(object)
    def _on_event(self, event: CoreEvent) -> None:
        if isinstance(event, AttemptJudged):
            self.ask()


def _today() -> date:
    return datetime.now().astimezone().date()
