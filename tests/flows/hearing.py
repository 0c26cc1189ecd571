"""Tells whether a sound was heard in a recording, however it was delayed or filtered on its way.

Speech is known by the course of its loudness in bands, a tone by its pitch.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from tests.virtual_sound import RATE

ALIKE = 0.75
"""Measured over all prompts: 0.90 or more for themselves, even with gaps, 0.67 or less for others."""
STEP_S = 0.02
PIECE_S = 0.6
"""A busy machine stutters; pieces of this length mostly lie between two gaps."""
BANDS_HZ = np.geomspace(300, 3400, 13)
"""What a telephone lets through."""

Course = npt.NDArray[np.float64]
"""Loudness, shape (steps of 20 ms, bands)."""


def likeness(heard: npt.NDArray[np.int16], sound: Path) -> float:
    """How well most of `sound` is found in `heard` (16 kHz), from 0 to 1; above `ALIKE` it was heard."""
    samples, rate = soundfile.read(sound, dtype="float32", always_2d=True)
    wanted = _course(soxr.resample(samples.mean(axis=1), rate, RATE))
    line = _course(heard.astype(np.float32) / 32768)
    steps = round(PIECE_S / STEP_S)
    if len(line) < steps:
        return 0.0
    starts = range(0, len(wanted) - steps + 1, steps)
    return float(np.median([_best_fit(line, wanted[start : start + steps]) for start in starts]))


def pitch_hz(heard: npt.NDArray[np.int16]) -> int:
    """The strongest frequency in the newest second of `heard` (16 kHz); 0 while there is less, or silence."""
    second = heard[-RATE:].astype(np.float32)
    return int(np.argmax(np.abs(np.fft.rfft(second)))) if len(second) == RATE and second.any() else 0


def _course(samples: npt.NDArray[np.floating]) -> Course:
    step = round(RATE * STEP_S)
    blocks = samples[: len(samples) // step * step].reshape(-1, step) * np.hanning(step)
    energy = np.abs(np.fft.rfft(blocks, axis=1)) ** 2
    places = np.searchsorted(np.fft.rfftfreq(step, 1 / RATE), BANDS_HZ)
    bands = [energy[:, low:high].sum(axis=1) for low, high in pairwise(places)]
    # The fourth root, about as an ear weighs it: loud vowels would otherwise hide all else.
    course: Course = np.stack(bands, axis=1) ** 0.25
    return course


def _best_fit(line: Course, piece: Course) -> float:
    """Correlation of `piece` with its best place in `line`."""
    places = np.lib.stride_tricks.sliding_window_view(line, len(piece), axis=0)
    places = places - places.mean(axis=2, keepdims=True)
    pattern = (piece - piece.mean(axis=0)).T
    size = np.sqrt((places**2).sum(axis=(1, 2))) * np.linalg.norm(pattern)
    fits = np.einsum("nbk,bk->n", places, pattern) / np.maximum(size, 1e-9)
    return float(np.max(fits))
