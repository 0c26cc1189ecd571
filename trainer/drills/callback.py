"""Call back: the phone rings, the user picks up and may greet; the caller speaks; the user answers.

Turn 0 is the greeting after pick-up (up to 1.5 s of waiting for it), turn 1 answers the caller's line.
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
    Play,
    Rung,
    SoundEnded,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
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
    """`idle`, `ringing`, `greeting` (the user's hello), `line` (the caller speaks), `reply`, `over`."""

    scenario: Scenario
    state: Literal["idle", "ringing", "greeting", "line", "reply", "over"] = "idle"
    ring: int = 0

    def step(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        match self.state, event:
            case "idle", Begin():
                return self._ring()
            case "ringing", TimePassed(tag="ring") if self.ring < RINGS:
                return self._ring()
            case "ringing", TimePassed(tag="ring") | HangUp():
                return replace(self, state="over"), (StopPlaying(), End("missed"))
            case "ringing", Answer():
                wait = Wait("greeting", GREETING_WAIT_S)
                return replace(self, state="greeting"), (StopPlaying(), Listen(0, None), wait)
            case "greeting", SpeechStarted():
                return self, (Wait("greeting", GREETING_LIMIT_S),)
            case "greeting", SpeechEnded():
                return self, (Wait("greeting", GREETING_PAUSE_S),)
            case "greeting", TimePassed(tag="greeting") | TurnDone():
                line = self.scenario.prompts[0]
                return replace(self, state="line"), (StopListening(), Play("line", line.audio, line))
            case "line", SoundEnded(tag="line"):
                return self._listen()
            case "greeting", HangUp():
                return replace(self, state="over"), (StopListening(), End("nothing-left"))
            case "line", HangUp():
                return replace(self, state="over"), (StopPlaying(), End("nothing-left"))
            case "reply", HangUp() | TurnDone():
                return replace(self, state="over"), (StopListening(), End("sent"))
            case "reply", TimePassed(tag="limit"):
                return replace(self, state="over"), (StopListening(), End("cut-off"))
        return self, ()

    def _ring(self) -> tuple[CallBack, tuple[Effect, ...]]:
        ring = self.ring + 1
        effects = (Rung(ring, RINGS), Play(f"ring-{ring}", "ring"), Wait("ring", RING_CADENCE_S))
        return replace(self, state="ringing", ring=ring), effects

    def _listen(self) -> tuple[CallBack, tuple[Effect, ...]]:
        line = self.scenario.prompts[0]
        after: Literal["opening", "objection"] = "objection" if line.objection else "opening"
        effects = (Listen(1, line, after), Wait("limit", self.scenario.max_seconds))
        return replace(self, state="reply"), effects


def start(scenario: Scenario) -> CallBack:
    """The drill before it begins."""
    return CallBack(scenario)
