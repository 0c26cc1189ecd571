"""Attempts from before there were model answers by guide can still be opened."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import SCENARIO, SELLER
from trainer.history import columns
from trainer.history.database import FILE_NAME
from trainer.history.migrations import STEPS, m003_model_answers, migrate
from trainer.history.store import Store
from trainer.records import Context, ModelAnswer


def make_old(data_dir: Path, **changed: Any) -> None:
    """A history of an earlier program with one attempt at a scenario as it stored them."""
    scenario = columns.as_data(SCENARIO)
    for name in ("model_answers", "difficulty", "phrases"):
        scenario.pop(name)
    data_dir.mkdir(mode=0o700, exist_ok=True)
    text = json.dumps({**scenario, **changed}) if changed.get("kind", "x") else "damaged"
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        migrate(db, STEPS[: STEPS.index(m003_model_answers)])
        row = {name: "x" for name, column in db.table("attempts").columns_dict.items() if column is str}
        seller, context = columns.to_json(SELLER), columns.to_json(Context())
        db.table("attempts").insert(
            {
                **row,
                "sequence": 1,
                "id": "A1",
                "started_utc": "2026-11-22T00:00:00.000+00:00",
                "state": "judged",
                "utc_offset_min": 0,
                "group_id": None,
                "scenario": text,
                "seller": seller,
                "context": context,
                "prediction": None,
            }
        )


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
