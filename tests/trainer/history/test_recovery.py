"""What is there after the program was killed in the middle of a recording."""

from __future__ import annotations

import struct
import subprocess
import sys
import wave
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.trainer.history.examples import PROMPT, begin, take_of, transcript, whole, write_wav
from trainer.audio.takes import repair
from trainer.errors import BadInput
from trainer.history.audio_files import AudioReport, compare
from trainer.history.recovery import recover
from trainer.history.store import Store
from trainer.paths import ROOT, file_sha256
from trainer.records import CallEvent

_RECORD_UNTIL_KILLED = """
import sys
from pathlib import Path
import numpy as np
from tests.trainer.history.examples import PROMPT, begin, take_of
from trainer.audio.takes import TakeWriter
from trainer.history.store import Store
from trainer.records import CallEvent

store = Store.open(Path(sys.argv[1]))
begin(store, "KILLED")
store.add_events("KILLED", [CallEvent(at_s=0.0, name="answered")])
store.begin_turn("KILLED", 0, prompt_id=PROMPT.id, caller_line=PROMPT.text)
take = take_of("KILLED")
store.begin_take("KILLED", take)
writer = TakeWriter(store.data_dir / take.path)
for block in range(1_000_000):
    writer.append(np.full(1600, 7, np.int16))
    print(block, flush=True)
"""


def killed_while_recording(data_dir: Path) -> int:
    """Blocks of 0.1 s that were on disk when the recording process was killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", _RECORD_UNTIL_KILLED, str(data_dir)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            if int(line) == 12:
                process.kill()
                break
    process.wait()
    return 13


def test_a_killed_recording_is_listed_repaired_and_can_be_transcribed(data_dir: Path) -> None:
    blocks = killed_while_recording(data_dir)
    with closing(Store.open(data_dir)) as store:
        assert [attempt.id for attempt in store.unfinished()] == ["KILLED"]
        (found,) = recover(store, data_dir, repair)
        assert "is kept and listed in History" in found

        attempt = store.attempt("KILLED")
        take = attempt.turns[0].takes[0]
        path = data_dir / take.path
        assert (attempt.state, store.unfinished()) == ("interrupted", [])
        assert take.frames >= blocks * 1600
        with wave.open(str(path)) as file:  # a reader that knows nothing of us
            assert file.getnframes() == take.frames
            assert set(file.readframes(take.frames)) == {7, 0}
        assert take.sha256 == file_sha256(path)
        assert attempt.events == (CallEvent(at_s=0.0, name="answered"),)
        assert store.latest() == attempt
        assert store.problems() == []
        assert compare(data_dir, store.takes()) == AudioReport(missing=(), changed=(), unlisted=())

        store.add_transcript(take.id, transcript("hello"))
        assert store.attempt("KILLED").engine == "embedded"


def test_a_second_start_finds_nothing_more_to_do(data_dir: Path) -> None:
    killed_while_recording(data_dir)
    with closing(Store.open(data_dir)) as store:
        recover(store, data_dir, repair)
        before = store.attempt("KILLED")
        assert recover(store, data_dir, repair) == []
        assert store.attempt("KILLED") == before


def test_a_take_that_was_finished_is_left_alone(store: Store, data_dir: Path) -> None:
    before = whole(store, "A1", state="recording").turns
    recover(store, data_dir, repair)
    attempt = store.attempt("A1")
    assert attempt.state == "interrupted"
    assert attempt.turns == before


def test_attempts_in_other_states_are_left_alone(store: Store, data_dir: Path) -> None:
    before = [whole(store, "A1"), whole(store, "A2", state="waiting")]
    assert recover(store, data_dir, repair) == []
    assert [store.attempt(attempt.id) for attempt in before] == before


def test_an_attempt_killed_before_anything_was_said_is_listed(store: Store, data_dir: Path) -> None:
    begin(store, "A1")
    recover(store, data_dir, repair)
    assert store.rows()[0].state == "interrupted"


def missing(path: Path) -> int:
    raise FileNotFoundError(2, "No such file or directory", str(path))


def unusable(path: Path) -> int:
    raise BadInput(f"{path.name} is not a recording.")


@pytest.mark.parametrize("broken", [missing, unusable])
def test_a_take_that_cannot_be_repaired_is_named_and_does_not_stop_the_others(
    store: Store, data_dir: Path, broken: object
) -> None:
    for name in ("SICK", "GOOD"):
        begin(store, name)
        store.begin_turn(name, 0, prompt_id=PROMPT.id, caller_line=None)
        store.begin_take(name, take_of(name))
        write_wav(data_dir / take_of(name).path)

    def mend(path: Path) -> int:
        return broken(path) if "SICK" in path.name else repair(path)  # type: ignore[operator,no-any-return]

    found = recover(store, data_dir, mend)
    assert [line for line in found if "takes/SICK/SICK-take-0.wav could not be repaired" in line]
    assert [row.state for row in store.rows()] == ["interrupted", "interrupted"]
    assert store.attempt("GOOD").turns[0].takes[0].frames
    assert (data_dir / "takes/SICK/SICK-take-0.wav").exists()


def test_audio_that_no_attempt_knows_is_named_and_kept(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    stray = data_dir / "takes" / "lost" / "lost.wav"
    write_wav(stray)
    assert recover(store, data_dir, repair) == [
        "The recording takes/lost/lost.wav belongs to no attempt. It was kept."
    ]
    assert stray.exists()


def test_rows_and_files_are_compared_both_ways(store: Store, data_dir: Path) -> None:
    for name in ("GONE", "EDIT", "FINE"):
        whole(store, name)
    begin(store, "LIVE")
    store.begin_turn("LIVE", 0, prompt_id=None, caller_line=None)
    store.begin_take("LIVE", take_of("LIVE"))
    (data_dir / "takes/GONE/GONE-take-0.wav").unlink()
    with (data_dir / "takes/EDIT/EDIT-take-0.wav").open("ab") as file:
        file.write(struct.pack("<h", 7))
    write_wav(data_dir / "takes" / "stray.wav")
    assert compare(data_dir, store.takes()) == AudioReport(
        missing=("takes/GONE/GONE-take-0.wav",),
        changed=("takes/EDIT/EDIT-take-0.wav",),
        unlisted=("takes/stray.wav",),
    )
    assert store.attempt("GONE").turns[0].takes, "an attempt without its audio still opens"


def test_a_retake_that_was_cut_off_is_made_whole_and_its_attempt_stays_judged(
    store: Store, data_dir: Path
) -> None:
    whole(store, "A1")
    state = store.attempt("A1").state
    torn = replace(take_of("A1", name="AGAIN"), purpose="retake")
    store.begin_take("A1", torn)
    write_wav(data_dir / torn.path)
    assert recover(store, data_dir, repair) == []
    mended = store.attempt("A1").turns[0].takes[-1]
    assert (mended.id, mended.frames, mended.sha256) == ("AGAIN", 8000, file_sha256(data_dir / torn.path))
    assert store.attempt("A1").state == state


def test_only_a_retake_can_be_removed_from_its_attempt(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    again = replace(take_of("A1", name="AGAIN"), purpose="retake")
    store.begin_take("A1", again)
    write_wav(data_dir / again.path)
    before = store.attempt("A1")
    store.remove_retake("A1-take-0")
    assert store.attempt("A1") == before
    store.remove_retake("AGAIN")
    assert [take.id for take in store.attempt("A1").turns[0].takes] == ["A1-take-0"]
    assert not (data_dir / again.path).exists()
    assert (data_dir / "takes/A1/A1-take-0.wav").exists()
