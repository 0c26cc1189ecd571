"""Hearing how a call begins, before it is made."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from trainer.records import Scenario
from ui.services import Services


class VoicePreview(QObject):
    """Plays the first line of one scenario at a time.

    Signals:
        changed: which scenario is heard now (its id; "": none).
    """

    changed = Signal(str)
    _ended = Signal(int)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._number = 0
        self.playing = ""
        """Id of the scenario that is heard."""
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def toggle(self, scenario: Scenario) -> None:
        """Play it, or stop if it is heard already; where nobody speaks first there is nothing to hear."""
        was = self.playing
        self.stop()
        if was != scenario.id and scenario.prompts:
            self._number += 1
            self._show(scenario.id)
            ended = partial(self._ended.emit, self._number)
            self._services.listening.play_prompt(scenario.prompts[0].audio, ended)

    def stop(self) -> None:
        """Silence, if anything is heard."""
        if self.playing:
            self._services.listening.stop()
            self._show("")

    def _on_ended(self, number: int) -> None:
        if self.playing and number == self._number:  # not of one that was stopped for another
            self._show("")

    def _show(self, scenario_id: str) -> None:
        self.playing = scenario_id
        self.changed.emit(scenario_id)
