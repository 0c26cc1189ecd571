"""Calls to feed to machines, and what every machine must keep to whatever happens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from tests.trainer.examples import scenario
from trainer.drills import (
    Answer,
    Begin,
    CallInput,
    Chosen,
    Effect,
    End,
    HangUp,
    KeyPressed,
    Listen,
    Machine,
    Play,
    PlayMessage,
    PlayTake,
    SoundEnded,
    SoundStarted,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.records import Branch, Kind, Prompt, Scenario

LONG = "I am ringing about the message that you left for me, so tell me what it was."


def line(line_id: str, text: str = LONG, **more: object) -> Prompt:
    """A line of the other side."""
    return Prompt(id=line_id, text=text, audio=f"voices/{line_id}.ogg", voice="af_bella", **more)  # type: ignore[arg-type]


def talk(kind: Kind, **more: object) -> Scenario:
    """A call of `kind`: an opening with two branches, of which both lead to lines that end."""
    branches = (Branch(to="good", met=("own-name",)), Branch(to="bye"))
    prompts = (line("opening", branches=branches), line("good", ends=True), line("bye", ends=True))
    return replace(scenario(kind), **{"prompts": prompts, **more})  # type: ignore[arg-type]


def mailbox(**more: object) -> Scenario:
    """A voicemail whose mailbox has a menu."""
    prompts = (line("greeting"), line("menu", "To listen, press 1."))
    return replace(scenario("voicemail"), prompts=prompts, menu="menu", **more)  # type: ignore[arg-type]


def run(machine: Machine, inputs: Iterable[CallInput]) -> tuple[Machine, list[Effect]]:
    """Feed `inputs` in order; returns the machine after them and everything it asked for."""
    effects: list[Effect] = []
    for event in inputs:
        machine, more = machine.step(event)
        effects += more
    return machine, effects


_TAGS = st.sampled_from([
    "greeting", "beep", "full", "menu", "message", "own-take", "line-opening", "line-good", "line-bye",
    "ring", "limit", "patience", "silence", "choice", "yields", "line-line",
])  # fmt: skip
EVENTS = st.one_of(
    st.sampled_from([Answer(), TurnDone(), SpeechStarted(), SpeechEnded()]),
    st.builds(SoundStarted, _TAGS),
    st.builds(SoundEnded, _TAGS),
    st.builds(TimePassed, _TAGS),
    st.builds(Chosen, st.sampled_from(["good", "bye"])),
    st.builds(KeyPressed, st.sampled_from("0123456789*#")),
)
"""What may happen in a call besides hanging up."""


def held_together(machine: Machine, inputs: Iterable[CallInput]) -> Machine:
    """Feed `inputs` after `Begin`, checking that turns come in pairs and in order and that it ends once."""
    machine, effects = run(machine, (Begin(), *inputs))
    ends = [place for place, effect in enumerate(effects) if isinstance(effect, End)]
    assert len(ends) <= 1
    assert not ends or ends[0] == len(effects) - 1
    open_turn, last_turn = None, -1
    for effect in effects:
        if isinstance(effect, Listen):
            assert open_turn is None
            assert effect.turn in (0, last_turn, last_turn + 1)
            open_turn = last_turn = effect.turn
        elif isinstance(effect, StopListening):
            assert open_turn is not None
            open_turn = None
    assert not ends or open_turn is None
    return machine


def goes_on(machine: Machine) -> bool:
    """Whether a person who waits and does what they can gets to the end (no state is a dead end)."""
    for _ in range(40):
        machine, effects = run(machine, _PATIENT)
        if any(isinstance(effect, End) for effect in effects):
            return True
    return not machine.step(HangUp())[1]


_HEARD = ("greeting", "beep", "menu", "line-opening", "line-good", "line-bye", "line-line")
_PATIENT: tuple[CallInput, ...] = (
    Answer(), TimePassed("greeting"), *map(SoundEnded, _HEARD),
    TurnDone(), TimePassed("choice"), KeyPressed("3"), SoundEnded("full"),
)  # fmt: skip


def waits(effects: Iterable[Effect]) -> dict[str, float]:
    """Tag -> seconds of the waits asked for."""
    return {effect.tag: effect.seconds for effect in effects if isinstance(effect, Wait)}


def sounds(effects: Iterable[Effect]) -> list[str]:
    """Tags of the sounds asked for, in order."""
    return [effect.tag for effect in effects if isinstance(effect, Play | PlayMessage | PlayTake)]
