"""What can be done with several chosen scenarios."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.shelf_words import scenarios
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class ChosenBar(Card):
    """Hidden until several are chosen.

    Signals:
        export_wanted, removal_wanted, let_go: a button was pressed.
    """

    export_wanted = Signal()
    removal_wanted = Signal()
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=8, parent=parent)
        self._text = Label("", 15, 500, tabular=True)
        self.remove = Button("", "secondary", icon="trash-2")
        self.remove.setAccessibleDescription("Key: Delete")
        self.export = Button("Export…", "secondary")
        release = Button("", "quiet", icon="x")
        release.setAccessibleName("Choose only one again")
        self.remove.clicked.connect(self.removal_wanted)
        self.export.clicked.connect(self.export_wanted)
        release.clicked.connect(self.let_go)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for button in (self.remove, self.export, release):
            row.addWidget(button)
        self.body.addLayout(row)
        self.hide()

    def show_chosen(self, number: int, own: int) -> None:
        """So many are chosen, `own` of them the user's own."""
        self._text.setText(f"{scenarios(number)} chosen")
        whole = own == number
        self.remove.set_text(f"Remove {own:,}" if whole else f"Remove the {own:,} of yours")
        self.remove.setVisible(own > 0)
        self.setVisible(number > 1)
