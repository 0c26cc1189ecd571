"""What a call of each kind is: a pure state machine over events, without clocks or devices.

A machine takes one `CallInput` and returns the next state and the effects to perform; `session` feeds it and
performs them. Adding a drill is adding a module here with a `Machine`.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Literal, Protocol

from trainer.errors import UnknownName
from trainer.records import Asked, Calendar, Prompt, Scenario

# --------------------------------------------------------------------------- what a machine is told


@dataclass(frozen=True, slots=True)
class Begin:
    """The user asked for the call; the microphone is open."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The user picked up."""


@dataclass(frozen=True, slots=True)
class SoundStarted:
    """A sound that the machine asked for begins to be heard."""

    tag: str


@dataclass(frozen=True, slots=True)
class SoundEnded:
    """A sound that the machine asked for has been heard to its end."""

    tag: str


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """The user begins to speak."""


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """The user has been silent for a moment."""


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key of the telephone: 0-9, * or #."""

    key: str


@dataclass(frozen=True, slots=True)
class TimePassed:
    """A `Wait` is over."""

    tag: str


@dataclass(frozen=True, slots=True)
class TurnDone:
    """The user says that this reply is finished (Enter, or patience ran out)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was said leads to the line `to` (the answer to `Choose`)."""

    to: str


@dataclass(frozen=True, slots=True)
class Decide:
    """The user decides: one of the `choices` of an `Ask`."""

    what: str


@dataclass(frozen=True, slots=True)
class HangUp:
    """The user hangs up: what was said is sent."""


@dataclass(frozen=True, slots=True)
class HearAgain:
    """The user wants the menu from its beginning."""


@dataclass(frozen=True, slots=True)
class CannotTalk:
    """The user marks that they cannot talk now: it changes what is judged, and nothing on the line."""


CallInput = (
    Begin | Answer | SoundStarted | SoundEnded | SpeechStarted | SpeechEnded
    | KeyPressed | TimePassed | TurnDone | Chosen | Decide | HangUp | HearAgain | CannotTalk
)  # fmt: skip


# --------------------------------------------------------------------------- what a machine asks for


@dataclass(frozen=True, slots=True)
class Play:
    """Play a tone or line after what is playing; `SoundStarted(tag)` and `SoundEnded(tag)` follow."""

    tag: str
    sound: str
    """A tone's name ("dial", "ring-back", "ring", "beep") or a prompt's audio path."""
    prompt: Prompt | None = None


@dataclass(frozen=True, slots=True)
class PlayMessage:
    """Play, after what is playing, the part of the user's own message that the caller asks about.

    Where the user has left none, `instead` is played, somebody else's message.
    """

    tag: str
    instead: Prompt


@dataclass(frozen=True, slots=True)
class PlayTake:
    """Play, after what is playing, what the user said last."""

    tag: str


@dataclass(frozen=True, slots=True)
class StopPlaying:
    """Silence."""


@dataclass(frozen=True, slots=True)
class Listen:
    """The user's turn begins now: what is said from here on is kept as turn `turn`."""

    turn: int
    prompt: Prompt | None
    """The line that it answers; None for a greeting after pick-up or a message after a beep."""
    after: Literal["opening", "objection"] | None = None
    with_overlap: bool = False
    """Whether what was said over the line before it belongs to the turn."""
    replaces: Literal["re-record"] | None = None
    """What the takes of this turn that were recorded before become; None: they stay what they are."""


@dataclass(frozen=True, slots=True)
class StopListening:
    """The turn is over; its take is complete."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The user pauses: hear what was said so far, in case that was the whole reply."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Decide by what was said in `turn` which branch of `prompt` fits; `Chosen` follows, perhaps late."""

    turn: int
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Ask:
    """The user has something to decide; `Decide` follows, perhaps never."""

    about: Asked
    choices: tuple[str, ...]
    calendar: Calendar | None = None
    """Where the user stands, in a run of tries."""


@dataclass(frozen=True, slots=True)
class GoOver:
    """Go number `go` of `of` is over: `TurnDone` asks for another one, `HangUp` for what it was worth."""

    go: int
    of: int


@dataclass(frozen=True, slots=True)
class Note:
    """Store this with the call's events."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """Ask for `TimePassed(tag)` after `seconds`; a new Wait with the same tag replaces the old one."""

    tag: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Rung:
    """Ring number `ring` of `of` sounds."""

    ring: int
    of: int


@dataclass(frozen=True, slots=True)
class End:
    """The call is over: "sent" by hanging up, "cut-off" at the mailbox's limit, "missed" (not answered),
    or "nothing-left" (hung up before there was anything to say)."""

    how: Literal["sent", "cut-off", "missed", "nothing-left"]


Effect = (
    Play | PlayMessage | PlayTake | StopPlaying | Listen | StopListening | Guess | Choose | Ask | GoOver
    | Note | Wait | Rung | End
)  # fmt: skip


class Machine(Protocol):
    """A drill. Frozen: `step` returns the machine in its next state."""

    def step(self, event: CallInput) -> tuple[Machine, tuple[Effect, ...]]:
        """The next state and what to do about it. Events that mean nothing here change nothing."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How the other side takes turns; the user's choice."""

    patience_s: float | None = 1.2
    """Silence after which a reply counts as finished, 0.8 to 3 s; None: only when the user says so."""
    guesses: bool = True
    """Whether to hear at each pause what was said so far; from files nobody waits for an answer."""


def decides(scenario: Scenario) -> bool:
    """Whether it is judged what the user decides, so that silence does not spoil an attempt."""
    return scenario.kind in ("leave-or-not", "get-through", "draw-the-line")


def listens(scenario: Scenario) -> bool:
    """Whether the user may speak in it; otherwise no microphone is needed."""
    return scenario.kind != "draw-the-line"


def machine_for(scenario: Scenario, manners: Manners = Manners()) -> Machine:
    """The machine for `scenario.kind`, in its first state.

    Raises:
        UnknownName: no drill of that kind is built yet.
    """
    drills = tuple(module.name for module in pkgutil.iter_modules(__path__))
    name = scenario.kind.replace("-", "_")
    if name not in drills:
        raise UnknownName("drill", scenario.kind, [drill.replace("_", "-") for drill in drills])
    drill = importlib.import_module(f"{__name__}.{name}")
    machine: Machine = drill.start(scenario, manners)
    return machine
