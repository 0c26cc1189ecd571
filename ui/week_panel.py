"""This week on Today: how close the guesses at the length come."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.services import Services
from ui.widgets.label import Label
from ui.widgets.week_card import WeekCard

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Measured


class WeekPanel(QWidget):
    """Hidden until there is a guess of this week."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self.card = WeekCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("This week", 13, 600, "ink2"))
        column.addWidget(self.card)
        self.hide()

    @Slot()
    def ask(self) -> None:
        """Look anew, once the history is open."""
        if self._services.is_open:
            today = datetime.now().astimezone().date()
            self._bridge.when_done(self._services.practice.measured(today), self._show)

    def _show(self, history: list[Measured]) -> None:
        from trainer.practice import progress, spans  # after the first paint

        today = datetime.now().astimezone().date()
        mine = spans.this_week(progress.practised(history), today)
        guesses = spans.guesses_of(mine)
        self.card.show_week(guesses, len(mine), today)
        self.setVisible(bool(guesses))
