"""The child process as the session sees it: whatever the engine does, there is an answer."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from tests.trainer.transcription.recordings import recording, write_take
from tests.trainer.transcription.scripted_engine import (
    CRASH,
    CRASH_EARLY,
    CRASH_ONCE,
    EAT,
    HANG,
    RAISE,
    RAVE,
    SPEAK,
)
from trainer.errors import RecogniserError, WorldError
from trainer.paths import ROOT
from trainer.records import SAMPLE_RATE
from trainer.transcription import EngineReady, Heard, HearingFailed, PartialWords
from trainer.transcription.engines import EngineChoice, available
from trainer.transcription.recogniser import ChildRecogniser, transcribe_file, transcribe_pcm

Answer = TypeVar("Answer")
PATIENCE_S = 60.0
SCRIPTED = "tests.trainer.transcription.scripted_engine"


class Listening:
    """A recogniser with its answers."""

    def __init__(self, model_dir: Path, **limits: float) -> None:
        self.answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        choice = EngineChoice("scripted", SCRIPTED, model_dir)
        self.recogniser = ChildRecogniser(choice, self.answers.put, **limits)

    def next(self, kind: type[Answer]) -> Answer:
        answer = self.answers.get(timeout=PATIENCE_S)
        assert isinstance(answer, kind), answer
        return answer

    def skip_to(self, kind: type[Answer]) -> Answer:
        while not isinstance(answer := self.answers.get(timeout=PATIENCE_S), kind):
            assert isinstance(answer, (PartialWords, EngineReady)), answer
        return answer

    def hear(self, take_id: str, path: Path, frames: int = SAMPLE_RATE) -> None:
        self.recogniser.begin(take_id, path)
        self.recogniser.finish(take_id, frames)


Listener = Callable[..., Listening]


@pytest.fixture
def listen(tmp_path: Path) -> Iterator[Listener]:
    """Makes recognisers with the scripted engine, and closes them."""
    made: list[Listening] = []

    def make(model: str = "good", **limits: float) -> Listening:
        folder = tmp_path / model
        folder.mkdir(exist_ok=True)
        made.append(Listening(folder, **limits))
        return made[-1]

    yield make
    for listening in made:
        listening.recogniser.close()


def take(folder: Path, order: int, seconds: float = 1.0) -> Path:
    """A take that tells the scripted engine what to do."""
    path = folder / f"order-{order}-{seconds}.wav"
    return write_take(path, np.full(int(seconds * SAMPLE_RATE), order, np.int16))


# --------------------------------------------------------------------------- when all is well


def test_a_complete_take_is_heard(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", take(tmp_path, SPEAK, 0.25), SAMPLE_RATE // 4)
    ready = listening.next(EngineReady)
    assert (ready.engine, ready.streams) == ("scripted", True)
    heard = listening.skip_to(Heard)
    assert heard.take_id == "t1"
    assert heard.transcript.engine == "scripted"
    assert [(word.word, word.start_s, word.end_s) for word in heard.transcript.words] == [
        ("héllo", 0.0, 0.1),
        ("héllo", 0.1, 0.2),
    ]


def test_the_engine_can_be_warmed_before_the_first_take(listen: Listener) -> None:
    listening = listen()
    assert not listening.recogniser.streams
    listening.recogniser.warm()
    listening.next(EngineReady)
    assert listening.recogniser.streams


def test_words_show_while_the_file_grows_and_its_header_is_not_filled_in(
    listen: Listener, tmp_path: Path
) -> None:
    listening, path = listen(), tmp_path / "growing.wav"
    tenth = np.full(SAMPLE_RATE // 10, SPEAK, np.int16).tobytes()
    path.write_bytes(b"RIFF????WAVE" + b"?" * 32)
    listening.recogniser.begin("t1", path)
    for n in range(1, 4):
        with path.open("ab") as file:
            file.write(tenth)
        listening.recogniser.advance("t1", n * SAMPLE_RATE // 10)
        assert listening.skip_to(PartialWords) == PartialWords("t1", " ".join(["héllo"] * n))
    listening.recogniser.finish("t1", 3 * SAMPLE_RATE // 10)
    assert listening.next(Heard).transcript.text == "héllo héllo héllo"


def test_a_take_of_no_length_has_no_words(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", write_take(tmp_path / "empty.wav", np.zeros(0, np.int16)), 0)
    assert listening.skip_to(Heard).transcript.words == ()


def test_takes_queue_and_each_is_answered(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    for n in range(5):
        listening.hear(f"t{n}", take(tmp_path, SPEAK, 5.0), 5 * SAMPLE_RATE)
    assert [listening.skip_to(Heard).take_id for _ in range(5)] == [f"t{n}" for n in range(5)]


def test_a_complete_take_goes_before_one_that_is_still_spoken(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    path = take(tmp_path, SPEAK, 60.0)
    listening.recogniser.begin("spoken", path)
    listening.recogniser.advance("spoken", 60 * SAMPLE_RATE)
    listening.hear("complete", take(tmp_path, SPEAK), SAMPLE_RATE)
    shown = []
    while not isinstance(answer := listening.answers.get(timeout=PATIENCE_S), Heard):
        shown.append(answer)
    assert answer.take_id == "complete"
    listening.recogniser.finish("spoken", 60 * SAMPLE_RATE)
    assert len(listening.skip_to(Heard).transcript.words) == 600


def test_a_forgotten_take_gets_no_answer_and_can_begin_anew(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    path = take(tmp_path, SPEAK)
    listening.recogniser.begin("t1", path)
    listening.recogniser.advance("t1", SAMPLE_RATE // 2)
    listening.skip_to(PartialWords)
    listening.recogniser.forget("t1")
    listening.recogniser.forget("never begun")
    listening.hear("t2", path)
    assert listening.next(Heard).take_id == "t2"
    listening.hear("t1", path)
    assert len(listening.skip_to(Heard).transcript.words) == 10


def test_a_take_that_begins_anew_is_heard_from_its_start(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.recogniser.begin("t1", take(tmp_path, SPEAK, 0.5))
    listening.recogniser.advance("t1", SAMPLE_RATE // 2)
    listening.skip_to(PartialWords)
    listening.hear("t1", take(tmp_path, SPEAK, 1.0))
    assert len(listening.skip_to(Heard).transcript.words) == 10


# --------------------------------------------------------------------------- when the engine fails


def test_a_crash_is_a_message_and_the_next_take_is_heard(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("bad", take(tmp_path, CRASH))
    listening.hear("good", take(tmp_path, SPEAK))
    failed = listening.skip_to(HearingFailed)
    assert failed.take_id == "bad"
    assert "stopped unexpectedly" in failed.message
    assert "recording is safe" in failed.message
    listening.next(EngineReady)
    assert listening.skip_to(Heard).take_id == "good"


def test_a_second_crash_on_one_take_says_so(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    for again in (False, True):
        listening.hear("bad", take(tmp_path, CRASH))
        failed = listening.skip_to(HearingFailed)
        assert failed.again is again
    assert "second time" in failed.message
    assert "another engine" in failed.message


def test_a_crash_while_the_user_speaks_is_made_good_at_the_end(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    path = take(tmp_path, CRASH_ONCE)
    listening.recogniser.begin("t1", path)
    listening.recogniser.advance("t1", SAMPLE_RATE // 2)
    listening.next(EngineReady)
    while not (tmp_path / "good" / "crashed").exists():
        pass
    listening.recogniser.finish("t1", SAMPLE_RATE)
    assert len(listening.skip_to(Heard).transcript.words) == 10


def test_crashing_while_spoken_and_again_at_the_end_is_a_message(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    path = take(tmp_path, CRASH_EARLY)
    listening.recogniser.begin("t1", path)
    listening.recogniser.advance("t1", SAMPLE_RATE // 2)
    listening.next(EngineReady)
    listening.recogniser.finish("t1", SAMPLE_RATE)
    assert listening.skip_to(HearingFailed).take_id == "t1"


def test_a_hang_is_ended_and_told(listen: Listener, tmp_path: Path) -> None:
    listening = listen(hear_limit_s=0.5)
    listening.hear("t1", take(tmp_path, HANG, 0.1), SAMPLE_RATE // 10)
    failed = listening.skip_to(HearingFailed)
    assert failed.take_id == "t1"
    assert "gave no answer" in failed.message


def test_an_error_in_the_engine_costs_only_that_take(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("bad", take(tmp_path, RAISE))
    assert "gave up (ValueError)" in listening.skip_to(HearingFailed).message
    listening.hear("good", take(tmp_path, SPEAK))
    assert listening.next(Heard).take_id == "good"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits what a process may write to")
def test_an_engine_that_wants_too_much_memory_is_a_message(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", take(tmp_path, EAT))
    failed = listening.skip_to(HearingFailed)
    assert failed.take_id == "t1"
    assert "Memory" in failed.message
    assert "recording is safe" in failed.message
    listening.hear("t2", take(tmp_path, SPEAK))
    assert listening.skip_to(Heard).take_id == "t2"


def test_an_engine_that_answers_nonsense_is_ended_and_told(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", take(tmp_path, RAVE))
    failed = listening.skip_to(HearingFailed)
    assert failed.take_id == "t1"
    assert "stopped unexpectedly" in failed.message
    listening.hear("t2", take(tmp_path, SPEAK))
    assert listening.skip_to(Heard).take_id == "t2"


def test_a_model_removed_while_it_is_in_use_is_told_and_the_take_can_be_heard_later(
    listen: Listener, tmp_path: Path
) -> None:
    listening = listen()
    listening.hear("t1", take(tmp_path, SPEAK))
    listening.skip_to(Heard)
    (tmp_path / "good").rmdir()
    listening.hear("t2", take(tmp_path, SPEAK))
    assert listening.skip_to(Heard).take_id == "t2", "what is loaded needs no file"
    listening.hear("t3", take(tmp_path, CRASH_EARLY))
    assert listening.skip_to(HearingFailed).take_id == "t3"
    listening.hear("t4", take(tmp_path, SPEAK))
    assert listening.next(HearingFailed) == HearingFailed(None, "The model is gone. Fetch it again.")
    told = listening.next(HearingFailed)
    assert told.take_id == "t4"
    assert "recording is safe" in told.message
    (tmp_path / "good").mkdir()
    listening.hear("t4", take(tmp_path, SPEAK))
    assert listening.skip_to(Heard).take_id == "t4", "without a restart"


def test_a_child_that_is_killed_while_idle_is_replaced_without_a_word(
    listen: Listener, tmp_path: Path
) -> None:
    listening = listen()
    listening.recogniser.warm()
    listening.next(EngineReady)
    first = listening.recogniser.child_pid
    assert first
    os.kill(first, signal.SIGKILL)
    while listening.recogniser.child_pid == first:
        pass
    listening.hear("t1", take(tmp_path, SPEAK))
    listening.next(EngineReady)
    listening.skip_to(Heard)


def test_a_recording_shorter_than_told_is_a_message(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", take(tmp_path, SPEAK), 2 * SAMPLE_RATE)
    assert "shorter than it should be" in listening.skip_to(HearingFailed).message


def test_a_missing_recording_is_a_message(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", tmp_path / "gone.wav")
    assert "cannot be read" in listening.skip_to(HearingFailed).message


# --------------------------------------------------------------------------- when it cannot be loaded


def test_a_refused_model_is_told_once_and_for_every_waiting_take(listen: Listener, tmp_path: Path) -> None:
    listening = listen("refused")
    listening.recogniser.begin("spoken", take(tmp_path, SPEAK))
    listening.recogniser.advance("spoken", SAMPLE_RATE)
    listening.hear("t1", take(tmp_path, SPEAK))
    failed = listening.next(HearingFailed)
    assert failed == HearingFailed(None, "This model is not for us. Take another.")
    assert listening.next(HearingFailed).take_id == "t1"
    listening.recogniser.advance("spoken", SAMPLE_RATE)
    listening.recogniser.finish("spoken", SAMPLE_RATE)
    assert listening.next(HearingFailed).take_id is None
    assert listening.next(HearingFailed).take_id == "spoken"


@pytest.mark.parametrize(
    ("model", "how"), [("crashing", "stopped unexpectedly"), ("hanging", "gave no answer")]
)
def test_an_engine_that_dies_while_it_loads_is_a_message(listen: Listener, model: str, how: str) -> None:
    listening = listen(model, load_limit_s=20.0 if model == "crashing" else 0.5)
    listening.recogniser.warm()
    failed = listening.next(HearingFailed)
    assert failed.take_id is None
    assert how in failed.message
    assert model in failed.message


# --------------------------------------------------------------------------- the end, and what is kept


def test_closing_ends_the_child_even_while_it_hangs(listen: Listener, tmp_path: Path) -> None:
    listening = listen()
    listening.hear("t1", take(tmp_path, HANG))
    listening.next(EngineReady)
    pid = listening.recogniser.child_pid
    assert pid
    listening.recogniser.close()
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_recogniser_that_was_never_used_closes(listen: Listener) -> None:
    assert listen().recogniser.child_pid is None


def test_the_log_tells_why_but_not_what_was_said(
    listen: Listener, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    listening = listen()
    listening.hear("t0", take(tmp_path, RAISE))
    listening.skip_to(HearingFailed)
    listening.hear("t1", take(tmp_path, CRASH))
    listening.skip_to(HearingFailed)
    assert "stopped unexpectedly" in caplog.text
    assert "in finish\nValueError" in caplog.text
    assert "odd take" not in caplog.text
    assert "a library that complains" in caplog.text
    assert "héllo" not in caplog.text


def test_the_child_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "trainer.transcription.child", SCRIPTED, "scripted", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, input=b"", capture_output=True, timeout=PATIENCE_S, check=True)
    assert b'"streams": true' in run.stdout


# --------------------------------------------------------------------------- a whole recording at once


def test_a_recording_is_transcribed_by_the_real_embedded_engine(tmp_path: Path) -> None:
    embedded = available([])[-1]
    path = write_take(tmp_path / "take.wav", recording("english"))
    transcript = transcribe_file(path, embedded)
    assert transcript.engine == "embedded"
    assert "Laura" in transcript.text
    assert transcribe_pcm(recording("english"), embedded) == transcript


def test_a_recording_that_cannot_be_transcribed_raises(tmp_path: Path) -> None:
    with pytest.raises(RecogniserError, match="gave up"):
        transcribe_file(take(tmp_path, RAISE), EngineChoice("scripted", SCRIPTED, tmp_path))


def test_without_a_place_for_temporary_files_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(WorldError, match="no folder for temporary files"):
        transcribe_pcm(recording("english"), EngineChoice("scripted", SCRIPTED, tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="asks for a process by its number")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_listener_that_has_gone_leaves_no_child_behind(tmp_path: Path) -> None:
    pids: list[int] = []

    def gone(_item: object) -> None:
        pids.append(recogniser.child_pid or 0)
        raise RuntimeError("already deleted")

    recogniser = ChildRecogniser(EngineChoice("scripted", SCRIPTED, tmp_path), gone)
    recogniser.warm()
    deadline = time.monotonic() + 30
    while not pids and time.monotonic() < deadline:
        time.sleep(0.01)
    recogniser.close()
    (pid,) = pids
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
