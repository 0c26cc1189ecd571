"""The whole library, given away and taken in elsewhere, is the same library to the byte."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w

from tests.trainer.packs.own import SELLER, put
from tests.trainer.test_session import rig
from trainer.cli import main
from trainer.own_scenarios import FOLDER, files_of
from trainer.paths import ASSETS, SCENARIOS
from trainer.scenarios import Library, load_library


def own_of_every_kind() -> dict[str, bytes]:
    """Two of the user's own of each kind, and what they follow, with sounds of their own."""
    shipped = load_library()
    kinds = sorted({one.kind for one in shipped.scenarios})
    two = [one for kind in kinds for one in [s for s in shipped.scenarios if s.kind == kind][:2]]
    followed = [shipped.scenario(name) for one in two for name in one.follows]
    files = {"sellers/ann-own.toml": SELLER.encode()}
    for scenario in {one.id: one for one in (*two, *followed)}.values():
        data = tomllib.loads((SCENARIOS / f"{scenario.id}.toml").read_text(encoding="utf-8"))
        data |= {"id": f"my-{scenario.id}", "seller": "ann-own"}
        if scenario.follows:
            data["follows"] = [f"my-{name}" for name in scenario.follows]
        for prompt in data.get("prompts", []):
            sound, prompt["audio"] = prompt["audio"], f"mine/{Path(prompt['audio']).name}"
            files[prompt["audio"]] = (ASSETS / sound).read_bytes()
        files[f"my-{scenario.id}.toml"] = tomli_w.dumps(data).encode()
    return files


def by_window(home: Path, other: Path, pack: Path) -> None:
    with rig(home) as made:
        ids = [one.id for one in made.worker.scenarios]
        assert set(made.worker.shelf.give_away(ids, pack).result()) == set(ids)
    with rig(other) as made:
        shelf = made.worker.shelf
        arriving = shelf.preview(pack).result()
        assert {one.state for one in arriving} == {"new", "same"}
        done = shelf.take_in(pack, "skip").result()
        assert {one.scenario.id for one in arriving if one.state == "new"} == set(done.added)


def by_command(home: Path, other: Path, pack: Path) -> None:
    ids = [one.id for one in library(home).scenarios]
    assert main(["scenarios", "export", *ids, "-o", str(pack), "--data-dir", str(home)]) == 0
    assert main(["scenarios", "import", str(pack), "--data-dir", str(other)]) == 0


def library(home: Path) -> Library:
    found = load_library(extra=home / FOLDER)
    assert not found.broken
    return found


def files(home: Path) -> dict[str, bytes]:
    folder = home / FOLDER
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("carried", [by_window, by_command])
def test_the_library_is_identical_elsewhere(
    carried: Callable[[Path, Path, Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    put(home / FOLDER, own_of_every_kind())
    carried(home, other, tmp_path / "library.zip")
    there, here = library(other), library(home)
    assert there.scenarios == here.scenarios
    assert there.sellers == here.sellers
    assert files(other) == {place: data for place, data in files(home).items() if not place.startswith(".")}
    for scenario in here.scenarios:
        for sound in files_of(scenario)[2:]:
            assert there.sound_path(sound).read_bytes() == here.sound_path(sound).read_bytes()
