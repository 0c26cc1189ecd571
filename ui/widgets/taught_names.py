"""The names that were taught, each with the spelling that the engine makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.phrasing import quoted
from ui.widgets.button import Button
from ui.widgets.form import TitledCard, note
from ui.widgets.label import Label

_ABOUT = "Where the engine writes this, your name or company counts as said."


class TaughtNames(TitledCard):
    """Hidden while there are none.

    Signals:
        removed: name and spelling that should be forgotten.
    """

    removed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Taught names", parent)
        self.body.addWidget(note(_ABOUT))
        self.lines: dict[tuple[str, str], QWidget] = {}
        """(name, spelling) -> its line."""
        self.hide()

    def show_names(self, heard_as: Mapping[str, Sequence[str]]) -> None:
        """List these, name by name."""
        wanted = [(name, spelling) for name, spellings in heard_as.items() for spelling in spellings]
        for gone in [pair for pair in self.lines if pair not in wanted]:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        for pair in wanted:
            if pair not in self.lines:
                self.lines[pair] = self._line(*pair)
                self.body.addWidget(self.lines[pair])
        self.setVisible(bool(wanted))

    def _line(self, name: str, spelling: str) -> QWidget:
        line = QWidget()
        button = Button("Remove", "quiet", flush=True)
        button.setAccessibleName(f"Remove {spelling} for {name}")
        button.clicked.connect(partial(self._remove, name, spelling))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Label(f"{quoted(spelling)} is {quoted(name)}", wrap=True), 1)
        row.addWidget(button)
        return line

    def _remove(self, name: str, spelling: str, _checked: bool = False) -> None:
        self.removed.emit(name, spelling)
