"""Call back: the phone rings, the user picks up and may greet; the caller speaks, the user answers.

Turn 0 is the greeting after pick-up (up to 1.5 s of waiting for it); turn 1 answers the caller's first line,
turn 2 the next, and so on, as `conversation` has it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
    Answer,
    Begin,
    CallInput,
    Effect,
    End,
    HangUp,
    Listen,
    Manners,
    Play,
    Rung,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.drills.conversation import Conversation, say
from trainer.records import Scenario

RINGS = 5
RING_CADENCE_S = 6.0
"""One ring in six seconds (the usual cadence): five rings are 30 s, then the call is missed."""
GREETING_WAIT_S = 1.5
"""How long the caller waits for the user to say hello before speaking."""
GREETING_PAUSE_S = 0.5
"""Silence that ends the user's greeting."""
GREETING_LIMIT_S = 8.0
"""A greeting that goes on is interrupted, as a real caller would."""


@dataclass(frozen=True, slots=True)
class CallBack:
    """`idle`, `ringing`, `greeting` (the user's hello), `talking` until `talk` is over, or `over` before."""

    scenario: Scenario
    manners: Manners
    state: Literal["idle", "ringing", "greeting", "talking", "over"] = "idle"
    ring: int = 0
    talk: Conversation | None = None

    def step(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        if self.talk:
            talk, effects = self.talk.step(event)
            return replace(self, talk=talk), effects
        match self.state:
            case "ringing":
                return self._ringing(event)
            case "greeting":
                return self._greeting(event)
        return self._ring() if self.state == "idle" and event == Begin() else (self, ())

    def _ringing(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        match event:
            case TimePassed(tag="ring") if self.ring < RINGS:
                return self._ring()
            case TimePassed(tag="ring") | HangUp():
                return self._over(StopPlaying(), End("missed"))
            case Answer():
                wait = Wait("greeting", GREETING_WAIT_S)
                return replace(self, state="greeting"), (StopPlaying(), Listen(0, None), wait)
        return self, ()

    def _ring(self) -> tuple[CallBack, tuple[Effect, ...]]:
        ring = self.ring + 1
        effects = (Rung(ring, RINGS), Play(f"ring-{ring}", "ring"), Wait("ring", RING_CADENCE_S))
        return replace(self, state="ringing", ring=ring), effects

    def _greeting(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        match event:
            case SpeechStarted():
                return self, (Wait("greeting", GREETING_LIMIT_S),)
            case SpeechEnded():
                return self, (Wait("greeting", GREETING_PAUSE_S),)
            case TimePassed(tag="greeting") | TurnDone():
                talk, effects = say(self.scenario, self.manners, self.scenario.prompts[0], turn=1)
                return replace(self, state="talking", talk=talk), (StopListening(), *effects)
            case HangUp():
                return self._over(StopListening(), End("nothing-left"))
        return self, ()

    def _over(self, *effects: Effect) -> tuple[CallBack, tuple[Effect, ...]]:
        return replace(self, state="over"), effects


def start(scenario: Scenario, manners: Manners) -> CallBack:
    """The drill before it begins."""
    return CallBack(scenario, manners)
