"""Part of a recording as it is heard over a telephone line, as loud as the voices of a call."""

from __future__ import annotations

import numpy as np

from trainer.audio import Pcm, Sound
from trainer.records import SAMPLE_RATE

SPEECH_DBFS = -22.5
"""Median level of the voiced blocks of the shipped voices (24 of them measured: -26 to -19)."""
MOST_GAIN_DB = 18.0
"""A recording that is fainter still is left faint: its noise would become as loud as its words."""
FADE_S = 0.02
"""Cut edges click without it."""


def excerpt(name: str, pcm: Pcm, speech_dbfs: float | None) -> Sound:
    """16 kHz mono `pcm` as a sound over the line; `speech_dbfs` is its own level, None if unknown."""
    gain_db = min(MOST_GAIN_DB, SPEECH_DBFS - speech_dbfs) if speech_dbfs is not None else 0.0
    samples = pcm.astype(np.float32) * 10 ** (gain_db / 20)
    fade = np.linspace(0.0, 1.0, min(round(FADE_S * SAMPLE_RATE), len(samples) // 2), dtype=np.float32)
    if len(fade):
        samples[: len(fade)] *= fade
        samples[-len(fade) :] *= fade[::-1]
    limited = np.clip(np.rint(samples), -32768, 32767).astype(np.int16)
    return Sound(name, limited, SAMPLE_RATE, over_the_line=True)
