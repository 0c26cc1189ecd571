"""Attempts from before there were model answers by guide can still be opened."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import whole
from trainer.history.database import FILE_NAME
from trainer.history.migrations import STEPS, m003_model_answers
from trainer.history.store import Store
from trainer.records import ModelAnswer


def make_old(data_dir: Path, **changed: Any) -> None:
    """Give the only attempt the scenario that an earlier program would have stored."""
    with closing(Store.open(data_dir)) as store:
        whole(store, "A1")
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        ((text,),) = db.execute("SELECT scenario FROM attempts").fetchall()
        scenario = json.loads(text)
        for name in ("model_answers", "difficulty", "phrases"):
            scenario.pop(name)
        stored = json.dumps({**scenario, **changed}) if changed.get("kind", "x") else "damaged"
        db.execute("UPDATE attempts SET scenario = ?", (stored,))
        before = STEPS.index(m003_model_answers)
        db.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", (m003_model_answers.__name__,))
        db.execute(f"PRAGMA user_version = {before}")
        db.conn.commit()


@pytest.mark.parametrize(
    ("old", "guide"),
    [
        ({"guide": "earn"}, "earn"),
        ({"guide": None}, "sell-the-call"),
        ({"guide": None, "kind": "callback"}, "be-ready"),
    ],
)
def test_the_one_model_answer_belongs_to_its_guide(data_dir: Path, old: dict[str, Any], guide: str) -> None:
    make_old(data_dir, model_answer="Hello Dana.", **old)
    with closing(Store.open(data_dir)) as store:
        scenario = store.attempt("A1").scenario
    assert scenario.model_answers == (ModelAnswer(guide=guide, says=("Hello Dana.",)),)
    assert scenario.difficulty == 2


def test_without_a_model_answer_there_is_none(data_dir: Path) -> None:
    make_old(data_dir, model_answer=None)
    with closing(Store.open(data_dir)) as store:
        assert store.attempt("A1").scenario.model_answers == ()


def test_a_damaged_scenario_does_not_stop_the_others(data_dir: Path) -> None:
    make_old(data_dir, kind="")
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        m003_model_answers(db)
        assert db.execute("SELECT scenario FROM attempts").fetchall() == [("damaged",)]
