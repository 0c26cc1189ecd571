"""The user's own scenarios, a folder of the data folder: changed all at once or not at all.

A change is staged beside its place and written down before anything moves. Whoever finds it written down
later (the next start, the next change) finishes it; whoever finds only a stage removes that.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer.errors import WorldError
from trainer.paths import SCENARIOS, make_private_dir, sync_folder, write_private
from trainer.records import Scenario
from trainer.scenarios import Library, load_library

FOLDER = "scenarios"
"""Below the data folder."""
CACHE = "cache"
"""Below the data folder: what is there makes starts quicker, and may be deleted at any time."""
LOCK_WAIT_S = 10.0
CheckSound = Callable[[Path], object]
"""Raises BadInput if the file is no sound that can be played."""
UNPACKED = ".pack-"
"""Beginning of the names of folders in which packs are unpacked while they are looked at."""
STALE_S = 3600.0
"""An unpacked pack that is older was left by a program that ended; younger ones may still be looked at."""
_STAGE = ".change-"
_WRITTEN_DOWN = ".change.json"
_LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of files below the folder, named by their places there (with forward slashes)."""

    writes: Mapping[str, bytes] = field(default_factory=dict)
    removes: Sequence[str] = ()

    def __bool__(self) -> bool:
        """Whether anything is changed by it."""
        return bool(self.writes or self.removes)


def library_of(data_dir: Path, own: bool = True) -> Library:
    """All that can be practised: what ships, and (unless `own` is false) the user's own."""
    kept = data_dir / CACHE if data_dir.is_dir() else None  # looking at the library makes no folder
    return load_library(extra=data_dir / FOLDER if own else None, kept=kept)


def own_folder(data_dir: Path) -> Path:
    """Where the user's own scenarios lie; made if need be."""
    folder = data_dir / FOLDER
    make_private_dir(folder, lasting=True)
    return folder


def apply(own: Path, writes: Mapping[str, bytes], removes: Sequence[str] = ()) -> Change:
    """Replace and remove files below `own` (places with forward slashes): all of them or, failing that, none.

    Returns the change that makes it as it was.

    Raises:
        WorldError: the folder cannot be written, the disk is full, or another Ringback is changing it.
    """
    with _alone(own):
        before = _as_it_is(own, (*writes, *removes))
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=own))
        try:
            for number, data in enumerate(writes.values()):
                write_private(stage / str(number), data)
            change = {"stage": stage.name, "writes": list(writes), "removes": list(removes)}
            write_private(own / _WRITTEN_DOWN, json.dumps(change).encode())
            for folder in (stage, own):  # before anything moves
                sync_folder(folder)
        except OSError:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        _finish(own)
        return before


def settle(own: Path) -> None:
    """Finish or forget what was being changed when the program ended. Nothing happens if nothing was.

    Raises:
        WorldError: the folder cannot be written.
    """
    if own.is_dir() and any((*own.glob(f"{_STAGE[:-1]}*"), *own.glob(f"{UNPACKED}*"))):
        with _alone(own):
            pass  # entering settles


def is_own(scenario: Scenario, own: Path) -> bool:
    """Whether it is one of the user's own. Where both have the same id, the shipped one is in the library."""
    return not (SCENARIOS / f"{scenario.id}.toml").is_file() and (own / f"{scenario.id}.toml").is_file()


def own_ids(own: Path) -> frozenset[str]:
    """Ids of all that `is_own` holds for; two looks at folders, however many there are."""
    return _ids_in(own) - _ids_in(SCENARIOS)


def _ids_in(folder: Path) -> frozenset[str]:
    """None where there is no such folder. By names alone: thousands of paths would hold up the window."""
    if not folder.is_dir():
        return frozenset()
    with os.scandir(folder) as entries:
        return frozenset(one.name.removesuffix(".toml") for one in entries if one.name.endswith(".toml"))


def state_of(own: Path) -> frozenset[tuple[str, int, int]]:
    """Names, times and sizes of own scenarios and sellers: different when somebody has changed them."""
    found = set()
    for path in (*own.glob("*.toml"), *own.glob("sellers/*.toml")):
        with contextlib.suppress(FileNotFoundError):  # gone since it was listed
            stat = path.stat()
            found.add((path.relative_to(own).as_posix(), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)


def files_of(scenario: Scenario) -> list[str]:
    """Places, below the folder of scenarios, of all that belongs to it: itself, its seller, its sounds."""
    sounds = dict.fromkeys(prompt.audio for prompt in scenario.prompts)
    return [f"{scenario.id}.toml", f"sellers/{scenario.seller}.toml", *sounds]


def _as_it_is(own: Path, places: Iterable[str]) -> Change:
    """The change that makes the files in these places what they are now."""
    there = {place: (own / place).read_bytes() for place in places if (own / place).is_file()}
    return Change(there, tuple(place for place in places if place not in there))


@contextlib.contextmanager
def _alone(own: Path) -> Iterator[None]:
    """Nobody else changes the folder meanwhile, and what was left half done is settled."""
    from filelock import FileLock, Timeout  # here, because the window opens without changing anything

    try:
        make_private_dir(own, lasting=True)
        with FileLock(own / _LOCK, timeout=LOCK_WAIT_S, mode=0o600):
            _finish(own)
            _sweep(own)
            yield
    except Timeout:
        raise WorldError(
            "Another Ringback is changing your scenarios.", "Try again when it has finished."
        ) from None
    except OSError as error:
        raise WorldError(
            f"{own} cannot be written ({error.strerror or error}).", "Free some space or check that you may."
        ) from error


def _sweep(own: Path) -> None:
    """Remove what programs that ended have left."""
    now = time.time()
    for left in (*own.glob(f"{_STAGE}*"), *own.glob(f"{UNPACKED}*")):
        if left.name.startswith(_STAGE) or now - left.stat().st_mtime > STALE_S:
            shutil.rmtree(left, ignore_errors=True)


def _finish(own: Path) -> None:
    """Do what is written down; doing it again does no harm."""
    note = own / _WRITTEN_DOWN
    if not note.is_file():
        return
    change = json.loads(note.read_bytes())
    stage = own / change["stage"]
    for number, place in enumerate(change["writes"]):
        if (stage / str(number)).is_file():
            make_private_dir((own / place).parent, lasting=True)
            (stage / str(number)).replace(own / place)
    for place in change["removes"]:
        (own / place).unlink(missing_ok=True)
    for folder in {own, *((own / place).parent for place in change["writes"])}:
        sync_folder(folder)
    note.unlink()
    shutil.rmtree(stage, ignore_errors=True)
