"""Look: light or dark, and what a call shows and sounds like."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from ui import theme
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.chip import Chip
from ui.widgets.form import TitledCard, note, stacked
from ui.widgets.toggle import Toggle

_CHOICES: dict[theme.Choice, str] = {"system": "As the system", "light": "Light", "dark": "Dark"}
_LIVE = "What you say is shown as you speak, where the engine can do that."
_TELEPHONE = "The other side sounds as over a telephone line. What you say is never changed."


class Look(Section):
    """Puts the theme in force at once."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper = Keeper(services, bridge)
        self.themes = {choice: Chip(word) for choice, word in _CHOICES.items()}
        self._group = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for choice, chip in self.themes.items():
            chip.clicked.connect(partial(self._keep_theme, choice))
            self._group.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch()
        self.live_words, self.telephone = Toggle("Live words"), Toggle("Telephone sound")
        self.live_words.clicked.connect(self._keep_live_words)
        self.telephone.clicked.connect(self._keep_telephone)
        card = TitledCard("Look")
        card.add_row("Colours", chips)
        call = TitledCard("During a call")
        call.add_row("Live words", stacked(self.live_words, note(_LIVE)))
        call.add_row("Telephone sound", stacked(self.telephone, note(_TELEPHONE)))
        self.body.addWidget(card)
        self.body.addWidget(call)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is kept."""
        settings = self._keeper.settings
        self.themes[settings.theme].setChecked(True)
        self.live_words.setChecked(settings.live_words)
        self.telephone.setChecked(settings.telephone_sound)

    def _keep_theme(self, choice: theme.Choice, _checked: bool = False) -> None:
        if self._keeper.keep(theme=choice):
            theme.apply(choice)
        self.enter()

    @Slot(bool)
    def _keep_live_words(self, on: bool) -> None:
        self._keeper.keep(live_words=on)
        self.enter()

    @Slot(bool)
    def _keep_telephone(self, on: bool) -> None:
        self._keeper.keep(telephone_sound=on)
        self.enter()
