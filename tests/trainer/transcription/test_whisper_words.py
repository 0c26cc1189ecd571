"""What the embedded engine makes of Whisper's pieces, and of a voice and its absence."""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest

from tests.trainer.transcription.recordings import Pcm, recording
from trainer.records import SAMPLE_RATE, Span, Word
from trainer.transcription.whisper_engine import VOICED_MARGIN_S, Voice, WhisperHearing


class Piece(NamedTuple):
    word: str
    start: float
    end: float
    probability: float = 0.9


class Segment(NamedTuple):
    words: list[Piece] | None


class FakeModel:
    """Whisper's `transcribe`, answering with given pieces."""

    def __init__(self, *pieces: Piece) -> None:
        self._pieces = list(pieces)
        self.seconds = 0.0

    def transcribe(self, audio: npt.NDArray[np.float32], **options: object) -> tuple[list[Segment], None]:
        self.seconds = len(audio) / SAMPLE_RATE
        return [Segment(self._pieces), Segment(None)], None


SPEECH = recording("english")


def spans_of(pcm: Pcm) -> list[Span]:
    voice = Voice()
    voice.feed(pcm)
    return voice.spans()


def heard(pcm: Pcm, *pieces: Piece) -> tuple[Word, ...]:
    """What becomes of Whisper's `pieces`, whose times are meant from the start of `pcm`."""
    offset_s = spans_of(pcm)[0].start_s
    relative = [Piece(text, start - offset_s, end - offset_s, p) for text, start, end, p in pieces]
    hearing = WhisperHearing(FakeModel(*relative))
    hearing.feed(pcm)
    return hearing.finish()


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([" 0113", "-4960", "-01", "-07."], ["0113", "4960", "01", "07."]),
        ([" call", "-back,"], ["call", "back,"]),
        ([" 0113.496.0107"], ["0113", "496", "0107"]),
        ([" 3", ".5", " percent"], ["3.5", "percent"]),
        ([" don", "'t"], ["don't"]),
        ([" -", " um", "..."], ["um..."]),
        ([" café", "–déjà"], ["café", "déjà"]),
        ([" ..."], []),
    ],
)
def test_pieces_become_words(pieces: list[str], expected: list[str]) -> None:
    timed = [Piece(text, 1 + n / 10, 1.1 + n / 10) for n, text in enumerate(pieces)]
    assert [word.word for word in heard(SPEECH, *timed)] == expected


def test_the_parts_of_a_number_share_its_time_by_their_length() -> None:
    first, second = heard(SPEECH, Piece(" 0113-49", 1.0, 1.6, 0.5))
    assert (first.start_s, first.end_s) == pytest.approx((1.0, 1.4), abs=0.01)
    assert (second.start_s, second.end_s) == pytest.approx((1.4, 1.6), abs=0.01)
    assert first.confidence == second.confidence == 0.5


def test_words_made_up_in_a_pause_are_dropped() -> None:
    seconds = len(SPEECH) / SAMPLE_RATE
    pcm = np.concatenate((SPEECH, np.zeros(4 * SAMPLE_RATE, np.int16), SPEECH))
    made_up = Piece(" hmm.", seconds + 2, seconds + 2.2)
    words = heard(pcm, Piece(" Hello", 0.6, 0.9), made_up, Piece(" you", seconds + 8, seconds + 8.2))
    assert [word.word for word in words] == ["Hello", "you"]


def test_times_that_overlap_or_overrun_are_put_right() -> None:
    seconds = len(SPEECH) / SAMPLE_RATE
    one, two, three = heard(
        SPEECH, Piece(" one", 1.0, 1.5), Piece(" two", 0.9, 1.6), Piece(" three", seconds - 1, seconds + 1)
    )
    assert one.start_s <= two.start_s <= three.start_s
    assert three.end_s == seconds


def test_silence_before_and_after_is_not_decoded() -> None:
    model = FakeModel()
    hearing = WhisperHearing(model)
    for pcm in (np.zeros(5 * SAMPLE_RATE, np.int16), SPEECH, np.zeros(9 * SAMPLE_RATE, np.int16)):
        hearing.feed(pcm)
    hearing.finish()
    assert model.seconds <= len(SPEECH) / SAMPLE_RATE


def test_without_a_voice_the_model_is_not_even_asked() -> None:
    hearing = WhisperHearing(model=None)
    rng = np.random.default_rng(3)
    hearing.feed(rng.integers(-200, 200, 3 * SAMPLE_RATE).astype(np.int16))
    assert hearing.finish() == ()


def test_voice_is_found_where_it_is() -> None:
    spans = spans_of(np.concatenate((np.zeros(2 * SAMPLE_RATE, np.int16), SPEECH)))
    assert spans[0].start_s == pytest.approx(2.5 - VOICED_MARGIN_S, abs=0.15)


def test_asking_for_the_engine_does_not_load_it() -> None:
    code = """
import sys
from trainer.transcription import engines, models, recogniser
assert engines.whisper_engine.available()
print([name for name in ("vosk", "faster_whisper", "ctranslate2", "requests") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
