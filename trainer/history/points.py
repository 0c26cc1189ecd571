"""The part of the store that keeps what the user has prepared for each prospect."""

from __future__ import annotations

from contextlib import suppress

from sqlite_utils import Database

from trainer.history import columns
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.history.erase import erase_from_all_copies
from trainer.records import MyPoints


class Points(Door):
    """By the prospect's id, which all scenarios with the same person share."""

    def points(self, prospect_id: str) -> MyPoints:
        """What is prepared for this prospect; empty where nothing is, or where it cannot be read."""
        with one_moment(self._db, self._path):
            return all_points(self._db, prospect_id).get(prospect_id, MyPoints())

    def all_points(self) -> dict[str, MyPoints]:
        """The same of every prospect for whom something is prepared."""
        with one_moment(self._db, self._path):
            return all_points(self._db)

    def keep_points(self, prospect_id: str, points: MyPoints) -> None:
        """Keep these; what was there before is replaced. Empty ones are deleted, in all copies too."""
        if points.empty:
            self._forget("prospect_id = ?", prospect_id)
            return
        with writing(self._db, self._path):
            put_points(self._db, {prospect_id: points})

    def forget_points(self) -> None:
        """Delete what is prepared for anybody, in all copies too."""
        self._forget("1")

    def _forget(self, which: str, *values: str) -> None:
        def forget(db: Database) -> None:
            if "points" in db.table_names():
                db.table("points").delete_where(which, list(values))

        if not self._db.table("points").count_where(which, list(values)):
            return  # and copies that cannot be read stay
        erase_from_all_copies(self.data_dir, forget)
        with writing(self._db, self._path):
            forget(self._db)


def all_points(db: Database, prospect_id: str | None = None) -> dict[str, MyPoints]:
    """Prospect id -> points, of one prospect or of all; those that cannot be read are left out."""
    which, values = ("prospect_id = ?", [prospect_id]) if prospect_id is not None else ("1", [])
    found = {}
    for row in db.table("points").rows_where(which, values, order_by="prospect_id"):
        with suppress(ValueError):
            points = columns.points_of(row)
            if points:
                found[row["prospect_id"]] = points
    return found


def put_points(db: Database, points: dict[str, MyPoints]) -> None:
    """Replace the points of these prospects; call it inside a transaction."""
    for prospect_id, one in points.items():
        row = (columns.plain_text(prospect_id), columns.to_json(one))
        db.execute("INSERT OR REPLACE INTO points VALUES (?, ?)", row)
