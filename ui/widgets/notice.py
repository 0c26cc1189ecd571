"""A sentence about the page's subject, with at most one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.label import Label


class Notice(Card):
    """Signals:
    chosen: its button was pressed.
    """

    chosen = Signal()

    def __init__(self, kind: Kind = "primary", parent: QWidget | None = None) -> None:
        super().__init__(inside=8, parent=parent)
        self._text = Label("", 15, wrap=True)
        self.button = Button("", kind)
        self.button.clicked.connect(self.chosen)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(Icon("info", "accent", 20))
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, sentence: str, action: str = "") -> None:
        """Say `sentence` and offer `action`; an empty sentence hides it."""
        self._text.setText(sentence)
        self.button.set_text(action)
        self.button.setVisible(bool(action))
        self.button.setEnabled(True)
        self.setVisible(bool(sentence))


class EmptyPage(QWidget):
    """What a page shows before there is anything: one sentence, one action.

    Signals:
        chosen: the action was pressed.
    """

    chosen = Signal()

    def __init__(self, title: str, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(action, "primary", 44, key="Enter")
        self.button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (Label(title, 28, 600), Label(sentence, 15, tone="ink2", wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
