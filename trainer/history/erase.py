"""Deletion means deletion: attempts, retakes and scripts leave the copies of the history as well.

Copies are the backups (`backups/`), databases that were set aside (beside the history, their names begin
with "ringback"), and new ones that never got into place because the program was killed (".new-"). A copy that
cannot be rewritten is removed, because nobody could say what it still holds. Exports lie where the user put
them and are theirs to delete.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from trainer.errors import StoreError
from trainer.history import own_messages
from trainer.history.backups import BACKUPS, JOURNALS
from trainer.history.database import BUSY_TIMEOUT_S, FILE_NAME
from trainer.paths import sync_folder


def copies_of_history(data_dir: Path) -> list[Path]:
    """Backups and set-aside databases, sorted."""
    beside = (
        path
        for path in (*data_dir.glob("ringback*"), *data_dir.glob(".new-*"))
        if path.name != FILE_NAME and not path.name.endswith(JOURNALS)
    )
    backups = (path for path in (data_dir / BACKUPS).rglob("*") if not path.name.endswith(JOURNALS))
    return sorted(path for path in (*beside, *backups) if path.is_file())


def erase_from_copies(data_dir: Path, attempt_ids: Sequence[str]) -> None:
    """Make every copy forget these attempts; one that cannot is removed.

    Raises:
        StoreError: a copy can be neither rewritten nor removed.
    """
    erase_from_all_copies(data_dir, lambda db: _forget_attempts(db, attempt_ids))


def erase_take_from_copies(data_dir: Path, take_id: str) -> None:
    """Make every copy forget one recording and what was heard in it; one that cannot is removed.

    Raises:
        StoreError: a copy can be neither rewritten nor removed.
    """
    erase_from_all_copies(data_dir, lambda db: _forget_take(db, take_id))


def erase_from_all_copies(data_dir: Path, forget: Callable[[Database], None]) -> None:
    """Let `forget` delete rows in every copy, each in one transaction; a copy where it fails is removed.

    Copies may be of any older shape.

    Raises:
        StoreError: a copy can be neither rewritten nor removed.
    """
    for path in copies_of_history(data_dir):
        set_aside = path.parent == data_dir
        try:
            _erase(path, forget, thorough=set_aside)
        except (sqlite3.Error, UnicodeDecodeError, ValueError):
            _remove(path)


def _erase(path: Path, forget: Callable[[Database], None], *, thorough: bool) -> None:
    """Delete the rows in one transaction; `thorough`: believe nothing that does not pass SQLite's check."""
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    with closing(Database(connection, execute_plugins=False)) as db:
        for pragma in (
            "secure_delete = ON",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "trusted_schema = OFF",
        ):
            db.execute(f"PRAGMA {pragma}")
        if thorough and db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("it is damaged")
        if "attempts" not in db.table_names():
            raise sqlite3.DatabaseError("it is no history")
        with db.atomic():
            forget(db)


def _forget_attempts(db: Database, attempt_ids: Sequence[str]) -> None:
    if "own_message" in db.table("attempts").columns_dict:
        own_messages.forget(db, attempt_ids)
    for attempt_id in attempt_ids:
        db.execute("DELETE FROM attempts WHERE id = ?", [attempt_id])
    if "vocabulary" in db.table_names():
        _forget_idle_words(db)


def _forget_take(db: Database, take_id: str) -> None:
    owners = db.execute(
        "SELECT sequence FROM attempts WHERE id IN (SELECT attempt FROM takes WHERE id = ?)", [take_id]
    ).fetchall()
    db.execute("DELETE FROM takes WHERE id = ?", [take_id])
    if owners and "vocabulary" in db.table_names():
        # A copy may be too old for the words to be told apart; without a line they are found anew when it is
        # put back (`listing.unlisted_attempts`).
        db.execute("DELETE FROM occurrences WHERE sequence = ?", owners[0])
        db.execute("UPDATE attempts SET listed = 0 WHERE sequence = ?", owners[0])
        _forget_idle_words(db)


def _forget_idle_words(db: Database) -> None:
    db.execute("DELETE FROM vocabulary WHERE id NOT IN (SELECT word FROM occurrences)")


def _remove(path: Path) -> None:
    try:
        for name in (path, *(path.with_name(path.name + end) for end in JOURNALS)):
            name.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise StoreError(
            f"The old copy of your history {path} could not be cleaned ({error.strerror or error}).",
            "Delete that file yourself, then delete the attempt again.",
        ) from error
