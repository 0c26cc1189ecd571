"""An engine that does as the take says: its first sample is the order. Runs in the real child process."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt

from trainer.errors import RecogniserError
from trainer.records import SAMPLE_RATE, Word

SPEAK, CRASH, CRASH_ONCE, HANG, RAISE, CRASH_EARLY, EAT, RAVE = range(1, 9)
"""Orders. CRASH_ONCE and CRASH_EARLY crash while the take is fed, the others when it is finished. RAVE: the
words are none."""
MUCH = 64 * 1024**3
"""Bytes that EAT asks for. They are never written to, so that a machine without a limit does not suffer."""


def load(model_dir: Path, name: str) -> ScriptedTranscriber:
    """`model_dir` is named after what loading should do."""
    print("a library that prints where answers go")
    print("a library that complains", file=sys.stderr)
    if model_dir.name == "refused":
        raise RecogniserError("This model is not for us.", "Take another.")
    if not model_dir.is_dir():
        raise RecogniserError("The model is gone.", "Fetch it again.")
    if model_dir.name == "crashing":
        os.abort()
    if model_dir.name == "hanging":
        time.sleep(600)
    return ScriptedTranscriber(model_dir, name)


class ScriptedTranscriber:
    streams = True

    def __init__(self, model_dir: Path, name: str) -> None:
        self.name, self._model_dir = name, model_dir

    def hear(self) -> ScriptedHearing:
        return ScriptedHearing(self._model_dir)


class ScriptedHearing:
    """Hears one word "héllo" for each tenth of a second."""

    def __init__(self, model_dir: Path) -> None:
        self._crashed = model_dir / "crashed"
        self._order = 0
        self._frames = 0

    def feed(self, pcm: npt.NDArray[np.int16]) -> str | None:
        self._order = self._order or int(pcm[0])
        self._frames += len(pcm)
        if self._order == CRASH_EARLY:
            os.abort()
        if self._order == CRASH_ONCE and not self._crashed.exists():
            self._crashed.touch()
            os.abort()
        return " ".join(word.word for word in self._words())

    def finish(self) -> tuple[Word, ...]:
        if self._order == CRASH:
            os.abort()
        if self._order == HANG:
            time.sleep(600)
        if self._order == RAISE:
            raise ValueError("odd take")
        if self._order == RAVE:
            return (Word(word=7, start_s=float("nan"), end_s=1.0),)  # type: ignore[arg-type]
        if self._order == EAT:
            np.empty(MUCH, np.uint8)
        return tuple(self._words())

    def _words(self) -> list[Word]:
        step = SAMPLE_RATE // 10
        return [
            Word(word="héllo", start_s=n / 10, end_s=(n + 1) / 10, confidence=None)
            for n in range(self._frames // step)
        ]
