from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import BadInput, StoreError
from trainer.history.backups import DAYS_KEPT, NEWEST_KEPT, back_up, backups, due, restore, thin, whole
from trainer.history.database import FILE_NAME
from trainer.history.erase import BACKUPS
from trainer.history.store import Store

TODAY = date(2026, 11, 22)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """The folder of a history that somebody has used."""
    Store.open(tmp_path).close()
    return tmp_path


@pytest.fixture
def connection(history: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(history / FILE_NAME)) as opened:
        yield opened


def named(folder: Path, number: int, day: date, reason: str = "daily") -> Path:
    path = folder / BACKUPS / f"{number:06d}-{day.isoformat()}-{reason}.db"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    return path


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return list(opened.iterdump())


def test_a_copy_holds_all_and_is_private(history: Path, connection: sqlite3.Connection) -> None:
    made = back_up(connection, history, "daily", TODAY)
    assert backups(history) == [made]
    assert made.path.name == "000001-2026-11-22-daily.db"
    assert content(made.path) == content(history / FILE_NAME)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert whole(made.path)


def test_a_day_needs_one_copy(history: Path, connection: sqlite3.Connection) -> None:
    assert due(history, TODAY)
    back_up(connection, history, "before-import", TODAY)
    assert not due(history, TODAY)
    assert due(history, TODAY + timedelta(days=1))
    assert due(history, TODAY - timedelta(days=400)), "a clock that was set back"


def test_a_damaged_database_is_not_copied(history: Path) -> None:
    path = history / FILE_NAME
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(4096)
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as opened, pytest.raises(StoreError, match="could not be backed up"):
        back_up(opened, history, "daily", TODAY)
    assert backups(history) == []
    assert not list((history / BACKUPS).glob("*"))


def test_a_copy_is_put_back(history: Path, connection: sqlite3.Connection) -> None:
    made = back_up(connection, history, "daily", TODAY)
    connection.close()
    database = history / FILE_NAME
    database.write_bytes(b"no database")
    database.with_name(f"{FILE_NAME}-journal").write_bytes(b"of the one that was lost")
    restore(history, database, made.path)
    assert content(database) == content(made.path)
    assert sorted(path.name for path in history.iterdir()) == [BACKUPS, FILE_NAME]
    Store.open(history).close()


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_damaged_copy_is_not_put_back(
    damage: bytes | None, history: Path, connection: sqlite3.Connection
) -> None:
    made, database = back_up(connection, history, "daily", TODAY), history / FILE_NAME
    before = database.read_bytes()
    made.path.write_bytes(before[:5000] if damage is None else damage)
    with pytest.raises(BadInput, match="damaged"):
        restore(history, database, made.path)
    assert database.read_bytes() == before


def test_files_of_others_are_left_alone(history: Path) -> None:
    folder = history / BACKUPS
    folder.mkdir()
    for name in ("notes.db", "000001-2026-13-45-daily.db", "x.txt"):
        (folder / name).write_bytes(b"")
    thin(history)
    assert backups(history) == []
    assert len(list(folder.iterdir())) == 3


@given(days=st.lists(st.integers(-400, 400), min_size=1, max_size=60))
def test_thinning_keeps_the_newest_and_recent_days_whatever_the_clock_did(
    days: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("history")
    for number, day in enumerate(days, start=1):
        named(folder, number, TODAY + timedelta(days=day))
    thin(folder)
    kept = [one.number for one in backups(folder)]
    newest = list(range(len(days), 0, -1))
    assert kept[:NEWEST_KEPT] == newest[:NEWEST_KEPT]
    assert len(kept) <= NEWEST_KEPT + DAYS_KEPT + 4
    latest_days = list(dict.fromkeys(reversed(days)))[:DAYS_KEPT]
    assert {(one.day - TODAY).days for one in backups(folder)} >= set(latest_days)
    thin(folder)
    assert [one.number for one in backups(folder)] == kept


def test_what_was_cut_short_is_swept(history: Path, connection: sqlite3.Connection) -> None:
    (history / BACKUPS).mkdir()
    (history / BACKUPS / ".new-half.db").write_bytes(b"half")
    back_up(connection, history, "daily", TODAY)
    assert [path.suffix for path in (history / BACKUPS).iterdir()] == [".db"]
    assert not list((history / BACKUPS).glob(".new-*"))


def test_a_copy_in_which_a_deletion_broke_off_is_whole(history: Path, connection: sqlite3.Connection) -> None:
    made = back_up(connection, history, "daily", TODAY).path
    before, journal = content(made), made.with_name(made.name + "-journal")
    with closing(sqlite3.connect(made)) as changing:
        changing.execute("PRAGMA cache_size = 1")  # so that what is not committed reaches the file
        changing.executemany("INSERT INTO vocabulary (word) VALUES (?)", [(f"w{one}",) for one in range(999)])
        half_done, written = made.read_bytes(), journal.read_bytes()
    made.write_bytes(half_done)
    journal.write_bytes(written)
    assert whole(made)
    assert content(made) == before
