"""Whom a script is for, or with whom it is practised: kinds, a search, a list of people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.records import Person, ScriptKind
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.focus import FocusRing
from ui.widgets.label import Label
from ui.widgets.search_field import SearchField

ANYONE = "Anyone"


class _Find(SearchField):
    """Enter takes what is found first."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class WhoDialog(QDialog):
    """Closes on a choice or on Esc.

    Signals:
        chosen: the kind, and a `Person` or None for anyone.
    """

    chosen = Signal(str, object)

    def __init__(
        self,
        title: str,
        action: str,
        kinds: Mapping[ScriptKind, str],
        people: Callable[[ScriptKind], Sequence[Person]],
        parent: QWidget,
        *,
        anyone: bool,
    ) -> None:
        """`kinds`: those to choose from, with their names; `people`: who there is for a kind."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(420, 460)
        self._people, self._anyone, self._kinds = people, anyone, tuple(kinds)
        self._found: list[Person | None] = []
        self.group = QButtonGroup(self)
        self.search, self.list = _Find("Find"), QListWidget()
        self.go, self.cancel = Button(action, "primary", 36, key="Enter"), Button("Cancel", key="Esc")
        self._lay_out(title, kinds)
        self.search.textChanged.connect(self._fill)
        for leaving in (self.search.left_downwards, self.search.entered):
            leaving.connect(self.list.setFocus)
        self.search.entered.connect(self._choose)
        self.group.idToggled.connect(self._fill)
        self.list.itemActivated.connect(self._choose)
        self.go.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self._fill()
        FocusRing(self)
        self.search.setFocus()

    @property
    def kind(self) -> ScriptKind:
        """The kind that is chosen."""
        return self._kinds[max(0, self.group.checkedId())]

    @Slot()
    def _fill(self) -> None:
        wanted = self.search.text().casefold().split()
        found: list[Person | None] = [None] if self._anyone and not wanted else []
        for person in self._people(self.kind):
            words = f"{person.name} {person.company or ''}".casefold()
            if all(word in words for word in wanted):
                found.append(person)
        self._found = found
        self.list.clear()
        for one in found:
            company = f", {one.company}" if one and one.company else ""
            QListWidgetItem(f"{one.name}{company}" if one else ANYONE, self.list)
        self.list.setCurrentRow(0)
        self.go.setEnabled(bool(found))

    @Slot()
    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.accept()
            self.chosen.emit(self.kind, self._found[row])

    def _lay_out(self, title: str, kinds: Mapping[ScriptKind, str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(Label(title, 20, 600))
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)  # first: what is shown before it has a place is a window for a moment
        for number, words in enumerate(kinds.values()):
            chip = Chip(words, checked=number == 0)
            self.group.addButton(chip, number)
            row.addWidget(chip)
            chip.setVisible(len(kinds) > 1)
        row.addStretch(1)
        column.addWidget(self.search)
        self.list.setAccessibleName("People")
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column.addLayout(buttons)
