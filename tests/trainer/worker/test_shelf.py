"""The shelf over a real worker: what is changed is at once what can be practised and heard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.trainer.packs.own import good, listed, scenario, sound, zipped
from tests.trainer.test_session import WORDS, babble, from_files, rig
from trainer import events
from trainer.audio.files import check_prompt
from trainer.errors import BadInput, Mistakes, UnknownName
from trainer.packs import Imported, import_pack
from trainer.rigs.scripted import Step


def pack_of(tmp_path: Path, contents: dict[str, bytes]) -> Path:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped(listed(contents)))
    return path


def test_what_is_taken_in_can_be_practised_removed_and_put_back(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, good())
    with rig(tmp_path / "data") as made:
        shelf = made.worker.shelf
        assert [one.state for one in shelf.preview(pack).result()] == ["new"]
        assert made.announced.empty()
        assert shelf.take_in(pack, "skip").result() == Imported(("mine",), (), ())
        made.until(events.LibraryChanged)
        assert made.worker.cast("mine").scenario.title == "Mine"
        assert shelf.remove(["mine"]).result() == ()
        assert "mine" not in {one.id for one in made.worker.scenarios}
        assert shelf.put_back().result() == ("mine",)
        assert made.worker.cast("mine").scenario.title == "Mine"
        assert shelf.put_back().result() == ()


def test_an_import_can_be_undone_with_all_that_it_replaced(tmp_path: Path) -> None:
    with rig(tmp_path / "data") as made:
        shelf = made.worker.shelf
        shelf.take_in(pack_of(tmp_path, good()), "skip").result()
        own = tmp_path / "data" / "scenarios"
        before = {path: path.read_bytes() for path in own.rglob("*.*") if path.name != ".lock"}
        other = {
            **good(), "mine.toml": scenario("mine", title="Theirs").encode(), "own/hello.flac": sound(0.3),
            "new.toml": scenario("new").encode(),
        }  # fmt: skip
        done = shelf.take_in(pack_of(tmp_path, other), {"mine": "replace"}).result()
        assert done == Imported(("new",), ("mine",), ())
        assert set(shelf.put_back().result()) == {"mine", "new"}
        assert {path: path.read_bytes() for path in own.rglob("*.*") if path.name != ".lock"} == before


def test_what_is_saved_in_between_is_not_undone(tmp_path: Path) -> None:
    with rig(tmp_path / "data") as made:
        shelf = made.worker.shelf
        shelf.take_in(pack_of(tmp_path, good()), "skip").result()
        saved = shelf.save("mine", scenario("mine", title="Better").encode(), {}).result()
        assert saved == made.worker.cast("mine").scenario
        assert shelf.put_back().result() == ()
        assert made.worker.cast("mine").scenario.title == "Better"


def test_a_sound_that_was_recorded_again_is_heard_again(tmp_path: Path) -> None:
    with rig(tmp_path / "data") as made:
        worker = made.worker
        worker.shelf.take_in(pack_of(tmp_path, good()), "skip").result()
        load = worker.open()._sound
        first = load("own/hello.flac")
        assert load("own/hello.flac") is first
        worker.shelf.save("mine", scenario("mine").encode(), {"own/hello.flac": sound(0.2)}).result()
        assert len(load("own/hello.flac").pcm) == 1600 != len(first.pcm)


def test_what_is_refused_changes_nothing_and_is_not_announced(tmp_path: Path) -> None:
    with rig(tmp_path / "data") as made:
        shelf = made.worker.shelf
        with pytest.raises(BadInput):
            shelf.take_in(Path(__file__), "skip").result()
        with pytest.raises(Mistakes):
            shelf.save("mine", b"", {}).result()
        with pytest.raises(BadInput):
            shelf.remove([made.worker.scenarios[0].id]).result()
        assert made.announced.empty()


def test_a_given_pack_is_taken_in_elsewhere(tmp_path: Path) -> None:
    given = tmp_path / "given.zip"
    with rig(tmp_path / "data") as made:
        made.worker.shelf.take_in(pack_of(tmp_path, good()), "skip").result()
        assert made.worker.shelf.give_away(["mine"], given).result() == ("mine",)
    with rig(tmp_path / "other") as made:
        assert made.worker.shelf.take_in(given, "skip").result().added == ("mine",)


def test_what_was_practised_with_a_removed_scenario_stays_whole(tmp_path: Path) -> None:
    with rig(tmp_path / "data", hears=[WORDS, WORDS]) as made:
        worker = made.worker
        worker.shelf.take_in(pack_of(tmp_path, good()), "skip").result()
        attempt = from_files(made, "mine", Step("say", pcm=babble(2.0)))
        worker.shelf.remove(["mine"]).result()
        (row,) = worker.review.rows().result()
        assert (row.scenario_id, row.title, row.state) == ("mine", "Mine", "judged")
        kept = worker.review.attempt(attempt.id).result()
        assert kept == attempt
        take = kept.turns[0].take
        assert take
        assert worker.review.pcm(take).result()
        assert worker.review.judge_with(attempt.id, "earn").result().guide == "earn"
        assert worker.review.hear_again(attempt.id).result().turns[0].transcript
        page = tmp_path / "page.html"
        worker.carrying.export_page(page, attempt.id).result()
        assert "Mine" in page.read_text(encoding="utf-8")
        thread, _ = worker.practice.thread("bo-lee").result()
        assert [one.id for one in thread] == [attempt.id]
        assert worker.practice.progress(date.today(), pool_all=True).result()
        with pytest.raises(UnknownName):
            worker.cast("mine")


def test_what_another_program_changes_is_seen_at_the_next_look(tmp_path: Path) -> None:
    with rig(tmp_path / "data") as made:
        shelf, own = made.worker.shelf, tmp_path / "data" / "scenarios"
        assert not shelf.look_again().result()
        import_pack(pack_of(tmp_path, good()), made.worker.library, own, check_prompt)
        assert shelf.look_again().result()
        made.until(events.LibraryChanged)
        assert made.worker.cast("mine").scenario.title == "Mine"
        assert not shelf.look_again().result()
        shelf.remove(["mine"]).result()
        made.until(events.LibraryChanged)
        assert not shelf.look_again().result()
        (own / "mine.toml").write_text(scenario("mine"))
        assert shelf.look_again().result()
        assert shelf.put_back().result() == ()  # it would overwrite what somebody else has made
