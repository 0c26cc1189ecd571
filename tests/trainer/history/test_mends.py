"""What is mended after a fault, what is only said, and that nothing is deleted on the way."""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.trainer.history.examples import PROMPT, begin, take_of, whole, write_wav
from trainer.audio.takes import repair
from trainer.errors import BadInput, StoreError
from trainer.history.arriving import STAGE, alone
from trainer.history.audio_files import compare
from trainer.history.mends import WINDOW_LOCK, Mended, mend_lock, mend_recordings, mend_what_was_left
from trainer.history.store import Store
from trainer.records import Take


def unmeasured(_path: Path, take: Take) -> Take:
    return take


def left(store: Store, data_dir: Path) -> list[Mended]:
    return mend_what_was_left(store, data_dir, repair, unmeasured)


def recordings(store: Store, data_dir: Path) -> list[Mended]:
    def ask(work: Any) -> Any:
        return work(store)

    return mend_recordings(ask, data_dir, repair, unmeasured)


def kinds(found: list[Mended]) -> list[tuple[str, bool]]:
    return [(one.what, one.done) for one in found]


def test_where_all_is_well_nothing_is_done(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    before = store.attempt("A1")
    assert left(store, data_dir) + recordings(store, data_dir) + mend_lock(data_dir) == []
    assert store.attempt("A1") == before


def test_a_recording_of_no_attempt_is_listed_and_can_be_kept_or_deleted(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    for number in (1, 2):
        write_wav(data_dir / f"takes/LOST/take-{number}.wav", seconds=number)
    (found,) = recordings(store, data_dir)
    assert (found.what, found.done) == ("adopted", True)
    assert "3 s" in found.detail
    attempt = store.attempt("LOST")
    assert attempt.state == "set-aside", "it must not enter progress"
    assert [turn.takes[0].seconds for turn in attempt.turns] == [1.0, 2.0]
    assert [row.id for row in store.rows()] == ["LOST", "A1"]
    assert compare(data_dir, store.takes()).unlisted == ()
    assert recordings(store, data_dir) == []
    store.delete(["LOST"])
    assert not (data_dir / "takes/LOST").exists()


def test_recordings_are_listed_though_the_history_is_new(store: Store, data_dir: Path) -> None:
    for name in ("ONE1", "TWO2"):
        write_wav(data_dir / f"takes/{name}/{name}-0.wav")
    assert kinds(recordings(store, data_dir)) == [("adopted", True)] * 2
    assert {row.id for row in store.rows()} == {"ONE1", "TWO2"}


def test_a_take_whose_attempt_is_there_becomes_one_of_its_own(store: Store, data_dir: Path) -> None:
    before = whole(store, "A1")
    write_wav(data_dir / "takes/A1/other.wav")
    recordings(store, data_dir)
    assert store.attempt("A1") == before
    (new,) = [row for row in store.rows() if row.id != "A1"]
    assert store.attempt(new.id).turns[0].takes[0].path == "takes/A1/other.wav"


def test_what_is_no_recording_of_ours_stays_as_it_is(store: Store, data_dir: Path) -> None:
    text, spaced = data_dir / "takes" / "notes" / "text.wav", data_dir / "takes" / "my own.wav"
    text.parent.mkdir(parents=True)
    text.write_text("not a sound")
    write_wav(spaced)
    assert kinds(recordings(store, data_dir)) == [("foreign", False)] * 2
    assert text.read_text() == "not a sound"
    assert spaced.exists()
    assert store.rows() == []


def test_a_recording_that_was_moved_goes_back(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    place, stray = data_dir / "takes/A1/A1-take-0.wav", data_dir / "takes" / "elsewhere.wav"
    place.rename(stray)
    assert kinds(recordings(store, data_dir)) == [("put-back", True)]
    assert place.exists()
    assert not stray.exists()
    assert recordings(store, data_dir) == []


def test_what_is_gone_or_changed_is_named_and_its_attempt_stays(store: Store, data_dir: Path) -> None:
    before = [whole(store, name) for name in ("GONE", "EDIT")]
    (data_dir / "takes/GONE/GONE-take-0.wav").unlink()
    with (data_dir / "takes/EDIT/EDIT-take-0.wav").open("ab") as file:
        file.write(struct.pack("<h", 7))
    found = recordings(store, data_dir)
    assert kinds(found) == [("missing", False), ("changed", False)]
    assert "takes/GONE/GONE-take-0.wav is gone" in found[0].detail
    assert [store.attempt(one.id) for one in before] == before


def test_a_take_that_begins_meanwhile_is_none_of_no_attempt(store: Store, data_dir: Path) -> None:
    asked = []

    def ask(work: Any) -> Any:
        found = work(store)
        if not asked:  # after the first look at the rows, a call stores one and makes its file
            asked.append(work)
            begin(store, "LIVE")
            store.begin_turn("LIVE", 0, prompt_id=PROMPT.id, caller_line=None)
            store.begin_take("LIVE", take_of("LIVE"))
            write_wav(data_dir / take_of("LIVE").path)
        return found

    assert mend_recordings(ask, data_dir, repair, unmeasured) == []
    assert [row.id for row in store.rows()] == ["LIVE"]


def test_recordings_are_not_looked_at_while_an_import_brings_some(store: Store, data_dir: Path) -> None:
    with alone(data_dir), pytest.raises(BadInput, match="Another import is running"):
        recordings(store, data_dir)


def test_a_torn_take_is_made_whole(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    torn = replace(take_of("A1", name="AGAIN"), purpose="retake")
    store.begin_take("A1", torn)
    write_wav(data_dir / torn.path)
    begin(store, "CUT")
    found = left(store, data_dir)
    assert kinds(found) == [("cut-short", True), ("torn", True)]
    assert store.torn_takes() == []
    assert store.attempt("CUT").state == "interrupted"


def test_a_torn_take_without_its_file_is_named(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    store.begin_take("A1", replace(take_of("A1", name="AGAIN"), purpose="retake"))
    assert kinds(left(store, data_dir)) == [("torn", False)]


def test_a_deletion_that_broke_off_is_finished(
    store: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store, "A1")
    whole(store, "A2")

    def breaks_off(_data_dir: Path, _paths: list[str]) -> None:
        (data_dir / "takes/A1/A1-take-0.wav").unlink()
        raise StoreError("The disk failed.")

    with monkeypatch.context() as patched:
        patched.setattr("trainer.history.store.remove_audio", breaks_off)
        with pytest.raises(StoreError):
            store.delete(["A1", "A2"])
    assert kinds(left(store, data_dir)) == [("deletion", True)]
    assert store.here() == set()
    assert list((data_dir / "takes").rglob("*.wav")) == []


def test_what_an_import_left_goes(store: Store, data_dir: Path) -> None:
    (data_dir / f"{STAGE}x").mkdir()
    assert kinds(left(store, data_dir)) == [("import", True)]
    assert not (data_dir / f"{STAGE}x").exists()


@pytest.mark.skipif(os.name != "posix", reason="nobody can be asked about a process elsewhere")
def test_only_the_lock_of_a_dead_window_of_this_computer_goes(store: Store, data_dir: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    lock = data_dir / WINDOW_LOCK
    for pid, host, goes in [
        (os.getpid(), socket.gethostname(), False),
        (ended.pid, "another", False),
        ("x", socket.gethostname(), False),
        (ended.pid, socket.gethostname(), True),
    ]:
        lock.write_text(f"{pid}\nringback\n{host}\n")
        assert kinds(mend_lock(data_dir)) == [("lock", True)] * goes
        assert lock.exists() is not goes


def test_a_folder_of_takes_that_was_copied_in_is_listed(store: Store, data_dir: Path, tmp_path: Path) -> None:
    whole(store, "A1")
    shutil.copytree(data_dir / "takes/A1", data_dir / "takes/B2")
    assert kinds(recordings(store, data_dir)) == [("adopted", True)]
    ids = [take.id for take in store.takes()]
    assert len(ids) == len(set(ids)) == 2
