"""Calls that a test walks through the machines of the drills: no sound and no clock, only what is done."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.analysis import judge
from trainer.branching import choose
from trainer.decided import with_events
from trainer.drills import (
    Ask,
    Begin,
    CallInput,
    Choose,
    Chosen,
    Decide,
    Effect,
    End,
    HangUp,
    KeyPressed,
    Listen,
    Machine,
    Manners,
    Note,
    Play,
    SoundEnded,
    SoundStarted,
    TurnDone,
    machine_for,
)
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.records import (
    CallEvent,
    Context,
    Feedback,
    JudgeRequest,
    Kind,
    Prompt,
    Scenario,
    SpokenTurn,
    Word,
)
from trainer.scenarios import load_library

LIBRARY = load_library()
GUIDES = load_guides()
WALKS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("ways.toml").read_text("utf-8"))["walks"]


@dataclass
class Walk:
    """A call under way: its machine, and all that the machine has asked for."""

    scenario: Scenario
    machine: Machine
    effects: list[Effect]

    def do(self, *events: CallInput) -> tuple[Effect, ...]:
        """Hand in `events`; returns what the last one led to."""
        led: tuple[Effect, ...] = ()
        for event in events:
            self.machine, led = self.machine.step(event)
            self.effects += led
        return led

    @property
    def over(self) -> bool:
        return any(isinstance(effect, End) for effect in self.effects)

    @property
    def replies(self) -> int:
        return sum(isinstance(effect, Listen) for effect in self.effects)

    def last(self, kind: type[Any]) -> Any:
        return [effect for effect in self.effects if isinstance(effect, kind)][-1]

    def notes(self, name: str) -> list[str]:
        return [one.detail for one in self.effects if isinstance(one, Note) and one.name == name]

    def told(self) -> list[str]:
        return [f"{one.name}: {one.detail}" for one in self.effects if isinstance(one, Note)]


def begin(scenario: Scenario) -> Walk:
    walk = Walk(scenario, machine_for(scenario, Manners(patience_s=None)), [])
    walk.do(Begin())
    return walk


# --------------------------------------------------------------------------- what is done


def get_through(walk: Walk, when: str, keys: str, says: list[str]) -> list[SpokenTurn]:
    """One call: it is placed, the keys are pressed, the replies are given; returns these."""
    walk.do(Decide(when))
    for key in keys:
        walk.do(SoundStarted(walk.last(Play).tag), KeyPressed(key))
    turns = [reply(walk, said) for said in says]
    walk.do(SoundEnded(walk.last(Play).tag))
    if not walk.over and not isinstance(walk.effects[-1], Ask):  # whoever answered waits for a reply
        walk.do(HangUp())
    return turns


def reply(walk: Walk, said: str) -> SpokenTurn:
    """The line on which the call stands is heard out and answered."""
    walk.do(SoundEnded(walk.last(Play).tag), TurnDone())
    line = walk.last(Choose).prompt
    walk.do(Chosen(leads_to(walk.scenario, line, said).id))
    return turn(said, line.text)


def decide(walk: Walk, says: tuple[str, ...]) -> list[SpokenTurn]:
    """To leave or not, as a model answer has it: a reason, and after it the message if one is left."""
    walk.do(SoundStarted("greeting"))
    walk.do(Decide("leave" if len(says) > 1 else "hang-up"), Decide("say"), TurnDone())
    if len(says) > 1:
        walk.do(SoundEnded("beep"), TurnDone())
    return [turn(said) for said in says]


# --------------------------------------------------------------------------- what is made of it


def turn(said: str, caller_line: str | None = None) -> SpokenTurn:
    """As a recogniser would hand it over: no times, no punctuation."""
    words = re.findall(r"[\w']+", said.lower())
    return SpokenTurn(words=tuple(Word(word=word) for word in words), caller_line=caller_line)


def leads_to(scenario: Scenario, line: Prompt, said: str) -> Prompt:
    """The line that follows what is said to `line`."""
    guide = GUIDES[scenario.guide or ""]
    to = choose(
        line, turn(said, line.text), known(scenario), guide, (scenario.kind,), phrases=scenario.phrases
    )
    return next(prompt for prompt in scenario.prompts if prompt.id == to)


def known(scenario: Scenario) -> Context:
    return context_of(scenario, LIBRARY.seller(scenario.seller))


def judged(walk: Walk, turns: list[SpokenTurn], guide: str, kind: Kind | None = None) -> Feedback:
    """What the judge makes of what was done and said."""
    notes = [
        CallEvent(at_s=0.0, name=one.name, detail=one.detail) for one in walk.effects if isinstance(one, Note)
    ]
    context = with_events(known(walk.scenario), notes)
    request = JudgeRequest(id=None, kind=kind or walk.scenario.kind, turns=tuple(turns), context=context)
    return judge(request, GUIDES[guide])


def outcome(feedback: Feedback, check: str) -> str:
    return next(one.outcome for one in feedback.findings if one.check == check)


def not_met(feedback: Feedback) -> list[str]:
    return [one.check for one in feedback.findings if one.counted and one.outcome in ("missed", "unsure")]
