"""What happens in a call, as it is stored: every input of its machine, and what else is worth noting.

Each input has a name of its own among the events, so that the machine can be fed the same again
(`trainer.replay`). Names are public (docs/command-line.md): they are only ever added.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from trainer.drills import (
    Answer,
    Begin,
    CallInput,
    CannotTalk,
    Chosen,
    Decide,
    HangUp,
    HearAgain,
    KeyPressed,
    Manners,
    SoundEnded,
    SoundStarted,
    SpeechEnded,
    SpeechStarted,
    TimePassed,
    TurnDone,
)
from trainer.errors import BadInput
from trainer.records import CallEvent
from trainer.store_thread import StoreThread
from trainer.strict import Unreadable, read

BEGUN = "begun"
CANNOT_TALK = "cannot-talk"
_PLAIN: dict[str, CallInput] = {
    "answered": Answer(),
    "speech-started": SpeechStarted(),
    "speech-ended": SpeechEnded(),
    "turn-done": TurnDone(),
    "hang-up": HangUp(),
    "hear-again": HearAgain(),
    CANNOT_TALK: CannotTalk(),
}
_DETAILED: dict[str, Callable[[str], CallInput]] = {
    "sound-started": SoundStarted,
    "sound-ended": SoundEnded,
    "key": KeyPressed,
    "time-passed": TimePassed,
    "chosen": Chosen,
    "user-decided": Decide,
}


def event_of(what: CallInput, at_s: float, manners: Manners) -> CallEvent:
    """How `what`, of a call held with `manners`, is stored."""
    match what:
        case Begin():
            name, detail = BEGUN, json.dumps(asdict(manners))
        case SoundStarted(detail) | SoundEnded(detail) | KeyPressed(detail) | TimePassed(detail):
            name = _name(_DETAILED, type(what))
        case Chosen(detail) | Decide(detail):
            name = _name(_DETAILED, type(what))
        case _:
            name, detail = _name(_PLAIN, what), ""
    return CallEvent(at_s=at_s, name=name, detail=detail)


def _name(names: Mapping[str, object], wanted: object) -> str:
    return next(name for name, what in names.items() if what == wanted)


def input_of(event: CallEvent) -> CallInput | None:
    """What the machine was told with this event; None for one that only tells what came of it."""
    if event.name == BEGUN:
        return Begin()
    if event.name in _DETAILED:
        return _DETAILED[event.name](event.detail)
    return _PLAIN.get(event.name)


def manners_of(begun: CallEvent) -> Manners:
    """How the call that begins with this event was held.

    Raises:
        BadInput: it does not say.
    """
    try:
        return read(Manners, json.loads(begun.detail))
    except (Unreadable, ValueError) as error:
        raise BadInput(f"The beginning of this call cannot be read ({error}).") from error


class CallLog:
    """Use from one thread. What is noted is stored at `flush`, in one transaction."""

    def __init__(self, attempt_id: str, store: StoreThread, now_s: Callable[[], float]) -> None:
        """`now_s`: seconds on the call's clock."""
        self._attempt_id, self._store, self._now_s = attempt_id, store, now_s
        self._events: list[CallEvent] = []

    def note(self, name: str, detail: str = "", *, at_s: float | None = None) -> None:
        """Something happened, `at_s` seconds into the call (None: now)."""
        self.add(CallEvent(at_s=self._now_s() if at_s is None else at_s, name=name, detail=detail))

    def add(self, event: CallEvent) -> None:
        """Note this."""
        self._events.append(event)

    def flush(self) -> None:
        """Store what was noted."""
        if self._events:
            attempt_id, noted, self._events = self._attempt_id, self._events, []
            self._store.do(lambda store: store.add_events(attempt_id, noted))
