"""Beside the list of Progress: what to do about the check that is chosen, and the takes that missed it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.models.advice_words import AdviceWords
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class AdviceCard(Card):
    """Hidden where nothing is missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(20, parent=parent)
        self._title = Label("", 15, 600, wrap=True)
        self._advice = Label("", 15, wrap=True)
        self._found = Label("", 13, tone="ink2", wrap=True, tabular=True)
        self._source = Label("", 13, tone="ink2", wrap=True)
        self.takes = Button("Show the takes that missed it", "soft")
        self.body.setSpacing(6)
        self.body.addWidget(Label("What to do", 13, 600, "ink2"))
        for part in (self._title, self._advice, self._found, self._source, self.takes):
            self.body.addWidget(part)
        self.hide()

    def show_advice(self, words: AdviceWords) -> None:
        """Show these lines; empty ones take no room."""
        self._title.setText(words.title)
        for label, text in (
            (self._advice, words.advice), (self._found, words.found), (self._source, words.source)
        ):  # fmt: skip
            label.setText(text)
            label.setVisible(bool(text))
        self.show()
