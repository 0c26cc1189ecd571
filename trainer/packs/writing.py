"""A pack is written: chosen scenarios with all that belongs to them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.errors import BadInput, WorldError
from trainer.own_scenarios import files_of
from trainer.packs.form import FORMAT, LIST
from trainer.paths import SCENARIOS
from trainer.records import Scenario
from trainer.scenarios import Library

_WRITTEN_FIRST = (1980, 1, 1, 0, 0, 0)
"""One date for all entries, so that the same scenarios make the same zip."""


def export_pack(library: Library, ids: Sequence[str], target: Path) -> tuple[str, ...]:
    """Write a pack of these scenarios, and of the user's own that they follow; returns all their ids.

    The zip is complete when it appears under its name; an older file of that name is replaced.

    Raises:
        UnknownName: there is no such scenario.
        BadInput: a sound is missing, or there is nothing to export.
        WorldError: the file cannot be written.
    """
    chosen = _with_followed(library, ids)
    if not chosen:
        raise BadInput("No scenario was named.", "Name one or more ids; `ringback scenarios` lists them.")
    files = {place: path for one in chosen for place, path in _sources(library, one)}
    listed = {place: hashlib.sha256(path.read_bytes()).hexdigest() for place, path in files.items()}
    contents = {"ringback_pack": FORMAT, "scenarios": [one.id for one in chosen], "files": listed}
    partial = target.with_name(target.name + ".partial")
    try:
        with zipfile.ZipFile(partial, "w") as archive:
            _add(archive, LIST, json.dumps(contents, indent=1, ensure_ascii=False).encode())
            for place, path in files.items():
                _add(archive, place, path.read_bytes())
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise WorldError(
            f"{target} cannot be written ({error.strerror or error}).", "Choose another place."
        ) from error
    return tuple(one.id for one in chosen)


def _with_followed(library: Library, ids: Sequence[str]) -> list[Scenario]:
    """The scenarios named and, before each, those of the user's own that it follows; every one once."""
    chosen: dict[str, Scenario] = {}
    for name in ids:
        scenario = library.scenario(name)
        for followed in scenario.follows:
            if not (SCENARIOS / f"{followed}.toml").is_file():
                chosen.setdefault(followed, library.scenario(followed))
        chosen.setdefault(scenario.id, scenario)
    return list(chosen.values())


def _sources(library: Library, scenario: Scenario) -> Iterator[tuple[str, Path]]:
    """Place in the pack and file, of all that belongs to `scenario`."""
    text, seller, *sounds = files_of(scenario)
    for place in (text, seller):
        folders = (SCENARIOS, *library.audio_folders[1:])
        yield place, next(folder / place for folder in folders if (folder / place).is_file())
    yield from ((sound, library.sound_path(sound)) for sound in sounds)


def _add(archive: zipfile.ZipFile, place: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(place, _WRITTEN_FIRST)
    entry.external_attr = 0o600 << 16
    # Sounds are compressed already.
    entry.compress_type = zipfile.ZIP_DEFLATED if place.endswith((".toml", ".json")) else zipfile.ZIP_STORED
    archive.writestr(entry, data)
