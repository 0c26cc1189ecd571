"""A run of tries with what the marks mean."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.records import Calendar, TryMade
from ui.models.tries_words import count
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.tries_calendar import TriesCalendar, TryMark

_LEGEND = (
    ("message", TryMade(day=1, minute=0, left=True, meets="mailbox")),
    ("call", TryMade(day=1, minute=0, left=False, meets="mailbox")),
    ("put you off", TryMade(day=1, minute=0, left=False, meets="vacation")),
)


class TriesCard(Card):
    """How many tries against the user's own line, the days, and a legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=16, parent=parent)
        self._count = Label(weight=600, tabular=True)
        self._days = TriesCalendar()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._count)
        head.addStretch()
        for word, made in _LEGEND:
            head.addWidget(TryMark(made))
            head.addWidget(Label(word, 13, tone="ink2"))
            head.addSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(self._days)

    def show_calendar(self, calendar: Calendar, limit: int) -> None:
        """Show the tries up to this moment; `limit`: the user's own line, in tries."""
        self._days.show_calendar(calendar)
        self._count.setText(count(calendar.made, limit))

    def standing(self) -> str:
        """How many tries, and the line."""
        return self._count.text()
