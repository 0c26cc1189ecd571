"""What Today shows when there is nothing to practise."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.label import Label

EMPTY = "There is nothing to practise yet."
_MEND = "No scenario files were found. Getting Ringback again brings back the ones it ships with."


class EmptyLibrary(QWidget):
    """A card at the top of an empty page."""

    def __init__(self) -> None:
        super().__init__()
        card = Card(inside=24)
        card.body.addWidget(Label(EMPTY, 20, 600))
        card.body.addWidget(Label(_MEND, tone="ink2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch()
