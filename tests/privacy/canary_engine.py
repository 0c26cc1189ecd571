"""An engine that hears, again and again, a word that stands nowhere else. Runs in the recogniser's child."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from trainer.records import SAMPLE_RATE, Word

CANARY = "quibblezanthe"
SAID = (CANARY, "please", "look", "at", "our", "website")
"""A word a second; the last ones are what the one fix will be about."""


def load(model_dir: Path, name: str) -> CanaryTranscriber:
    return CanaryTranscriber(name)


class CanaryTranscriber:
    streams = False

    def __init__(self, name: str) -> None:
        self.name = name

    def hear(self) -> CanaryHearing:
        return CanaryHearing()


class CanaryHearing:
    def __init__(self) -> None:
        self._frames = 0

    def feed(self, pcm: npt.NDArray[np.int16]) -> str | None:
        self._frames += len(pcm)
        return None

    def finish(self) -> tuple[Word, ...]:
        seconds = range(self._frames // SAMPLE_RATE)
        return tuple(
            Word(word=SAID[n % len(SAID)], start_s=float(n), end_s=n + 0.5, confidence=0.9) for n in seconds
        )
