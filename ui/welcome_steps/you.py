"""You: who speaks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.welcome_steps import Step, in_the_middle
from ui.widgets.profile_form import ProfileForm, home_region

TITLE = "You"
_FORM_WIDTH = 500


class You(Step):
    """The profile; whoever skips it practises as the seller of each scenario."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__("Who is calling?", "What you say is checked against this. Only your name is needed.")
        self._keeper = Keeper(services, bridge)
        self.other_text = "Practise as a ready-made seller" if services.sellers else "Skip"
        self.form = ProfileForm()
        self.body.addLayout(in_the_middle(self.form, _FORM_WIDTH))

    def enter(self) -> None:
        """Show what is kept; a fresh profile gets the country of this computer."""
        profile = self._keeper.settings.profile
        if not profile.name:
            profile = replace(profile, region=home_region(profile.region))
        self.form.show_profile(profile)

    def finish(self) -> bool:
        """Keep it; stay when something is missing or it could not be kept."""
        return self.form.complete() and self._keeper.keep_profile(self.form.profile())

    def main(self) -> QWidget:
        """The name."""
        return self.form.name
