"""Elevator: somebody asks who you are and what you do (or picks up your first call); you answer.

There are three goes; the best is kept (`trainer.goes`). After each the other side may say what it leads to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
    Begin,
    CallInput,
    Effect,
    End,
    GoOver,
    HangUp,
    Manners,
    Play,
    TurnDone,
)
from trainer.drills.conversation import Conversation, say
from trainer.records import Scenario

GOES = 3


@dataclass(frozen=True, slots=True)
class Elevator:
    """`idle`, `talking` (a go), `between` two goes, `over`."""

    scenario: Scenario
    manners: Manners
    state: Literal["idle", "talking", "between", "over"] = "idle"
    go: int = 0
    talk: Conversation | None = None

    def step(self, event: CallInput) -> tuple[Elevator, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        match self.state, event:
            case "idle", Begin():
                return self._begin_go()
            case "talking", _:
                return self._talk(event)
            case "between", TurnDone():
                return self._begin_go()
            case "between", HangUp():
                return replace(self, state="over"), (End("sent"),)
        return self, ()

    def _begin_go(self) -> tuple[Elevator, tuple[Effect, ...]]:
        by_phone = (Play("ring-back", "ring-back"),) if "by-phone" in self.scenario.tags else ()
        talk, effects = say(self.scenario, self.manners, self.scenario.prompts[0], turn=0)
        return replace(self, state="talking", go=self.go + 1, talk=talk), (*by_phone, *effects)

    def _talk(self, event: CallInput) -> tuple[Elevator, tuple[Effect, ...]]:
        """Go on; what would end the call ends the go, unless the user hung up or it was the last."""
        assert self.talk
        talk, effects = self.talk.step(event)
        end = effects[-1] if effects and isinstance(effects[-1], End) else None
        if end is None:
            return replace(self, talk=talk), effects
        if isinstance(event, HangUp) or self.go == GOES:
            how = "sent" if self.go > 1 else end.how
            return replace(self, state="over", talk=talk), (*effects[:-1], End(how))
        return replace(self, state="between", talk=talk), (*effects[:-1], GoOver(self.go, GOES))


def start(scenario: Scenario, manners: Manners) -> Elevator:
    """The drill before it begins."""
    return Elevator(scenario, manners)
