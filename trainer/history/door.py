"""What all parts of the store share: the connection, and transactions that keep the lines of History true."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from trainer.errors import UnknownName
from trainer.history import backups, listing, reading
from trainer.history.database import FILE_NAME, writing


class Door:
    """One connection to the history of one data folder."""

    def __init__(self, db: Database, data_dir: Path) -> None:
        self._db = db
        self._path = data_dir / FILE_NAME
        self.data_dir = data_dir

    def back_up(self, reason: backups.Reason, today: date) -> backups.Backup:
        """Copy the history.

        Raises:
            StoreError: it is damaged, or the copy could not be written.
        """
        return backups.back_up(self._db.conn, self.data_dir, reason, today)

    def back_up_daily(self, today: date) -> None:
        """Copy the history if today has no copy yet.

        Raises:
            StoreError: it is damaged, or the copy could not be written.
        """
        if backups.due(self.data_dir, today):
            self.back_up("daily", today)

    @contextmanager
    def _changing(self, attempt_id: str) -> Iterator[int]:
        """One transaction that changes an attempt; yields its sequence, and renews its line at the end.

        Raises:
            UnknownName: there is no attempt with exactly this id.
        """
        with writing(self._db, self._path):
            sequence = self._require(attempt_id)
            yield sequence
            listing.refresh(self._db, sequence)

    @contextmanager
    def _changing_take(self, take_id: str) -> Iterator[int]:
        """The same for one of its recordings; yields the recording's position.

        Raises:
            UnknownName: there is no such recording.
        """
        with writing(self._db, self._path):
            position = self._require_take(take_id)
            yield position
            owner = "SELECT attempt FROM takes WHERE position = ?"
            listing.refresh_by_id(self._db, self._db.execute(owner, [position]).fetchone()[0])

    def _change(self, attempt_id: str, **values: str | int) -> None:
        with self._changing(attempt_id) as sequence:
            self._db.table("attempts").update(sequence, values)

    def _require(self, attempt_id: str) -> int:
        """The sequence of the attempt with exactly this id."""
        found = self._db.execute("SELECT sequence FROM attempts WHERE id = ?", [attempt_id]).fetchone()
        if found is None:
            raise reading.unknown_attempt(self._db, attempt_id)
        return int(found[0])

    def _require_take(self, take_id: str) -> int:
        """The position of the take with this id."""
        found = self._db.execute("SELECT position FROM takes WHERE id = ?", [take_id]).fetchone()
        if found is None:
            raise UnknownName("recording", take_id, [], "It may have been deleted.")
        return int(found[0])
