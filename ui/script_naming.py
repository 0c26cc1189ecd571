"""A script's name: changed in place of its title, or given up."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from trainer.records import Script
from ui.models.script_words import script_title
from ui.widgets.script_page import ScriptPage


class ScriptNaming(QObject):
    """Signals:
    named: the id of a script and what it is to be called.
    """

    named = Signal(str, str)

    def __init__(self, page: ScriptPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._script: Script | None = None
        page.name.editingFinished.connect(self._take)

    @property
    def on(self) -> bool:
        """Whether a name is being written."""
        return self._script is not None

    def begin(self, script: Script) -> None:
        """Write another name."""
        self._script = script
        field = self._page.name
        field.setText(script.name)
        field.setPlaceholderText(script_title(replace(script, name="")))
        self._page.show_name_field(True)
        field.setFocus()
        field.selectAll()

    @Slot()
    def end(self) -> None:
        """Leave the name as it was."""
        if self._script is not None:
            self._script = None
            self._page.show_name_field(False)
            self._page.list.setFocus()

    @Slot()
    def _take(self) -> None:
        script, name = self._script, self._page.name.text()
        self.end()
        if script is not None and name.split() != script.name.split():
            self.named.emit(script.id, name)
