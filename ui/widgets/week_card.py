"""The guesses of this week: a sentence, then the stems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.progress_words import guess_words
from ui.widgets.card import Card
from ui.widgets.guess_chart import MOST, GuessChart
from ui.widgets.label import Label

if TYPE_CHECKING:
    from trainer.practice.spans import Guess


class WeekCard(Card):
    """How close the guesses come, and out of how many takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._takes = Label("", 13, tone="ink2", tabular=True)
        self._words = Label("", 13, tone="ink2", wrap=True)
        self._chart = GuessChart()
        head = QHBoxLayout()
        head.addWidget(Label("Your guesses at length", 15, 600), 1)
        head.addWidget(self._takes)
        self.body.addLayout(head)
        self.body.addWidget(self._words)
        self.body.addWidget(self._chart)

    def show_week(self, guesses: Sequence[Guess], takes: int, today: date) -> None:
        """Show these guesses out of `takes`."""
        self._takes.setText("1 take" if takes == 1 else f"{takes} takes")
        self._words.setText(guess_words(guesses[-MOST:], today))
        self._chart.show_guesses(guesses)
