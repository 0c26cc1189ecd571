"""Privacy: where everything is, what is kept, and how to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.errors import WorldError
from trainer.records import AttemptRow, Script
from ui.bridge import Bridge
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.data_folder import DataFolder
from ui.widgets.form import TitledCard, bullet, note, say
from ui.widgets.label import Label

_KEPT = (
    "Your recordings, one file a reply, and what was heard in them.",
    "Your attempts with their feedback, and the corrections you make.",
    "Your points and scripts: what you have prepared for the people you call.",
    "Your settings, your profile, and speech models you have added.",
    "A log of what the program did, without the words you say.",
)
_STAYS = (
    "All of it stays in this folder on this computer. Ringback opens no connection, "
    "but for a speech model when you ask for one."
)
_NOTHING = "There is nothing to delete."
_SURE = "Your attempts, recordings, points and scripts go for good. Your settings and speech models stay."
_DELETED = "All attempts are deleted, with their recordings, your points and scripts."


class Privacy(Section):
    """Deleting asks once more, in place."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._review, self._practice, self._bridge = services.review, services.practice, bridge
        self._scripts = services.scripts
        self._attempts: list[str] = []
        self._points = 0
        self.folder = DataFolder(services.data_dir)
        self.delete = Button("Delete all attempts, points and scripts…", icon="trash-2")
        self.confirm, self.keep = Button("Delete them"), Button("Keep them", "primary")
        self.message = note()
        self.delete.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._delete)
        self.keep.clicked.connect(self._calm)
        self.body.addWidget(self._where())
        self.body.addWidget(self._deleting())
        self.body.addStretch()

    def enter(self) -> None:
        """Count the attempts."""
        say(self.message, "")
        self._count()

    def leave(self) -> None:
        """Ask afresh next time."""
        self._show_question(False)

    def _count(self) -> None:
        self._show_question(False)
        self.delete.setEnabled(False)  # until it is known what there is
        self._bridge.when_done(self._review.rows(), self._on_rows, self._on_failed)

    def _on_rows(self, rows: list[AttemptRow]) -> None:
        self._attempts = [row.id for row in rows]
        self._bridge.when_done(self._practice.points_kept(), self._on_points, self._on_failed)

    def _on_points(self, prospects: int) -> None:
        self._points = prospects
        self._bridge.when_done(self._scripts.all(), self._on_scripts, self._on_failed)

    def _on_scripts(self, scripts: list[Script]) -> None:
        attempts, written = _counted(len(self._attempts), "attempt"), _counted(len(scripts), "script")
        kinds = [kind for kind in (attempts, "my points" if self._points else "", written) if kind]
        self.delete.setEnabled(bool(kinds))
        self.delete.setToolTip("" if kinds else _NOTHING)
        *most, last = kinds or ["nothing"]
        self.confirm.set_text(f"Delete {', '.join(most)} and {last}" if most else f"Delete {last}")

    @Slot()
    def _ask(self) -> None:
        say(self.message, _SURE)
        self._show_question(True)
        announce(self, _SURE)
        self.keep.setFocus()

    @Slot()
    def _calm(self) -> None:
        say(self.message, "")
        self._show_question(False)
        self.delete.setFocus()

    @Slot()
    def _delete(self) -> None:
        self._show_question(False)
        self._bridge.when_done(self._review.delete(self._attempts), self._forget_points, self._on_failed)

    def _forget_points(self, _nothing: None) -> None:
        self._bridge.when_done(self._practice.forget_points(), self._forget_scripts, self._on_failed)

    def _forget_scripts(self, _nothing: None) -> None:
        self._bridge.when_done(self._scripts.forget_all(), self._on_deleted, self._on_failed)

    def _on_deleted(self, _nothing: None) -> None:
        say(self.message, _DELETED)
        announce(self, _DELETED)
        self._count()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError | OSError):
            raise error
        say(self.message, str(error))
        announce(self, str(error))

    def _show_question(self, asked: bool) -> None:
        self.delete.setHidden(asked)
        self.confirm.setVisible(asked)
        self.keep.setVisible(asked)

    def _where(self) -> QWidget:
        card = TitledCard("What is kept")
        card.body.addWidget(Label(_STAYS, tone="ink2", wrap=True))
        card.body.addWidget(self.folder)
        for line in _KEPT:
            card.body.addLayout(bullet(line))
        return card

    def _deleting(self) -> QWidget:
        card = TitledCard("Delete")
        line = QHBoxLayout()
        line.setSpacing(12)
        for button in (self.delete, self.keep, self.confirm):
            line.addWidget(button)
        line.addStretch()
        card.body.addLayout(line)
        card.body.addWidget(self.message)
        self._show_question(False)
        return card


def _counted(number: int, what: str) -> str:
    """ "1 attempt", "2 attempts"; "" for none."""
    return f"1 {what}" if number == 1 else f"{number} {what}s" if number else ""
