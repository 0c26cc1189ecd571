"""Voicemail: dial tone, ring-back, the prospect's greeting, a beep; then the message, until hang-up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
    Begin,
    CallInput,
    Effect,
    End,
    HangUp,
    Listen,
    Manners,
    Play,
    SoundEnded,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.records import Scenario

RING_BACKS = 2


@dataclass(frozen=True, slots=True)
class Voicemail:
    """`idle` until begun, `dialling` until the beep is over, `message` until the end, then `over`."""

    scenario: Scenario
    state: Literal["idle", "dialling", "message", "over"] = "idle"

    def step(self, event: CallInput) -> tuple[Voicemail, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        greeting = self.scenario.prompts[0]
        match self.state, event:
            case "idle", Begin():
                ring_backs = (Play(f"ring-back-{n}", "ring-back") for n in range(RING_BACKS))
                speak = Play("greeting", greeting.audio, greeting)
                return replace(self, state="dialling"), (
                    Play("dial", "dial"), *ring_backs, speak, Play("beep", "beep"),
                )  # fmt: skip
            case "dialling", SoundEnded(tag="beep"):
                return replace(self, state="message"), (
                    Listen(0, greeting),
                    Wait("limit", self.scenario.max_seconds),
                )
            case "dialling", HangUp():
                return replace(self, state="over"), (StopPlaying(), End("nothing-left"))
            case "message", HangUp() | TurnDone():
                return replace(self, state="over"), (StopListening(), End("sent"))
            case "message", TimePassed(tag="limit"):
                return replace(self, state="over"), (StopListening(), End("cut-off"))
        return self, ()


def start(scenario: Scenario, _manners: Manners) -> Voicemail:
    """The drill before it begins."""
    return Voicemail(scenario)
