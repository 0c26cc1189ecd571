"""A stored take heard by another engine: all of it or nothing, and what belonged to the old words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.trainer.test_session import VOICEMAIL, WORDS, babble, from_files, rig
from trainer.errors import ModelMissing, RecogniserError, UnknownName
from trainer.records import Attempt, Correct, Dispute, Transcript, Undo, Word
from trainer.rigs.scripted import Step
from trainer.transcription import whisper_engine
from trainer.transcription.engines import EMBEDDED, EngineChoice
from trainer.worker import Worker
from trainer.worker.second_hearing import Hear, SecondHearing


@pytest.fixture(autouse=True)
def _embedded_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is really installed must not matter: nothing here loads it."""
    monkeypatch.setattr(whisper_engine, "available", lambda: True)
    monkeypatch.setattr(whisper_engine, "model_dir", lambda: Path())


def fresh_ears(path: Path, choice: EngineChoice) -> Transcript:
    assert path.is_file()
    words = tuple(
        Word(word=word, start_s=n * 0.4, end_s=n * 0.4 + 0.3) for n, word in enumerate(["hello", "ann"])
    )
    return Transcript(engine=choice.name, words=words)


def deaf_ears(path: Path, choice: EngineChoice) -> Transcript:
    raise RecogniserError("The engine has stopped.")


@contextmanager
def heard_once(folder: Path, hear: Hear) -> Iterator[tuple[Worker, Attempt, SecondHearing]]:
    with rig(folder) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        worker = made.worker
        with closing(SecondHearing(worker.store, folder, worker.guide_records, hear)) as second:
            yield worker, attempt, second


def test_another_engine_is_asked_and_what_the_first_heard_stays(tmp_path: Path) -> None:
    with heard_once(tmp_path, fresh_ears) as (_, attempt, second):
        again = second.hear(attempt.id, EMBEDDED).result(timeout=20)
    (turn,) = again.turns
    assert turn.take
    assert [one.text for one in turn.transcripts[turn.take.id]] == [WORDS, "hello ann"]
    assert again.engine == EMBEDDED
    assert again.feedback
    assert again.feedback.counts.words == 2
    assert again.state == "judged"


def test_corrections_of_the_old_words_are_taken_back_and_disputes_hold(tmp_path: Path) -> None:
    dispute = Dispute(check="own-name")
    with heard_once(tmp_path, fresh_ears) as (worker, attempt, second):
        last = len(WORDS.split()) - 1
        correct = Correct(turn=0, first_word=last, last_word=last, words=("soon",))
        worker.review.revise(attempt.id, correct).result(timeout=20)
        worker.review.revise(attempt.id, dispute).result(timeout=20)
        again = second.hear(attempt.id, EMBEDDED).result(timeout=20)
    assert again.revisions == (correct, dispute, Undo(n=2), dispute)
    assert again.turns[0].transcript
    assert again.feedback
    assert [found.check for found in again.feedback.findings if found.disputed] == ["own-name"]


def test_without_corrections_the_log_does_not_grow(tmp_path: Path) -> None:
    dispute = Dispute(check="own-name")
    with heard_once(tmp_path, fresh_ears) as (worker, attempt, second):
        worker.review.revise(attempt.id, dispute).result(timeout=20)
        again = second.hear(attempt.id, EMBEDDED).result(timeout=20)
    assert again.revisions == (dispute,)


def test_what_could_not_be_heard_changes_nothing(tmp_path: Path) -> None:
    with heard_once(tmp_path, deaf_ears) as (worker, attempt, second):
        with pytest.raises(RecogniserError, match="has stopped"):
            second.hear(attempt.id, EMBEDDED).result(timeout=20)
        kept = worker.review.attempt(attempt.id).result(timeout=20)
    assert kept == attempt


@pytest.mark.parametrize(
    ("engine", "error"), [("telepathy", UnknownName), ("vosk", ModelMissing), ("vosk:gone", UnknownName)]
)
def test_an_engine_that_is_not_here(tmp_path: Path, engine: str, error: type[Exception]) -> None:
    with heard_once(tmp_path, fresh_ears) as (worker, attempt, _), pytest.raises(error):
        worker.review.hear_with(attempt.id, engine).result(timeout=20)
