"""What comes in with a pack, before it does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.arriving_list import ArrivingModel
from ui.models.shelf_words import WAY_WORDS, preview_words, scenarios
from ui.widgets.arriving_view import ArrivingView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.focus import FocusRing
from ui.widgets.label import Label

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving, OnClash

_WIDTH, _HEIGHT = 620, 560
_ABOUT_CLASHES = (
    "Some are here already and different. Keep both puts the new one beside yours; Replace puts it in the "
    "place of yours. Ringback’s own are never replaced."
)
_NOTHING = "Nothing of it would be taken in."


class ImportDialog(QDialog):
    """Accepted with Enter or its button; then `lines.ways()` says what becomes of what clashes."""

    def __init__(self, name: str, arriving: Sequence[Arriving], parent: QWidget) -> None:
        """`name`: the pack's file."""
        super().__init__(parent)
        self.setWindowTitle("Import scenarios")
        self.lines = ArrivingModel(arriving, self)
        self.view = ArrivingView(self.lines)
        self.take_in = Button("", "primary", 44, key="Enter")
        self.take_in.setDefault(True)
        self.take_in.clicked.connect(self.accept)
        self._lay_out(name, preview_words(arriving))
        self.lines.decided.connect(self._settle)
        FocusRing(self)
        self._settle()
        self.view.setFocus()
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 40), min(_HEIGHT, room.height() - 40))

    @Slot()
    def _settle(self) -> None:
        coming = self.lines.coming
        self.take_in.set_text(f"Import {scenarios(coming)}" if coming else "Import")
        self.take_in.setEnabled(coming > 0)
        self.take_in.setToolTip("" if coming else _NOTHING)

    def _decide_all(self, way: OnClash, _checked: bool = False) -> None:
        self.lines.decide_all(way)

    def _lay_out(self, name: str, summary: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(f"Import {name}", 20, 600, elide=True))
        column.addWidget(Label(summary, tone="ink2", wrap=True))
        if self.lines.clashing:
            column.addWidget(Label(_ABOUT_CLASHES, 13, tone="ink2", wrap=True))
        if self.lines.clashing > 1:
            column.addLayout(self._for_all())
        card = Card(inside=1)
        card.body.addWidget(self.view)
        column.addWidget(card, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        cancel = Button("Cancel", "secondary", 44, key="Esc")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take_in)
        column.addLayout(foot)

    def _for_all(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(f"The {self.lines.clashing:,} that differ:", 15, 500))
        for way, words in WAY_WORDS.items():
            button = Button(words)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._decide_all, way))
            row.addWidget(button)
        row.addStretch(1)
        return row
