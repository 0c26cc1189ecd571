"""Guesses are kept with their attempt, and histories from before there were any go on working."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from tests.trainer.history.examples import begin, whole
from trainer.errors import StoreError, UnknownName
from trainer.history import columns
from trainer.history.database import FILE_NAME
from trainer.history.migrations import STEPS, m002_predictions, migrate
from trainer.history.store import Store
from trainer.records import Attempt, Prediction
from trainer.strict import read

GUESS = Prediction(seconds=18.0, aim="not-sure", aim_check="one-ask", ready="nearly")
BEFORE = STEPS[: STEPS.index(m002_predictions)]


def test_a_guess_is_kept_with_its_attempt_and_no_other(store: Store) -> None:
    whole(store, "A1")
    whole(store, "A2")
    store.set_prediction("A1", GUESS)
    assert store.attempt("A1").prediction == GUESS
    assert store.attempt("A2").prediction is None


def test_a_guess_changes_nothing_else_of_the_attempt(store: Store) -> None:
    before = columns.as_data(whole(store, "A1"))
    store.set_prediction("A1", GUESS)
    after = columns.as_data(store.attempt("A1"))
    assert {**before, "prediction": after["prediction"]} == after


def test_a_guess_of_nobodys_attempt_is_refused(store: Store) -> None:
    with pytest.raises(UnknownName):
        store.set_prediction("nobody", GUESS)


def test_a_guess_is_exported_and_can_be_read_back(store: Store) -> None:
    whole(store, "A1")
    store.set_prediction("A1", GUESS)
    (data,) = json.loads(json.dumps(list(store.export_json())))
    assert data["prediction"] == {
        "seconds": 18.0, "aim": "not-sure", "aim_check": "one-ask", "ready": "nearly",
    }  # fmt: skip
    assert read(Attempt, data) == store.attempt("A1")


def test_a_guess_that_cannot_be_read_is_said(store: Store, data_dir: Path) -> None:
    begin(store, "A1")
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        db.execute("UPDATE attempts SET prediction = 'eighteen'")
        db.conn.commit()
    with pytest.raises(StoreError, match="A1 is damaged"):
        store.attempt("A1")


def test_a_history_from_before_there_were_guesses_keeps_its_rows(store: Store, tmp_path: Path) -> None:
    row = columns.attempt_row(begin(store, "A1"))
    for later in ("prediction", "own_message", "points", "sitting", "from_files"):
        del row[later]
    old_folder = tmp_path / "old"
    old_folder.mkdir(mode=0o700)
    with closing(Database(old_folder / FILE_NAME, execute_plugins=False)) as db:
        migrate(db, BEFORE)
        db.table("attempts").insert({**row, "note": "kept"})
    with closing(Store.open(old_folder)) as old:
        (kept,) = old.rows()
        assert (kept.id, kept.note) == ("A1", "kept")
        assert old.attempt("A1").prediction is None
        old.set_prediction("A1", GUESS)
        assert old.attempt("A1").prediction == GUESS


@given(
    st.builds(
        Prediction,
        seconds=st.none() | st.floats(0, 120),
        aim=st.sampled_from(["yes", "no", "not-sure", None]),
        aim_check=st.none() | st.text(),
        ready=st.sampled_from(["yes", "nearly", "no", None]),
    )
)
def test_every_guess_survives_its_column(guess: Prediction) -> None:
    kept = columns.prediction_of({"prediction": columns.to_json(guess)})
    assert kept is not None
    assert columns.as_data(kept) == columns.as_data(guess)
