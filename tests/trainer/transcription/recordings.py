"""Recordings to hear, as samples and as take files."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from trainer.records import SAMPLE_RATE

DATA = Path(__file__).parents[2] / "data"
Pcm = npt.NDArray[np.int16]


def recording(name: str) -> Pcm:
    pcm, rate = soundfile.read(DATA / f"{name}.ogg", dtype="int16")
    assert rate == SAMPLE_RATE
    return np.asarray(pcm)


def write_take(path: Path, pcm: Pcm) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(pcm.tobytes())
    return path
