"""Feedback: the guess before it, and the marks in the words."""

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
_ABOUT_GUESS = (
    "After you hang up, while your words are being heard: how long was it, did you keep to one aim, were you "
    "ready? Each question can be skipped."
)


class Delivery(Section):
    """Two switches."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper = Keeper(services, bridge)
        self.marks = Toggle("Delivery marks")
        self.marks.clicked.connect(self._keep)
        card = TitledCard("Delivery marks")
        card.add_row("Mark fillers", stacked(self.marks, note(_ABOUT)))
        self.predict = Toggle("Guess before you look")
        self.predict.clicked.connect(self._keep_predict)
        guess = TitledCard("Guess before you look")
        guess.add_row("Ask for a guess", stacked(self.predict, note(_ABOUT_GUESS)))
        for each in (card, guess):
            self.body.addWidget(each)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is kept."""
        self.marks.setChecked(self._keeper.settings.delivery_marks)
        self.predict.setChecked(self._keeper.settings.predict)

    @Slot(bool)
    def _keep(self, on: bool) -> None:
        self._keeper.keep(delivery_marks=on)
        self.enter()

    @Slot(bool)
    def _keep_predict(self, on: bool) -> None:
        self._keeper.keep(predict=on)
        self.enter()
