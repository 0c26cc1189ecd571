"""Practice: new calls in a day, a count before a call, the clock during it and whether it may be paused."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.chip import Chip
from ui.widgets.form import TitledCard, note, stacked
from ui.widgets.toggle import Toggle

CHOICES = (0, 1, 3, 5, 10)
_ABOUT = (
    "Whatever you begin comes back: after a few days, later after weeks, at the latest after 30 days. "
    "A sitting always holds somebody you have never called, whatever you choose here."
)
_ABOUT_PAUSE = (
    "For those who need it. P holds the call: its clock, their voice and the recording stand still until P "
    "again. In life nobody waits, so it is off unless you want it, and a paused call says so."
)
_ABOUT_CLOCK = (
    "Shows how long you have been speaking, beside the length that the guide wants. Without it you learn to "
    "feel the length, and a guess afterwards shows how well you do."
)
_ABOUT_COUNTDOWN = (
    "Three seconds between Start and the dial tone. Enter begins at once, Esc goes back. A call back rings "
    "without it."
)


class Practice(Section):
    """One choice and three switches."""

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
        self.countdown = Toggle("Start in 3 s")
        self.countdown.clicked.connect(self._keep_countdown)
        breath = TitledCard("Before a call")
        breath.add_row("Start in 3 s", stacked(self.countdown, note(_ABOUT_COUNTDOWN)))
        self.may_pause = Toggle("Let me pause a call")
        self.may_pause.clicked.connect(self._keep_may_pause)
        self.clock = Toggle("Show the clock")
        self.clock.clicked.connect(self._keep_clock)
        during = TitledCard("During a call")
        during.add_row("Clock", stacked(self.clock, note(_ABOUT_CLOCK)))
        during.add_row("Pause", stacked(self.may_pause, note(_ABOUT_PAUSE)))
        for each in (card, breath, during):
            self.body.addWidget(each)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is kept; a number of the user's own is none of the chips."""
        kept = self._keeper.settings.new_a_day
        self.chips.setExclusive(False)
        for chip in self.chips.buttons():
            chip.setChecked(self.chips.id(chip) == kept)
        self.chips.setExclusive(True)
        self.countdown.setChecked(self._keeper.settings.countdown)
        self.may_pause.setChecked(self._keeper.settings.may_pause)
        self.clock.setChecked(self._keeper.settings.clock)

    @Slot(bool)
    def _keep_countdown(self, on: bool) -> None:
        self._keeper.keep(countdown=on)
        self.enter()

    @Slot(bool)
    def _keep_clock(self, on: bool) -> None:
        self._keeper.keep(clock=on)
        self.enter()

    @Slot(bool)
    def _keep_may_pause(self, on: bool) -> None:
        self._keeper.keep(may_pause=on)
        self.enter()

    @Slot(int)
    def _keep(self, number: int) -> None:
        self._keeper.keep(new_a_day=number)
        self.enter()
