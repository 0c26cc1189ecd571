"""Draw the line: tries on one prospect across days that pass at once, until the user moves on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from trainer import events
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.call_page import CallPage
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.call_head import CallHead
from ui.widgets.call_notice import Choice, Notice
from ui.widgets.page import Page
from ui.widgets.tries_page import TriesPage

TITLE = "Draw the line"
ICON = "calendar-check"
ORDER = None

State = Literal["idle", "beginning", "next-try", "line", "reading", "ended", "trouble"]

_OPEN: tuple[State, ...] = ("beginning", "next-try", "line", "reading")
_PILL: dict[State, str] = {
    "beginning": "Calling", "next-try": "Your decision", "line": "On the line", "reading": "What was that?",
    "ended": "Judging", "trouble": "Stopped",
}  # fmt: skip
_IT_RINGS = "It rings, and rings."


class DrawTheLine(CallPage):
    """Follows one run of tries; nothing is recorded in it."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__(services, navigate)
        self.state: State = "idle"
        self._lay_out()
        bridge.core_event.connect(self._on_event)

    def enter(self, subject: str | None) -> None:
        """Begin a run of tries; `subject` is the scenario's id."""
        scenario = self._take_up(subject)
        self._follower.begin()
        self._page.show_scenario(scenario, self._limit(scenario))
        self._show("beginning")
        self._services.calls.start(scenario.id)

    def leave(self) -> None:
        """A run that is not over is kept as left."""
        was, self.state = self.state, "idle"
        if was in _OPEN:
            self._services.calls.leave(closing=self.closing)

    def _limit(self, scenario: Scenario) -> int:
        """The line of whoever speaks: the user, or the scenario's seller while there is no profile."""
        profile = self._services.settings.profile
        seller = profile if profile.name else self._services.sellers.get(scenario.seller, profile)
        return seller.own_limit

    # ------------------------------------------------------------------ what the user does

    @Slot(str)
    def _decide(self, choice: str) -> None:
        self._page.known.hide()  # read by now; its key brings it back
        if choice in ("call", "leave"):
            self._page.show_line(_IT_RINGS)
            self._show("line")
        self._services.calls.decide(choice)

    @Slot()
    def _toggle_known(self) -> None:
        self._page.known.setVisible(self._page.known.isHidden())

    @Slot()
    def _go_on(self) -> None:
        self._services.calls.turn_done()

    # ------------------------------------------------------------------ what is announced

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if self.state == "idle" or not self._follower.concerns(event):
            return
        match event:
            case events.Trouble(message=message, fatal=True):
                self._notice.say("It stopped.", message, Choice("Try again", self._again, "Enter"))
                self._show("trouble")
            case events.AttemptJudged() if self.state != "trouble":
                self._navigate("feedback", event.attempt_id)
            case events.CallEnded() if self.state in _OPEN:
                self._end(event)
            case events.LineStarted(prompt=prompt) if self.state == "line":
                self._page.show_line(f"“{prompt.text}”")
            case events.Deciding(calendar=calendar) if calendar and self.state in _OPEN:
                self._ask(event)

    def _ask(self, asked: events.Deciding) -> None:
        assert asked.calendar is not None
        if asked.about == "reading":
            self._page.ask_reading(asked.calendar)
            self._show("reading")
        else:
            self._page.show_next(asked.calendar)
            self._show("next-try")
        announce(self, f"{self._page.standing()} {self._page.story()}")

    def _end(self, ended: events.CallEnded) -> None:
        if not ended.kept:
            self._to_today()
            return
        self._notice.say("Judging your tries", "", Choice("Go on meanwhile", self._to_today), busy=True)
        self._show("ended")

    def _show(self, state: State) -> None:
        """Put the page into `state`; the keys rest for a moment."""
        self.state = state
        self._stack.setCurrentWidget(self._scroll if state in _OPEN else self._notice)
        self._head.pill.show_state(_PILL[state])
        shown = {"line": self._page.go_on, "ended": self._notice.first, "trouble": self._notice.first}
        # Where several answers are as good the page itself has the focus, so that a hasty Space does nothing.
        shown.get(state, self).setFocus()
        self.setAccessibleName(_PILL[state])
        self.changed.emit()

    def _lay_out(self) -> None:
        self._head, self._notice, self._page = CallHead(), Notice(), TriesPage()
        self._head.points.set_text("What you know")
        self._head.points.set_text("What you know")
        self._head.points.clicked.connect(self._toggle_known)
        self._head.back.clicked.connect(self._to_today)
        self._page.decided.connect(self._decide)
        self._page.go_on.clicked.connect(self._go_on)
        self._scroll = Page(self._page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._notice)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._head)
        outer.addWidget(self._stack, 1)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return DrawTheLine(services, bridge, navigate)
