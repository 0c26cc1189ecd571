"""Practice: how many new calls Today brings in a day."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.chip import Chip
from ui.widgets.form import TitledCard, note, stacked

CHOICES = (0, 1, 3, 5, 10)
_ABOUT = (
    "Whatever you begin comes back: after a few days, later after weeks, at the latest after 30 days. "
    "A sitting always holds somebody you have never called, whatever you choose here."
)


class Practice(Section):
    """One choice."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper = Keeper(services, bridge)
        self.chips = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number in CHOICES:
            chip = Chip(str(number) if number else "None")
            chip.setAccessibleName(f"{number or 'no'} new calls a day")
            self.chips.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch()
        self.chips.idClicked.connect(self._keep)
        choice = QWidget()
        choice.setLayout(row)
        card = TitledCard("New calls")
        card.add_row("New a day", stacked(choice, note(_ABOUT)))
        self.body.addWidget(card)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is kept; a number of the user's own is none of the chips."""
        kept = self._keeper.settings.new_a_day
        self.chips.setExclusive(False)
        for chip in self.chips.buttons():
            chip.setChecked(self.chips.id(chip) == kept)
        self.chips.setExclusive(True)

    @Slot(int)
    def _keep(self, number: int) -> None:
        self._keeper.keep(new_a_day=number)
        self.enter()
