"""Turn-taking: when a reply in a call counts as finished."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer.settings import LONGEST_PATIENCE_S, SHORTEST_PATIENCE_S, Settings
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.widgets.form import TitledCard, note, stacked
from ui.widgets.seconds_slider import SecondsSlider
from ui.widgets.toggle import Toggle

_ABOUT_ENTER = (
    "Nobody interrupts a pause of yours: a reply in a call lasts until you press Enter. "
    "For those who think, or stutter, or speak slowly."
)
_ABOUT_PATIENCE = "After so much silence the other side takes your reply for finished. Enter ends it sooner."


class TurnCard(TitledCard):
    """Patience in seconds, or Enter."""

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Taking turns", parent)
        self._keeper = Keeper(services, bridge)
        self.enter_ends = Toggle("I press Enter when I am done")
        self.enter_ends.clicked.connect(self._keep_enter)
        self.patience = SecondsSlider("Silence that ends a reply.", SHORTEST_PATIENCE_S, LONGEST_PATIENCE_S)
        self.patience.valueChanged.connect(self._keep_patience)
        self.add_row("I press Enter", stacked(self.enter_ends, note(_ABOUT_ENTER)))
        self.add_row("Patience", stacked(self.patience, note(_ABOUT_PATIENCE)), self.patience)

    def enter(self) -> None:
        """Show what is kept."""
        patience_s = self._keeper.settings.patience_s
        self.enter_ends.setChecked(patience_s is None)
        self.patience.setEnabled(patience_s is not None)
        if patience_s is not None:
            self.patience.show_seconds(patience_s)

    @Slot(bool)
    def _keep_enter(self, on: bool) -> None:
        self._keeper.keep(patience_s=None if on else Settings().patience_s)
        self.enter()

    @Slot(int)
    def _keep_patience(self, _tenths: int) -> None:
        if self.patience.isEnabled() and self._keeper.settings.patience_s is not None:
            self._keeper.keep(patience_s=self.patience.seconds)
