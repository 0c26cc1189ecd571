"""A call with a scripted user, whose answers come from files."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from trainer.audio import Pcm, Sound
from trainer.drills import (
    Answer,
    Ask,
    CannotTalk,
    Decide,
    Effect,
    GoOver,
    HangUp,
    KeyPressed,
    Listen,
    Rung,
    StopListening,
    TurnDone,
)
from trainer.errors import BadInput
from trainer.records import SAMPLE_RATE
from trainer.rigs import RigEvent, Samples, Sounded, Timer, UserDid

BLOCK = SAMPLE_RATE // 10
"""Samples in one block from a file: 100 ms."""
SILENT_ANSWER_S = 3.0
"""A turn for which no answer was given is this much silence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scripted user."""

    what: Literal["say", "key", "wait", "dial", "leave", "hang-up", "move-on", "selling", "cannot-talk"]
    pcm: Pcm | None = None
    keys: str = ""
    seconds: float = 0.0
    when: str = ""
    """The time of day of a call that is placed."""
    sells: str = ""
    """What the user sets out to sell."""


class FileRig:
    """A scripted user on a virtual clock. `events()` yields what happens until nothing more will.

    Steps up to a turn's end belong to that turn: one `say`, and the waits and keys around it. In a call
    back the greeting after pick-up gets a `say` only when there is one for every line as well.
    """

    def __init__(self, steps: Sequence[Step], turns: int, *, greets: bool) -> None:
        """`turns`: replies that the drill can take; `greets`: the first may be a greeting.

        Raises:
            BadInput: there are more answers than turns.
        """
        answers = sum(step.what == "say" for step in steps)
        if answers > turns:
            times = "once" if turns == 1 else f"{turns} times"
            raise BadInput(
                f"There are {answers} answers but this scenario listens {times}.",
                "Leave the surplus ones out.",
            )
        self._steps = list(steps)
        self._skip_greeting = greets and answers < turns
        self._heap: list[tuple[float, int, RigEvent]] = []
        self._order = 0
        self._now = 0.0
        self._sound_from = self._sound_end = 0.0
        self._mic_from: int | None = None
        self._speech: list[tuple[int, Pcm]] = []

    @property
    def dropped_ms(self) -> int:
        """See `Rig.dropped_ms`."""
        return 0

    def open(self) -> None:
        """Nothing to open."""

    def close(self) -> None:
        """See `Rig.close`."""
        self._heap.clear()

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:  # noqa: ARG002 - nobody hears it
        """See `Rig.play`."""
        start = self._sound_from = max(self._now, self._sound_end)
        self._sound_end = start + sound.seconds
        self._push(start, Sounded(tag, "started", start))
        self._push(self._sound_end, Sounded(tag, "ended", self._sound_end))

    def stop_playing(self) -> None:
        """See `Rig.stop_playing`."""
        self._sound_end = self._now
        self._drop(lambda event: isinstance(event, Sounded))

    def wait(self, tag: str, seconds: float) -> None:
        """See `Rig.wait`."""
        self._drop(lambda event: event == Timer(tag))
        self._push(self._now + seconds, Timer(tag))

    def now_s(self) -> float:
        """See `Rig.now_s`."""
        return self._now

    def sample_at(self, at_s: float) -> int:
        """See `Rig.sample_at`."""
        return round(at_s * SAMPLE_RATE)

    def notice(self, effect: Effect) -> None:
        """Act as the script says: pick up when it rings, speak when it is the user's turn."""
        match effect:
            case Rung(ring=1):
                self._push(self._now + self._take_waits(), UserDid(Answer()))
            case Listen():
                self._mic_from = self.sample_at(self._now)
                if self._skip_greeting:
                    self._skip_greeting = False
                else:
                    self._act_turn()
            case StopListening():
                self._mic_from = None
                # What is left of this turn's answer belongs to no other turn, and its end ends none.
                self._speech.clear()
                self._drop(lambda event: event == UserDid(TurnDone()))
            case Ask(about="selling"):
                self._say_what_is_sold()
            case GoOver():
                more = any(step.what == "say" for step in self._steps)
                self._push(self._now, UserDid(TurnDone() if more else HangUp()))

    def _say_what_is_sold(self) -> None:
        for step in self._steps:
            if step.what == "selling":
                self._steps.remove(step)
                self._push(self._now, UserDid(Decide(step.sells)))
                return

    def belongs_to_next(self, step: Step, said: bool) -> bool:
        """Whether `step` is not of the turn in which something has been `said` already or not."""
        return said and step.what == "say"

    def events(self) -> Iterator[RigEvent]:
        """What happens, in order, each block of sound before the event that it leads up to."""
        while self._heap:
            block = self._sound_before(self._heap[0][0])
            if block:  # what is heard in it may change what comes next
                yield block
                continue
            at_s, _, event = heapq.heappop(self._heap)
            self._now = max(self._now, at_s)
            yield event

    def _push(self, at_s: float, event: RigEvent) -> None:
        self._order += 1
        heapq.heappush(self._heap, (at_s, self._order, event))

    def _drop(self, unwanted: Callable[[RigEvent], bool]) -> None:
        self._heap = [item for item in self._heap if not unwanted(item[2])]
        heapq.heapify(self._heap)

    def _take_waits(self) -> float:
        waited = 0.0
        while self._steps and self._steps[0].what == "wait":
            waited += self._steps.pop(0).seconds
        return waited

    def _act_turn(self) -> None:
        at_s, said = self._now, False
        while self._steps:
            if self.belongs_to_next(self._steps[0], said):
                break
            step = self._steps.pop(0)
            match step.what:
                case "say" if step.pcm is not None:
                    self._speech.append((self.sample_at(at_s), step.pcm))
                    at_s, said = at_s + len(step.pcm) / SAMPLE_RATE, True
                case "wait":
                    at_s += step.seconds
                case "key":
                    for key in step.keys:
                        self._push(at_s, UserDid(KeyPressed(key)))
                case "cannot-talk":
                    self._push(at_s, UserDid(CannotTalk()))
                case "hang-up":
                    self._push(at_s, UserDid(HangUp()))
                    return
        self._push(at_s if said else max(at_s, self._now + SILENT_ANSWER_S), UserDid(TurnDone()))

    def _sound_before(self, at_s: float) -> Samples | None:
        """The next block of sound; None when all is heard up to `at_s`."""
        first, end = self._mic_from, self.sample_at(at_s)
        if first is None or first >= end:
            return None
        last = self._mic_from = min(first + BLOCK, end)
        self._now = max(self._now, last / SAMPLE_RATE)
        return Samples(self._mix(first, last), first)

    def _mix(self, first: int, last: int) -> Pcm:
        out = np.zeros(last - first, dtype=np.int16)
        for start, pcm in self._speech:
            low, high = max(first, start), min(last, start + len(pcm))
            if low < high:
                out[low - first : high - first] = pcm[low - start : high - start]
        return out
