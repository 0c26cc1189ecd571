"""After the start: what was being written when the program ended is offered again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.bridge import Bridge
from ui.models.phrasing import quoted
from ui.screens import Navigate
from ui.services import Services

if TYPE_CHECKING:
    from trainer.authoring.drafts import Draft


class DraftOffer(QObject):
    """Looks for a draft once, when `ask` is called."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate

    @Slot()
    def ask(self) -> None:
        """Offer the draft, if there is one."""
        self._bridge.when_done(self._services.authoring.kept(), self._offer)

    def _offer(self, draft: Draft | None) -> None:
        if draft is not None:
            sentence = f"You were writing {quoted(draft.title)}. It is not saved yet."
            self._bridge.offered.emit(sentence, "Go on", partial(self._navigate, "edit_scenario", "draft"))
