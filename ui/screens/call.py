"""Call: a voicemail, a call back or an elevator speech, from the dial tone until it has been heard."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from trainer import events
from trainer.drills.voicemail import MENU_KEY, asks_what_is_sold
from trainer.records import Prompt
from ui import theme
from ui.bridge import Bridge
from ui.call_page import CallPage
from ui.call_points import CallPoints
from ui.left_control import LeftControl
from ui.models.call_states import OPEN, PILL, State
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.call_notice import Choice
from ui.widgets.call_parts import last_sentence
from ui.widgets.call_stage import CallStage

TITLE = "Call"
ICON = "phone"
ORDER = None

_WORDS_LATER = "Words come after you hang up."
_LEVEL_MS = 50
_ROOM_FOR_CARDS = 720
"""Lowest window in px in which a ringing call shows the cards under its button."""


class Call(CallPage):
    """Follows the events of one attempt; those of an earlier one (started over) are not shown."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__(services, navigate)
        self._live_words = self._answers_a_line = False
        self._selling = ""
        """What the user has set out to sell; "" where they were not asked, or did not say."""
        self.state: State = "idle"
        self._levels = QTimer(self)
        self._levels.setInterval(_LEVEL_MS)
        self._levels.timeout.connect(self._read_level)
        self._stage = CallStage()
        self._points = CallPoints(services, bridge, self, self._stage.head.points)
        self._points.found.connect(self._show_points)
        self._lay_out()
        self._left = LeftControl(services, bridge, self._ringing.left)
        self._left.told.connect(self._ringing.show_left)
        bridge.core_event.connect(self._on_event)

    # ------------------------------------------------------------------ coming and going

    def enter(self, subject: str | None) -> None:
        """Start a call, or take over one that was answered in the ring window; `subject`: its scenario."""
        scenario = self._take_up(subject)
        self._selling = ""
        self._ringing.show_call(scenario)
        self._left.show_for(scenario)
        on = self._services.calls.running()
        if on and on.scenario_id == scenario.id:
            self._begin()
            if self._follower.take_over(on.attempt_id):
                self._points.show_for(scenario)
                return
        asks, counts = asks_what_is_sold(scenario), self._services.settings.countdown
        # A phone that rings does so by surprise: nobody counts before it.
        if scenario.kind != "callback" and self._before.prepare(scenario, asks=asks, counts=counts):
            self._follower.begin()
            self._show("before")
        else:
            self._place("")
        self._points.show_for(scenario)

    @Slot(str)
    def _place(self, selling: str) -> None:
        """The call begins; `selling`: what the user says that they sell."""
        assert self._scenario is not None
        self._selling = selling
        self._begin()
        self._services.calls.start(self._scenario.id)
        self._say_selling()

    def _say_selling(self) -> None:
        if self._selling:
            self._services.calls.decide(self._selling)

    def leave(self) -> None:
        """Close an open line; a closed one is heard and judged without this page."""
        was, self.state = self.state, "idle"
        self._levels.stop()
        self._before.stop()
        self._left.stop()
        if was in OPEN:
            self._services.calls.leave(closing=self.closing)

    def follows(self, attempt_id: str) -> bool:
        """Whether the open line is that of this attempt."""
        return self.state in OPEN and self._follower.attempt_id == attempt_id

    def hideEvent(self, event: QHideEvent) -> None:
        """No levels are read for nobody."""
        super().hideEvent(event)
        self._levels.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows do without the avatar, low ones without the cards."""
        super().resizeEvent(event)
        self._line.avatar.setVisible(self.width() >= theme.NARROW_BELOW)
        self._ringing.set_roomy(self.height() >= _ROOM_FOR_CARDS)
        self._points.arrange()

    # ------------------------------------------------------------------ what the user does

    @Slot()
    def _hang_up(self) -> None:
        self._services.calls.hang_up()

    @Slot()
    def _answer(self) -> None:
        self._left.stop()
        self._services.calls.answer()

    @Slot()
    def _turn_done(self) -> None:
        self._services.calls.turn_done()

    @Slot()
    def _cannot_talk(self) -> None:
        self._services.calls.cannot_talk()
        self._line.show_marked(True)

    @Slot()
    def _open_menu(self) -> None:
        self._press(MENU_KEY)

    @Slot(str)
    def _press(self, key: str) -> None:
        self._services.calls.press(key)

    @Slot()
    def _start_over(self) -> None:
        self._begin()
        self._services.calls.start_over()
        self._say_selling()

    @Slot()
    def _back(self) -> None:
        if self.state == "ringing":
            self._services.calls.hang_up()
        else:
            self._to_today()

    @Slot()
    def _show_points(self) -> None:
        self._ringing.points.show_lines(self._points.card.lines())
        self._before.show_points(self._points.prepared)

    # ------------------------------------------------------------------ what the call announces

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if self.state in ("idle", "before") or not self._follower.concerns(event):
            return
        if isinstance(event, events.TimeSpent):
            self._line.show_seconds(event.seconds)
        elif isinstance(event, events.WordsHeard):
            if self._live_words:
                self._line.show_words(event.text)
        elif isinstance(event, events.AttemptJudged | events.AttemptWaiting | events.Trouble):
            kept = "Your take is kept, but not heard yet."
            state = self._tell(event, self._notice, kept, stopped=self.state == "trouble")
            if state:
                self._show(state)
        elif self._goes_to_guess(event, over=self.state == "hearing"):
            return
        elif self.state in OPEN:
            self._on_line(event)

    def _on_line(self, event: events.CoreEvent) -> None:
        match event:
            case events.Ringing(ring=ring, of=of):
                self._ringing.show_ring(ring, of)
                self._show("ringing")
            case events.LineStarted(prompt=prompt):
                self._line.show_prompt(prompt)
                self._show("menu" if self._scenario and prompt.id == self._scenario.menu else "line")
            case events.GoEnded(go=go, of=of):
                self._notice.say(
                    f"That was go {go} of {of}.",
                    "Try it again, shorter or clearer. The best of your goes is kept.",
                    Choice("Another go", self._turn_done, "Enter"),
                    Choice("See the best one", self._hang_up, "Space"),
                )
                self._show("between")
            case events.LineEnded(prompt=prompt) if self._is_greeting(prompt):
                self._line.show_line(f"“{last_sentence(prompt.text)}”  Beep.")
            case events.YourTurn():
                self._begin_turn(event)
            case events.CallEnded(kept=True):
                self._show_hearing()
            case events.CallEnded() if self.state != "ringing":  # then AttemptMissed is on its way
                self._to_today()
            case events.AttemptMissed():
                self._notice.say(
                    "You missed this one.",
                    "It stopped ringing. It is in your history as a missed ring, and nothing was judged.",
                    Choice("Ring me again", self._again, "Enter"),
                )
                self._show("missed")

    def _is_greeting(self, prompt: Prompt) -> bool:
        """Whether a beep follows this line."""
        scenario = self._scenario
        return scenario is not None and scenario.kind == "voicemail" and prompt.id == scenario.prompts[0].id

    # ------------------------------------------------------------------ what is shown

    def _begin(self) -> None:
        """A new attempt: whatever the one before still announces is past."""
        self._follower.begin()
        assert self._scenario is not None
        band = self._services.length_band(self._scenario.id)
        self._line.show_call(self._scenario, band, clock=self._services.settings.clock)
        self._line.show_marked(False)
        self._show("calling")

    def _begin_turn(self, event: events.YourTurn) -> None:
        greets = self._scenario is not None and self._scenario.kind == "callback" and event.turn == 0
        if greets:
            self._line.show_line("You picked up. Say hello.")
        self._live_words = event.live_words and self._services.settings.live_words
        self._line.show_words("" if self._live_words else _WORDS_LATER)
        self._line.show_seconds(0.0)
        self._answers_a_line = not greets and not self._leaves_a_message()
        self._show("turn")

    def _leaves_a_message(self) -> bool:
        scenario = self._scenario
        return scenario is not None and scenario.kind == "voicemail" and not scenario.picks_up

    def _may_be_busy(self) -> bool:
        """Whether it is for the user to say that they cannot talk; some scenarios say so themselves."""
        scenario = self._scenario
        return scenario is not None and scenario.kind == "callback" and scenario.can_talk

    def _show_hearing(self) -> None:
        self._notice.say(
            "Listening to what you said",
            "Your take is safe. You can go on; a note tells you when it is ready.",
            Choice("Go on meanwhile", self._to_today),
            busy=True,
        )
        self._show("hearing")

    def _show(self, state: State) -> None:
        """Put the page into `state`; the keys rest for a moment if it is another one."""
        entered, self.state = state != self.state, state
        if not entered:
            return
        scenario = self._scenario
        self._stage.show_state(
            state,
            answers=self._answers_a_line,
            has_menu=bool(scenario and scenario.menu),
            may_be_busy=self._may_be_busy(),
        )
        self._points.arrange(offered=state in ("calling", "line", "turn"))
        if state in OPEN:
            self._levels.start()
        else:
            self._levels.stop()
        # Until there is something to do the page itself has the focus, so that a hasty Space does nothing.
        (self._stage.action(state, answers=self._answers_a_line) or self).setFocus()
        self.setAccessibleName(PILL[state])
        announce(self, PILL[state])
        self.changed.emit()

    @Slot()
    def _read_level(self) -> None:
        self._line.level.add(self._services.calls.level_dbfs(), speaking=self.state == "turn")

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        stage = self._stage
        self._head, self._before, self._line = stage.head, stage.before, stage.line
        self._ringing, self._notice = stage.ringing, stage.notice
        self._before.ready.connect(self._place)
        self._before.changed.connect(self.changed)
        self._head.back.clicked.connect(self._back)
        self._line.hang_up.clicked.connect(self._hang_up)
        self._line.start_over.clicked.connect(self._start_over)
        self._line.done.clicked.connect(self._turn_done)
        self._line.cannot_talk.clicked.connect(self._cannot_talk)
        self._line.options.clicked.connect(self._open_menu)
        self._line.menu.pressed.connect(self._press)
        self._ringing.answer.clicked.connect(self._answer)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._head)
        outer.addLayout(self._points.layout_around(stage), 1)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return Call(services, bridge, navigate)
