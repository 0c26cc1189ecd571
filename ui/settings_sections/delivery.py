"""Delivery marks: whether fillers are marked in what was said."""

from __future__ import annotations

from PySide6.QtCore import Slot

from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.form import TitledCard, note, stacked
from ui.widgets.toggle import Toggle

_ABOUT = (
    "Marks fillers such as “um” and “you know” in your words on the feedback page. "
    "A few of them are how people speak; they are shown and never counted."
)


class Delivery(Section):
    """One switch."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper = Keeper(services, bridge)
        self.marks = Toggle("Delivery marks")
        self.marks.clicked.connect(self._keep)
        card = TitledCard("Delivery marks")
        card.add_row("Mark fillers", stacked(self.marks, note(_ABOUT)))
        self.body.addWidget(card)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is kept."""
        self.marks.setChecked(self._keeper.settings.delivery_marks)

    @Slot(bool)
    def _keep(self, on: bool) -> None:
        self._keeper.keep(delivery_marks=on)
        self.enter()
