"""A card of Settings that lets recordings and lists be looked through, and tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.form import TitledCard, note, say
from ui.widgets.label import Label

if TYPE_CHECKING:  # the window opens before the history is loaded
    from trainer.history.mends import Mended

_ABOUT = (
    "Reads every recording and compares it with your history. Recordings that no attempt knows are listed in "
    "History, moved ones go back to their place, and what is gone or changed is named. Nothing is deleted."
)
_WORKING = "Reading your recordings…"
_WELL = "All recordings are there, as they were made."
_ON_THE_LINE = "Finish the call first, then look."
_SEVERAL = {
    "adopted": "{} calls whose entries were lost are listed in History again, set aside.",
    "put-back": "{} recordings were found elsewhere and moved back to their place.",
    "missing": "{} recordings are gone. Their attempts stay with what was heard.",
    "changed": "{} recordings have been changed since they were made. What was heard in them stays.",
    "foreign": "{} files among the recordings are not Ringback's. They were left as they are.",
}
"""What is said where there is more than one of a kind; `ringback doctor --mend` names each."""


class MendCard(TitledCard):
    """One button and its report."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__("Check recordings")
        self._services, self._bridge = services, bridge
        self.look = Button("Check and mend")
        self.report = note()
        self.look.clicked.connect(self._look)
        self.body.addWidget(Label(_ABOUT, tone="ink2", wrap=True))
        line = QHBoxLayout()
        line.addWidget(self.look)
        line.addStretch()
        self.body.addLayout(line)
        self.body.addWidget(self.report)

    def enter(self) -> None:
        """Forget the last report."""
        if self.look.isEnabled():
            say(self.report, "")

    @Slot()
    def _look(self) -> None:
        if self._services.calls.running():
            self._tell(_ON_THE_LINE)
            return
        self.look.setEnabled(False)
        self._tell(_WORKING)
        self._bridge.when_done(self._services.carrying.mend(), self._on_done, self._on_failed)

    def _on_done(self, found: list[Mended]) -> None:
        self.look.setEnabled(True)
        kinds: dict[str, list[Mended]] = {}
        for one in found:
            kinds.setdefault(one.what, []).append(one)
        self._tell("\n".join(_line(what, ones) for what, ones in kinds.items()) or _WELL)

    def _on_failed(self, error: Exception) -> None:
        self.look.setEnabled(True)
        if not isinstance(error, WorldError | OSError):
            raise error
        self._tell(str(error))

    def _tell(self, words: str) -> None:
        say(self.report, words)
        announce(self, words)


def _line(what: str, found: list[Mended]) -> str:
    return found[0].detail if len(found) == 1 else _SEVERAL[what].format(len(found))
