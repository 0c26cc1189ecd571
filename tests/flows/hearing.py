"""Tells whether a sound was heard in a recording, however it was delayed or filtered on its way.

Speech is known by the course of its loudness, a tone by its pitch.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from tests.virtual_sound import RATE

STEP_S = 0.02


def likeness(heard: npt.NDArray[np.int16], sound: Path) -> float:
    """How well `sound` fits its best place in `heard` (16 kHz): correlation of loudness, -1 to 1."""
    samples, rate = soundfile.read(sound, dtype="float32", always_2d=True)
    pattern = _loudness(samples.mean(axis=1), rate)
    line = _loudness(heard.astype(np.float32) / 32768, RATE)
    if len(line) < len(pattern):
        return -1.0
    places = np.lib.stride_tricks.sliding_window_view(line, len(pattern))
    places = places - places.mean(axis=1, keepdims=True)
    pattern = pattern - pattern.mean()
    size = np.linalg.norm(places, axis=1) * np.linalg.norm(pattern)
    return float(np.max(places @ pattern / np.maximum(size, 1e-9)))


def pitch_hz(heard: npt.NDArray[np.int16]) -> int:
    """The strongest frequency in the newest second of `heard` (16 kHz); 0 while there is less, or silence."""
    second = heard[-RATE:].astype(np.float32)
    return int(np.argmax(np.abs(np.fft.rfft(second)))) if len(second) == RATE and second.any() else 0


def _loudness(samples: npt.NDArray[np.float32], rate: int) -> npt.NDArray[np.float32]:
    """Root mean square of every 20 ms."""
    step = int(rate * STEP_S)
    blocks = samples[: len(samples) // step * step].reshape(-1, step)
    result: npt.NDArray[np.float32] = np.sqrt((blocks**2).mean(axis=1))
    return result
