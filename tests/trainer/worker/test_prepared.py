"""What the user brings into a call: their own points for the prospect, else those marked in a script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.trainer.history.examples import SCENARIO, SELLER
from tests.trainer.test_session import VOICEMAIL, babble, from_files, rig
from trainer.history.store import Store
from trainer.judging import context_of
from trainer.records import KeyPoint, MarkedPoint, MyPoints, Script, ScriptKind, ScriptVersion
from trainer.rigs.scripted import Step
from trainer.worker.prepared import prepared_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path)) as store:
        yield store


def write(store: Store, kind: ScriptKind, text: str, prospect_id: str | None = None) -> None:
    """A script whose only words are its key point."""
    points = (MarkedPoint(start=0, end=len(text), must=True),)
    version = ScriptVersion(
        number=1, text=text, points=points, saved_utc="2026-11-22T07:00Z", utc_offset_min=0
    )
    script = Script(id=text, kind=kind, prospect_id=prospect_id, prospect="", name="", version=version)
    store.add_script(script)


def test_own_points_come_before_those_of_a_script(store: Store) -> None:
    write(store, "voicemail", "two bills")
    assert prepared_for(store, SCENARIO).to_say == (KeyPoint(text="two bills", must=True),)
    mine = MyPoints(who="Sam", why="three pallets", must=("why",))
    store.keep_points("dana", mine)
    brought = prepared_for(store, SCENARIO)
    assert (brought.points, brought.script) == (mine, ())
    assert brought.to_say == (KeyPoint(text="three pallets", must=True),)


def test_own_points_of_which_none_must_be_said_leave_nothing_to_judge(store: Store) -> None:
    write(store, "voicemail", "two bills")
    store.keep_points("dana", MyPoints(who="Sam"))
    assert prepared_for(store, SCENARIO).to_say == ()


def test_two_lines_about_the_prospect_do_not_push_the_script_aside(store: Store) -> None:
    write(store, "voicemail", "two bills")
    store.keep_points("dana", MyPoints(worry="lost bills"))
    brought = prepared_for(store, SCENARIO)
    assert brought.points.worry == "lost bills"
    assert [point.text for point in brought.script] == ["two bills"]


def test_the_script_is_one_for_this_kind_of_call(store: Store) -> None:
    write(store, "callback", "two bills")
    assert prepared_for(store, SCENARIO).script == ()
    assert prepared_for(store, replace(SCENARIO, kind="callback")).script != ()
    assert prepared_for(store, replace(SCENARIO, kind="get-through")).script == ()
    write(store, "elevator", "I check bills")
    live = prepared_for(store, replace(SCENARIO, picks_up="hello"))
    assert [point.text for point in live.script] == ["I check bills"]


def test_a_call_is_judged_by_the_points_as_they_were_when_it_began(tmp_path: Path) -> None:
    said = "dana this is sam your carrier charged two bills twice"
    mine = MyPoints(why="two bills", must=("why",), worry="lost bills")
    with rig(tmp_path, hears=[said]) as made:
        practice = made.worker.practice
        practice.keep_points("dana-whitfield", mine).result(timeout=20)
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        practice.forget_points().result(timeout=20)
        (kept,) = made.attempts()
    assert kept.points == mine
    assert kept.context.script == mine.key_points()
    assert attempt.feedback
    (covered,) = [one for one in attempt.feedback.findings if one.check == "covers-script"]
    assert (covered.outcome, covered.value) == ("met", "1 of 1")


def test_the_judge_is_told_what_must_be_said() -> None:
    script = (KeyPoint(text="two bills", must=True),)
    assert context_of(SCENARIO, SELLER, script=script).script == script
