from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.trainer.packs.own import SELLER, call_back, good, put, scenario, sound
from trainer.audio.files import check_prompt
from trainer.errors import Mistakes, WorldError
from trainer.own_changes import remove, saving
from trainer.own_scenarios import apply, own_folder
from trainer.records import Scenario
from trainer.scenarios import load_library


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = own_folder(tmp_path)
    put(folder, good())
    return folder


def save(own: Path, name: str, toml: str, sounds: Mapping[str, bytes] | None = None) -> Scenario:
    library = load_library(extra=own)
    change, saved = saving(library, {"sell-the-call"}, own, name, toml.encode(), sounds or {}, check_prompt)
    apply(own, change.writes, change.removes)
    return saved


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_change_says_what_makes_it_as_it_was(own: Path) -> None:
    before = files(own)
    back = apply(own, {"mine.toml": b"x", "new/one.flac": b"y"}, ["own/hello.flac", "nothing.toml"])
    assert files(own) == {
        "mine.toml": b"x", "new/one.flac": b"y", "sellers/ann-own.toml": SELLER.encode(),
    }  # fmt: skip
    again = apply(own, back.writes, back.removes)
    assert files(own) == before
    apply(own, again.writes, again.removes)
    assert files(own)["mine.toml"] == b"x"


def test_a_new_scenario_is_put_in_its_place_with_its_sound(own: Path) -> None:
    saved = save(own, "second", scenario("second", sound="own/second.flac"), {"own/second.flac": sound(0.3)})
    found = load_library(extra=own)
    assert not found.broken
    assert found.scenario("second") == saved
    assert found.sound_path("own/second.flac").read_bytes() == sound(0.3)


def test_an_edited_one_takes_the_place_of_the_old_and_its_old_sound_goes(own: Path) -> None:
    toml = scenario("mine", sound="own/again.flac", title="Better")
    save(own, "mine", toml, {"own/again.flac": sound(0.3), "own/not-named.flac": sound(0.4)})
    assert files(own) == {
        "mine.toml": toml.encode(), "sellers/ann-own.toml": SELLER.encode(), "own/again.flac": sound(0.3),
    }  # fmt: skip


def test_a_sound_that_another_one_uses_stays(own: Path) -> None:
    put(own, {"other.toml": scenario("other").encode()})
    save(own, "mine", scenario("mine", sound="own/again.flac"), {"own/again.flac": sound(0.3)})
    assert "own/hello.flac" in files(own)


@pytest.mark.parametrize(
    ("name", "toml", "sounds", "says"),
    [
        ("mine", scenario("mine", more='situaton = "x"'), {}, "line "),
        ("mine", scenario("mine", sound="own/none.flac"), {}, "own/none.flac"),
        ("mine", scenario("mine").replace("ann-own", "nobody"), {}, "nobody"),
        ("mine", scenario("mine", more='guide = "made-up"'), {}, "made-up"),
        ("mine", scenario("other"), {}, "id"),
        ("mine", "id = ", {}, "line"),
        ("mine", scenario("mine", sound="own/new.flac"), {"own/new.flac": b"no sound"}, "no sound that"),
        ("mine", scenario("mine"), {"../out.flac": sound()}, "no place for a file"),
        ("mine", scenario("mine"), {"/out.flac": sound()}, "no place for a file"),
        ("../out", scenario("mine"), {}, "no place for a file"),
        ("voicemail-referral-logistics", scenario("voicemail-referral-logistics"), {}, "came with Ringback"),
    ],
)
def test_with_a_mistake_nothing_is_changed(
    name: str, toml: str, sounds: dict[str, bytes], says: str, own: Path
) -> None:
    before = files(own.parent)
    with pytest.raises(Mistakes) as refused:
        save(own, name, toml, sounds)
    assert any(says in mistake for mistake in refused.value.mistakes)
    assert refused.value.path == own / f"{name}.toml"
    assert files(own.parent) == before


def test_a_message_that_a_call_back_follows_stays_to_the_same_person(own: Path) -> None:
    put(own, {"my-call.toml": call_back("my-call", "mine").encode()})
    with pytest.raises(Mistakes, match="'my-call' follows it"):
        save(own, "mine", scenario("mine").replace("bo-lee", "somebody-else"))
    save(own, "mine", scenario("mine", title="Better"))
    assert not load_library(extra=own).broken


def test_a_folder_that_cannot_be_written_is_said(own: Path) -> None:
    blocked = own / "a-file"
    blocked.write_bytes(b"")
    with pytest.raises(WorldError, match="cannot be written"):
        saving(load_library(extra=own), (), blocked, "new", b"", {}, check_prompt)


def test_a_call_back_stays_when_its_message_is_removed(own: Path) -> None:
    more = 'follows = ["mine", "second"]\ndefault_message = "Call me."'
    two = scenario("of-two", more=more).replace('"voicemail"', '"callback"')
    put(own, {
        "my-call.toml": call_back("my-call", "mine").encode(),
        "of-two.toml": two.encode(), "second.toml": scenario("second").encode(),
    })  # fmt: skip
    done = remove(load_library(extra=own), ["mine"], own)
    assert done.unfollowing == ("my-call", "of-two")
    left = load_library(extra=own)
    assert not left.broken
    assert left.scenario("my-call").follows == ()
    assert left.scenario("of-two").follows == ("second",)
    assert "follows" not in tomllib.loads((own / "my-call.toml").read_text())
