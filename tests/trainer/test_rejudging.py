"""Judging everything again: stopped anywhere, it goes on from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from tests.trainer.history.examples import begin, whole
from trainer.errors import Cancelled, UnknownName
from trainer.guides import load_guides
from trainer.history.store import Store
from trainer.rejudging import judge_all

T = TypeVar("T")
GUIDES = load_guides()


@pytest.fixture
def store(tmp_path):
    store = Store.open(tmp_path / "data")
    for number in range(45):
        whole(store, f"A{number:02d}", "hello dana this is sam")
    yield store
    store.close()


def test_stopping_keeps_what_was_done_and_the_next_run_does_the_rest(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 45
        if done == 30:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        judge_all(lambda work: work(store), GUIDES, None, stop)
    judged = [len(store.carried(row.id).judgements) for row in store.rows()]
    assert judged.count(2) == 30
    told: list[tuple[int, int]] = []
    anew = judge_all(lambda work: work(store), GUIDES, None, lambda done, total: told.append((done, total)))
    assert anew == 15
    assert told[-1] == (45, 45)
    assert all(len(store.carried(row.id).judgements) == 2 for row in store.rows())


def test_only_heard_attempts_are_judged_and_their_states_stay(store: Store) -> None:
    begin(store, "RUNS")
    whole(store, "WAITS", state="waiting")
    whole(store, "ASIDE", state="set-aside")
    whole(store, "SICK")
    store._db.execute("UPDATE attempts SET scenario = '{' WHERE id = 'SICK'")
    assert judge_all(lambda work: work(store), GUIDES, "earn", lambda done, total: None) == 46
    states = {row.id: row.state for row in store.rows() if not row.id.startswith("A0")}
    assert (states["RUNS"], states["WAITS"], states["ASIDE"]) == ("recording", "waiting", "set-aside")
    assert store.attempt("ASIDE").guide == "earn"
    assert store.attempt("WAITS").guide == "sell-the-call"


def test_what_is_judged_again_is_read_without_what_it_was_judged_before(store: Store) -> None:
    attempt = store.attempt("A00")
    assert attempt.feedback
    assert store.to_judge("A00") == replace(attempt, feedback=None)
    with pytest.raises(UnknownName):
        store.to_judge("NOBODY")
