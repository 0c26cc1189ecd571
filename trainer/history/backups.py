"""Copies of the database: made of a whole one before anything bold, thinned with age, put back when needed.

Only the database is copied: recordings are files of their own, are never rewritten and never deleted by a
restore. A deletion reaches the copies too (`erase`), so there is never one made just before it.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from trainer.errors import BadInput, StoreError
from trainer.paths import make_private_dir, sync_folder

Reason = Literal["daily", "before-update", "before-import", "before-restore"]
JOURNALS = ("-journal", "-wal", "-shm")
"""Endings of what SQLite keeps beside a database while it writes."""
BACKUPS = "backups"
"""Folder of the copies, in the data folder."""
NEWEST_KEPT = 5
DAYS_KEPT, WEEKS_KEPT = 7, 4
"""Besides the newest, the last one of each of so many days and weeks on which there is one."""
_AT_ONCE = 2**20
"""Bytes."""
_NAME = re.compile(r"(\d{6,})-(\d{4}-\d\d-\d\d)-(daily|before-update|before-import|before-restore)\.db")


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One copy. Ordered by `number`, which only rises, whatever the clock says."""

    number: int
    day: date
    """When it was made, by the wall clock."""
    reason: str
    path: Path


def backups(data_dir: Path) -> list[Backup]:
    """All copies, newest first; files that are none of ours are passed over.

    Raises:
        OSError: their folder cannot be read. (A glob would find none in it then.)
    """
    folder, found = data_dir / BACKUPS, []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            with suppress(ValueError):  # no such day
                found.append(Backup(int(match[1]), date.fromisoformat(match[2]), match[3], path))
    return sorted(found, reverse=True)


def back_up(connection: sqlite3.Connection, data_dir: Path, reason: Reason, today: date) -> Backup:
    """Copy the database that `connection` has open, if it is whole; then let old copies go.

    Raises:
        StoreError: the database is damaged, or the copy could not be written; no half of it stays.
    """
    folder = data_dir / BACKUPS
    number = max((one.number for one in backups(data_dir)), default=0) + 1
    target = folder / f"{number:06d}-{today.isoformat()}-{reason}.db"
    try:
        make_private_dir(folder, lasting=True)
        _sweep(folder)
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".db", dir=folder)  # mode 0600
        os.close(handle)
        new = Path(name)
        try:
            _copy(connection, new)
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
        sync_folder(folder)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"The history could not be backed up to {folder} ({error}).", "Free some space and try again."
        ) from error
    thin(data_dir)
    return Backup(number, today, reason, target)


def due(data_dir: Path, today: date) -> bool:
    """Whether the daily copy is still to be made: the newest one is of another day."""
    return not any(one.day == today for one in backups(data_dir)[:1])


def thin(data_dir: Path) -> None:
    """Keep the newest copies and, of those before them, the last of each recent day and week.

    Days are counted by the copies' own dates and order, never by the clock of now: a clock that jumps costs
    nothing.
    """
    found = backups(data_dir)
    kept = {one.path for one in found[:NEWEST_KEPT]}
    kept |= {one.path for one in _last_of_each(found, [one.day.toordinal() for one in found], DAYS_KEPT)}
    kept |= {
        one.path for one in _last_of_each(found, [one.day.isocalendar()[:2] for one in found], WEEKS_KEPT)
    }
    for one in found:
        if one.path not in kept:
            one.path.unlink(missing_ok=True)


def restore(data_dir: Path, database: Path, backup: Path) -> None:
    """Put a copy of `backup` in place of `database`, in one step; nobody may have it open.

    Raises:
        BadInput: `backup` is damaged or no history.
        StoreError: it could not be read or written; the database is as it was.
    """
    if not whole(backup):
        raise BadInput(f"The backup {backup.name} is damaged.", "Choose an older one.")
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".db", dir=data_dir)
        os.close(handle)
        new = Path(name)
        try:
            with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as source:
                _copy(source, new)
            # A journal that belongs to the database which goes would be played into the one that comes.
            for end in JOURNALS:
                database.with_name(database.name + end).unlink(missing_ok=True)
            sync_folder(data_dir)  # gone before the other comes, even if the power goes too
            new.replace(database)
        finally:
            new.unlink(missing_ok=True)
        sync_folder(data_dir)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"The backup {backup.name} could not be put back ({error}).", "Free some space."
        ) from error


def whole(path: Path) -> bool:
    """Whether the file is a history that passes SQLite's full check.

    It is only read, unless a journal lies beside it: the program ended while a deletion reached this copy,
    and SQLite takes back what was half done, which it may not where it only reads.

    Raises:
        StoreError: the disk does not read it just now, so nobody can say.
    """
    if _passes(path):
        return True
    read_through(path)
    return _passes(path)  # a disk that stumbled once has damaged nothing


def read_through(path: Path) -> None:
    """Tell a disk that does not read from a damaged file: SQLite's check reports both alike.

    Raises:
        StoreError: some of the file cannot be read now.
    """
    if not path.is_file():
        return
    try:
        with path.open("rb", buffering=0) as file:
            for place in range(0, os.fstat(file.fileno()).st_size, _AT_ONCE):
                _read_at(file.fileno(), place)
    except OSError as error:
        raise StoreError(
            f"The disk reported an error while reading {path} ({error.strerror or error}).",
            "Check the disk, then start Ringback again. Nothing was changed.",
        ) from error


def _passes(path: Path) -> bool:
    half_done = any(path.with_name(path.name + end).exists() for end in JOURNALS)
    mode = "rw" if half_done else "ro"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)) as copy:
            copy.text_factory = bytes  # a garbled word is no damage
            checked = copy.execute("PRAGMA integrity_check(1)").fetchone()
            tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error:
        return False
    return bool(checked == (b"ok",) and b"attempts" in tables)


def _read_at(descriptor: int, place: int) -> None:
    if hasattr(os, "pread"):  # as SQLite reads
        os.pread(descriptor, _AT_ONCE, place)
    else:
        os.lseek(descriptor, place, os.SEEK_SET)
        os.read(descriptor, _AT_ONCE)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database and make sure that the copy is whole and on the disk.

    Raises:
        sqlite3.Error: the database or the copy is damaged.
    """
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    if not whole(target):
        raise sqlite3.DatabaseError("it is damaged")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _last_of_each(found: Sequence[Backup], stretches: Sequence[object], most: int) -> list[Backup]:
    """The newest copy of each of the `most` newest stretches (days, weeks)."""
    newest: dict[object, Backup] = {}
    for one, stretch in zip(found, stretches, strict=True):
        newest.setdefault(stretch, one)
    return list(newest.values())[:most]


def _sweep(folder: Path) -> None:
    """Remove what copies that were cut short have left."""
    for left in folder.glob(".new-*"):
        left.unlink(missing_ok=True)
