"""Vosk: shows words while the user speaks. The only module that imports `vosk`."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import vosk

from trainer.errors import RecogniserError
from trainer.records import SAMPLE_RATE, Word
from trainer.transcription import Hearing, Transcriber
from trainer.transcription.models import missing_parts

PIECE_FRAMES = SAMPLE_RATE // 5
"""Samples decoded at a time (200 ms): short enough for words to appear as they are spoken. Always this
many, however the audio is fed, because the decoder's answer depends a little on where its pieces end."""


def load(model_dir: Path, name: str) -> Transcriber:
    """The engine with the model in `model_dir`, ready to hear. A corrupt model may abort the process.

    Raises:
        RecogniserError: the folder does not hold a Vosk model, or Vosk refuses it.
    """
    return VoskTranscriber(_model(model_dir), name)


def knows_word(model_dir: Path, word: str) -> bool:
    """Whether `word` is in the vocabulary of the model in `model_dir`, which is loaded to find out.

    Raises:
        RecogniserError: as `load`.
    """
    return bool(_model(model_dir).vosk_model_find_word(word) >= 0)


def _model(model_dir: Path) -> Any:
    # Vosk gives its reasons on stderr only, so what can be told beforehand is told here.
    missing = missing_parts(model_dir)
    if missing:
        raise RecogniserError(
            f"{model_dir} is not a complete Vosk speech model: {' and '.join(missing)} not found.",
            "Fetch or import the model again.",
        )
    vosk.SetLogLevel(-1)
    try:
        # Only ever by path: Model(lang=...) and Model(model_name=...) go to the network.
        return vosk.Model(str(model_dir.resolve()))
    except Exception as error:  # Vosk raises nothing narrower.
        raise RecogniserError(
            f"Vosk cannot read the speech model in {model_dir}.", "Fetch or import the model again."
        ) from error


class VoskTranscriber:
    """A loaded Vosk model, shared by all takes."""

    streams = True

    def __init__(self, model: Any, name: str) -> None:
        self.name = name
        self._model = model

    def hear(self) -> Hearing:
        """Begin one take, with a recogniser of its own."""
        return VoskHearing(self._model)


class VoskHearing:
    """One take. Vosk closes a segment at every longer pause; all of them together are the take."""

    def __init__(self, model: Any) -> None:
        self._recogniser = vosk.KaldiRecognizer(model, SAMPLE_RATE)
        self._recogniser.SetWords(True)
        self._waiting = np.empty(0, np.int16)
        self._words: list[Word] = []
        self._text = ""

    def feed(self, pcm: npt.NDArray[np.int16]) -> str | None:
        """Decode what makes whole pieces, keep the rest; the words so far if they changed."""
        waiting = np.concatenate((self._waiting, pcm))
        whole = len(waiting) - len(waiting) % PIECE_FRAMES
        for start in range(0, whole, PIECE_FRAMES):
            self._decode(waiting[start : start + PIECE_FRAMES])
        self._waiting = waiting[whole:]
        text = " ".join([*(word.word for word in self._words), *self._partial()])
        if text == self._text:
            return None
        self._text = text
        return text

    def finish(self) -> tuple[Word, ...]:
        """All words of the take; a second call has nothing more to add and returns the same."""
        if len(self._waiting):
            self._decode(self._waiting)
            self._waiting = self._waiting[:0]
        self._words += _words(self._recogniser.FinalResult())
        return tuple(self._words)

    def _decode(self, piece: npt.NDArray[np.int16]) -> None:
        if self._recogniser.AcceptWaveform(piece.tobytes()):
            self._words += _words(self._recogniser.Result())

    def _partial(self) -> Iterable[str]:
        return str(json.loads(self._recogniser.PartialResult()).get("partial", "")).split()


def _words(result: str) -> list[Word]:
    """The words of one of Vosk's JSON results; without words it has no "result" at all."""
    return [
        Word(
            word=item["word"],
            start_s=item["start"],
            end_s=item["end"],
            confidence=item["conf"] if math.isfinite(item["conf"]) else None,
        )
        for item in json.loads(result).get("result", [])
    ]


if __name__ == "__main__":
    # `python -m trainer.transcription.vosk_engine MODEL_DIR WORD`: a process of its own, because loading
    # a corrupt model may abort. Status 0: the model knows the word.
    sys.exit(0 if knows_word(Path(sys.argv[1]), sys.argv[2]) else 1)
