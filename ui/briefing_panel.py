"""Before you call: what is known, what is prepared and what was left, for the call that is up next."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Scenario
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.left_control import LeftControl
from ui.models.speaker import known
from ui.points_panel import PointsPanel
from ui.services import Services
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.left_card import LeftCard
from ui.widgets.up_next import Points


class BriefingPanel(QWidget):
    """The user's own points come first: they are what a call is prepared with, and are looked for.

    Can be hidden, but for its title: beside the list that is remembered, above it it begins hidden."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._keeper = services, Keeper(services, bridge)
        self._narrow = self._shown_narrow = False
        self.known, self.left_card = Points("What you know"), LeftCard()
        self.points = PointsPanel(services, bridge)
        self.toggle = Button("Hide", "quiet", key="B", flush=True)
        self.toggle.clicked.connect(self._toggle)
        head = QHBoxLayout()
        head.addWidget(Label("Before you call", 13, 600, "ink2"), 1)
        head.addWidget(self.toggle)
        self._cards = QWidget()
        cards = QVBoxLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for card in (self.points, self.known, self.left_card):
            cards.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._cards)
        self.left = LeftControl(services, bridge, self.left_card)
        self._arrange()

    def show_for(self, scenario: Scenario) -> None:
        """Show what there is for this call."""
        profile, sellers = self._services.settings.profile, self._services.sellers
        self.known.show_points(known(scenario, profile, sellers))
        self.points.show_for(scenario)
        self.left.show_for(scenario)

    def settle(self) -> None:
        """Keep what is being written; silence."""
        self.points.settle()
        self.left.stop()

    def set_narrow(self, narrow: bool) -> None:
        """Whether it stands above the list instead of beside it."""
        self._narrow = narrow
        self._arrange()

    @Slot()
    def _toggle(self) -> None:
        if self._narrow:
            self._shown_narrow = not self._shown_narrow
        else:
            self._keeper.keep(briefing=not self._keeper.settings.briefing)
        self._arrange()

    def _arrange(self) -> None:
        shown = self._shown_narrow if self._narrow else self._keeper.settings.briefing
        if not shown:
            self.settle()
        self._cards.setVisible(shown)
        self.toggle.set_text("Hide" if shown else "Show")
        self.toggle.setAccessibleName(f"{'Hide' if shown else 'Show'} what is known and prepared")
