"""Backups: the copies of the history, putting one back, and whether the recordings are all there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.models.phrasing import day_words
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.form import TitledCard, note, say
from ui.widgets.label import Label
from ui.widgets.mend_card import MendCard

if TYPE_CHECKING:  # the window opens before the history is loaded
    from trainer.history.backups import Backup

_ABOUT = (
    "Your attempts are copied once a day, and before anything bold such as an import. Recordings are files "
    "of their own: putting a copy back never touches them. What you delete is deleted from the copies, too."
)
_NONE = "There is no copy yet. The first one is made when Ringback starts with a history."
_SURE = (
    "Attempts made after this copy leave the lists; their recordings stay. What is there now is copied first."
)
_DONE = "The copy was put back."
_ON_THE_LINE = "Finish the call first, then put the copy back."
_REASONS = {
    "daily": "of the day",
    "before-update": "before an update",
    "before-import": "before an import",
    "before-restore": "before another was put back",
}


class Backups(Section):
    """A line for each copy; putting one back asks once more, in place."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._chosen: Backup | None = None
        self.buttons: list[Button] = []
        """One for each copy, newest first."""
        self.confirm, self.keep = Button("Put it back"), Button("Leave it as it is", "primary")
        self.message = note()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        card = TitledCard("Backups")
        card.body.addWidget(Label(_ABOUT, tone="ink2", wrap=True))
        card.body.addLayout(self._rows)
        card.body.addWidget(self.message)
        card.body.addLayout(self._question())
        self.mend = MendCard(services, bridge)
        self.body.addWidget(card)
        self.body.addWidget(self.mend)
        self.body.addStretch()
        self._ask(None)

    def enter(self) -> None:
        """List the copies."""
        say(self.message, "")
        self.mend.enter()
        self._look()

    def leave(self) -> None:
        """Ask afresh next time."""
        self._ask(None)

    def _look(self) -> None:
        self._ask(None)
        self._bridge.when_done(self._services.carrying.backups(), self._show, self._on_failed)

    def _show(self, copies: list[Backup]) -> None:
        while entry := self._rows.takeAt(0):
            if widget := entry.widget():
                widget.deleteLater()
        self.buttons = []
        for copy in copies:
            self._rows.addWidget(self._row(copy))
        if not copies:
            self._rows.addWidget(Label(_NONE, tone="ink2", wrap=True))

    def _row(self, copy: Backup) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = f"{day_words(copy.day)}, {_REASONS.get(copy.reason, copy.reason)}"
        button = Button("Put back…")
        button.setAccessibleName(f"Put back the copy: {words}")
        button.clicked.connect(partial(self._ask, copy))
        self.buttons.append(button)
        line.addWidget(Label(words), 1)
        line.addWidget(button)
        return row

    def _question(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self.confirm.clicked.connect(self._put_back)
        self.keep.clicked.connect(self._calm)
        for button in (self.keep, self.confirm):
            line.addWidget(button)
        line.addStretch()
        return line

    def _ask(self, copy: Backup | None) -> None:
        """Ask whether to put `copy` back; None: ask nothing."""
        self._chosen = copy
        for button in (self.keep, self.confirm):
            button.setVisible(copy is not None)
        if copy is not None:
            self.confirm.set_text(f"Put back {day_words(copy.day)}")
            say(self.message, _SURE)
            announce(self, _SURE)
            self.keep.setFocus()

    @Slot()
    def _calm(self) -> None:
        say(self.message, "")
        self._ask(None)

    @Slot()
    def _put_back(self) -> None:
        copy = self._chosen
        self._ask(None)
        if copy is None:
            return
        if self._services.calls.running():
            say(self.message, _ON_THE_LINE)
            return
        self._bridge.when_done(self._services.carrying.put_back(copy), self._on_done, self._on_failed)

    def _on_done(self, _nothing: None) -> None:
        self._look()
        say(self.message, _DONE)
        announce(self, _DONE)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError | OSError):
            raise error
        say(self.message, str(error))
        announce(self, str(error))
