"""The page of draw-the-line: who, the days, what has happened since, and what to do next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.drills.draw_the_line import WAITS
from trainer.records import Calendar, Scenario
from ui.models.tries_words import moment
from ui.widgets.button import Button, Height
from ui.widgets.card import Rule
from ui.widgets.label import Label
from ui.widgets.tries_card import TriesCard
from ui.widgets.up_next import Points

_COLUMN = 760
_ACTS = (("call", "Call", "phone", "C"), ("leave", "Call and leave a message", "voicemail", "L"))
_WAIT_WORDS = ("Later today", "A day", "Two days", "A week")
_READINGS = (("interest", "Interest", "I"), ("brush-off", "A brush-off", "B"), ("neither", "Neither", "N"))


class TriesPage(QWidget):
    """`acts` are the buttons by choice; `go_on` cuts a line short; `known` may be hidden.

    Signals:
        decided: one of the choices of the drill.
    """

    decided = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go_on = Button("Go on", "primary", 44, key="Space")
        self.acts: dict[str, Button] = {}
        self._name = Label(size=28, weight=600, elide=True)
        self._about = Label(tone="ink2", elide=True)
        self._tries = TriesCard()
        self._moment = Label(size=13, weight=600, tone="ink2", tabular=True)
        self._story = Label(size=20, wrap=True)
        self._story.setMinimumHeight(2 * self._story.fontMetrics().lineSpacing())
        self._story.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.known = Points("What you know")
        self._limit = 0
        self._answers = QStackedWidget()
        self._rows = {"next-try": self._next_try(), "line": self._line(), "reading": self._reading()}
        for row in self._rows.values():
            self._answers.addWidget(row)
        self._lay_out()

    def show_scenario(self, scenario: Scenario, limit: int) -> None:
        """Begin with this prospect; `limit`: the user's own line, in tries."""
        self._limit = limit
        prospect = scenario.prospect
        self._name.setText(prospect.name)
        self._about.setText("  ·  ".join(filter(None, [prospect.role, prospect.company])))
        self.known.show_points(scenario.you_know)
        self.known.show()

    def show_next(self, calendar: Calendar) -> None:
        """Ask what to do next."""
        self._show_calendar(calendar)
        self._story.setText(calendar.since or "Nothing has happened since.")
        self._answers.setCurrentWidget(self._rows["next-try"])

    def show_line(self, text: str) -> None:
        """A try is being made; `text` is what is heard, or what happens."""
        self._story.setText(text)
        self._answers.setCurrentWidget(self._rows["line"])

    def ask_reading(self, calendar: Calendar) -> None:
        """Ask what to make of what was heard, which stays."""
        self._show_calendar(calendar)
        self._answers.setCurrentWidget(self._rows["reading"])

    def story(self) -> str:
        """What is told or heard."""
        return self._story.text()

    def standing(self) -> str:
        """How many tries, and the line."""
        return self._tries.standing()

    def _show_calendar(self, calendar: Calendar) -> None:
        self._tries.show_calendar(calendar, self._limit)
        self._moment.setText(moment(calendar))

    # ------------------------------------------------------------------ layout

    def _act(self, choice: str, text: str, height: Height, key: str, icon: str | None = None) -> Button:
        button = self.acts[choice] = Button(text, "secondary", height, icon=icon, key=key)
        button.clicked.connect(partial(self._decide, choice))
        return button

    def _decide(self, choice: str, _checked: bool = False) -> None:
        self.decided.emit(choice)

    def _next_try(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(_across(*(self._act(what, text, 44, key, icon) for what, text, icon, key in _ACTS)))
        waits = [
            self._act(choice, text, 36, str(number))
            for number, ((choice, _), text) in enumerate(zip(WAITS, _WAIT_WORDS, strict=True), start=1)
        ]
        column.addLayout(_across(Label("Wait", tone="ink2"), *waits))
        column.addWidget(Rule())
        other = self._act("another-way", "Look for another way", 44, "W", "split")
        column.addLayout(_across(self._act("move-on", "Move on to somebody new", 44, "N", "user"), other))
        return row

    def _line(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(_across(self.go_on))
        column.addStretch()
        return row

    def _reading(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label("What do you make of it?", 15, 600))
        column.addLayout(_across(*(self._act(what, text, 44, key) for what, text, key in _READINGS)))
        column.addStretch()
        return row

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_COLUMN)
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._name)
        body.addWidget(self._about)
        body.addSpacing(16)
        body.addWidget(self._tries)
        body.addSpacing(20)
        body.addWidget(self._moment)
        body.addSpacing(4)
        body.addWidget(self._story)
        body.addSpacing(12)
        body.addWidget(self._answers)
        body.addSpacing(20)
        body.addWidget(self.known)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inner, 100)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)


def _across(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
