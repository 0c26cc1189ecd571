"""Sound in and out: the only package that imports sounddevice.

The protocols below are what the session knows; `playback` and `capture` are the real ones, and
`tests/fakes.py` has others. Both report to a *sink*, a function that may be called from any thread and
must return at once (in practice `queue.SimpleQueue.put`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Pcm = npt.NDArray[np.int16]
"""Mono samples at `records.SAMPLE_RATE`, shape (n,)."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Something to play: mono int16 `pcm`, shape (n,), at `rate` samples a second."""

    name: str
    pcm: Pcm
    rate: int
    over_the_line: bool = False
    """Comes from the other side of a call: band-limited where the telephone sound is wanted. Never set it
    on what the user said."""

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self.pcm) / self.rate


@dataclass(frozen=True, slots=True)
class Played:
    """A sound has begun or ended. `at_s` is when it is HEARD (monotonic clock, output latency added)."""

    tag: str
    what: Literal["started", "ended", "stopped"]
    """"ended": played to its end; "stopped": cut short."""
    at_s: float


@dataclass(frozen=True, slots=True)
class PlayFailed:
    """The output device failed; the message says how to mend it."""

    tag: str
    message: str


@dataclass(frozen=True, slots=True)
class Captured:
    """What the audio callback hands over, untouched: bytes in the device's own format."""

    data: bytes
    arrived_s: float
    """Monotonic clock."""
    overflowed: bool


@dataclass(frozen=True, slots=True)
class CaptureFailed:
    """The microphone failed or went silent for too long; the message says how to mend it."""

    message: str


@dataclass(frozen=True, slots=True)
class DeviceReplaced:
    """Another device is used than the chosen one, or than before; the message names it. Sound goes on."""

    message: str


class Player(Protocol):
    """The only output. Playing returns at once; `Played` reports reach the sink."""

    def play(self, sound: Sound, tag: str, *, ring: bool = False) -> None:
        """Queue `sound` after what is playing. `ring` sends it to the "ring on" output, if one is set."""

    def stop(self) -> None:
        """Silence within 50 ms and forget what is queued."""

    def release(self) -> None:
        """Stop and let go of the device, so that devices can be looked up afresh; playing opens it again."""

    def close(self) -> None:
        """Stop and release the device for good."""


class Converter(Protocol):
    """Turns the device's blocks into 16 kHz mono int16, in order, on one thread."""

    def convert(self, captured: Captured) -> Pcm:
        """The next samples, in place on the time axis; resampling holds back the last 40 ms at most."""

    def arrival_to_sample(self, monotonic_s: float) -> int:
        """Index of the 16 kHz sample that was heard at `monotonic_s`, by the settled capture clock."""

    @property
    def dropped_ms(self) -> int:
        """Milliseconds lost to overflow so far."""


class Microphone(Protocol):
    """The only input. While open, `Captured` blocks reach the sink."""

    def open(self) -> Converter:
        """Open the chosen device.

        Raises:
            DeviceError: there is no microphone, it is busy, or the system refuses it.
        """

    def close(self) -> None:
        """Close it; the last blocks reach the sink before this returns."""


Sink = Callable[[object], None]
