"""A stored call, gone through again: its events fed to the drill's machine, which asks for the same again.

Pure. What the machine asks for does not depend on clocks or devices, so that scenario, manners and inputs,
all of which are stored with an attempt, give the same turns, branches and end whenever it is replayed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.call_log import BEGUN, input_of, manners_of
from trainer.drills import CallInput, Effect, End, Listen, Machine, Play, PlayMessage, machine_for
from trainer.errors import BadInput
from trainer.records import CallEvent, Prompt, Scenario


@dataclass(frozen=True, slots=True)
class ReplayedStep:
    """One input of the machine, and what it asked for."""

    event: CallEvent
    what: CallInput
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A whole call as its machine saw it."""

    machine: Machine
    """In its last state."""
    steps: tuple[ReplayedStep, ...]

    @property
    def end(self) -> End | None:
        """How it ended; None where the user left it, or something on the line broke."""
        ends = [effect for effect in self._effects if isinstance(effect, End)]
        return ends[-1] if ends else None

    @property
    def turns(self) -> tuple[int, ...]:
        """Numbers of the turns, in the order in which they began; one that was repeated comes again."""
        return tuple(effect.turn for effect in self._effects if isinstance(effect, Listen))

    @property
    def lines(self) -> tuple[Prompt, ...]:
        """What the other side said or was about to say, in order: which branches were taken."""
        asked = (
            effect.instead if isinstance(effect, PlayMessage) else effect.prompt
            for effect in self._effects
            if isinstance(effect, Play | PlayMessage)
        )
        return tuple(prompt for prompt in asked if prompt)

    @property
    def _effects(self) -> Iterable[Effect]:
        return (effect for step in self.steps for effect in step.effects)


def replay(scenario: Scenario, happened: Iterable[CallEvent]) -> Replayed:
    """Feed the stored events of a call of `scenario` to a new machine.

    Events that only tell what came of others are passed over.

    Raises:
        BadInput: the call was held before all of its inputs were stored, or its beginning is damaged.
    """
    stored = tuple(happened)
    begun = next((event for event in stored if event.name == BEGUN), None)
    if begun is None:
        raise BadInput(
            "This call was held by an older Ringback, which did not store all that happened in it."
        )
    machine, steps = machine_for(scenario, manners_of(begun)), []
    for event in stored:
        what = input_of(event)
        if what is not None:
            machine, effects = machine.step(what)
            steps.append(ReplayedStep(event, what, effects))
    return Replayed(machine, tuple(steps))
