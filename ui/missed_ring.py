"""A ring that nobody answered, told on Today until it is called back or the day is over."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.practice.ambush import missed_today
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.keeper import not_saved
from ui.models.ambush_words import missed_words
from ui.screens import Navigate
from ui.services import Services
from ui.widgets.notice import Notice


class MissedRing(QWidget):
    """Takes no room while there is nothing to tell."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._scenario: Scenario | None = None
        self.notice = Notice("secondary")
        self.notice.chosen.connect(self._call_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        for may_be_another in (bridge.ambush_changed, bridge.library_changed):
            may_be_another.connect(self.show_state)
        self.show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """It may be another day."""
        super().showEvent(event)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Whether there is one to tell of."""
        now = datetime.now().astimezone()
        missed = missed_today(self._services.ambush.diary, now)
        known = {scenario.id: scenario for scenario in self._services.scenarios}
        self._scenario = known.get(missed.scenario_id) if missed else None
        told = ""
        if missed and self._scenario:
            told = missed_words(self._scenario, missed.at_utc_s, now, missed.why)
        self.notice.tell(told, "Call back now" if told else "")
        self.setVisible(bool(told))

    @Slot()
    def _call_back(self) -> None:
        if self._scenario is None:
            return
        scenario_id = self._scenario.id
        try:
            self._services.ambush.called_back()
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
        self._bridge.ambush_changed.emit()
        self._navigate("call", scenario_id)
