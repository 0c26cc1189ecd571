"""What the embedded engine makes of Whisper's pieces, and of a voice and its absence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
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
    end: float = 0.0


class FakeModel:
    """Whisper's `transcribe`, answering with given pieces, or at each call with the next of given answers."""

    def __init__(self, *pieces: Piece, answers: Sequence[list[Segment]] = ()) -> None:
        self._answers = list(answers) or [[Segment(list(pieces)), Segment(None)]]
        self.seconds: list[float] = []
        """Length of what was to be decoded, call by call."""

    def transcribe(self, audio: npt.NDArray[np.float32], **options: object) -> tuple[list[Segment], None]:
        self.seconds.append(len(audio) / SAMPLE_RATE)
        return self._answers[min(len(self.seconds), len(self._answers)) - 1], None


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


def heard_from(pcm: Pcm, model: FakeModel) -> list[str]:
    hearing = WhisperHearing(model)
    hearing.feed(pcm)
    return [word.word for word in hearing.finish()]


def test_words_for_less_sound_than_a_word_has_are_not_asked_for() -> None:
    spans = spans_of(SPEECH)
    seconds = spans[-1].end_s - spans[0].start_s
    said, made_up = [Piece(" bye.", 1.0, 1.3)], [Piece(" Thank", 1.3, 1.3), Piece(" you.", 1.3, 1.4)]
    near, far = Segment(said, end=seconds - 0.4), Segment(said, end=seconds - 0.9)
    last = Segment(made_up, end=seconds)
    assert heard_from(SPEECH, FakeModel(answers=[[near, last]])) == ["bye."]
    assert heard_from(SPEECH, FakeModel(answers=[[far, last]])) == ["bye.", "Thank", "you."]


def test_a_take_in_which_the_place_was_lost_is_decoded_again_from_there() -> None:
    pcm = np.concatenate([SPEECH] * 4)
    spans = spans_of(pcm)
    offset_s, seconds = spans[0].start_s, spans[-1].end_s - spans[0].start_s
    lost = [Piece(" Hello", 0.5, 0.9), Piece(" you", 2.0, seconds)]
    rest = [Piece(" you", 0.1, 0.3), Piece(" there", 0.4, 0.8), Piece(" bye", 1.0, 1.4)]
    model = FakeModel(answers=[[Segment(lost, end=seconds)], [Segment(rest, end=seconds - 2)]])
    hearing = WhisperHearing(model)
    hearing.feed(pcm)
    words = hearing.finish()
    assert [word.word for word in words] == ["Hello", "you", "there", "bye"]
    assert words[1].start_s == pytest.approx(offset_s + 2.1, abs=0.01)
    assert model.seconds[1] == pytest.approx(model.seconds[0] - 2.0, abs=0.01)


def test_a_word_that_stays_too_long_is_kept_in_the_end() -> None:
    pcm = np.concatenate([SPEECH] * 4)
    seconds = spans_of(pcm)[-1].end_s
    model = FakeModel(answers=[[Segment([Piece(" Aaah", 0.3, seconds)], end=seconds)]])
    assert heard_from(pcm, model) == ["Aaah"]
    assert len(model.seconds) == 1


def test_a_long_number_in_one_word_is_not_taken_for_a_lost_place() -> None:
    pcm = np.concatenate([SPEECH] * 4)
    seconds = spans_of(pcm)[-1].end_s
    model = FakeModel(Piece(" Hello", 0.5, 0.9), Piece(" 01134960107", 2.0, seconds))
    assert heard_from(pcm, model) == ["Hello", "01134960107"]
    assert len(model.seconds) == 1


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
    assert sum(model.seconds) <= len(SPEECH) / SAMPLE_RATE


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
