"""A retake that is deleted is nowhere any more, while its attempt stays."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import take_of, transcript, whole, write_wav
from tests.trainer.history.test_erase import bytes_under
from trainer.errors import StoreError
from trainer.history.database import FILE_NAME
from trainer.history.erase import BACKUPS
from trainer.history.migrations import STEPS, migrate
from trainer.history.store import Store

CANARY = "zanzibarquux"


def say_again(store: Store, *, heard: bool = True) -> None:
    """A retake of the attempt A1 with the canary in its words and in its sound."""
    take = replace(take_of("A1", name="AGAIN"), purpose="retake")
    store.begin_take("A1", take)
    path = store.data_dir / take.path
    write_wav(path)
    path.write_bytes(path.read_bytes() + f"audio {CANARY}".encode() * 200)
    if heard:
        store.add_transcript(take.id, transcript(f"hello {CANARY}"))


def copy_to(data_dir: Path, name: str) -> Path:
    path = data_dir / name
    path.parent.mkdir(exist_ok=True)
    shutil.copy(data_dir / FILE_NAME, path)
    return path


def test_a_removed_retake_is_nowhere_and_the_copies_keep_their_attempts(store: Store, data_dir: Path) -> None:
    whole(store, "A1", "hello dana")
    whole(store, "A2", "good morning ruth")
    say_again(store)
    copies = [copy_to(data_dir, name) for name in (f"{BACKUPS}/ringback-1.db", "ringback.db.corrupt-1")]
    assert bytes_under(data_dir).count(CANARY.encode()) > 200
    store.remove_retake("AGAIN")
    assert CANARY.encode() not in bytes_under(data_dir)
    assert [row.id for row in store.rows("hello")] == ["A1"]
    assert store.rows(CANARY) == []
    for copy in copies:
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("SELECT id FROM takes ORDER BY id").fetchall() == [
                ("A1-take-0",),
                ("A2-take-0",),
            ]


def test_a_cleaned_copy_that_is_put_back_finds_the_attempt_by_its_own_words(
    store: Store, data_dir: Path, tmp_path: Path
) -> None:
    whole(store, "A1", "hello dana")
    say_again(store)
    copy = copy_to(data_dir, f"{BACKUPS}/ringback-1.db")
    store.remove_retake("AGAIN")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    shutil.copy(copy, elsewhere / FILE_NAME)
    with closing(Store.open(elsewhere)) as old:
        assert [row.id for row in old.rows("dana hello")] == ["A1"]
        assert old.attempt("A1").turns[0].takes == store.attempt("A1").turns[0].takes
        assert old.problems() == []


def first_shape(path: Path) -> None:
    """A copy of the first Ringback's, which had no words to look for."""
    path.unlink()
    with closing(Database(path, execute_plugins=False)) as db:
        migrate(db, STEPS[:1])
        needed = "id started_utc state kind scenario_id title prospect_id prospect guide scenario seller"
        row = dict.fromkeys([*needed.split(), "context"], "x")
        db.table("attempts").insert({**row, "id": "A1", "utc_offset_min": 0})
        db.table("turns").insert({"attempt": "A1", "turn": 0})
        db.execute("INSERT INTO takes VALUES (1, 'AGAIN', 'A1', 0, 'retake', 'x', 0, '', 0, '', 0, '')")
        db.execute(f"INSERT INTO transcripts VALUES (1, 'AGAIN', 'x', '{CANARY}', '{CANARY}')")
        db.conn.commit()


def test_a_copy_of_the_first_shape_forgets_it_too(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    say_again(store)
    copy = copy_to(data_dir, f"{BACKUPS}/ringback-1.db")
    first_shape(copy)
    assert CANARY.encode() in copy.read_bytes()
    store.remove_retake("AGAIN")
    assert CANARY.encode() not in bytes_under(data_dir)
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT id FROM attempts").fetchall() == [("A1",)]


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


@pytest.mark.parametrize("heard", [True, False])
def test_a_damaged_copy_stays_unless_something_was_heard(store: Store, data_dir: Path, heard: bool) -> None:
    whole(store, "A1")
    say_again(store, heard=heard)
    copy = copy_to(data_dir, "ringback.db.corrupt-1")
    damaged(copy)
    store.remove_retake("AGAIN")
    assert copy.exists() is not heard, "nobody can say what it holds"


def test_a_copy_that_cannot_be_cleaned_keeps_the_retake_listed(
    store: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store, "A1")
    say_again(store)
    damaged(copy_to(data_dir, "ringback.db.corrupt-1"))

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    unlink: Callable[..., None] = Path.unlink
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StoreError, match="could not be cleaned"):
        store.remove_retake("AGAIN")
    monkeypatch.setattr(Path, "unlink", unlink)
    assert [take.id for take in store.attempt("A1").turns[0].takes] == ["A1-take-0", "AGAIN"]
    store.remove_retake("AGAIN")
    assert CANARY.encode() not in bytes_under(data_dir)
