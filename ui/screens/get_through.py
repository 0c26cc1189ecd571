"""Get through: when to call, the menus and their keys, whoever answers, and another way if one is closed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer import events
from trainer.drills.get_through import ANY_TIME
from trainer.records import Prompt
from ui.bridge import Bridge
from ui.call_page import CallPage
from ui.call_points import CallPoints
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.call_head import CallHead
from ui.widgets.call_notice import Choice, Notice
from ui.widgets.get_through_pages import KeypadCall, WhenToCall
from ui.widgets.page import Page

TITLE = "Get through"
ICON = "grip"
ORDER = None

State = Literal[
    "idle", "before", "calling", "menu", "line", "turn", "between", "hearing", "trouble", "waiting"
]

_CALL: tuple[State, ...] = ("calling", "menu", "line", "turn")
_OPEN: tuple[State, ...] = (*_CALL, "between")
_PILL: dict[State, str] = {
    "before": "Before the call", "calling": "Calling", "menu": "Listening to the menu",
    "line": "They are speaking", "turn": "Recording", "between": "Between two calls",
    "hearing": "Listening", "trouble": "Stopped", "waiting": "Kept",
}  # fmt: skip
_KEPT = "Your call is kept, but not judged yet."
_LEVEL_MS = 50


class GetThrough(CallPage):
    """Follows one attempt from the choice of an hour to its judgement."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__(services, navigate)
        self._line: Prompt | None = None
        self.state: State = "idle"
        self._ticks = QTimer(self)
        self._ticks.setInterval(_LEVEL_MS)
        self._ticks.timeout.connect(self._tick)
        self._head = CallHead()
        self._points = CallPoints(services, bridge, self, self._head.points)
        self._lay_out()
        bridge.core_event.connect(self._on_event)

    def enter(self, subject: str | None) -> None:
        """Ask when to call in the scenario `subject`; the line opens when the user has said so."""
        scenario = self._take_up(subject)
        self._follower.begin()
        self._when.ask(scenario, tuple(scenario.times) or ANY_TIME)
        self._points.show_for(scenario)
        self._show("before")

    def leave(self) -> None:
        """Close an open line; a closed one is judged without this page."""
        was, self.state = self.state, "idle"
        self._ticks.stop()
        if was in _OPEN:
            self._services.calls.leave(closing=self.closing)

    def hideEvent(self, event: QHideEvent) -> None:
        """No levels are read for nobody."""
        super().hideEvent(event)
        self._ticks.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows keep no room at the left of the points."""
        super().resizeEvent(event)
        self._points.arrange()

    # ------------------------------------------------------------------ what the user does

    @Slot(str)
    def _dial(self, when: str) -> None:
        assert self._scenario is not None
        if self.state == "before":
            self._services.calls.start(self._scenario.id)
        self._services.calls.decide(when)
        self._call.show_call(self._scenario)
        self._show("calling")

    @Slot(str)
    def _press(self, key: str) -> None:
        self._services.calls.press(key)

    @Slot()
    def _hear_again(self) -> None:
        self._services.calls.hear_again()

    @Slot()
    def _turn_done(self) -> None:
        self._services.calls.turn_done()

    @Slot()
    def _hang_up(self) -> None:
        self._services.calls.hang_up()

    # ------------------------------------------------------------------ what is announced

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if self.state in ("idle", "before") or not self._follower.concerns(event):
            return
        if isinstance(event, events.AttemptJudged | events.AttemptWaiting | events.Trouble):
            state = self._tell(
                event, self._notice, "Your call is kept, but not judged yet.", stopped=self.state == "trouble"
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
                self._line = prompt
                self._call.show_line(prompt)
                self._show("menu" if prompt.keys else "line")
            case events.LineEnded():
                self._call.line_ended()
            case events.YourTurn():
                self._call.show_turn(self._ends_by_pause())
                self._show("turn")
            case events.Deciding(about="when-to-call", choices=times) if self.state != "calling":
                assert self._scenario is not None
                self._when.ask_again(self._scenario, times)
                self._show("between")
            case events.CallEnded(kept=True):
                self._notice.say(
                    "Judging how you got through",
                    "If you said something, it is being heard.",
                    Choice("Go on meanwhile", self._to_today),
                    busy=True,
                )
                self._show("hearing")
            case events.CallEnded():
                self._to_today()

    def _ends_by_pause(self) -> bool:
        patience_s = self._services.settings.patience_s
        return bool(self._line and self._line.branches) and patience_s is not None

    # ------------------------------------------------------------------ what is shown

    def _show(self, state: State) -> None:
        """Put the page into `state`; the keys rest for a moment if it is another one."""
        entered, self.state = state != self.state, state
        if not entered:
            return
        page: QWidget = self._call if state in _CALL else self._notice
        self._stack.setCurrentWidget(self._before if state in ("before", "between") else page)
        self._head.pill.show_state(_PILL[state], live=state in ("menu", "turn"))
        self._points.arrange(offered=state in _CALL)
        self._call.keypad.setEnabled(state in ("menu", "line", "turn"))
        if state in _CALL:
            self._ticks.start()
        else:
            self._ticks.stop()
        # While somebody speaks the page itself has the focus: the keys are the telephone's.
        on_page = state in (*_OPEN, "before")
        (self if on_page else self._notice.first).setFocus()
        self.setAccessibleName(_PILL[state])
        announce(self, _PILL[state])
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        self._call.tick()
        if self.state == "turn":
            self._call.level.add(self._services.calls.level_dbfs())

    def _lay_out(self) -> None:
        self._notice = Notice()
        self._when, self._call = WhenToCall(), KeypadCall()
        self._before = Page(self._when)
        self._head.back.clicked.connect(self._to_today)
        self._when.chosen.connect(self._dial)
        self._when.finish.clicked.connect(self._hang_up)
        self._call.keypad.pressed.connect(self._press)
        self._call.again.clicked.connect(self._hear_again)
        self._call.done.clicked.connect(self._turn_done)
        self._call.hang_up.clicked.connect(self._hang_up)
        self._stack = QStackedWidget()
        for page in (self._before, self._call, self._notice):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._head)
        outer.addLayout(self._points.layout_around(self._stack), 1)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return GetThrough(services, bridge, navigate)
