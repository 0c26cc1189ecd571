"""Taking back what `archive` wrote: nothing in the file is believed, and all of it comes or nothing.

Everything is read and checked first; recordings are unpacked beside the history and compared with their
checksums; then rows and recordings go in together. What an import leaves behind when it is cut short is
removed at the next start (`remove_leftovers`).
"""

from __future__ import annotations

import errno
import json
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from trainer.errors import BadInput, StoreError
from trainer.history.archive import ATTEMPTS, Progress
from trainer.history.audio_files import audio_path, remove_audio
from trainer.history.besides import Besides
from trainer.history.carried import Carried
from trainer.history.untrusted import Contents, besides_in, checked_contents, lines_of, not_taken
from trainer.paths import file_sha256, make_private_dir, sync_folder, write_private
from trainer.unzip import unreadable

STAGE = ".arriving-"
"""How folders begin in which recordings are laid out."""
LOCK = "arriving.lock"
_MOVES = "moves.json"
_NO_ZIP = (
    zipfile.BadZipFile, EOFError, NotImplementedError, UnicodeError, OverflowError, struct.error, zlib.error,
)  # fmt: skip
"""What zipfile raises for files that are none, or damaged."""


class Receiver(Protocol):
    """The part of `moving.Moving` that an import needs; the caller says on which thread it runs."""

    def here(self) -> set[str]:
        """Ids of all attempts that are here."""

    def restore(self, items: Iterator[Carried], last: Callable[[], None], besides: Besides) -> int:
        """Insert them all or none, and of `besides` what is not here yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import brought."""

    attempts: int
    skipped: int
    """Attempts that were here already."""
    recordings: int
    without_recording: int
    """Recordings that the archive lists and does not hold; their attempts open and say so."""


@dataclass(slots=True)
class _Plan:
    """What the archive holds that is new here."""

    total: int = 0
    ids: set[str] = field(default_factory=set)
    checksums: dict[str, str] = field(default_factory=dict)
    """Stored path of a recording -> SHA-256 of its bytes."""
    listed: int = 0
    """Recordings of the new attempts, in the archive or not."""


def read_archive(path: Path, data_dir: Path, receiver: Receiver, on_progress: Progress) -> Imported:
    """Bring what is in the archive at `path` and not here yet; ids decide what is here.

    Raises:
        BadInput: it is no archive of ours, damaged, from a newer Ringback, or something in it cannot be
            trusted; nothing was changed.
        OSError: it cannot be read, or the disk is full; nothing was changed.
    """
    try:
        with zipfile.ZipFile(path) as archive, alone(data_dir):
            contents = checked_contents(archive, path, data_dir)
            besides = besides_in(contents)
            plan = _plan(contents, data_dir, receiver.here(), on_progress)
            with _stage(data_dir, lambda: bool(plan.ids & receiver.here())) as stage:
                arrived = _unpack(contents, plan, stage, on_progress)
                with closing(_wanted(contents, plan)) as items:
                    receiver.restore(items, partial(_move_in, stage, data_dir, arrived), besides)
    except _NO_ZIP as error:
        raise unreadable(path, error) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place outside the file that a damaged list names
            raise unreadable(path, error) from error
        raise
    return Imported(
        attempts=len(plan.ids),
        skipped=plan.total - len(plan.ids),
        recordings=len(arrived),
        without_recording=plan.listed - len(arrived),
    )


