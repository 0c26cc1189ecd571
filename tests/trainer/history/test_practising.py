"""Attempts in brief, threads, and what was put off."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import begin, feedback, whole
from trainer.history.database import FILE_NAME
from trainer.history.store import Store
from trainer.records import CallEvent, Dispute, Feedback, Finding, Measured, Outcome, Prediction


def judge(store: Store, attempt_id: str, judgement: Feedback, version: str = "7") -> Measured:
    store.save_feedback(attempt_id, judgement, guide_hash="g", judge_version=version)
    store.set_state(attempt_id, "judged")
    return next(one for one in store.measured() if one.id == attempt_id)


def test_an_attempt_in_brief_says_what_the_newest_judgement_says(store: Store) -> None:
    attempt = whole(store, "A1")
    store.set_prediction("A1", Prediction(seconds=18.0, aim="not-sure", aim_check="one-ask"))
    judgement = feedback()
    brief = judge(store, "A1", judgement)
    counted = [one for one in judgement.findings if one.counted]
    assert brief.met == tuple(one.check for one in counted if one.outcome == "met")
    assert brief.missed == tuple(one.check for one in counted if one.outcome == "missed")
    assert brief.met
    assert (brief.judge, brief.guess_s, brief.seconds) == ("7", 18.0, judgement.seconds)
    assert brief.aim == "not-sure"
    assert (brief.words, brief.fillers) == (judgement.counts.words, judgement.counts.fillers)
    assert (brief.scenario_id, brief.prospect_id) == (attempt.scenario.id, attempt.scenario.prospect.id)
    assert (brief.from_files, brief.sitting, brief.moved_on) == (False, None, False)
    assert judge(store, "A1", replace(judgement, findings=()), "8").judge == "8"
    assert store.measured()[0].met == ()


def test_a_disputed_check_counts_on_neither_side(store: Store) -> None:
    whole(store, "A1")
    first = feedback().findings[0]
    store.add_revision("A1", Dispute(check=first.check))
    brief = judge(store, "A1", replace(feedback(), findings=(replace(first, disputed=True),)))
    assert (brief.met, brief.missed) == ((), ())


@pytest.mark.parametrize(
    ("outcomes", "kept"),
    [
        ({"one-ask": "met", "asks-for-call-back": "met"}, True),
        ({"one-ask": "missed", "asks-for-call-back": "met"}, False),
        ({"one-ask": "not-applicable", "asks-for-call-back": "missed"}, False),
        ({"one-ask": "unsure", "asks-for-call-back": "unsure"}, None),
        ({}, None),
    ],
)
def test_who_asks_for_nothing_did_not_ask_for_one_thing_whatever_the_guide_counts(
    store: Store, outcomes: dict[str, Outcome], kept: bool | None
) -> None:
    whole(store, "A1")
    store.set_prediction("A1", Prediction(aim="yes", aim_check="one-ask"))
    findings = tuple(
        Finding(check=check, outcome=outcome, confidence=1.0, counted=check != "one-ask")
        for check, outcome in outcomes.items()
    )
    assert judge(store, "A1", replace(feedback(), findings=findings)).aim_kept is kept
    disputed = tuple(replace(finding, disputed=True) for finding in findings)
    assert judge(store, "A1", replace(feedback(), findings=disputed)).aim_kept is None


def test_an_aim_that_nobody_was_asked_about_is_not_told(store: Store) -> None:
    whole(store, "A1")
    met = Finding(check="one-ask", outcome="met", confidence=1.0, counted=True)
    assert judge(store, "A1", replace(feedback(), findings=(met,))).aim_kept is None


def test_where_it_came_from_and_its_sitting_are_kept(store: Store) -> None:
    begun = begin(store, "A1")
    store.begin_attempt(
        id="A2", scenario=begun.scenario, seller=begun.seller, context=begun.context, guide=begun.guide,
        started_utc=begun.started_utc, utc_offset_min=0, sitting="S1", from_files=True,
    )  # fmt: skip
    assert (store.attempt("A2").sitting, store.attempt("A2").from_files) == ("S1", True)
    assert [(one.sitting, one.from_files) for one in store.measured()] == [(None, False), ("S1", True)]
    (_, again) = store.export_json()
    assert (again["sitting"], again["from_files"]) == ("S1", True)


def test_moving_on_is_seen_in_the_events(store: Store) -> None:
    whole(store, "A1")
    store.add_events("A1", [CallEvent(at_s=3.0, name="moved-on", detail="day 9")])
    assert judge(store, "A1", feedback()).moved_on


def test_what_is_hidden_or_deleted_is_not_measured(store: Store) -> None:
    for attempt_id in ("AAAA1", "AAAA2", "AAAA3"):
        whole(store, attempt_id)
    store.hide(["AAAA1"])
    store.delete(["AAAA2"])
    assert [one.id for one in store.measured()] == ["AAAA3"]
    store.show_again(["AAAA1"])
    assert [one.id for one in store.measured()] == ["AAAA1", "AAAA3"]


def test_damaged_judgements_and_guesses_come_to_nothing(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    judge(store, "A1", feedback())
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        db.execute("UPDATE attempts SET prediction = 'eighteen'")
        db.execute("UPDATE judgements SET feedback = '{\"findings\": [{}]}'")
        db.conn.commit()
    store.set_note("A1", "makes its rows anew")
    (brief,) = store.measured()
    assert (brief.met, brief.guess_s) == ((), None)


def test_rows_that_a_migration_left_to_be_made_are_made(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    judge(store, "A1", feedback())
    (before,) = store.measured()
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db:
        db.execute("DELETE FROM measures")
        db.execute("UPDATE attempts SET listed = 0")
        db.conn.commit()
    assert store.measured() == []
    with closing(Store.open(data_dir)) as again:
        assert again.measured() == [before]


def test_a_thread_is_all_with_one_prospect_in_order(store: Store) -> None:
    ids = [begin(store, f"A{n}").id for n in range(4)]
    prospect = store.attempt("A0").scenario.prospect.id
    thread, in_all = store.thread(prospect, 3)
    assert ([attempt.id for attempt in thread], in_all) == (ids[1:], 4)
    assert store.thread("nobody", 3) == ([], 0)


def test_what_is_put_off_is_put_off_for_that_day(store: Store) -> None:
    store.put_off("vm", "2026-11-20")
    store.put_off("cb", "2026-11-20")
    store.put_off("vm", "2026-11-20")
    assert store.put_off_on("2026-11-20") == {"vm", "cb"}
    assert store.put_off_on("2026-11-21") == set()
    store.put_off("lift", "2026-11-21")
    assert store.put_off_on("2026-11-20") == set()
