"""Keeping a choice the moment it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trainer.records import Seller
from trainer.settings import Settings
from ui.bridge import Bridge
from ui.services import Services


class Keeper:
    """Saves single fields of the settings; what cannot be saved is said in the window's message bar."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        self._services, self._bridge = services, bridge

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._services.settings

    def keep(self, **changes: Any) -> bool:
        """Save these fields of `Settings`; False when that failed and the old ones are still in force."""
        new = replace(self.settings, **changes)
        if new == self.settings:
            return True
        try:
            self._services.save_settings(new)
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
            return False
        return True

    def keep_profile(self, profile: Seller) -> bool:
        """Save who the user is; False as for `keep`."""
        return self.keep(profile=profile)


def not_saved(error: OSError) -> str:
    """What to tell about settings that could not be written."""
    reason = error.strerror or str(error)
    return f"This could not be saved ({reason}). What was set before is still in force."
