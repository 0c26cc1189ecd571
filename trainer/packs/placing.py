"""What of a pack goes where in the user's folder."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import tomli_w

from trainer.errors import BadInput
from trainer.own_scenarios import files_of
from trainer.packs.reading import Unpacked
from trainer.paths import ASSETS, SCENARIOS, file_sha256
from trainer.records import Scenario
from trainer.scenarios import Library

OnClash = Literal["keep-both", "replace", "skip"]


@dataclass(frozen=True, slots=True)
class Arriving:
    """One scenario of a pack, and how it stands to the library."""

    scenario: Scenario
    state: Literal["new", "same", "clash", "clash-shipped"]
    """"clash": one of the user's own has this id and is different; "clash-shipped": one of Ringback's has,
    which can be kept beside the new one but not replaced."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: ids as they are now."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    skipped: tuple[str, ...]


class Placing:
    """Collects what goes where. Names that are taken by something else get a number behind them."""

    def __init__(self, unpacked: Unpacked, library: Library, own: Path) -> None:
        self._from, self._library, self._own = unpacked.folder, library, own
        self._names: dict[str, str] = {}
        """Scenario id in the pack -> id here, of those that come in."""
        self._replaced: list[str] = []
        self._skipped: list[str] = []
        self._files: dict[str, bytes] = {}

    def decide(self, arriving: Arriving, way: OnClash) -> None:
        """Note whether and under which id a scenario comes in."""
        name = arriving.scenario.id
        if arriving.state == "same" or (arriving.state != "new" and way == "skip"):
            self._skipped.append(name)
        elif arriving.state == "new":
            self._names[name] = name
        elif arriving.state == "clash" and way == "replace":
            self._names[name] = name
            self._replaced.append(name)
        else:
            self._names[name] = self._free(name, "{}.toml", {*self._names.values()})

    def writes(self) -> dict[str, bytes]:
        """Place in the user's folder -> bytes, of everything that comes in."""
        for name, here in self._names.items():
            data = tomllib.loads((self._from / f"{name}.toml").read_text("utf-8-sig"))
            moved = self._moved(data, here)
            raw = (self._from / f"{name}.toml").read_bytes()
            self._files[f"{here}.toml"] = raw if moved == data else tomli_w.dumps(moved).encode()
        return self._files

    def done(self) -> Imported:
        """What was decided."""
        added = tuple(here for name, here in self._names.items() if name not in self._replaced)
        return Imported(added, tuple(self._replaced), tuple(self._skipped))

    def _moved(self, data: dict[str, Any], here: str) -> dict[str, Any]:
        """The scenario's data with the names that its files have here; the files are added on the way."""
        seller = data["seller"]
        follows = [self._names.get(name, name) for name in data.get("follows", [])]
        return {
            **data,
            "id": here,
            "seller": self._seller(seller),
            **({"follows": follows} if "follows" in data else {}),
            "prompts": [
                {**prompt, "audio": self._sound(prompt["audio"])} for prompt in data.get("prompts", [])
            ],
        }

    def _seller(self, name: str) -> str:
        source = self._from / "sellers" / f"{name}.toml"
        for folder in (SCENARIOS, self._own):
            there = folder / "sellers" / f"{name}.toml"
            if there.is_file() and there.read_bytes() == source.read_bytes():
                return name
        taken = any((folder / "sellers" / f"{name}.toml").is_file() for folder in (SCENARIOS, self._own))
        here = self._free(name, "sellers/{}.toml", set()) if taken else name
        data = tomllib.loads(source.read_text("utf-8-sig"))
        self._files[f"sellers/{here}.toml"] = (
            source.read_bytes() if here == name else tomli_w.dumps({**data, "id": here}).encode()
        )
        return here

    def _sound(self, place: str) -> str:
        source = self._from / place
        there = _found(self._library, place)
        if there and file_sha256(there) == file_sha256(source):
            return place
        if (ASSETS / place).exists() or (self._own / place).exists():
            path = Path(place)
            place = path.with_name(f"{file_sha256(source)[:12]}-{path.name}").as_posix()
        self._files[place] = source.read_bytes()
        return place

    def _free(self, name: str, file: str, also_taken: set[str]) -> str:
        """`name` with the first number from 2 on under which neither Ringback nor the user has a `file`."""
        number = 2
        while True:
            here = f"{name}-{number}"
            taken = any((folder / file.format(here)).exists() for folder in (SCENARIOS, self._own))
            if not taken and here not in also_taken and not (self._from / file.format(here)).exists():
                return here
            number += 1


def arriving(unpacked: Unpacked, library: Library, own: Path) -> Iterator[Arriving]:
    """How each scenario of the pack stands to the library."""
    here = {scenario.id: scenario for scenario in library.scenarios}
    for scenario in unpacked.scenarios:
        if scenario.id not in here and not (own / f"{scenario.id}.toml").is_file():
            yield Arriving(scenario, "new")
        elif here.get(scenario.id) == scenario and _same_files(unpacked.folder, library, scenario):
            yield Arriving(scenario, "same")
        else:
            shipped = (SCENARIOS / f"{scenario.id}.toml").is_file()
            yield Arriving(scenario, "clash-shipped" if shipped else "clash")


def _same_files(folder: Path, library: Library, scenario: Scenario) -> bool:
    sounds = [(place, _found(library, place)) for place in files_of(scenario)[2:]]
    return all(path and file_sha256(path) == file_sha256(folder / place) for place, path in sounds)


def _found(library: Library, sound: str) -> Path | None:
    try:
        return library.sound_path(sound)
    except BadInput:
        return None
