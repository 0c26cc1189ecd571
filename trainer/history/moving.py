"""The part of the store that gives whole attempts away and takes them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from trainer.errors import BadInput
from trainer.history import carried, listing, reading
from trainer.history.besides import Besides, besides, put_besides
from trainer.history.carried import Carried
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.records import AttemptFilter


class Moving(Door):
    """See `archive` and `arriving` for the file that they travel in."""

    def carried(self, attempt_id: str) -> Carried:
        """Everything about one attempt.

        Raises:
            UnknownName: there is none.
            StoreError: it cannot be read.
        """
        with one_moment(self._db, self._path):
            return carried.carried(self._db, reading.resolve(self._db, attempt_id))

    def besides(self) -> Besides:
        """What is kept besides the attempts."""
        with one_moment(self._db, self._path):
            return besides(self._db)

    def here(self) -> set[str]:
        """The ids of all attempts, hidden ones too."""
        with one_moment(self._db, self._path):
            return {attempt_id for (attempt_id,) in self._db.execute("SELECT id FROM attempts")}

    def restore(
        self,
        items: Iterable[Carried],
        last: Callable[[], None] = lambda: None,
        besides: Besides = Besides(),  # noqa: B008 (frozen)
    ) -> int:
        """Insert whole attempts, all or none; returns how many.

        Into an empty history they come with their own sequences, else behind the newest, in this order. Of
        `besides` comes what is not here yet.
        `last` is called when all are in: if it raises, none is.

        Raises:
            BadInput: an id is here already, or an attempt contradicts itself.
            StoreError: the history could not be backed up before, or written.
        """
        if self.here():
            self.back_up("before-import", date.today())
        with _consistent(), writing(self._db, self._path):
            (empty,) = self._db.execute("SELECT NOT EXISTS (SELECT 1 FROM attempts)").fetchone()
            number = 0
            for number, item in enumerate(items, 1):  # noqa: B007 (the last number counts them)
                self._refuse_taken(item)
                carried.put(self._db, item, sequence=item.attempt.sequence if empty else None)
            put_besides(self._db, besides)
            last()
        return number

    def _refuse_taken(self, item: Carried) -> None:
        attempt = item.attempt
        takes = [take.id for turn in attempt.turns for take in turn.takes]
        marks = ", ".join("?" * len(takes))
        taken = f"SELECT id FROM attempts WHERE id = ? UNION SELECT id FROM takes WHERE id IN ({marks})"
        found = self._db.execute(taken, [attempt.id, *takes]).fetchone()
        if found is not None:
            raise BadInput(f"'{found[0]}' is in your history already.", "Nothing was taken over.")

    def to_export(self) -> list[str]:
        """Ids of the attempts that can be taken elsewhere, oldest first: all that are over."""
        with one_moment(self._db, self._path):
            rows = listing.find(self._db, AttemptFilter(rising=True))
        return [row.id for row in rows if row.state != "recording"]


@contextmanager
def _consistent() -> Iterator[None]:
    try:
        yield
    except (sqlite3.IntegrityError, OverflowError) as error:
        raise BadInput(
            f"An attempt contradicts itself ({error}).", "Nothing was taken over; export the history again."
        ) from error
