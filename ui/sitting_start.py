"""Beginning a sitting from Today."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.bridge import Bridge
from ui.models.scenario_list import in_order
from ui.screens import Navigate
from ui.services import Services
from ui.widgets.sitting_offer import SittingOffer

if TYPE_CHECKING:
    from trainer.practice.sitting import Sitting


class SittingStart(QObject):
    """Its `offer` is shown on Today; the bar of the window (`ui.sitting_bar`) takes over from there."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self.offer = SittingOffer()
        self.offer.wanted.connect(self._begin)

    def settle(self) -> None:
        """Offer nothing while a sitting is on."""
        on = self._services.is_open and self._services.practice.sitting() is not None
        self.offer.setHidden(on)

    @Slot(int)
    def _begin(self, minutes: int) -> None:
        if self._services.is_open:
            today = datetime.now().astimezone().date()
            among = [one.id for one in in_order(self._services.scenarios)]
            begun = self._services.practice.begin_sitting(minutes, today, among)
            self._bridge.when_done(begun, self._on_begun)

    def _on_begun(self, sitting: Sitting) -> None:
        if sitting.plan:
            self._navigate("today", sitting.plan[0].scenario_id)
