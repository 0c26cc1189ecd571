"""The user's own scenarios, a folder of the data folder: changed all at once or not at all.

A change is staged beside its place and written down before anything moves. Whoever finds it written down
later (the next start, the next change) finishes it; whoever finds only a stage removes that.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from trainer.errors import BadInput, WorldError
from trainer.paths import SCENARIOS, make_private_dir, sync_folder, write_private
from trainer.records import Scenario
from trainer.scenarios import Library

FOLDER = "scenarios"
"""Below the data folder."""
LOCK_WAIT_S = 10.0
UNPACKED = ".pack-"
"""Beginning of the names of folders in which packs are unpacked while they are looked at."""
STALE_S = 3600.0
"""An unpacked pack that is older was left by a program that ended; younger ones may still be looked at."""
_STAGE = ".change-"
_WRITTEN_DOWN = ".change.json"
_LOCK = ".lock"


def own_folder(data_dir: Path) -> Path:
    """Where the user's own scenarios lie; made if need be."""
    folder = data_dir / FOLDER
    make_private_dir(folder)
    return folder


def apply(own: Path, writes: Mapping[str, bytes], removes: Sequence[str] = ()) -> None:
    """Replace and remove files below `own` (places with forward slashes): all of them or, failing that, none.

    Raises:
        WorldError: the folder cannot be written, the disk is full, or another Ringback is changing it.
    """
    with _alone(own):
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


def settle(own: Path) -> None:
    """Finish or forget what was being changed when the program ended. Nothing happens if nothing was.

    Raises:
        WorldError: the folder cannot be written.
    """
    if own.is_dir() and any((*own.glob(f"{_STAGE[:-1]}*"), *own.glob(f"{UNPACKED}*"))):
        with _alone(own):
            pass  # entering settles


def remove(library: Library, ids: Sequence[str], own: Path) -> None:
    """Remove own scenarios, with the sounds and sellers that no other own scenario uses.

    Raises:
        UnknownName: there is no such scenario; nothing was removed.
        BadInput: one of them came with Ringback; nothing was removed.
        WorldError: the folder cannot be written.
    """
    leaving = [library.scenario(name) for name in ids]
    for scenario in leaving:
        if not is_own(scenario, own):
            raise BadInput(
                f"The scenario '{scenario.id}' came with Ringback and cannot be removed.",
                "Only your own can: those in your data folder.",
            )
    staying = [one for one in library.scenarios if is_own(one, own) and one not in leaving]
    files = [file for scenario in leaving for file in files_of(scenario)]
    kept = {file for scenario in staying for file in files_of(scenario)}
    apply(own, {}, sorted({file for file in files if file not in kept and (own / file).is_file()}))


def is_own(scenario: Scenario, own: Path) -> bool:
    """Whether it is one of the user's own. Where both have the same id, the shipped one is in the library."""
    return not (SCENARIOS / f"{scenario.id}.toml").is_file() and (own / f"{scenario.id}.toml").is_file()


def own_ids(own: Path) -> frozenset[str]:
    """Ids of all that `is_own` holds for; two looks at folders, however many there are."""
    return frozenset(path.stem for path in own.glob("*.toml")) - {
        path.stem for path in SCENARIOS.glob("*.toml")
    }


def files_of(scenario: Scenario) -> list[str]:
    """Places, below the folder of scenarios, of all that belongs to it: itself, its seller, its sounds."""
    sounds = dict.fromkeys(prompt.audio for prompt in scenario.prompts)
    return [f"{scenario.id}.toml", f"sellers/{scenario.seller}.toml", *sounds]


@contextlib.contextmanager
def _alone(own: Path) -> Iterator[None]:
    """Nobody else changes the folder meanwhile, and what was left half done is settled."""
    from filelock import FileLock, Timeout  # here, because the window opens without changing anything

    try:
        make_private_dir(own)
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
            make_private_dir((own / place).parent)
            (stage / str(number)).replace(own / place)
    for place in change["removes"]:
        (own / place).unlink(missing_ok=True)
    for folder in {own, *((own / place).parent for place in change["writes"])}:
        sync_folder(folder)
    note.unlink()
    shutil.rmtree(stage, ignore_errors=True)
