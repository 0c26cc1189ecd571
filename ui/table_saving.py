"""Saves a table of figures where the user says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.paths import write_private
from ui.bridge import Bridge
from ui.documents import documents, show_folder
from ui.widgets.button import Button


class TableSaving(QObject):
    """Asks where to at a press of `button`; how it went is told in the message bar."""

    def __init__(
        self, bridge: Bridge, button: Button, file_name: str, table: Callable[[], bytes], page: QWidget
    ) -> None:
        """`file_name` is what it is called unless the user says otherwise; `table` gives what is in it."""
        super().__init__(page)
        self._bridge, self._page, self._file_name, self._table = bridge, page, file_name, table
        button.clicked.connect(self._ask)

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Write the table."""
        target = Path(path)
        try:
            write_private(target, self._table())
        except OSError as error:
            self._bridge.trouble.emit(f"{target} could not be written ({error.strerror or error}).")
        else:
            show = partial(show_folder, target.parent, self._bridge)
            self._bridge.offered.emit(f"The figures are in {target.name}.", "Show the folder", show)

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self._page, "Save the figures")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(documents())
        dialog.setNameFilter("Table for a spreadsheet (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self._file_name)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
