"""Words from sound. An engine is one module here; `recogniser` runs it in a child process.

`Transcriber` is what an engine is, inside the child. `Recogniser` is what the rest of the program sees:
it never blocks, and its answers reach a sink from a thread of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from trainer.records import Transcript, Word


class Hearing(Protocol):
    """One take being heard, in order, on one thread."""

    def feed(self, pcm: npt.NDArray[np.int16]) -> str | None:
        """Take the next 16 kHz mono samples; returns the words so far if they changed, else None."""

    def finish(self) -> tuple[Word, ...]:
        """All words, times in seconds from the first sample fed."""


class Transcriber(Protocol):
    """A loaded engine."""

    name: str
    """"vosk:NAME" or "embedded"; stored with every transcript."""
    streams: bool
    """Whether `feed` shows words before the end."""

    def hear(self) -> Hearing:
        """Begin one take."""


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The child has loaded its model."""

    engine: str
    streams: bool
    load_s: float


@dataclass(frozen=True, slots=True)
class PartialWords:
    """Words so far of a take that is still being spoken."""

    take_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """The whole take has been heard."""

    take_id: str
    transcript: Transcript
    decode_s: float


@dataclass(frozen=True, slots=True)
class HearingFailed:
    """This take could not be heard (`take_id` None: the engine could not even start)."""

    take_id: str | None
    message: str
    again: bool = False
    """The engine has died of this very take before: asking it once more is no use."""


class Recogniser(Protocol):
    """The engine in its child process, as the session sees it. No method blocks."""

    @property
    def streams(self) -> bool:
        """Whether words are shown while the user speaks; False until the engine is ready."""

    def begin(self, take_id: str, path: Path) -> None:
        """A take has begun; its audio is being appended to the WAV file at `path`."""

    def advance(self, take_id: str, frames: int) -> None:
        """`frames` frames of it are on disk now."""

    def finish(self, take_id: str, frames: int) -> None:
        """It is complete: answer with `Heard` or `HearingFailed`. Needs no `advance` before it."""

    def forget(self, take_id: str) -> None:
        """It is not wanted any more (start over, abandoned)."""

    def close(self) -> None:
        """End the child."""
