"""Saves the take that is shown as a page, to send to a coach."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from trainer.records import Attempt
from ui.bridge import Bridge
from ui.carry_dialogs import ask_where_page, page_name
from ui.history_services import Carrying
from ui.models.phrasing import started
from ui.saving import Saving
from ui.widgets.button import Button

_DONE = "{name} holds this take with its sound. It opens in any browser."
_FAILED = "{name} could not be written: {why}"


class TakePage(QObject):
    """Asks where to at a press of `button`; how it went is told in the message bar."""

    def __init__(self, carrying: Carrying, bridge: Bridge, button: Button, page: QWidget) -> None:
        super().__init__(page)
        self._carrying, self._bridge, self._page = carrying, bridge, page
        self._attempt: Attempt | None = None
        button.clicked.connect(self._ask)

    def follow(self, attempt: Attempt) -> None:
        """The take that is shown from now on."""
        self._attempt = attempt

    @Slot()
    def _ask(self) -> None:
        attempt = self._attempt
        if attempt is not None:
            made = started(attempt.started_utc, attempt.utc_offset_min).date()
            name = page_name(attempt.scenario.prospect.name or attempt.scenario.title, made)
            ask_where_page(self._page, name, partial(self._write, attempt.id))

    def _write(self, attempt_id: str, target: Path) -> None:
        written = self._carrying.export_page(target, attempt_id)
        Saving(self._bridge, target, written, _DONE, _FAILED, self._page)
