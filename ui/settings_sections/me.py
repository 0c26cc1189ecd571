"""Me: who speaks in every attempt, and how often they try."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.chip import Chip
from ui.widgets.form import TitledCard, note, row
from ui.widgets.profile_form import ProfileForm
from ui.widgets.taught_names import TaughtNames

LIMITS = (5, 7, 10, 15)
"""The tries that article 001 names."""
_WITHOUT_NAME = "Without a name, each scenario’s own seller speaks."


class Me(Section):
    """The profile."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper = Keeper(services, bridge)
        self.form = ProfileForm()
        self.form.edited.connect(self._keep)
        self.limits: dict[int, Chip] = {}
        self._group = QButtonGroup(self)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._chips.addStretch()
        card = TitledCard("Me")
        card.body.addWidget(note(_WITHOUT_NAME))
        card.body.addWidget(self.form)
        limits = TitledCard("My own limit")
        limits.body.addWidget(note("How often you try one prospect before you move on to somebody new."))
        limits.body.addLayout(row("Tries", self._chips))
        self.taught = TaughtNames()
        self.taught.removed.connect(self._forget)
        for each in (card, self.taught, limits):
            self.body.addWidget(each)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is kept."""
        profile = self._keeper.settings.profile
        self.form.show_profile(profile)
        self.taught.show_names(profile.heard_as)
        for limit in sorted({*LIMITS, profile.own_limit}):
            self._chip(limit).setChecked(limit == profile.own_limit)

    def leave(self) -> None:
        """Keep the field in which the cursor still is."""
        self.form.commit()

    @Slot()
    def _keep(self) -> None:
        if not self._keeper.keep_profile(self.form.profile()):
            self.form.show_profile(self._keeper.settings.profile)

    @Slot(str, str)
    def _forget(self, name: str, spelling: str) -> None:
        from trainer.analysis.teaching import Misheard, untaught  # as in heard_row: not at the start

        self.form.commit()
        self._keeper.keep_profile(untaught(self._keeper.settings.profile, Misheard(name, spelling)))
        self.enter()

    def _chip(self, limit: int) -> Chip:
        if limit not in self.limits:
            chip = self.limits[limit] = Chip(str(limit))
            chip.setAccessibleName(f"{limit} tries")
            chip.clicked.connect(partial(self._keep_limit, limit))
            self._group.addButton(chip)
            self._chips.insertWidget(sum(known < limit for known in self.limits), chip)
        return self.limits[limit]

    def _keep_limit(self, limit: int, _checked: bool = False) -> None:
        self._keeper.keep_profile(replace(self._keeper.settings.profile, own_limit=limit))
        self._chip(self._keeper.settings.profile.own_limit).setChecked(True)
