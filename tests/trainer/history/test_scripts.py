"""The user's own scripts: kept version by version, in force by prospect and kind, gone when deleted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.trainer.history.examples import feedback, whole
from tests.trainer.history.test_erase import bytes_under
from trainer.errors import BadInput, UnknownName
from trainer.history.archive import write_archive
from trainer.history.arriving import read_archive
from trainer.history.besides import Besides
from trainer.history.database import FILE_NAME
from trainer.history.erase import BACKUPS
from trainer.history.migrations import STEPS, migrate
from trainer.history.recovery import recover
from trainer.history.scripts import LONGEST_NAME, CarriedScript
from trainer.history.store import Store
from trainer.records import LONGEST_SCRIPT, KeyPoint, MarkedPoint, Script, ScriptKind, ScriptVersion

SAID = "Hi Dana, this is Sam Reyes at Fieldline.\nCall me on 303 555 0142."


def version(text: str = SAID, points: tuple[MarkedPoint, ...] = (), number: int = 1) -> ScriptVersion:
    return ScriptVersion(
        number=number, text=text, points=points, saved_utc="2026-11-22T09:00:00+00:00", utc_offset_min=60
    )


def script(
    script_id: str = "S1", prospect: str | None = "dana", kind: ScriptKind = "voicemail", text: str = SAID
) -> Script:
    name = (prospect or "").title()
    return Script(
        id=script_id, kind=kind, prospect_id=prospect, prospect=name, name="", version=version(text)
    )


def test_a_script_is_read_back_as_it_was_kept(store: Store) -> None:
    marked = version(points=(MarkedPoint(start=9, end=27, must=True), MarkedPoint(start=41, end=48)))
    kept = Script(id="S1", kind="callback", prospect_id=None, prospect="", name="Calm one", version=marked)
    assert store.add_script(kept) == kept
    assert store.scripts() == [kept]
    assert store.script("S1") == kept
    assert kept.key_points == (KeyPoint(text="this is Sam Reyes", must=True), KeyPoint(text="Call me"))


def test_a_mark_across_lines_is_one_point_on_one_line() -> None:
    marked = version("one\ntwo  three", (MarkedPoint(start=0, end=14),))
    whole_text = Script(id="S", kind="voicemail", prospect_id=None, prospect="", name="", version=marked)
    assert whole_text.key_points == (KeyPoint(text="one two three"),)


def test_work_on_a_script_is_one_version_and_the_next_time_begins_another(store: Store) -> None:
    store.add_script(script(text=""))
    store.save_script("S1", version("Hi"), anew=False)
    store.save_script("S1", version("Hi Dana"), anew=False)
    store.save_script("S1", version("Hi Dana, it's"), anew=True)
    store.save_script("S1", version("Hi Dana, it's Sam"), anew=False)
    found = [(one.number, one.text) for one in store.script_versions("S1")]
    assert found == [(2, "Hi Dana, it's Sam"), (1, "Hi Dana")]
    assert store.script("S1").text == "Hi Dana, it's Sam"


def test_what_says_the_same_as_before_is_no_version(store: Store) -> None:
    store.add_script(script(text="Hi Dana"))
    store.save_script("S1", version("Hi Dana, it's"), anew=True)
    store.save_script("S1", version("Hi Dana"), anew=False)
    assert [one.number for one in store.script_versions("S1")] == [1]
    store.save_script("S1", version("Hi Dana"), anew=True)
    assert [one.number for one in store.script_versions("S1")] == [1]
    store.save_script("S1", version("Hi Dana", (MarkedPoint(start=0, end=2),)), anew=True)
    assert [one.number for one in store.script_versions("S1")] == [2, 1], "its points are another version"


def test_in_force_is_theirs_before_anyones_and_the_one_used_last(store: Store) -> None:
    assert store.script_for("dana", "voicemail") is None
    for one in (
        script("any", None), script("back", "dana", "callback"), script("one", "dana"),
        script("two", "dana"), script("ruth", "ruth"),
    ):  # fmt: skip
        store.add_script(one)

    def in_force(prospect: str, kind: ScriptKind = "voicemail") -> str | None:
        found = store.script_for(prospect, kind)
        return found.id if found else None

    assert in_force("dana") == "two"
    assert in_force("ruth") == "ruth"
    assert in_force("somebody") == "any"
    assert in_force("dana", "callback") == "back"
    assert in_force("ruth", "callback") is None
    store.practise_script("one", "dana")
    assert in_force("dana") == "one"
    store.save_script("two", version("Another"), anew=True)
    assert in_force("dana") == "two"
    store.hide_scripts(["two", "one"])
    assert in_force("dana") == "any"


def test_those_for_one_prospect_come_first_by_name(store: Store) -> None:
    for one in (
        script("any", None), script("r", "ruth"), script("db", "dana", "callback"), script("d", "dana"),
    ):  # fmt: skip
        store.add_script(one)
    assert [one.id for one in store.scripts()] == ["d", "db", "r", "any"]


def test_a_name_is_made_tidy_and_taken_away(store: Store) -> None:
    store.add_script(script())
    assert store.rename_script("S1", "  My \n best ").name == "My best"
    assert store.rename_script("S1", "").name == ""
    with pytest.raises(BadInput, match="80 characters"):
        store.rename_script("S1", "x" * (LONGEST_NAME + 1))


def test_too_long_is_refused_and_nothing_is_lost(store: Store) -> None:
    store.add_script(script())
    with pytest.raises(BadInput, match="20,000 characters"):
        store.save_script("S1", version("x" * (LONGEST_SCRIPT + 1)), anew=True)
    assert store.script("S1").text == SAID


def test_one_for_anyone_is_in_force_where_it_was_practised_last(store: Store) -> None:
    for one in (script("any", None), script("calm", None), script("dana", "dana"), script("ruth", "ruth")):
        store.add_script(one)
    store.practise_script("any", "dana")

    def in_force(prospect: str) -> str:
        found = store.script_for(prospect, "voicemail")
        assert found
        return found.id

    assert (in_force("dana"), in_force("ruth"), in_force("x")) == ("any", "ruth", "any")
    store.save_script("dana", version("Hi Dana, again"), anew=True)
    assert in_force("dana") == "dana", "the user went back to theirs"
    store.practise_script("any", "dana")
    store.delete_scripts(["any"])
    assert (in_force("dana"), in_force("x")) == ("dana", "calm")


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.script("S9"),
        lambda store: store.script_versions("S9"),
        lambda store: store.practise_script("S9", "dana"),
        lambda store: store.save_script("S9", version(), anew=True),
        lambda store: store.rename_script("S9", "x"),
    ],
)
def test_one_that_is_gone_is_named(store: Store, act: Callable[[Store], object]) -> None:
    with pytest.raises(UnknownName, match="S9"):
        act(store)


def test_letters_of_any_kind_are_kept(store: Store) -> None:
    text = "Hej Zoë 👋, مرحبا \ud800 end"
    store.add_script(script(text=text))
    assert store.script("S1").text == text.replace("\ud800", "?")


def test_line_breaks_of_all_kinds_become_one_and_marks_stay(store: Store) -> None:
    text = "one\r\ntwo\u2028three\0four"
    start = text.index("three")
    marked = replace(script(text=text), version=version(text, (MarkedPoint(start=start, end=start + 5),)))
    kept = store.add_script(marked)
    assert kept.text.splitlines() == ["one ", "two", "three four"]
    assert [point.text for point in kept.key_points] == ["three"]


def test_marks_outside_the_text_or_unreadable_are_left_out(store: Store, data_dir: Path) -> None:
    store.add_script(script(text="Hi Dana"))
    with closing(Database(data_dir / FILE_NAME, execute_plugins=False)) as db, db.conn:
        for points in ('[{"start": 0, "end": 2}, {"start": 5, "end": 99}]', "[{]", "7"):
            db.execute("UPDATE script_versions SET points = ?", [points])
            db.conn.commit()
            found = store.script("S1")
            assert found.text == "Hi Dana"
            expected = (MarkedPoint(start=0, end=2),) if points.startswith('[{"') else ()
            assert found.version.points == expected


# --------------------------------------------------------------------------- deletion means deletion


def test_a_deleted_script_is_nowhere_with_none_of_its_versions(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    for number in range(40):
        store.add_script(script(f"S{number:02d}", text=f"canary{number:02d}x"))
        store.rename_script(f"S{number:02d}", f"named{number:02d}x")
        store.save_script(f"S{number:02d}", version(f"latest{number:02d}x" * 300), anew=True)
    (data_dir / BACKUPS).mkdir()
    shutil.copy(data_dir / FILE_NAME, data_dir / BACKUPS / "ringback-1.db")
    gone, stays = [f"S{number:02d}" for number in range(0, 40, 2)], "S01"
    store.hide_scripts(gone)
    assert set(store.hidden_scripts()) == set(gone)
    store.delete_scripts(gone)
    left = bytes_under(data_dir)
    for number in range(0, 40, 2):
        for word in ("canary", "named", "latest"):
            assert f"{word}{number:02d}x".encode() not in left
    assert b"canary01x" in left
    assert store.script(stays).name == "named01x"
    assert store.attempt("A1"), "attempts are none of its business"


def test_a_deletion_that_was_not_finished_is_finished_at_the_next_start(store: Store, data_dir: Path) -> None:
    store.add_script(script(text="canary"))
    store.hide_scripts(["S1"])
    assert store.scripts() == []
    recover(store, data_dir, lambda _: 0)
    assert b"canary" not in bytes_under(data_dir)


def test_a_deletion_taken_back_leaves_all_as_it_was(store: Store, data_dir: Path) -> None:
    store.add_script(script())
    store.hide_scripts(["S1"])
    store.hide_scripts(["S1"], hidden=False)
    recover(store, data_dir, lambda _: 0)
    assert [one.id for one in store.scripts()] == ["S1"]


def test_a_copy_from_before_there_were_scripts_stays(store: Store, data_dir: Path) -> None:
    (data_dir / BACKUPS).mkdir()
    old = data_dir / BACKUPS / "ringback-old.db"
    with closing(Database(old, execute_plugins=False)) as db:
        migrate(db, STEPS[:6])
    store.add_script(script())
    store.delete_scripts(["S1"])
    assert old.exists()


# --------------------------------------------------------------------------- to another history


def carried(store: Store, folder: Path) -> Path:
    whole(store, "A1")
    path = folder / "history.zip"
    write_archive(path, [store.carried("A1")], 1, store.data_dir, lambda *_: None, store.besides())
    return path


def take_in(folder: Path, path: Path) -> Store:
    there = Store.open(folder)
    read_archive(path, folder, there, lambda *_: None)
    return there


def test_all_versions_travel_with_the_whole_history_and_replace_none(store: Store, tmp_path: Path) -> None:
    store.add_script(script("S1"))
    store.save_script("S1", version("Second", (MarkedPoint(start=0, end=6, must=True),)), anew=True)
    store.add_script(script("S2", None, "callback"))
    store.add_script(script("gone"))
    store.hide_scripts(["gone"])
    other = tmp_path / "other"
    with closing(Store.open(other)) as there:
        there.add_script(script("S2", None, "callback", "mine stays"))
    with closing(take_in(other, carried(store, tmp_path))) as there:
        assert there.script("S1") == store.script("S1")
        assert there.script_versions("S1") == store.script_versions("S1")
        assert there.script("S2").text == "mine stays"
        assert len(there.scripts()) == 2


@pytest.mark.parametrize(
    "strange",
    [
        script("../up"),
        script("x" * 65),
        script(text="x" * (LONGEST_SCRIPT + 1)),
        replace(script(), version=replace(version(), saved_utc="yesterday")),
        replace(script(), version=version(number=0)),
        replace(script(), version=version(number=2**60)),
    ],
    ids=["path", "long-id", "long-text", "no-time", "number-0", "number-huge"],
)
def test_a_strange_script_is_refused_with_all_that_came_with_it(
    store: Store, tmp_path: Path, strange: Script
) -> None:
    whole(store, "A1")
    path, other = tmp_path / "history.zip", tmp_path / "other"
    besides = Besides(scripts=(CarriedScript(script=script("fine")), CarriedScript(script=strange)))
    write_archive(path, [store.carried("A1")], 1, store.data_dir, lambda *_: None, besides)
    with pytest.raises(BadInput):
        take_in(other, path)
    with closing(Store.open(other)) as there:
        assert there.rows() == []
        assert there.scripts() == []


# --------------------------------------------------------------------------- the takes that tell the pace


def judged(store: Store, attempt_id: str, seconds: float, **columns: object) -> None:
    """An attempt whose judgement is known by its seconds."""
    whole(store, attempt_id)
    known = replace(feedback(), seconds=seconds)
    store.save_feedback(attempt_id, known, guide_hash="g2", judge_version="2")
    with closing(Database(store.data_dir / FILE_NAME, execute_plugins=False)) as db, db.conn:
        for name, value in columns.items():
            db.execute(f"UPDATE attempts SET {name} = ?, listed = 0 WHERE id = ?", [value, attempt_id])


def test_the_newest_judgements_of_what_was_spoken_tell_the_pace(store: Store, data_dir: Path) -> None:
    for number in range(5):
        judged(store, f"A{number}", 10.0 + number, kind="voicemail" if number % 2 else "callback")
    judged(store, "FILE", 20.0, from_files=1, kind="voicemail")
    judged(store, "ELSE", 21.0, kind="get-through")
    store.close()
    with closing(Store.open(data_dir)) as again:  # which makes the lines anew
        messages = [one.seconds for one in again.newest_feedback(("voicemail",), 30)]
        newest = [one.seconds for one in again.newest_feedback(("voicemail", "callback"), 3)]
    assert messages == [13.0, 11.0]
    assert newest == [14.0, 13.0, 12.0]
