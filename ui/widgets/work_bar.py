"""Long work under way: what, how far, and a way to stop it; then how it ended."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class WorkBar(Card):
    """Hidden until something begins; the sentence at the end stays until it is closed.

    Signals:
        cancel_wanted: the work should stop.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=8, parent=parent)
        self._text = Label("", 15, wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.button = Button("Cancel")
        self.button.clicked.connect(self._press)
        self._working = False
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._text, 2)
        row.addWidget(self.progress, 3)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    @Slot(str)
    def begin(self, words: str) -> None:
        """Something begins."""
        self._working = True
        self._text.setText(words)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(words)
        self.progress.show()
        self.button.set_text("Cancel")
        self.show()

    @Slot(int, int)
    def advance(self, done: int, in_all: int) -> None:
        """So far; `in_all` 0: nobody knows yet."""
        self.progress.setRange(0, in_all)
        self.progress.setValue(done)

    @Slot(str)
    def end(self, sentence: str) -> None:
        """It is over; an empty sentence says nothing."""
        self._working = False
        self._text.setText(sentence)
        self.progress.hide()
        self.button.set_text("Close")
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    @Slot()
    def _press(self) -> None:
        if self._working:
            self.cancel_wanted.emit()
        else:
            self.hide()
