"""The ambush card of Today at work: arms, disarms, and shows how things stand."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.practice.ambush import Choice, Within, rings_on
from trainer.settings import DeviceName
from ui.bridge import Bridge
from ui.keeper import not_saved
from ui.models.ambush_words import NO_MICROPHONE, REFUSALS, armed_words
from ui.screens import Navigate
from ui.services import Services
from ui.widgets.ambush_card import AmbushCard


class AmbushPanel(QWidget):
    """Shows the card afresh whenever it comes to sight and whenever something changes."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self.card = AmbushCard()
        self.card.offer(services.settings.ambush)
        self._offered = services.settings.ambush
        self.card.arm_wanted.connect(self._arm)
        self.card.disarm_wanted.connect(self._disarm)
        self.card.round_wanted.connect(partial(navigate, "round"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        bridge.ambush_changed.connect(self.show_state)
        self.show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Hours may have been changed, and a day may have passed."""
        super().showEvent(event)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """How things stand now."""
        keeper, rules, now = self._services.ambush, self._services.settings.ambush, _now()
        if rules != self._offered:
            self._offered = rules
            self.card.offer(rules)
        self.card.show_rules(rules, rings_on(keeper.diary, now))
        self.card.show_armed(armed_words(keeper.diary.armed, now) if keeper.diary.armed else "")
        self.card.say(keeper.obstacle)

    @Slot(object)
    def _arm(self, choice: Choice) -> None:
        keeper = self._services.ambush
        try:
            refusal = keeper.arm(choice, _now(), self._services.settings.ambush)
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
            return
        if refusal:
            self.card.say(REFUSALS[refusal])
            return
        self._bridge.ambush_changed.emit()
        if choice != Within(minutes=0):  # that one finds out at once
            self._bridge.when_done(self._services.listening.inputs(), self._on_inputs, self._on_no_sound)

    @Slot()
    def _disarm(self) -> None:
        try:
            self._services.ambush.disarm()
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
        self._bridge.ambush_changed.emit()

    def _on_inputs(self, found: list[DeviceName]) -> None:
        if not found and self._services.ambush.diary.armed:
            self._services.ambush.obstacle = NO_MICROPHONE
            self._bridge.ambush_changed.emit()

    def _on_no_sound(self, error: Exception) -> None:
        self._services.ambush.obstacle = str(error)
        self._bridge.ambush_changed.emit()


def _now() -> datetime:
    return datetime.now().astimezone()
