"""The part of the store behind Today and Progress."""

from __future__ import annotations

from trainer.history import measures, reading
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.records import Attempt, Measured


class Practising(Door):
    """Attempts in brief, threads with one prospect, and what the user has put off."""

    _brief: tuple[tuple[int, int], list[Measured]] | None = None
    """What `measured` found last, and the state of the database that it found it in."""

    def measured(self) -> list[Measured]:
        """Every attempt in brief, in order of sequence. Read again only when something was written."""
        with one_moment(self._db, self._path):
            (others,) = self._db.execute("PRAGMA data_version").fetchone()
            now = (self._db.conn.total_changes, others)
            if self._brief is None or self._brief[0] != now:
                self._brief = now, measures.all_measured(self._db)
            return list(self._brief[1])

    def thread(self, prospect_id: str, limit: int) -> tuple[list[Attempt], int]:
        """The newest attempts with one prospect, oldest of them first, and how many there are in all.

        Those that cannot be read are left out.
        """
        with one_moment(self._db, self._path):
            mine = "FROM lines WHERE prospect_id = ?"
            (in_all,) = self._db.execute(f"SELECT count(*) {mine}", [prospect_id]).fetchone()
            newest = self._db.execute(
                f"SELECT sequence {mine} ORDER BY sequence DESC LIMIT ?", [prospect_id, limit]
            )
            return reading.attempts_of(self._db, [sequence for (sequence,) in newest]), int(in_all)

    def put_off(self, scenario_id: str, day: str) -> None:
        """Leave this scenario out of what is due on `day`, "2026-11-22"; other days' are forgotten."""
        with writing(self._db, self._path):
            self._db.execute("DELETE FROM put_off WHERE day <> ?", [day])
            self._db.execute("INSERT OR REPLACE INTO put_off VALUES (?, ?)", [scenario_id, day])

    def put_off_on(self, day: str) -> set[str]:
        """Ids of the scenarios that were put off on `day`."""
        with one_moment(self._db, self._path):
            found = self._db.execute("SELECT scenario_id FROM put_off WHERE day = ?", [day])
            return {str(scenario_id) for (scenario_id,) in found}
