"""Elevator: somebody asks who you are and what you do (or picks up your first call); you answer."""

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


@dataclass(frozen=True, slots=True)
class Elevator:
    """`idle`, `line` (the stranger speaks), `reply`, `over`."""

    scenario: Scenario
    state: Literal["idle", "line", "reply", "over"] = "idle"

    def step(self, event: CallInput) -> tuple[Elevator, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        line = self.scenario.prompts[0]
        match self.state, event:
            case "idle", Begin():
                by_phone = (Play("ring-back", "ring-back"),) if "by-phone" in self.scenario.tags else ()
                return replace(self, state="line"), (*by_phone, Play("line", line.audio, line))
            case "line", SoundEnded(tag="line"):
                effects = (Listen(0, line, "opening"), Wait("limit", self.scenario.max_seconds))
                return replace(self, state="reply"), effects
            case "line", HangUp():
                return replace(self, state="over"), (StopPlaying(), End("nothing-left"))
            case "reply", HangUp() | TurnDone():
                return replace(self, state="over"), (StopListening(), End("sent"))
            case "reply", TimePassed(tag="limit"):
                return replace(self, state="over"), (StopListening(), End("cut-off"))
        return self, ()


def start(scenario: Scenario, _manners: Manners) -> Elevator:
    """The drill before it begins."""
    return Elevator(scenario)
