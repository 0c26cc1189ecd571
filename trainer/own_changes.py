"""What saving and removing does to the user's own scenarios, worked out before anything is changed."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import tomli_w

from trainer.errors import BadInput, Mistakes, WorldError
from trainer.own_scenarios import UNPACKED, Change, CheckSound, apply, files_of, is_own
from trainer.paths import SCENARIOS, make_private_dir, write_private
from trainer.records import Scenario
from trainer.scenarios import Library, read_scenario


@dataclass(frozen=True, slots=True)
class Removal:
    """Own scenarios with all that belongs to them alone."""

    change: Change
    unfollowing: tuple[str, ...]
    """Ids of own call backs that followed one of them; they stay, and begin from their default message."""


def remove(library: Library, ids: Sequence[str], own: Path) -> Removal:
    """Remove own scenarios, with the sounds and sellers that no other own scenario uses.

    Raises:
        UnknownName, BadInput: as `removal`; nothing was removed.
        WorldError: the folder cannot be written.
    """
    done = removal(library, ids, own)
    apply(own, done.change.writes, done.change.removes)
    return done


def removal(library: Library, ids: Sequence[str], own: Path) -> Removal:
    """What removing these would do.

    Raises:
        UnknownName: there is no such scenario.
        BadInput: one of them came with Ringback.
    """
    leaving = [library.scenario(name) for name in ids]
    for scenario in leaving:
        if not is_own(scenario, own):
            raise BadInput(
                f"The scenario '{scenario.id}' came with Ringback and cannot be removed.",
                "Only your own can: those in your data folder.",
            )
    staying = [one for one in library.scenarios if one not in leaving and is_own(one, own)]
    followers = tuple(one.id for one in staying if not set(ids).isdisjoint(one.follows))
    writes = {f"{name}.toml": _unfollowing(own / f"{name}.toml", ids) for name in followers}
    return Removal(Change(writes, _files_of_none(own, leaving, staying)), followers)


def saving(
    library: Library,
    guides: Collection[str],
    own: Path,
    scenario_id: str,
    toml: bytes,
    sounds: Mapping[str, bytes],
    check_sound: CheckSound,
) -> tuple[Change, Scenario]:
    """What putting a scenario in its place would do, new or instead of the own one with its id.

    `sounds`: sound files by their place below `own`; of them, those that the scenario names are kept.

    Raises:
        Mistakes: with all that is wrong with it.
        WorldError: it cannot be put aside to be checked.
    """
    place = Path(f"{scenario_id}.toml")
    try:
        make_private_dir(own)
        # Beside its place: the same disk, and as private.
        with tempfile.TemporaryDirectory(prefix=UNPACKED, dir=own) as folder:
            aside = Path(folder)
            mistakes = [*_unsafe((str(place), *sounds)), *_taken(scenario_id)]
            if mistakes:
                raise Mistakes(own / place, mistakes)
            for name, data in {str(place): toml, **sounds}.items():
                make_private_dir((aside / name).parent)
                write_private(aside / name, data)
            scenario = _read(aside / place, own / place, library, guides)
            named = {name: data for name, data in sounds.items() if name in files_of(scenario)}
            mistakes += [*_unheard(aside, named, check_sound), *_deserting(scenario, library, own)]
    except OSError as error:
        raise WorldError(
            f"{own} cannot be written ({error.strerror or error}).", "Free some space or check that you may."
        ) from error
    if mistakes:
        raise Mistakes(own / place, mistakes)
    before = [one for one in library.scenarios if one.id == scenario_id]
    staying = [one for one in library.scenarios if one.id != scenario_id and is_own(one, own)]
    removes = _files_of_none(own, before, [*staying, scenario])
    return Change({str(place): toml, **named}, removes), scenario


def _files_of_none(own: Path, leaving: Sequence[Scenario], staying: Sequence[Scenario]) -> tuple[str, ...]:
    """Files in `own` of those that leave, which none of those that stay uses."""
    used = {file for scenario in staying for file in files_of(scenario)}
    files = {file for scenario in leaving for file in files_of(scenario)}
    return tuple(sorted(file for file in files - used if (own / file).is_file()))


def _unfollowing(path: Path, ids: Collection[str]) -> bytes:
    """The call back in `path`, following none of `ids`."""
    data = tomllib.loads(path.read_text("utf-8-sig"))
    follows = [name for name in data.pop("follows") if name not in ids]
    return tomli_w.dumps({**data, "follows": follows} if follows else data).encode()


def _taken(scenario_id: str) -> Iterator[str]:
    if (SCENARIOS / f"{scenario_id}.toml").is_file():
        yield f"id: '{scenario_id}' is the id of a scenario that came with Ringback. Choose another one."


def _unsafe(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        parts = PurePosixPath(name).parts
        if name.startswith("/") or "\\" in name or any(part.startswith(".") for part in parts):
            yield f"{name} is no place for a file."


def _read(path: Path, place: Path, library: Library, guides: Collection[str]) -> Scenario:
    """The scenario in `path`; its mistakes are told of `place`, where it will be."""
    try:
        return read_scenario(path, library, guides)
    except Mistakes as mistakes:
        raise Mistakes(place, mistakes.mistakes) from None


def _unheard(folder: Path, sounds: Mapping[str, bytes], check_sound: CheckSound) -> Iterator[str]:
    for name in sounds:
        try:
            check_sound(folder / name)
        except BadInput:
            yield f"{name} is no sound that can be played."


def _deserting(scenario: Scenario, library: Library, own: Path) -> Iterator[str]:
    """Own call backs that follow it could not any more."""
    for one in library.scenarios:
        fits = scenario.kind == "voicemail" and one.prospect.id == scenario.prospect.id
        if scenario.id in one.follows and not fits and is_own(one, own):
            yield (
                f"prospect.id: your call back '{one.id}' follows it, so it stays a message "
                f"to '{one.prospect.id}'."
            )