def _plan(contents: Contents, data_dir: Path, here: set[str], on_progress: Progress) -> _Plan:
    plan, seen = _Plan(), set[str | int]()
    with closing(lines_of(contents)) as items:
        for item in items:
            attempt = item.attempt
            takes = [take for turn in attempt.turns for take in turn.takes]
            names: tuple[str | int, ...] = (attempt.id, attempt.sequence, *(take.id for take in takes))
            for name in names:
                if name in seen:
                    raise not_taken(contents.path, f"{ATTEMPTS} has '{name}' twice")
                seen.add(name)
            plan.total += 1
            on_progress(plan.total, 2 * contents.attempts)
            if attempt.id in here:
                continue
            plan.ids.add(attempt.id)
            plan.listed += len(takes)
            for take in takes:
                if take.path in plan.checksums or audio_path(data_dir, take.path).exists():
                    raise not_taken(contents.path, f"another recording is called {take.path}")
                plan.checksums[take.path] = take.sha256 or ""
    if plan.total != contents.attempts:
        raise not_taken(contents.path, f"it lists {contents.attempts} attempts and holds {plan.total}")
    return plan


def _wanted(contents: Contents, plan: _Plan) -> Generator[Carried, None, None]:
    with closing(lines_of(contents)) as items:
        yield from (item for item in items if item.attempt.id in plan.ids)


def _unpack(contents: Contents, plan: _Plan, stage: Path, on_progress: Progress) -> list[str]:
    """Lay out the recordings of the new attempts below `stage`; returns their paths."""
    arrived = []
    entries = [name for name in contents.recordings if name in plan.checksums]
    for number, name in enumerate(entries, 1):
        target = stage / name
        contents.unpack(name, target)
        if file_sha256(target) != plan.checksums[name]:
            raise not_taken(contents.path, f"{name} is not the recording that was exported")
        arrived.append(name)
        on_progress(contents.attempts + number, contents.attempts + len(entries))
    return arrived


def _move_in(stage: Path, data_dir: Path, arrived: list[str]) -> None:
    note = stage / _MOVES
    write_private(note, json.dumps(arrived).encode())
    sync_folder(data_dir)  # the stage is there with its note before anything leaves it
    targets = {name: audio_path(data_dir, name) for name in arrived}
    for name, target in targets.items():
        make_private_dir(target.parent, lasting=True)
        (stage / name).rename(target)
    for folder in {target.parent for target in targets.values()}:
        sync_folder(folder)


@contextmanager
def _stage(data_dir: Path, rows_are_in: Callable[[], bool]) -> Iterator[Path]:
    """A folder that goes again; where the work in it fails, so do the recordings that were moved from it.

    A disk may fail when the rows are in already, so `rows_are_in` is asked: then the recordings stay.
    """
    folder = Path(tempfile.mkdtemp(prefix=STAGE, dir=data_dir))  # mode 0700
    try:
        yield folder
    except BaseException:
        with suppress(OSError, StoreError):  # what cannot be cleared away now, the next start clears away
            if not rows_are_in():
                remove_audio(data_dir, _moves(folder))  # the plan made sure that none was there before
            shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def alone(data_dir: Path) -> Iterator[None]:
    """No import runs in this data folder meanwhile.

    Raises:
        BadInput: one does.
    """
    try:
        with FileLock(data_dir / LOCK, timeout=0, mode=0o600):
            yield
    except Timeout as error:
        raise BadInput("Another import is running in this data folder.", "Wait until it is done.") from error


def remove_leftovers(data_dir: Path, known: Callable[[], set[str]]) -> None:
    """Take away what an import that was cut short has left; one that is running is left alone.

    `known` gives the paths of all recordings that rows list: those stay.
    """
    folders = list(data_dir.glob(f"{STAGE}*"))
    if not folders:
        return
    try:
        with FileLock(data_dir / LOCK, timeout=0, mode=0o600):
            listed = known()
            for folder in folders:
                with suppress(OSError, StoreError):  # perhaps the next start can
                    remove_audio(data_dir, [name for name in _moves(folder) if name not in listed])
                    shutil.rmtree(folder, ignore_errors=True)
    except Timeout:
        return


def _moves(folder: Path) -> list[str]:
    """The recordings that were moved from the stage, or were about to be.

    Raises:
        OSError: the note cannot be read now.
    """
    try:
        return [str(name) for name in json.loads((folder / _MOVES).read_text(encoding="utf-8"))]
    except (FileNotFoundError, ValueError):
        return []
