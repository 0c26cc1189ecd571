"""Whole attempts leave one history and arrive in another."""

from __future__ import annotations

import dataclasses
from contextlib import closing
from pathlib import Path

import pytest

from tests.trainer.history.examples import begin, feedback, take_of, transcript, whole
from trainer.errors import BadInput
from trainer.history.store import Store
from trainer.records import CallEvent, Dispute, Prediction


def rich(store: Store, attempt_id: str) -> None:
    """An attempt with something in every table."""
    whole(store, attempt_id)
    store.add_events(attempt_id, [CallEvent(at_s=1.0, name="key", detail="5")])
    store.add_revision(attempt_id, Dispute(check="one-ask"))
    store.save_feedback(attempt_id, feedback(met=4), guide_hash="g2", judge_version="2")
    store.set_prediction(attempt_id, Prediction(seconds=20.0))
    store.set_tags(attempt_id, ["best", "ärgerlich"])
    store.set_favourite(attempt_id, True)
    store.set_note(attempt_id, "=1+1 «note»")
    retake = dataclasses.replace(take_of(attempt_id, name=f"{attempt_id}-again"), purpose="retake")
    store.begin_take(attempt_id, retake)
    store.add_transcript(retake.id, transcript("hello again", "vosk:en"))


@pytest.fixture
def other(tmp_path: Path) -> Store:
    with closing(Store.open(tmp_path / "other")) as store:
        yield store


def test_everything_arrives_in_an_empty_history_as_it_left(store: Store, other: Store) -> None:
    begin(store, "GONE")
    rich(store, "A1")
    store.delete(["GONE"])
    rich(store, "A2")
    leaving = [store.carried(attempt_id) for attempt_id in store.to_export()]
    assert other.restore(leaving) == 2
    assert [other.carried(one.attempt.id) for one in leaving] == leaving
    assert [other.attempt(name) for name in ("A1", "A2")] == [store.attempt(name) for name in ("A1", "A2")]
    assert other.rows() == store.rows()
    assert other.rows("ärgerlich again") == store.rows("ärgerlich again")
    assert [row.sequence for row in other.rows()] == [3, 2]
    assert len(leaving[0].judgements) == 2


def test_into_a_history_that_is_not_empty_they_come_behind_the_newest(store: Store, other: Store) -> None:
    rich(store, "A1")
    begin(other, "B1")
    begin(other, "B2")
    other.restore([store.carried("A1")])
    assert [(row.id, row.sequence) for row in other.rows()] == [("A1", 3), ("B2", 2), ("B1", 1)]


def test_what_is_here_already_or_breaks_off_leaves_nothing(store: Store, other: Store) -> None:
    rich(store, "A1")
    rich(store, "A2")
    leaving = [store.carried(name) for name in ("A2", "A1")]
    rich(other, "A1")
    before = other.rows()
    with pytest.raises(BadInput, match="A1"):
        other.restore(leaving)

    def break_off() -> None:
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        other.restore(leaving[:1], last=break_off)
    assert other.rows() == before
    assert other.here() == {"A1"}


def test_what_is_still_being_recorded_stays(store: Store) -> None:
    begin(store, "A1")
    whole(store, "A2")
    assert store.to_export() == ["A2"]
