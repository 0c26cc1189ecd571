"""What a retake sounds like: the sign to speak, and the reply with the new part in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from trainer.audio import Pcm, Sound
from trainer.audio.splice import splice
from trainer.audio.takes import read_take
from trainer.practice.retake import Retaken
from trainer.records import SAMPLE_RATE

CUE_S = 0.12
"""Long enough to be heard as a sign, short enough not to be waited for."""


def cue(beep: Sound) -> Sound:
    """The beginning of the beep, faded out: speak now."""
    pcm = beep.pcm[: round(CUE_S * beep.rate)]
    return Sound("cue", (pcm * np.linspace(1.0, 0.0, len(pcm))).astype(np.int16), beep.rate)


def spliced(data_dir: Path, made: Retaken) -> Pcm:
    """The reply's samples with those of the retake in their place.

    Raises:
        WorldError, OSError: a recording cannot be read.
    """
    original = read_take(data_dir / made.original.path)
    part = read_take(data_dir / made.take.path, made.part.start_s, made.part.end_s)
    first, last = (
        min(len(original), round(at_s * SAMPLE_RATE)) for at_s in (made.place.start_s, made.place.end_s)
    )
    return splice(original, (first, last), part)
