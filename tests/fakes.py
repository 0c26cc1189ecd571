"""Fakes of the core's protocols: no devices, no Qt, no waiting unless asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from trainer.audio import Captured, CaptureFailed, Pcm, Played, PlayFailed, Sink, Sound
from trainer.audio.capture import DeviceConverter
from trainer.errors import DeviceError
from trainer.records import SAMPLE_RATE, Transcript, Word
from trainer.transcription import Heard, HearingFailed, PartialWords


class VirtualClock:
    """A monotonic clock that moves only when told. Call it for the time in seconds."""

    def __init__(self, now_s: float = 100.0) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s

    def advance(self, seconds: float) -> None:
        self.now_s += seconds


@dataclass
class FakePlayer:
    """A `Player` that plays at once: "started" and "ended" reach the sink inside `play`.

    `clock` stamps the reports; a `VirtualClock` moves on by each sound's length. `hold=True` leaves sounds
    playing until `end_sound()`, so that `stop()` can cut them short. `failures` maps a sound's name to the
    message with which playing it fails.
    """

    sink: Sink
    clock: Callable[[], float] = time.monotonic
    hold: bool = False
    failures: dict[str, str] = field(default_factory=dict)
    played: list[tuple[str, Sound, bool]] = field(default_factory=list)
    """Tag, sound and `ring` of everything asked for, in order."""
    queued: list[tuple[str, Sound]] = field(default_factory=list)
    """What is playing (first) and waiting, with `hold`."""
    stops: int = 0
    closed: bool = False

    def play(self, sound: Sound, tag: str, *, ring: bool = False) -> None:
        self.played.append((tag, sound, ring))
        if sound.name in self.failures:
            self.sink(PlayFailed(tag, self.failures[sound.name]))
            return
        self.queued.append((tag, sound))
        if len(self.queued) == 1:
            self.sink(Played(tag, "started", self.clock()))
        if not self.hold:
            self.end_sound()

    def end_sound(self) -> None:
        """What is playing is heard to its end, and the next begins."""
        tag, sound = self.queued.pop(0)
        if isinstance(self.clock, VirtualClock):
            self.clock.advance(sound.seconds)
        self.sink(Played(tag, "ended", self.clock()))
        if self.queued:
            self.sink(Played(self.queued[0][0], "started", self.clock()))

    def stop(self) -> None:
        self.stops += 1
        if self.queued:
            self.sink(Played(self.queued[0][0], "stopped", self.clock()))
        self.queued.clear()

    def release(self) -> None:
        self.stop()

    def close(self) -> None:
        self.stop()
        self.closed = True


@dataclass(frozen=True)
class Gap:
    """The device loses `seconds` of sound and flags the next block."""

    seconds: float


@dataclass(frozen=True)
class Vanish:
    """The device is pulled out: nothing comes after it but the report."""

    message: str = "The microphone vanished."


def blocks_of(pcm: Pcm, seconds: float = 0.02) -> list[Pcm]:
    """`pcm` cut into device blocks of `seconds` (the last may be shorter)."""
    step = round(seconds * SAMPLE_RATE)
    return [pcm[start : start + step] for start in range(0, len(pcm), step)]


def silence(seconds: float) -> Pcm:
    """All-zero samples."""
    return np.zeros(round(seconds * SAMPLE_RATE), np.int16)


class FakeMicrophone:
    """A `Microphone` that delivers scripted 16 kHz blocks.

    By default the test asks for blocks with `deliver()`; with `live=True` a thread delivers them at the
    pace of a real device. `refuses` is the message with which `open` fails. After the script come blocks of
    zeros for as long as blocks are asked for, as from a quiet room.
    """

    def __init__(
        self,
        sink: Sink,
        script: Iterable[Pcm | Gap | Vanish] = (),
        *,
        clock: Callable[[], float] | None = None,
        refuses: str | None = None,
        live: bool = False,
    ) -> None:
        self.sink = sink
        self.script = list(script)
        self.refuses = refuses
        self.is_open = False
        self.opened = 0
        self._clock = clock or (time.monotonic if live else VirtualClock())
        self._live = live
        self._overflowed = False
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> DeviceConverter:
        if self.refuses is not None:
            raise DeviceError(self.refuses)
        self.is_open = True
        self.opened += 1
        self._closing.clear()
        if self._live:
            self._thread = threading.Thread(target=self._deliver_live, name="fake microphone", daemon=True)
            self._thread.start()
        return DeviceConverter(SAMPLE_RATE, 1)

    def deliver(self, count: int = 1) -> None:
        """Hand the next `count` steps of the script to the sink."""
        for _ in range(count):
            if self.is_open:
                self._deliver_one()

    def close(self) -> None:
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.is_open = False

    def _deliver_one(self) -> None:
        """Deliver the next step of the script."""
        step = self.script.pop(0) if self.script else silence(0.02)
        if isinstance(step, Vanish):
            self.is_open = False
            self.sink(CaptureFailed(step.message))
            return
        if isinstance(step, Gap):
            self._overflowed = True
            self._pass(step.seconds)
            return
        seconds = len(step) / SAMPLE_RATE
        self._pass(seconds)
        self.sink(Captured(step.tobytes(), self._clock(), self._overflowed))
        self._overflowed = False

    def _pass(self, seconds: float) -> None:
        if isinstance(self._clock, VirtualClock):
            self._clock.advance(seconds)
        elif self._live:
            self._closing.wait(seconds)

    def _deliver_live(self) -> None:
        while self.is_open and not self._closing.is_set():
            self._deliver_one()


class FakeRecogniser:
    """A `Recogniser` that answers at once with the words it was given, or fails as it is told.

    `hears` maps a turn's number in the order of finishing to its words; the last entry serves the rest. A
    guess at a reply that still goes on hears what the reply will. `slow`: it never answers.
    """

    def __init__(
        self, sink: Sink, hears: list[str], *, streams: bool = False, fails: str = "", slow: bool = False
    ) -> None:
        self.sink = (lambda _: None) if slow else sink
        self.hears = hears
        self.streams = streams
        self.fails = fails
        self.begun: dict[str, Path] = {}
        self.finished: list[tuple[str, int]] = []
        self.forgotten: list[str] = []
        self.closed = False

    def begin(self, take_id: str, path: Path) -> None:
        self.begun[take_id] = path

    def advance(self, take_id: str, frames: int) -> None:
        if self.streams:
            self.sink(PartialWords(take_id, self.hears[0]))

    def finish(self, take_id: str, frames: int) -> None:
        self.finished.append((take_id, frames))
        if self.fails:
            self.sink(HearingFailed(take_id, self.fails))
            return
        text = self.hears[min(self._number(take_id), len(self.hears) - 1)].split()
        step = frames / SAMPLE_RATE / max(1, len(text))
        words = tuple(
            Word(word=word, start_s=step * n, end_s=step * (n + 1), confidence=0.9)
            for n, word in enumerate(text)
        )
        self.sink(Heard(take_id, Transcript(engine="fake", words=words), 0.01))

    def _number(self, take_id: str) -> int:
        takes = dict.fromkeys(asked.partition("-")[0] for asked, _ in self.finished)
        return list(takes).index(take_id.partition("-")[0])

    def forget(self, take_id: str) -> None:
        self.forgotten.append(take_id)

    def close(self) -> None:
        self.closed = True
