"""Saves a table of figures where the user says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.save_dialog import CSV, agreed, save_dialog
from ui.saving import Saving
from ui.services import Services
from ui.widgets.button import Button

_KIND = "Table for a spreadsheet (*.csv)"
_DONE = "The figures are in {name}."
_FAILED = "{path} could not be written ({why})."


class TableSaving(QObject):
    """Asks where to at a press of `button`; how it went is told in the message bar."""

    def __init__(
        self,
        services: Services,
        bridge: Bridge,
        button: Button,
        file_name: str,
        table: Callable[[], bytes],
        page: QWidget,
    ) -> None:
        """`file_name` is what it is called unless the user says otherwise.

        `table` gives what is in it; it is called on another thread, because half a year takes a while.
        """
        super().__init__(page)
        self._services, self._bridge, self._page = services, bridge, page
        self._file_name, self._table = file_name, table
        button.clicked.connect(self._ask)

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Write the table to where the dialog was told."""
        target = agreed(path, CSV)
        written = self._services.carrying.write(target, self._table)
        Saving(self._bridge, target, written, _DONE, _FAILED, self._page)

    @Slot()
    def _ask(self) -> None:
        dialog = save_dialog(self._page, "Save the figures", self._file_name, _KIND)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
