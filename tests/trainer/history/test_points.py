"""What the user has prepared for a prospect: kept, replaced, and deleted for good."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from tests.trainer.history.examples import SCENARIO, SELLER, whole
from tests.trainer.history.test_erase import bytes_under
from trainer.history import columns
from trainer.history.database import FILE_NAME
from trainer.history.erase import BACKUPS
from trainer.history.migrations import STEPS, migrate
from trainer.history.store import Store
from trainer.records import POINT_NAMES, Context, KeyPoint, MyPoints

POINTS = MyPoints(who="Sam Reyes, Fieldline", why="two bills too many", must=("why",), worry="lost bills")


def test_points_are_kept_by_prospect_and_replaced(store: Store) -> None:
    store.keep_points("dana", POINTS)
    store.keep_points("ruth", MyPoints(idea="count the pallets"))
    store.keep_points("dana", replace(POINTS, next_step="ten minutes"))
    assert store.points("dana").next_step == "ten minutes"
    assert store.points("nobody") == MyPoints()
    assert set(store.all_points()) == {"dana", "ruth"}


def test_only_points_that_must_be_said_are_for_the_judge() -> None:
    points = replace(POINTS, must=("why", "next_step"))
    assert points.key_points() == (KeyPoint(text="two bills too many", must=True),), "the other one is empty"
    assert list(points.points()) == [("who", "Sam Reyes, Fieldline"), ("why", "two bills too many")]


def test_an_attempt_keeps_the_points_as_they_were(store: Store) -> None:
    store.begin_attempt(
        id="A1", scenario=SCENARIO, seller=SELLER, context=Context(script=POINTS.key_points()),
        guide="earn", started_utc="2026-11-22T00:20:00Z", utc_offset_min=0, points=POINTS,
    )  # fmt: skip
    store.keep_points("dana", MyPoints(who="somebody else"))
    assert store.attempt("A1").points == POINTS
    assert whole(store, "A2").points is None


@given(
    st.builds(
        MyPoints,
        who=st.text(),
        why=st.text(),
        for_them=st.text(),
        next_step=st.text(),
        must=st.lists(st.sampled_from(POINT_NAMES)).map(tuple),
        worry=st.text(),
        idea=st.text(),
    )
)
def test_points_come_back_as_they_were(points: MyPoints) -> None:
    plain = columns.from_json(MyPoints, columns.to_json(points))
    assert columns.points_of({"points": columns.to_json(plain)}) == plain
    assert list(plain.points()) == [(name, getattr(plain, name)) for name, _ in points.points()]


def test_a_history_from_before_there_were_points_has_none(store: Store, tmp_path: Path) -> None:
    row = columns.attempt_row(whole(store, "A1"))
    del row["points"]
    old_folder = tmp_path / "old"
    old_folder.mkdir(mode=0o700)
    with closing(Database(old_folder / FILE_NAME, execute_plugins=False)) as db:
        migrate(db, STEPS[:6])
        db.table("attempts").insert(row)
    with closing(Store.open(old_folder)) as old:
        assert old.attempt("A1").points is None
        assert old.all_points() == {}


def test_points_that_cannot_be_read_count_as_none(store: Store) -> None:
    store.keep_points("ruth", POINTS)
    store._db.execute("INSERT INTO points VALUES ('dana', '{\"who\": 7}')")
    assert store.points("dana") == MyPoints()
    assert store.all_points() == {"ruth": POINTS}


@pytest.mark.parametrize("everything", [False, True])
def test_deleted_points_are_nowhere_any_more(store: Store, data_dir: Path, everything: bool) -> None:
    canary = replace(POINTS, why="zanzibarquux")
    whole(store, "KEEP")
    store.keep_points("dana", canary)
    store.keep_points("ruth", MyPoints(who="stays"))
    (data_dir / BACKUPS).mkdir()
    for copy in (data_dir / BACKUPS / "ringback-1.db", data_dir / "ringback-set-aside.db"):
        shutil.copy(data_dir / FILE_NAME, copy)
    if everything:
        store.forget_points()
    else:
        store.keep_points("dana", MyPoints())
    left = bytes_under(data_dir)
    assert b"zanzibarquux" not in left
    assert (b"stays" in left) is not everything
    assert [row.id for row in store.rows()] == ["KEEP"]
    with closing(Database(data_dir / BACKUPS / "ringback-1.db", execute_plugins=False)) as copy_db:
        assert copy_db.execute("SELECT id FROM attempts").fetchall() == [("KEEP",)]


def test_deleting_an_attempt_deletes_the_points_that_it_kept(store: Store, data_dir: Path) -> None:
    store.begin_attempt(
        id="GONE", scenario=SCENARIO, seller=SELLER, context=Context(), guide="earn",
        started_utc="2026-11-22T00:20:00Z", utc_offset_min=0, points=replace(POINTS, idea="zanzibarquux"),
    )  # fmt: skip
    store.delete(["GONE"])
    assert b"zanzibarquux" not in bytes_under(data_dir)
