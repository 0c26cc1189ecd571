"""Opening the database safely, and saying in plain words what SQLite found wrong.

Rollback journal and `synchronous=EXTRA`: a finished write survives a power cut, and our few writes a minute
cost nothing. (`FULL` does not sync the folder when the journal is removed, which is what finishes a write: it
may be undone.) `secure_delete` overwrites what is deleted, so that deleted words are gone from the file.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from trainer.errors import DamagedHistory, StoreError
from trainer.history import backups
from trainer.history.migrations import behind, migrate, refuse_newer
from trainer.paths import make_private_dir, sync_folder

FILE_NAME = "ringback.db"
BUSY_TIMEOUT_S = 5.0
"""How long to wait for the window or the command line to finish its short transaction."""

_MAGIC = b"SQLite format 3\0"  # sqlite.org/fileformat.html, 1.3

# trusted_schema: a database that somebody handed over must not run code of theirs.
# temp_store: what is said never reaches a temporary file. fullfsync: macOS needs it for a true flush.
_PRAGMAS = (
    "journal_mode = DELETE", "synchronous = EXTRA", "fullfsync = ON", "secure_delete = ON",
    "foreign_keys = ON", "trusted_schema = OFF", "temp_store = MEMORY",
)  # fmt: skip


def open_database(data_dir: Path) -> Database:
    """The history under `data_dir`, created or brought up to date where needed; private to this user.

    Raises:
        StoreError: the folder cannot be used, or the file is damaged, another program's or a newer
            Ringback's; an existing file is then left byte for byte as it was.
    """
    path = data_dir / FILE_NAME
    with _folder_explained(data_dir):
        _prepare_folder(data_dir)
        if not path.exists():
            _create(path, _put_if_free)
        if not path.is_file() or not _begins_as_database(path):
            raise _damaged(path)
        _close_to_others(path)
    with explained(path):
        return _connect(path)


def begin_anew(data_dir: Path) -> None:
    """Put an empty history in place of the one that is there, in one step; nobody may have it open.

    Raises:
        StoreError: the folder cannot be used; the history is as it was.
    """
    with _folder_explained(data_dir):
        _create(data_dir / FILE_NAME, Path.replace)


@contextmanager
def _folder_explained(data_dir: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The data folder {data_dir} cannot be used ({error.strerror or error}).",
            "Make it writable, free some space, or choose another one with --data-dir.",
        ) from error


def _begins_as_database(path: Path) -> bool:
    """SQLite itself takes an empty or very short file for a new database and would write into it."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _connect(path: Path) -> Database:
    db = _database(path)
    try:
        refuse_newer(db)
        problems = [text for (text,) in db.execute("PRAGMA quick_check(1)") if text != "ok"]
        if problems:
            raise _damaged(path)
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        if behind(db):
            backups.back_up(db.conn, path.parent, "before-update", date.today())
            migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _database(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)
    # A flipped bit in a word must not make the whole history unreadable.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    db = Database(connection, execute_plugins=False)
    db.register_function(fold, deterministic=True)
    return db


def _create(path: Path, put: Callable[[Path, Path], object]) -> None:
    """Make a new database beside `path` and `put` it there whole.

    So an empty or half-made file at `path` can only be damage, never a first start that was cut short.
    """
    handle, name = tempfile.mkstemp(prefix=".new-", suffix=".db", dir=path.parent)  # mode 0600
    os.close(handle)
    new = Path(name)
    try:
        with explained(path), closing(_database(new)) as db:
            migrate(db)
        put(new, path)
    finally:
        new.unlink(missing_ok=True)
    sync_folder(path.parent)


def _put_if_free(new: Path, path: Path) -> None:
    """A link, unlike a rename, never replaces a database that another start has just put there."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        new.replace(path)


def _prepare_folder(data_dir: Path) -> None:
    if not data_dir.exists():
        make_private_dir(data_dir, lasting=True)
    elif not data_dir.is_dir():
        raise NotADirectoryError(0, "it is a file, not a folder")
    _close_to_others(data_dir)


def _close_to_others(path: Path) -> None:
    """Take away what group and others may do; never add a right."""
    mode = path.stat().st_mode & 0o777
    if os.name == "posix" and mode & 0o077:
        with suppress(PermissionError):  # somebody else's folder: theirs to arrange
            path.chmod(mode & 0o700)


@contextmanager
def writing(db: Database, path: Path) -> Iterator[None]:
    """One transaction: everything inside is stored, or nothing.

    Raises:
        StoreError: see `explained`.
    """
    with explained(path):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.commit()
        except BaseException:
            db.rollback()
            raise


@contextmanager
def one_moment(db: Database, path: Path) -> Iterator[None]:
    """One moment of the database: what another program writes meanwhile is not seen half.

    Raises:
        StoreError: see `explained`.
    """
    with explained(path):
        db.execute("BEGIN")
        try:
            yield
        finally:
            db.rollback()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the world does to a database into a `StoreError`; our own mistakes stay what they are.

    Raises:
        StoreError: damaged, full, read-only, busy, or the disk reports an error.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # raised where SQLite quotes a garbled schema in its message
        raise _damaged(path) from error
    except sqlite3.Error as error:
        plain = _in_plain_words(error, path)
        if plain is None:
            raise
        raise plain from error


def _in_plain_words(error: sqlite3.Error, path: Path) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the family (sqlite.org/rescode)
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return _damaged(path)
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            f"The disk that holds {path.parent} is full; this was not stored.",
            "Free some space and try again.",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) and not path.exists():
        return StoreError(
            f"The history {path} has gone while it was open; this was not stored.",
            "Put it back if you moved it, and start Ringback again.",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return StoreError(
            f"The history in {path.parent} cannot be written; this was not stored.",
            "Make the folder and its files writable, or choose another folder with --data-dir.",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(
            f"Another program has kept {path.name} busy for {BUSY_TIMEOUT_S:.0f} s.",
            "Close it (a database viewer, a backup or sync program) and try again.",
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            f"The disk reported an error while using {path}.",
            "Check the disk and its free space, then start Ringback again.",
        )
    return None


def _damaged(path: Path) -> DamagedHistory:
    return DamagedHistory(
        f"The history database {path} is damaged or not a database. It was left as it is,"
        " and your recordings beside it are untouched.",
        "Put a copy of it back in its place, or move it elsewhere to begin a new history.",
    )


def fold(text: str | None) -> str:
    """`text` without case and accents, for searching ("Émile" is found by "emile")."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
