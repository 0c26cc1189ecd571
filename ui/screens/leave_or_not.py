"""Leave or not: the situation, the greeting, the decision before the beep, the reason, the message."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer import events
from trainer.drills.leave_or_not import SAY_IT
from trainer.facts import REASONS
from ui import theme
from ui.bridge import Bridge
from ui.call_page import CallPage
from ui.call_points import CallPoints
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.call_head import CallHead
from ui.widgets.call_notice import Choice, Notice
from ui.widgets.call_parts import OnTheLine
from ui.widgets.decision_pages import Decide, Reasons, SayIt, Situation
from ui.widgets.page import Page

TITLE = "Leave or not"
ICON = "voicemail"
ORDER = None

State = Literal[
    "idle", "situation", "line", "reason", "saying", "beep", "turn", "hearing", "trouble", "waiting"
]

_OPEN: tuple[State, ...] = ("line", "reason", "saying", "beep", "turn")
_PILL: dict[State, str] = {
    "situation": "Before the call", "line": "Your decision", "reason": "Your reason", "saying": "Recording",
    "beep": "Calling", "turn": "Recording", "hearing": "Judging", "trouble": "Stopped", "waiting": "Kept",
}  # fmt: skip
_KEPT = "Your decision is kept, but not judged yet."
_LEVEL_MS = 50


class LeaveOrNot(CallPage):
    """Follows one attempt from the situation to its judgement."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__(services, navigate)
        self.state: State = "idle"
        self._levels = QTimer(self)
        self._levels.setInterval(_LEVEL_MS)
        self._levels.timeout.connect(self._read_level)
        self._head = CallHead()
        self._points = CallPoints(services, bridge, self, self._head.points)
        self._lay_out()
        bridge.core_event.connect(self._on_event)

    def enter(self, subject: str | None) -> None:
        """Show the situation of the scenario `subject`; the call begins when the user wants it."""
        scenario = self._take_up(subject)
        self._follower.begin()
        self._situation.show_scenario(scenario)
        self._points.show_for(scenario)
        self._show("situation")

    def leave(self) -> None:
        """Close an open line; a closed one is judged without this page."""
        was, self.state = self.state, "idle"
        self._levels.stop()
        if was in _OPEN:
            self._services.calls.leave(closing=self.closing)

    def hideEvent(self, event: QHideEvent) -> None:
        """No levels are read for nobody."""
        super().hideEvent(event)
        self._levels.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows do without the avatar, and without room at the left of the points."""
        super().resizeEvent(event)
        self._line.avatar.setVisible(self.width() >= theme.NARROW_BELOW)
        self._points.arrange()

    # ------------------------------------------------------------------ what the user does

    @Slot()
    def _call(self) -> None:
        assert self._scenario is not None
        self._decide.show_scenario(self._scenario)
        band = self._services.length_band(self._scenario.id)
        self._line.show_call(self._scenario, band, clock=self._services.settings.clock)
        self._show("line")
        self._services.calls.start(self._scenario.id)

    @Slot()
    def _hang_up(self) -> None:
        self._services.calls.hang_up()

    @Slot()
    def _leave_message(self) -> None:
        self._services.calls.decide("leave")

    @Slot(str)
    def _because(self, fact: str) -> None:
        self._services.calls.decide(fact)
        self._await_beep()

    @Slot()
    def _no_reason(self) -> None:
        self._services.calls.turn_done()
        self._await_beep()

    @Slot()
    def _say_it(self) -> None:
        self._services.calls.decide(SAY_IT)

    @Slot()
    def _turn_done(self) -> None:
        self._services.calls.turn_done()

    # ------------------------------------------------------------------ what is announced

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if self.state in ("idle", "situation") or not self._follower.concerns(event):
            return
        if isinstance(event, events.AttemptJudged | events.AttemptWaiting | events.Trouble):
            state = self._tell(
                event,
                self._notice,
                "Your decision is kept, but not judged yet.",
                stopped=self.state == "trouble",
            )
            if state:
                self._show(state)
        elif self._goes_to_guess(event, over=self.state == "hearing"):
            return
        elif self.state in _OPEN:
            self._on_line(event)

    def _on_line(self, event: events.CoreEvent) -> None:
        match event:
            case events.LineStarted(prompt=prompt):
                self._decide.show_line(f"“{prompt.text}”")
            case events.Deciding(about="decision"):
                self._decide.set_open(True)
                announce(self, "Leave a message with L, or hang up with H.")
            case events.Deciding(about="reason", choices=choices):
                self._leaving = REASONS["leave"][0] in choices
                self._reasons.ask(choices, self._leaving)
                self._show("reason")
            case events.YourTurn(live_words=live):
                self._begin_turn(live and self._services.settings.live_words)
            case events.TurnEnded() if self.state == "saying":
                self._await_beep()
            case events.TimeSpent(seconds=seconds):
                self._line.show_seconds(seconds)
            case events.WordsHeard(text=text) if self.state == "turn" and self._live_words:
                self._line.show_words(text)
            case events.CallEnded(kept=True):
                self._show_hearing()
            case events.CallEnded():
                self._to_today()

    # ------------------------------------------------------------------ what is shown

    def _begin_turn(self, live_words: bool) -> None:
        """A turn while the reason is asked is the reason; after the beep it is the message."""
        if self.state == "reason":
            self._saying.level.clear()
            self._show("saying")
            return
        self._live_words = live_words
        self._line.show_line("Beep.")
        self._line.show_words("" if live_words else "Words come after you hang up.")
        self._line.show_seconds(0.0)
        self._show("turn")

    def _await_beep(self) -> None:
        """After the reason: to leave a message, one waits for the beep."""
        if self._leaving:
            self._line.show_line("The beep comes next.")
            self._show("beep")

    def _show_hearing(self) -> None:
        go_on = Choice("Go on meanwhile", self._to_today)
        self._notice.say(
            "Judging your decision", "If you said something, it is being heard.", go_on, busy=True
        )
        self._show("hearing")

    def _show(self, state: State) -> None:
        """Put the page into `state`; the keys rest for a moment."""
        self.state = state
        pages: dict[State, QWidget] = {
            "situation": self._pages[0], "line": self._pages[1], "reason": self._pages[2],
            "saying": self._saying, "beep": self._line, "turn": self._line,
        }  # fmt: skip
        self._stack.setCurrentWidget(pages.get(state, self._notice))
        self._head.pill.show_state(_PILL[state], live=state in ("saying", "turn"))
        self._line.hang_up.setEnabled(state == "turn")
        # Before the decision the page itself shows what is known.
        self._points.arrange(offered=state in ("beep", "turn"))
        if state in ("saying", "turn"):
            self._levels.start()
        else:
            self._levels.stop()
        action = {"situation": self._situation.call, "saying": self._saying.done, "turn": self._line.hang_up}
        # Where several answers are as good the page itself has the focus, so that a hasty Space does nothing.
        shown = action.get(state) or (self if state in _OPEN else self._notice.first)
        shown.setFocus()
        self.setAccessibleName(_PILL[state])
        announce(self, _PILL[state])
        self.changed.emit()

    @Slot()
    def _read_level(self) -> None:
        level = self._saying.level if self.state == "saying" else self._line.level
        level.add(self._services.calls.level_dbfs(), speaking=self.state == "saying")

    def _lay_out(self) -> None:
        self._notice, self._line = Notice(), OnTheLine()
        self._situation, self._decide = Situation(), Decide()
        self._reasons, self._saying = Reasons(), SayIt()
        self._live_words = self._leaving = False
        self._line.keep_to_hang_up()
        self._head.back.clicked.connect(self._to_today)
        self._situation.call.clicked.connect(self._call)
        self._decide.leave.clicked.connect(self._leave_message)
        self._decide.hang_up.clicked.connect(self._hang_up)
        self._reasons.chosen.connect(self._because)
        self._reasons.say.clicked.connect(self._say_it)
        self._reasons.skip.clicked.connect(self._no_reason)
        self._saying.done.clicked.connect(self._turn_done)
        self._line.hang_up.clicked.connect(self._hang_up)
        self._pages = [Page(self._situation), Page(self._decide), Page(self._reasons)]
        self._stack = QStackedWidget()
        for page in (*self._pages, self._saying, self._line, self._notice):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._head)
        outer.addLayout(self._points.layout_around(self._stack), 1)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return LeaveOrNot(services, bridge, navigate)
