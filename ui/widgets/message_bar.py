"""One calm sentence above the page, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.label import Label


class MessageBar(QWidget):
    """Hidden until `tell`; stays until dismissed or replaced, so that it can be read at leisure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what: Callable[[], None] | None = None
        self._text = Label(wrap=True)
        self._action = Button("", "quiet")
        self._action.clicked.connect(self.act)
        dismiss = Button("", "quiet", icon="x")
        dismiss.setAccessibleName("Dismiss this message")
        dismiss.clicked.connect(self.hide)
        card = Card(inside=8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addSpacing(8)
        row.addWidget(Icon("info", "accent", 20))
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(dismiss)
        card.body.addLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 12, 28, 0)
        outer.addWidget(card)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say `sentence`; with `action`, offer a button of that name that calls `act`."""
        self._text.setText(sentence)
        self._what = act
        self._action.setVisible(act is not None)
        self._action.set_text(action)
        self.show()
        announce(self, sentence)

    @Slot()
    def act(self) -> None:
        """Do what was offered, and be gone."""
        self.hide()
        if self._what:
            self._what()
