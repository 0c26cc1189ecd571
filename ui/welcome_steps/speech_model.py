"""Speech model: what turns your words into text, and the ways to another one."""

from __future__ import annotations

from PySide6.QtCore import Slot

from ui.bridge import Bridge
from ui.model_control import shared
from ui.model_panel import ModelPanel
from ui.models.phrasing import engine_title
from ui.services import Services
from ui.welcome_steps import Step

TITLE = "Speech model"
_LOOKING = "Looking for a speech model on this computer."
_NONE = "Nothing here can hear English yet. Fetch a model, bring one, or go on: your takes are kept."


class SpeechModel(Step):
    """With a model in force there is nothing to do but go on."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__("Your words are heard on this computer.", "")
        self._control = shared(services, bridge)
        self.panel = ModelPanel(self._control)
        self.panel.changed.connect(self._refresh)
        self.body.addWidget(self.panel)

    def enter(self) -> None:
        """Show what is here."""
        self.panel.refresh()

    @Slot()
    def _refresh(self) -> None:
        engines = self._control.engines
        in_force = engines.in_force if engines else None
        self.next_is_main = in_force is not None
        self.next_text = "Continue" if in_force or self._control.busy else "Skip"
        if engines is None:
            self.under.setText(_LOOKING)
        elif self._control.busy:
            self.under.setText("You can go on meanwhile.")
        elif in_force:
            self.under.setText(f"{engine_title(in_force)} is here and ready. You can go on with it.")
        else:
            self.under.setText(_NONE)
        self.changed.emit()
