"""The outline of a recording's loudness, for drawing it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from trainer.records import SAMPLE_RATE

Envelope = npt.NDArray[np.float32]
"""Loudness from 0 to 1, `STEPS_A_SECOND` values a second."""

STEPS_A_SECOND = 100
# A take that is all but silent is drawn as such, not blown up to full height.
_LEAST_PEAK = 0.02


def envelope(pcm: bytes) -> Envelope:
    """The envelope of 16 kHz mono int16 samples (little endian), the loudest place being 1."""
    samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], dtype="<i2").astype(np.float32) / 32768
    step = SAMPLE_RATE // STEPS_A_SECOND
    whole = len(samples) // step * step
    if whole == 0:
        return np.zeros(0, dtype=np.float32)
    peaks = np.abs(samples[:whole]).reshape(-1, step).max(axis=1)
    loudest = max(float(peaks.max()), _LEAST_PEAK)
    # The root lifts quiet consonants into sight; a linear picture shows vowels only.
    shape: Envelope = np.sqrt(peaks / loudest).astype(np.float32)
    return shape


def loudest_between(shape: Envelope, start_s: float, end_s: float) -> float:
    """The highest value from `start_s` to `end_s`; 0 outside the recording."""
    first, last = int(start_s * STEPS_A_SECOND), int(end_s * STEPS_A_SECOND) + 1
    part = shape[max(0, first) : max(0, last)]
    return float(part.max()) if len(part) else 0.0
