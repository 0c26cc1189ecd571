"""The two telephones that a call can be held on: live devices, or answers from files.

A rig performs what a drill asks for (`play`, `wait`) and reports what happens as the events below, with
times in seconds on the call's own clock (0 at its start). Live, that clock is the monotonic clock and the
events come through the worker's inbox; from files it is virtual, and a whole call takes no time.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from trainer.audio import (
    Captured,
    CaptureFailed,
    Converter,
    DeviceReplaced,
    Microphone,
    Pcm,
    Played,
    Player,
    PlayFailed,
    Sound,
)
from trainer.drills import Answer, Effect, HangUp, KeyPressed, Listen, Rung, StopListening, TurnDone
from trainer.errors import BadInput
from trainer.records import SAMPLE_RATE

BLOCK = SAMPLE_RATE // 10
"""Samples in one block from a file: 100 ms."""
SILENT_ANSWER_S = 3.0
"""A turn for which no answer was given is this much silence."""


# --------------------------------------------------------------------------- what happens on a line


@dataclass(frozen=True, slots=True)
class Samples:
    """Sound from the microphone: 16 kHz mono int16; `first` is the index of its first sample."""

    pcm: Pcm
    first: int


@dataclass(frozen=True, slots=True)
class Sounded:
    """A sound of the drill was heard to start or end."""

    tag: str
    what: Literal["started", "ended", "stopped"]
    at_s: float


@dataclass(frozen=True, slots=True)
class Timer:
    """A wait is over."""

    tag: str


@dataclass(frozen=True, slots=True)
class UserDid:
    """The user acted."""

    what: Answer | HangUp | KeyPressed | TurnDone


@dataclass(frozen=True, slots=True)
class MicrophoneFailed:
    """The microphone is gone, with the mend in plain words."""

    message: str


@dataclass(frozen=True, slots=True)
class SpeakerFailed:
    """This sound could not be played, with the mend in plain words."""

    tag: str
    message: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling about the devices; the call goes on."""

    message: str


RigEvent = Samples | Sounded | Timer | UserDid | MicrophoneFailed | SpeakerFailed | Notice


class Rig(Protocol):
    """What a call needs of a telephone."""

    @property
    def dropped_ms(self) -> int:
        """Milliseconds of sound that the device failed to deliver so far."""

    def open(self) -> None:
        """Open the microphone and start the clock.

        Raises:
            DeviceError: there is none, or it is refused.
        """

    def close(self) -> None:
        """Silence, and close the microphone."""

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        """Play after what is playing."""

    def stop_playing(self) -> None:
        """Silence."""

    def wait(self, tag: str, seconds: float) -> None:
        """Report `Timer(tag)` after `seconds`, instead of any earlier wait of that tag."""

    def now_s(self) -> float:
        """Seconds since the call began."""

    def sample_at(self, at_s: float) -> int:
        """Index of the microphone sample that is heard at `at_s`."""

    def notice(self, effect: Effect) -> None:
        """Told of every effect, so that a scripted user can react."""


# --------------------------------------------------------------------------- live


class LiveRig:
    """Speaker and microphone. The worker hands it what arrives and asks it when to wake."""

    def __init__(self, player: Player, microphone: Microphone) -> None:
        self._player, self._microphone = player, microphone
        # Reports of an earlier call may still be in the inbox: tags carry the call they belong to.
        self._prefix = f"call-{id(self)}:"
        self._converter: Converter | None = None
        self._began_s = time.monotonic()
        self._samples = 0
        self._due: dict[str, float] = {}

    @property
    def dropped_ms(self) -> int:
        """See `Rig.dropped_ms`."""
        return self._converter.dropped_ms if self._converter else 0

    def open(self) -> None:
        """See `Rig.open`."""
        self._converter = self._microphone.open()
        self._began_s = time.monotonic()

    def close(self) -> None:
        """See `Rig.close`."""
        self._player.stop()
        self._microphone.close()
        self._due.clear()

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        """See `Rig.play`."""
        self._player.play(sound, self._prefix + tag, ring=ring)

    def stop_playing(self) -> None:
        """See `Rig.stop_playing`."""
        self._player.stop()

    def wait(self, tag: str, seconds: float) -> None:
        """See `Rig.wait`."""
        self._due[tag] = time.monotonic() + seconds

    def now_s(self) -> float:
        """See `Rig.now_s`."""
        return time.monotonic() - self._began_s

    def sample_at(self, at_s: float) -> int:
        """See `Rig.sample_at`."""
        return self._converter.arrival_to_sample(at_s + self._began_s) if self._converter else 0

    def notice(self, effect: Effect) -> None:
        """A living user needs no telling."""

    def seconds_to_timer(self) -> float | None:
        """How long nothing will be due; None when no wait is running."""
        return max(0.0, min(self._due.values()) - time.monotonic()) if self._due else None

    def due(self) -> list[Timer]:
        """Waits that are over, oldest first."""
        now = time.monotonic()
        over = sorted((tag for tag in self._due if self._due[tag] <= now), key=self._due.__getitem__)
        for tag in over:
            del self._due[tag]
        return [Timer(tag) for tag in over]

    def translate(self, item: object) -> RigEvent | None:
        """What an item from the inbox means on this line; None for nothing."""
        match item:
            case Captured() if self._converter:
                pcm = self._converter.convert(item)
                first, self._samples = self._samples, self._samples + len(pcm)
                return Samples(pcm, first)
            case Played(tag, what, at_s) if tag.startswith(self._prefix):
                return Sounded(tag.removeprefix(self._prefix), what, at_s - self._began_s)
            case PlayFailed(tag, message) if tag.startswith(self._prefix):
                return SpeakerFailed(tag.removeprefix(self._prefix), message)
            case CaptureFailed(message):
                return MicrophoneFailed(message)
            case DeviceReplaced(message):
                return Notice(message)
        return None


# --------------------------------------------------------------------------- from files


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scripted user."""

    what: Literal["say", "key", "wait", "hang-up"]
    pcm: Pcm | None = None
    keys: str = ""
    seconds: float = 0.0


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
            raise BadInput(
                f"There are {answers} answers but this scenario listens {turns} times.",
                "Leave the surplus ones out.",
            )
        self._steps = list(steps)
        self._skip_greeting = greets and answers < turns
        self._heap: list[tuple[float, int, RigEvent]] = []
        self._order = 0
        self._now = 0.0
        self._sound_end = 0.0
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
        start = max(self._now, self._sound_end)
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

    def events(self) -> Iterator[RigEvent]:
        """What happens, in order, each block of sound before the event that it leads up to."""
        while self._heap:
            at_s, _, event = heapq.heappop(self._heap)
            yield from self._sound_until(at_s)
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
            if said and self._steps[0].what == "say":
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
                case "hang-up":
                    self._push(at_s, UserDid(HangUp()))
                    return
        self._push(at_s if said else max(at_s, self._now + SILENT_ANSWER_S), UserDid(TurnDone()))

    def _sound_until(self, at_s: float) -> Iterator[Samples]:
        end = self.sample_at(at_s)
        while self._mic_from is not None and self._mic_from < end:
            first = self._mic_from
            last = min(first + BLOCK, end)
            self._mic_from = last
            self._now = max(self._now, last / SAMPLE_RATE)
            yield Samples(self._mix(first, last), first)

    def _mix(self, first: int, last: int) -> Pcm:
        out = np.zeros(last - first, dtype=np.int16)
        for start, pcm in self._speech:
            low, high = max(first, start), min(last, start + len(pcm))
            if low < high:
                out[low - first : high - first] = pcm[low - start : high - start]
        return out
