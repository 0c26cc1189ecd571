from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import feedback, whole
from trainer.errors import StoreError
from trainer.history.database import FILE_NAME
from trainer.history.migrations import STEPS, migrate, refuse_newer
from trainer.history.store import Store
from trainer.records import AttemptFilter, CallEvent, Finding, Prediction


def add_colour(db: Database) -> None:
    db.table("attempts").add_column("colour", str)


def break_off(db: Database) -> None:
    db.table("attempts").add_column("smell", str)
    db.table("attempts").delete_where()
    raise sqlite3.OperationalError("power is gone")


@pytest.fixture
def db(data_dir: Path) -> Iterator[Database]:
    """A history of today's version with one attempt in it."""
    with closing(Store.open(data_dir)) as store:
        whole(store, "A1")
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        yield db


def contents(db: Database) -> list[str]:
    return list(db.conn.iterdump())


def version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_step_is_applied_once_and_rows_stay(db: Database) -> None:
    steps = (*STEPS, add_colour)
    migrate(db, steps)
    migrate(db, steps)
    assert version(db) == len(STEPS) + 1
    assert [row["colour"] for row in db.table("attempts").rows] == [None]
    refuse_newer(db, steps)


def test_of_several_steps_all_are_applied_or_none(db: Database) -> None:
    before = contents(db)
    with pytest.raises(sqlite3.OperationalError, match="power is gone"):
        migrate(db, (*STEPS, add_colour, break_off))
    assert contents(db) == before
    assert version(db) == len(STEPS)
    assert not db.conn.in_transaction


def test_a_step_that_failed_can_be_tried_again(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, (*STEPS, break_off))
    migrate(db, (*STEPS, add_colour))
    assert "colour" in db.table("attempts").columns_dict


def test_a_newer_history_is_refused_with_both_versions_and_not_a_byte_changed(
    db: Database, data_dir: Path
) -> None:
    migrate(db, (*STEPS, add_colour))
    db.close()
    before = (data_dir / FILE_NAME).read_bytes()
    with pytest.raises(StoreError) as refusal:
        Store.open(data_dir)
    assert f"data version {len(STEPS) + 1}; this one knows up to {len(STEPS)}" in str(refusal.value)
    assert (data_dir / FILE_NAME).read_bytes() == before


def test_a_step_with_an_unknown_name_is_newer_too(db: Database, data_dir: Path) -> None:
    migrate(db, (*STEPS, add_colour))
    db.execute(f"PRAGMA user_version = {len(STEPS)}")
    with pytest.raises(StoreError, match="newer Ringback"):
        refuse_newer(db)


def test_a_lost_list_of_steps_is_refused(db: Database) -> None:
    db.table("_sqlite_migrations").drop()
    with pytest.raises(StoreError, match="its list of versions is gone"):
        refuse_newer(db)


def test_steps_are_named_in_order() -> None:
    assert [step.__name__[:4] for step in STEPS] == [f"m{n:03}" for n in range(1, len(STEPS) + 1)]


def take_back(data_dir: Path, step: str, *added: str) -> None:
    """The newest step that the history has, and the columns ("table.column") that it added."""
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        for table, column in (one.split(".") for one in added):
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        db.table("_sqlite_migrations").delete_where("name = ?", [step])
        db.execute(f"PRAGMA user_version = {int(step[1:4]) - 1}")
        db.conn.commit()


def without_aims(data_dir: Path) -> None:
    """As before anything was noted in brief of the call's one aim."""
    take_back(data_dir, "m011_aims_kept", "measures.aim_kept")
    take_back(data_dir, "m010_aims", "measures.aim")


def test_calls_that_were_broken_off_before_it_was_noted_in_their_lines_say_why(data_dir: Path) -> None:
    with closing(Store.open(data_dir)) as store:
        whole(store, "A1", state="abandoned")
        store.add_events("A1", [CallEvent(at_s=1.0, name="device-lost", detail="Gone.")])
    without_aims(data_dir)
    take_back(data_dir, "m009_broken_off", "lines.broken_off")
    with closing(Store.open(data_dir)) as store:
        assert [row.broken_off for row in store.find(AttemptFilter())] == ["microphone"]


def test_guesses_from_before_they_were_in_brief_are_there(data_dir: Path) -> None:
    with closing(Store.open(data_dir)) as store:
        for name in ("A1", "A2"):
            whole(store, name)
        store.set_prediction("A1", Prediction(aim="yes", aim_check="one-ask"))
        met = Finding(check="one-ask", outcome="met", confidence=1.0)
        store.save_feedback("A1", replace(feedback(), findings=(met,)), guide_hash="g", judge_version="7")
    without_aims(data_dir)
    with closing(Store.open(data_dir)) as store:
        assert [(one.aim, one.aim_kept) for one in store.measured()] == [("yes", True), (None, None)]
