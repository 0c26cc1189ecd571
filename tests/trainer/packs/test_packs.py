from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.trainer.packs.own import SELLER, call_back, good, listed, put, scenario, sound, zipped
from trainer.audio.files import check_prompt
from trainer.errors import BadInput, UnknownName, WorldError
from trainer.own_changes import remove
from trainer.own_scenarios import apply, own_folder, settle
from trainer.packs import Imported, OnClash, export_pack, import_pack, preview
from trainer.paths import SCENARIOS
from trainer.scenarios import Library, load_library


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A library of one's own: a message, and a call back that follows it."""
    folder = own_folder(tmp_path / "data")
    put(folder, {**good(), "my-call.toml": call_back("my-call", "mine").encode()})
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The empty folder of somebody else."""
    return own_folder(tmp_path / "other")


def library(folder: Path) -> Library:
    found = load_library(extra=folder)
    assert not found.broken
    return found


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def take_in(pack: Path, folder: Path, on_clash: OnClash = "skip") -> Imported:
    return import_pack(pack, library(folder), folder, check_prompt, on_clash)


def pack_of(tmp_path: Path, contents: dict[str, bytes]) -> Path:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped(listed(contents)))
    return path


def test_a_pack_carries_scenarios_to_somebody_else_unchanged(own: Path, other: Path, tmp_path: Path) -> None:
    pack = tmp_path / "mine.zip"
    assert export_pack(library(own), ["my-call"], pack) == ("mine", "my-call")  # and what it follows
    assert {one.state for one in preview(pack, library(other), other, check_prompt)} == {"new"}
    assert files(other) == {}
    assert take_in(pack, other) == Imported(("mine", "my-call"), (), ())
    assert library(other).scenarios == library(own).scenarios
    assert files(other) == files(own)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in other.rglob("*")}
    assert modes == {0o600, 0o700}


def test_the_same_scenarios_make_the_same_pack(own: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        export_pack(library(own), ["mine", "my-call"], tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_what_ships_can_be_given_away_and_is_the_same_elsewhere(other: Path, tmp_path: Path) -> None:
    shipped = load_library().scenarios[:3]
    pack = tmp_path / "shipped.zip"
    export_pack(load_library(), [one.id for one in shipped], pack)
    assert take_in(pack, other, "replace") == Imported((), (), tuple(one.id for one in shipped))
    assert files(other) == {}


def test_taking_in_the_same_again_changes_nothing(own: Path, tmp_path: Path) -> None:
    pack, before = tmp_path / "mine.zip", files(own)
    export_pack(library(own), ["mine"], pack)
    assert [one.state for one in preview(pack, library(own), own, check_prompt)] == ["same"]
    assert take_in(pack, own, "keep-both") == Imported((), (), ("mine",))
    assert files(own) == before


def test_a_clash_is_skipped(own: Path, tmp_path: Path) -> None:
    pack, before = (
        pack_of(tmp_path, good() | {"mine.toml": scenario("mine", title="Theirs").encode()}),
        files(own),
    )
    assert [one.state for one in preview(pack, library(own), own, check_prompt)] == ["clash"]
    assert take_in(pack, own) == Imported((), (), ("mine",))
    assert files(own) == before


def test_a_clash_is_replaced(own: Path, tmp_path: Path) -> None:
    theirs = {"mine.toml": scenario("mine", title="Theirs").encode(), "own/hello.flac": sound(pitch_hz=880)}
    assert take_in(pack_of(tmp_path, good() | theirs), own, "replace") == Imported((), ("mine",), ())
    found = library(own)
    assert found.scenario("mine").title == "Theirs"
    assert found.sound_path(found.scenario("mine").prompts[0].audio).read_bytes() == sound(pitch_hz=880)
    assert found.sound_path(found.scenario("my-call").prompts[0].audio).read_bytes() == sound()


def test_a_clash_is_kept_beside_with_its_own_names(own: Path, tmp_path: Path) -> None:
    theirs = {
        "mine.toml": scenario("mine", title="Theirs").encode(),
        "theirs.toml": call_back("theirs", "mine").encode(),
        "sellers/ann-own.toml": SELLER.replace("Ann Own", "Ann Other").encode(),
    }
    assert take_in(pack_of(tmp_path, good() | theirs), own, "keep-both").added == ("mine-2", "theirs")
    found = library(own)
    assert [found.scenario(name).title for name in ("mine", "mine-2")] == ["Mine", "Theirs"]
    assert found.scenario("theirs").follows == ("mine-2",)
    assert found.seller(found.scenario("theirs").seller).name == "Ann Other"
    assert found.seller(found.scenario("mine").seller).name == "Ann Own"


def test_what_ships_is_never_replaced(own: Path, tmp_path: Path) -> None:
    shipped = next(one.id for one in load_library().scenarios if one.kind == "voicemail")
    files = {**good(), f"{shipped}.toml": scenario(shipped).encode()}
    del files["mine.toml"]
    pack = pack_of(tmp_path, files)
    assert [one.state for one in preview(pack, library(own), own, check_prompt)] == ["clash-shipped"]
    assert take_in(pack, own, "replace").added == (f"{shipped}-2",)
    assert library(own).scenario(shipped) == load_library().scenario(shipped)


def test_a_way_can_be_chosen_for_each(own: Path, tmp_path: Path) -> None:
    theirs = {"new.toml": scenario("new").encode(), "mine.toml": scenario("mine", title="Theirs").encode()}
    pack = pack_of(tmp_path, good() | theirs)
    done = import_pack(pack, library(own), own, check_prompt, {"mine": "replace"})
    assert done == Imported(("new",), ("mine",), ())


@pytest.mark.parametrize("before_it_moves", [True, False])
def test_an_import_that_was_killed_is_finished_or_gone(
    before_it_moves: bool, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before the change is written down, nothing of it stays; after that, all of it comes."""
    was = files(own)
    step = "write_private" if before_it_moves else "_finish"

    def killed(*args: object) -> None:
        if step == "_finish" and not (own / ".change.json").is_file():
            return  # there was nothing to finish before this change
        if step == "_finish" or args[0] == own / ".change.json":
            raise KeyboardInterrupt

        from trainer.paths import write_private

        write_private(*args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(f"trainer.own_scenarios.{step}", killed)
        with pytest.raises(KeyboardInterrupt):
            apply(own, {"new.toml": b"new", "own/new.flac": b"sound"}, ["mine.toml"])
    settle(own)
    changed = {"new.toml": b"new", "own/new.flac": b"sound"}
    wanted = was if before_it_moves else {k: v for k, v in was.items() if k != "mine.toml"} | changed
    assert files(own) == wanted
    settle(own)
    assert files(own) == wanted


def test_a_folder_that_cannot_be_written_is_said_and_unchanged(own: Path, tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {**good(), "mine.toml": scenario("mine", title="Theirs").encode()})
    (own / ".change.json").mkdir()  # nothing can be written down
    with pytest.raises(WorldError, match="cannot be written"):
        take_in(pack, own, "replace")
    (own / ".change.json").rmdir()
    assert library(own).scenario("mine").title == "Mine"


def test_removing_takes_along_what_nothing_else_uses(own: Path) -> None:
    remove(library(own), ["my-call"], own)
    assert set(files(own)) == set(good())
    remove(library(own), ["mine"], own)
    assert files(own) == {}


def test_only_own_scenarios_can_be_removed(own: Path) -> None:
    shipped = load_library().scenarios[0].id
    before = files(own)
    with pytest.raises(BadInput, match="came with Ringback"):
        remove(library(own), ["mine", shipped], own)
    with pytest.raises(UnknownName):
        remove(library(own), ["mine", "nothing"], own)
    assert files(own) == before
    assert (SCENARIOS / f"{shipped}.toml").is_file()


def test_an_export_that_fails_leaves_no_half_of_it(own: Path, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="Choose another place"):
        export_pack(library(own), ["mine"], tmp_path / "nowhere" / "pack.zip")
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(WorldError, match=r"folder\.zip cannot be written"):
        export_pack(library(own), ["mine"], tmp_path / "folder.zip")
    assert not list(tmp_path.glob("*.partial"))
