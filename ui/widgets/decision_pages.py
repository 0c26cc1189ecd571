"""The pages of leave-or-not before a word is recorded: the situation, the decision, the reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.drills.leave_or_not import SAY_IT
from trainer.facts import FACTS
from trainer.records import Scenario
from ui.models.scenario_list import who
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.level import LevelMeter
from ui.widgets.up_next import Points
from ui.widgets.wide_choice import WideChoice

_COLUMN = 620
_TOO_EARLY = "You can decide as soon as the greeting begins."


class Situation(QWidget):
    """Who is called and what is known. `call` is the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call = Button("Call", "primary", 56, icon="phone", key="Space")
        self._name, self._company = Label(size=28, weight=600, elide=True), Label(tone="ink2", elide=True)
        self._known = Points("What you know")
        body = _column(self)
        body.addWidget(Label("Leave a message, or not?", 13, 600, "ink2"))
        body.addSpacing(4)
        body.addWidget(self._name)
        body.addWidget(self._company)
        body.addSpacing(16)
        body.addWidget(self._known)
        body.addSpacing(16)
        body.addWidget(Label("Their mailbox answers. You decide before the beep.", tone="ink2", wrap=True))
        body.addSpacing(12)
        body.addWidget(self.call, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show this one."""
        prospect = scenario.prospect
        self._name.setText(who(scenario))
        self._company.setText("  ·  ".join(filter(None, [prospect.role, prospect.company])))
        self._known.show_points(scenario.you_know)


class Decide(QWidget):
    """The greeting, and the two answers to it: `leave` and `hang_up`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave = Button("Leave a message", "secondary", 56, icon="voicemail", key="L")
        self.hang_up = Button("Hang up", "secondary", 56, icon="phone-down", key="H")
        self._name = Label(size=28, weight=600, elide=True)
        self._line = Label(size=20, wrap=True)
        self._line.setMinimumHeight(4 * self._line.fontMetrics().lineSpacing())
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._known = Points("What you know")
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.hang_up)
        buttons.addStretch()
        body = _column(self)
        body.addWidget(self._name)
        body.addSpacing(8)
        body.addWidget(self._line)
        body.addSpacing(16)
        body.addLayout(buttons)
        body.addSpacing(8)
        body.addWidget(
            Label(
                "Decide before the beep. Staying on the line is leaving one.",
                13,
                tone="ink2",
                wrap=True,
            )
        )
        body.addSpacing(20)
        body.addWidget(self._known)

    def show_scenario(self, scenario: Scenario) -> None:
        """Begin: nothing is heard yet, nothing can be decided yet."""
        self._name.setText(who(scenario))
        self._known.show_points(scenario.you_know)
        self.show_line("It rings.")
        self.set_open(False)

    def show_line(self, text: str) -> None:
        """What is heard, in quotation marks, or what happens."""
        self._line.setText(text)

    def line(self) -> str:
        """What is shown there."""
        return self._line.text()

    def set_open(self, decidable: bool) -> None:
        """Whether the question is asked."""
        for button in (self.leave, self.hang_up):
            button.setEnabled(decidable)
            button.setToolTip("" if decidable else _TOO_EARLY)


class Reasons(QWidget):
    """Why: a list of entries, `say` to say it, `skip` for no reason.

    Signals:
        chosen: the id of an entry.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = Button("Say it instead", "secondary", 44, icon="mic", key="S")
        self.skip = Button("No reason", "quiet", 44, key="Enter")
        self.entries: tuple[WideChoice, ...] = ()
        self._title = Label(size=28, weight=600, wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        others = QHBoxLayout()
        others.setSpacing(12)
        others.addWidget(self.say)
        others.addWidget(self.skip)
        others.addStretch()
        body = _column(self)
        body.addWidget(self._title)
        body.addSpacing(2)
        body.addWidget(Label("Choose the one that decides it. Because …", tone="ink2"))
        body.addSpacing(12)
        body.addLayout(self._list)
        body.addSpacing(14)
        body.addLayout(others)

    def ask(self, choices: tuple[str, ...], leaving: bool) -> None:
        """Ask why the user leaves a message, or hangs up; `choices` are ids of entries."""
        self._title.setText("You leave a message. Why?" if leaving else "You hang up. Why?")
        for entry in self.entries:
            self._list.removeWidget(entry)
            entry.deleteLater()
        facts = [choice for choice in choices if choice != SAY_IT]
        self.entries = tuple(
            WideChoice(FACTS[fact].title, str(number)) for number, fact in enumerate(facts, start=1)
        )
        for fact, entry in zip(facts, self.entries, strict=True):
            entry.clicked.connect(partial(self._choose, fact))
            self._list.addWidget(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() not in steps or not self.entries:
            super().keyPressEvent(event)
            return
        here = next((place for place, one in enumerate(self.entries) if one.hasFocus()), -1)
        place = max(0, min(len(self.entries) - 1, here + steps[Qt.Key(event.key())]))
        self.entries[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, fact: str, _checked: bool = False) -> None:
        self.chosen.emit(fact)


class SayIt(QWidget):
    """The reason is being spoken. `done` ends it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done = Button("Done", "primary", 56, key="Enter")
        self.level = LevelMeter()
        body = _column(self)
        body.addWidget(Label("Say why, in one sentence.", 28, 600, wrap=True))
        body.addSpacing(20)
        body.addWidget(self.level)
        body.addSpacing(24)
        body.addWidget(self.done, alignment=Qt.AlignmentFlag.AlignLeft)


def _column(page: QWidget) -> QVBoxLayout:
    """A column in the middle of `page`, as wide as words are read well."""
    inner = QWidget()
    inner.setMaximumWidth(_COLUMN)
    body = QVBoxLayout(inner)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(0)
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.addStretch(1)
    across.addWidget(inner, 100)
    across.addStretch(1)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addStretch(2)
    outer.addLayout(across)
    outer.addStretch(3)
    return body
