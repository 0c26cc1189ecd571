"""Deletion means deletion: what was said is nowhere in the data folder any more."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import begin, whole, write_wav
from trainer.errors import StoreError
from trainer.history.database import FILE_NAME
from trainer.history.erase import BACKUPS, copies_of_history
from trainer.history.migrations import STEPS, migrate
from trainer.history.recovery import recover
from trainer.history.store import Store
from trainer.records import Correct


def bytes_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def speak(store: Store, attempt_id: str, canary: str, times: int = 1) -> None:
    """An attempt that says `canary` wherever something of the user's can be."""
    whole(store, attempt_id, f"hello {canary} " + f"{canary}again " * times)
    store.set_note(attempt_id, f"note {canary}")
    store.set_tags(attempt_id, [canary])
    store.add_revision(attempt_id, Correct(turn=0, first_word=0, last_word=0, words=(f"re{canary}",)))
    path = store.data_dir / store.attempt(attempt_id).turns[0].takes[0].path
    path.write_bytes(path.read_bytes() + f"audio {canary}".encode() * 200)


def test_of_many_deleted_attempts_nothing_is_left_anywhere(store: Store, data_dir: Path) -> None:
    dice, canaries, gone = random.Random(6), {}, []
    for number in range(80):
        name = f"A{number:04d}"
        canaries[name] = f"zq{dice.randrange(10**12):012d}xq"
        speak(store, name, canaries[name], dice.choice((1, 3, 60, 700)))
        if number % 20 == 10:
            (data_dir / BACKUPS).mkdir(exist_ok=True)
            shutil.copy(data_dir / FILE_NAME, data_dir / BACKUPS / f"ringback-{number}.db")
        if number > 20 and dice.random() < 0.45:
            chosen = dice.choice(sorted(canaries))
            gone.append(canaries.pop(chosen))
            store.hide([chosen])
            store.delete([chosen])
    left = bytes_under(data_dir)
    assert len(gone) > 15
    assert [canary for canary in gone if canary.encode() in left] == []
    assert all(canary.encode() in left for canary in canaries.values()), "the others are still there"
    assert store.problems() == []


def old_shape(path: Path) -> None:
    """Make the copy one of the first Ringback's."""
    path.unlink()
    with closing(Database(path, execute_plugins=False)) as db:
        migrate(db, STEPS[:1])
        needed = "started_utc state kind scenario_id title prospect_id prospect guide scenario seller context"
        row = dict.fromkeys(needed.split(), "x")
        for name in ("GONE", "KEEP"):
            note = "zanzibarquux" if name == "GONE" else "stays"
            db.table("attempts").insert({**row, "id": name, "utc_offset_min": 0, "note": note})


@pytest.mark.parametrize(
    "place", [f"{BACKUPS}/ringback-1.db", f"{BACKUPS}/daily/x.db", "ringback.db.corrupt-20261122"]
)
@pytest.mark.parametrize("age", [lambda _: None, old_shape])
def test_copies_forget_the_attempt_and_keep_the_others(
    store: Store, data_dir: Path, place: str, age: Callable[[Path], None]
) -> None:
    whole(store, "KEEP")
    speak(store, "GONE", "zanzibarquux")
    copy = data_dir / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(data_dir / FILE_NAME, copy)
    age(copy)
    store.delete(["GONE"])
    assert b"zanzibarquux" not in bytes_under(data_dir)
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT id FROM attempts").fetchall() == [("KEEP",)]


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def no_header(path: Path) -> None:
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE words AS SELECT 'zanzibarquux' AS word")
        db.commit()


@pytest.mark.parametrize("place", ["ringback.db.corrupt-20261122", "ringback-set-aside.db"])
@pytest.mark.parametrize("spoil", [cut_off, no_header, another_database])
def test_a_copy_that_nobody_can_clean_is_removed(
    store: Store, data_dir: Path, place: str, spoil: Callable[[Path], None]
) -> None:
    speak(store, "GONE", "zanzibarquux")
    shutil.copy(data_dir / FILE_NAME, data_dir / place)
    (data_dir / f"{place}-journal").write_text("zanzibarquux")
    spoil(data_dir / place)
    store.delete(["GONE"])
    assert copies_of_history(data_dir) == []
    assert b"zanzibarquux" not in bytes_under(data_dir)


def test_a_copy_that_stays_in_the_way_keeps_the_attempt_listed(
    store: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store, "A1")
    (data_dir / "ringback-broken.db").write_text("no database")

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "not allowed", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(StoreError, match="Delete that file yourself"):
            store.delete(["A1"])
    assert [row.id for row in store.rows()] == ["A1"]


def test_what_was_being_deleted_when_the_program_ended_is_deleted_at_the_next_start(
    store: Store, data_dir: Path
) -> None:
    whole(store, "KEEP")
    speak(store, "GONE", "zanzibarquux")
    store.hide(["GONE"])
    store.close()
    with closing(Store.open(data_dir)) as again:
        assert recover(again, data_dir, lambda path: path.stat().st_size) == []
        assert [row.id for row in again.rows()] == ["KEEP"]
    assert b"zanzibarquux" not in bytes_under(data_dir)


def test_an_attempt_that_never_was_heard_goes_too(store: Store, data_dir: Path) -> None:
    begin(store, "A1")
    write_wav(data_dir / "takes" / "other.wav")
    store.delete(["A1"])
    assert (data_dir / "takes" / "other.wav").exists()
    assert store.here() == set()
