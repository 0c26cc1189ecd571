"""Histories that are damaged in all kinds of ways: each opens, and nothing is lost that was kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.trainer.history.examples import begin
from trainer.errors import DamagedHistory, StoreError
from trainer.history.backups import back_up, backups
from trainer.history.database import FILE_NAME
from trainer.history.mending import open_or_mend
from trainer.history.store import Store

TODAY = date(2026, 11, 22)
Damage = Callable[[Path], object]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Two attempts, of which a backup holds the first; and a recording."""
    store = Store.open(tmp_path)
    begin(store, "in-the-backup")
    store.back_up("daily", TODAY)
    begin(store, "only-in-the-history")
    store.close()
    (tmp_path / "takes").mkdir(exist_ok=True)
    (tmp_path / "takes" / "a.wav").write_bytes(b"sound")
    return tmp_path


def page(number: int, size: int = 4096) -> Damage:
    def zero(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[number * size : (number + 1) * size] = bytes(size)
        path.write_bytes(data)

    return zero


def execute(*statements: str) -> Damage:
    def run(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            for statement in statements:
                db.execute(statement)
            db.commit()

    return run


def cut(share: float) -> Damage:
    return lambda path: path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, Damage] = {
    "nothing in it": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"S"),
    "a text": lambda path: path.write_text("my history\n" * 1000),
    "half of it": cut(0.5),
    "its last page gone": cut(0.97),
    "only a header": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "its header zeroed": page(0, 100),
    "its first page zeroed": page(0),
    "its second page zeroed": page(1),
    "all zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "no list of versions": execute("DROP TABLE _sqlite_migrations"),
    "another program's": execute(
        "PRAGMA writable_schema = ON", "DELETE FROM sqlite_master", "PRAGMA user_version = 0"
    ),
    "a folder": directory,
}


def ids(store: Store) -> list[str]:
    return [row.id for row in store.rows()]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_history_is_set_aside_and_its_backup_put_back(damage: str, history: Path) -> None:
    path = history / FILE_NAME
    DAMAGE[damage](path)
    before = path.read_bytes() if path.is_file() else None
    store, told = open_or_mend(history)
    assert ids(store) == ["in-the-backup"]
    store.close()
    assert told
    assert "22 November 2026 was put back" in told
    aside = history / "ringback-damaged-1.db"
    assert aside.name in told
    assert aside.is_dir() if before is None else aside.read_bytes() == before
    assert (history / "takes" / "a.wav").read_bytes() == b"sound"
    again, told = open_or_mend(history)
    again.close()
    assert told is None


def test_a_damaged_backup_is_passed_over_for_an_older_one(history: Path) -> None:
    with closing(sqlite3.connect(history / FILE_NAME)) as connection:
        newest = back_up(connection, history, "daily", TODAY)
    newest.path.write_bytes(b"damaged, too")
    (history / FILE_NAME).write_bytes(b"damaged")
    store, _ = open_or_mend(history)
    assert ids(store) == ["in-the-backup"]
    store.close()


def test_without_a_backup_an_empty_history_is_begun(history: Path) -> None:
    for backup in backups(history):
        backup.path.write_bytes(b"damaged")
    (history / FILE_NAME).write_bytes(b"damaged")
    store, told = open_or_mend(history)
    assert ids(store) == []
    store.close()
    assert told
    assert "no backup" in told


def test_a_journal_goes_aside_with_its_database(history: Path) -> None:
    (history / FILE_NAME).write_bytes(b"damaged")
    (history / f"{FILE_NAME}-journal").write_bytes(b"belongs to it")
    open_or_mend(history)[0].close()
    assert (history / "ringback-damaged-1.db-journal").read_bytes() == b"belongs to it"
    assert not (history / f"{FILE_NAME}-journal").exists()


def test_a_newer_history_is_no_damage(history: Path) -> None:
    execute("PRAGMA user_version = 999")(history / FILE_NAME)
    before = (history / FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match="newer Ringback"):
        open_or_mend(history)
    assert (history / FILE_NAME).read_bytes() == before


def test_the_second_damage_gets_a_name_of_its_own(history: Path) -> None:
    for number in (1, 2):
        (history / FILE_NAME).write_bytes(b"damaged %d" % number)
        open_or_mend(history)[0].close()
    names = {path.name: path.read_bytes() for path in history.glob("ringback-damaged-*")}
    assert names == {"ringback-damaged-1.db": b"damaged 1", "ringback-damaged-2.db": b"damaged 2"}


def test_an_old_history_is_backed_up_before_it_is_brought_up_to_date(
    history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer.history import migrations

    def m999_more(db: object) -> None:
        db.execute("CREATE TABLE more (id INTEGER PRIMARY KEY)")  # type: ignore[attr-defined]

    steps = (*migrations.STEPS, m999_more)
    for name in ("refuse_newer", "behind", "migrate"):
        original = getattr(migrations, name)
        monkeypatch.setattr(
            f"trainer.history.database.{name}", lambda db, original=original: original(db, steps)
        )
    Store.open(history).close()
    newest = backups(history)[0]
    assert newest.reason == "before-update"
    with closing(sqlite3.connect(newest.path)) as copy:
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    assert "more" not in tables
    assert "attempts" in tables


def test_a_disk_that_stumbles_once_is_no_damage(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens, answers = Store.open, iter([DamagedHistory("It looks damaged.")])

    def stumbles(data_dir: Path) -> Store:
        for error in answers:
            raise error
        return opens(data_dir)

    monkeypatch.setattr(Store, "open", stumbles)
    store, told = open_or_mend(history)
    assert ids(store) == ["only-in-the-history", "in-the-backup"]
    store.close()
    assert told is None
