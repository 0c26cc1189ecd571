"""Hearing: the engine in force, speech models, and what was heard just now."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.model_control import shared
from ui.model_panel import ModelPanel
from ui.services import Services
from ui.settings_sections.heard_row import HeardRow
from ui.speak_test import SpeakTest
from ui.widgets.form import TextField, TitledCard, note, say, stacked

_MIRROR = "Where to fetch the model from instead, if its makers’ site cannot be reached. Usually empty."
_NO_ADDRESS = "An address begins with https:// or http://. The old one is kept."


class HearingCard(TitledCard):
    """Shares the section with `test`."""

    def __init__(
        self, services: Services, bridge: Bridge, test: SpeakTest, parent: QWidget | None = None
    ) -> None:
        super().__init__("Hearing", parent)
        self._keeper = Keeper(services, bridge)
        self.panel = ModelPanel(shared(services, bridge))
        self.row = HeardRow(self._keeper)
        self.heard = self.row.words
        self.mirror = TextField("Other address for speech models", "https://…")
        self.mirror.editingFinished.connect(self._keep_mirror)
        self._mirror_note = note(_MIRROR)
        self.add_row("Heard just now", self.row)
        self.add_row("Speech model", self.panel)
        self.add_row("Other address", stacked(self.mirror, self._mirror_note), self.mirror)
        test.started.connect(self._on_started)
        test.heard.connect(self._on_heard)
        test.unheard.connect(self._on_unheard)

    def enter(self) -> None:
        """Show what is here now."""
        self.panel.refresh()
        self.mirror.setText(self._keeper.settings.mirror_url or "")

    def leave(self) -> None:
        """Keep an address that is still being typed."""
        self._keep_mirror()

    @Slot()
    def _on_started(self) -> None:
        self.row.say("…")

    @Slot(str)
    def _on_heard(self, words: str) -> None:
        self.row.show_heard(words)

    @Slot(str)
    def _on_unheard(self, sentence: str) -> None:
        self.row.say(sentence)

    @Slot()
    def _keep_mirror(self) -> None:
        address = self.mirror.text().strip()
        parts = urlsplit(address)
        if address and not (parts.scheme in ("https", "http") and parts.netloc):
            say(self._mirror_note, _NO_ADDRESS)
            return
        say(self._mirror_note, _MIRROR)
        self._keeper.keep(mirror_url=address or None)
        self.mirror.setText(self._keeper.settings.mirror_url or "")
