"""Leave or not: a greeting plays, and the user decides before the beep to leave a message or to hang up.

Then one reason, chosen or spoken, and after "leave" the beep and the message, as on any mailbox. Hanging up
is a decision, and so is staying on the line past the beep: the mailbox is recording by then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
    Ask,
    Begin,
    CallInput,
    Decide,
    Effect,
    End,
    HangUp,
    Listen,
    Manners,
    Note,
    Play,
    SoundEnded,
    SoundStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.facts import REASONS, Decision
from trainer.records import Scenario

RING_BACKS = 1
REASON_S = 20.0
"""Longest spoken reason: one sentence is asked for."""
SAY_IT = "say"
"""The choice to speak the reason instead of picking one."""

Step = tuple["LeaveOrNot", tuple[Effect, ...]]


@dataclass(frozen=True, slots=True)
class LeaveOrNot:
    """`idle`, `line` (until it is decided), `reason`, `saying` it, `beep`, `message`, `over`."""

    scenario: Scenario
    state: Literal["idle", "line", "reason", "saying", "beep", "message", "over"] = "idle"
    decision: Decision = "leave"
    turn: int = 0
    """The next turn in which the user speaks."""

    def step(self, event: CallInput) -> Step:
        """See `trainer.drills.Machine`."""
        match self.state:
            case "idle" if event == Begin():
                return self._dial()
            case "line":
                return self._line(event)
            case "reason" | "saying":
                return self._why(event)
            case "beep" | "message":
                return self._leave(event)
        return self, ()

    def _dial(self) -> Step:
        greeting = self.scenario.prompts[0]
        ring_backs = (Play(f"ring-back-{n}", "ring-back") for n in range(RING_BACKS))
        speak = Play("greeting", greeting.audio, greeting)
        return replace(self, state="line"), (Play("dial", "dial"), *ring_backs, speak, Play("beep", "beep"))

    def _line(self, event: CallInput) -> Step:
        match event:
            case SoundStarted(tag="greeting"):
                return self, (Ask("decision", ("leave", "hang-up")),)
            case Decide(what="leave") | SoundEnded(tag="beep"):
                return self._decided("leave")
            case Decide(what="hang-up") | HangUp():
                return self._decided("hang-up")
        return self, ()

    def _decided(self, decision: Decision) -> Step:
        ask = Ask("reason", (*REASONS[decision], SAY_IT))
        effects = (StopPlaying(), Note("decided", decision), ask)
        return replace(self, state="reason", decision=decision), effects

    def _why(self, event: CallInput) -> Step:
        stop = (StopListening(),) if self.state == "saying" else ()
        match event:
            case Decide(what) if what in REASONS[self.decision] and not stop:
                return self._go_on(Note("reason", what))
            case Decide(what) if what == SAY_IT and not stop:
                listen = Listen(self.turn, None)
                return replace(self, state="saying", turn=self.turn + 1), (listen, Wait("limit", REASON_S))
            case TurnDone():
                return self._go_on(*stop)
            case TimePassed(tag="limit") if stop:
                return self._go_on(*stop)
            case HangUp():
                return self._over(*stop, End("sent"))
        return self, ()

    def _go_on(self, *before: Effect) -> Step:
        if self.decision == "hang-up":
            return self._over(*before, End("sent"))
        return replace(self, state="beep"), (*before, Play("beep", "beep"))

    def _leave(self, event: CallInput) -> Step:
        recording = self.state == "message"
        match event:
            case SoundEnded(tag="beep") if not recording:
                listen = Listen(self.turn, self.scenario.prompts[0])
                limit = Wait("limit", self.scenario.max_seconds)
                return replace(self, state="message", turn=self.turn + 1), (listen, limit)
            case HangUp() | TurnDone() if recording:
                return self._over(StopListening(), End("sent"))
            case TimePassed(tag="limit") if recording:
                return self._over(StopListening(), End("cut-off"))
            case HangUp():
                return self._over(StopPlaying(), End("sent"))
        return self, ()

    def _over(self, *effects: Effect) -> Step:
        return replace(self, state="over"), effects


def start(scenario: Scenario, _manners: Manners) -> LeaveOrNot:
    """The drill before it begins."""
    return LeaveOrNot(scenario)
