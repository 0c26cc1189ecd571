"""Makes a script of the take that is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from trainer.errors import WorldError
from trainer.records import Attempt, Script
from trainer.scripts.from_take import has_script
from ui.bridge import Bridge
from ui.screens import Navigate
from ui.script_services import Scripts
from ui.widgets.button import Button


class MakeScript(QObject):
    """Shows its button where a script can be made, and leads to what was made."""

    def __init__(
        self, scripts: Scripts, bridge: Bridge, navigate: Navigate, button: Button, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._scripts, self._bridge, self._navigate, self._button = scripts, bridge, navigate, button
        self._attempt_id = ""
        button.clicked.connect(self._make)

    def follow(self, attempt: Attempt) -> None:
        """The take that is shown from now on."""
        self._attempt_id = attempt.id
        self._button.setVisible(has_script(attempt))
        self._button.setEnabled(True)

    @Slot()
    def _make(self) -> None:
        # One press makes one script.
        self._button.setEnabled(False)
        made = self._scripts.from_attempt(self._attempt_id)
        self._bridge.when_done(made, self._to_script, self._on_failed)

    def _to_script(self, script: Script) -> None:
        self._button.setEnabled(True)
        self._navigate("scripts", script.id)

    def _on_failed(self, error: Exception) -> None:
        self._button.setEnabled(True)
        if not isinstance(error, WorldError):
            raise error
        self._bridge.trouble.emit(str(error))
