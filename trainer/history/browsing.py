"""The part of the store behind History: find, mark, hide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from trainer.errors import BadInput, StoreError, UnknownName
from trainer.history import listing, reading
from trainer.history.columns import plain_text
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.records import AttemptChoices, AttemptFilter, AttemptRow

LONGEST_TAG = 40
"""Characters."""
_AT_ONCE = 200
"""Lines that are made in one transaction, so that another program need not wait long."""


class Browsing(Door):
    """Lines of History, and what the user marks in them."""

    def rows(self, search: str = "") -> list[AttemptRow]:
        """Lines of History, newest first; with `search`, those that hold its words (`AttemptFilter.words`).

        `seconds` is the judged length or, before that, the length of the recordings.
        """
        return self.find(AttemptFilter(words=search))

    def find(self, wanted: AttemptFilter, offset: int = 0, limit: int = -1) -> list[AttemptRow]:
        """The attempts that fit, in the order asked for: `limit` of them from `offset` on, -1 for all."""
        with one_moment(self._db, self._path):
            return listing.find(self._db, wanted, offset, limit)

    def ids(self, wanted: AttemptFilter) -> list[str]:
        """Ids of all attempts that fit, in the order asked for."""
        with one_moment(self._db, self._path):
            return listing.ids(self._db, wanted)

    def count(self, wanted: AttemptFilter) -> int:
        """How many attempts fit."""
        with one_moment(self._db, self._path):
            return listing.count(self._db, wanted)

    def choices(self) -> AttemptChoices:
        """What there is to filter by."""
        with one_moment(self._db, self._path):
            return listing.choices(self._db)

    def without_sound(self, attempt_ids: Sequence[str]) -> frozenset[str]:
        """Which of these have a recording that is no longer there; one without any is none of them."""
        with one_moment(self._db, self._path):
            kept = listing.recordings(self._db, attempt_ids)
        return frozenset(one for one, path in kept if not (self.data_dir / path).is_file())

    def set_note(self, attempt_id: str, note: str) -> None:
        """Replace the user's own note; "" removes it."""
        self._change(attempt_id, note=plain_text(note))

    def set_favourite(self, attempt_id: str, favourite: bool) -> None:
        """Mark the attempt as one of the best to come back to, or no longer."""
        self._change(attempt_id, favourite=int(favourite))

    def set_tags(self, attempt_id: str, tags: Iterable[str]) -> None:
        """Replace the tags; white space around and within is made single, and what is empty is left out.

        Raises:
            BadInput: a tag is longer than 40 characters.
        """
        wanted = sorted({" ".join(plain_text(tag).split()) for tag in tags} - {""})
        if any(len(tag) > LONGEST_TAG for tag in wanted):
            raise BadInput("A tag is too long.", f"Use at most {LONGEST_TAG} characters; a note holds more.")
        with self._changing(attempt_id):
            self._db.execute("DELETE FROM tags WHERE attempt = ?", [attempt_id])
            self._db.table("tags").insert_all({"attempt": attempt_id, "tag": tag} for tag in wanted)

    # ------------------------------------------------------------------- on the way out

    def hide(self, attempt_ids: Sequence[str]) -> None:
        """Let these attempts be in no list and no search, as if deleted; `show_again` takes it back.

        They stay hidden over a restart; `hidden` names them, so that they can then be deleted.

        Raises:
            UnknownName: one of them does not exist; none was hidden.
        """
        self._set_hidden(attempt_ids, 1)

    def show_again(self, attempt_ids: Sequence[str]) -> None:
        """Take `hide` back.

        Raises:
            UnknownName: one of them does not exist.
        """
        self._set_hidden(attempt_ids, 0)

    def hidden(self) -> list[str]:
        """Ids of the attempts that were hidden and not deleted yet, oldest first."""
        with one_moment(self._db, self._path):
            found = self._db.execute("SELECT id FROM attempts WHERE hidden = 1 ORDER BY sequence")
            return [str(attempt_id) for (attempt_id,) in found]

    @contextmanager
    def _deleting(self, attempt_ids: Sequence[str], paths: Sequence[str]) -> Iterator[None]:
        """Hide them first: where their deletion breaks off when audio is gone, the next start finishes it."""
        before = set(self.hidden())
        hides = [attempt_id for attempt_id in attempt_ids if attempt_id not in before]
        there = [self.data_dir / path for path in paths if (self.data_dir / path).exists()]
        self.hide(hides)
        try:
            yield
        except StoreError:
            if all(path.exists() for path in there):
                # Else they stay hidden and the next start deletes them, or they are deleted already.
                with suppress(StoreError, UnknownName):
                    self.show_again(hides)
            raise

    def _audio_of(self, attempt_ids: Sequence[str]) -> list[str]:
        """Relative paths of the attempts' recordings."""
        with one_moment(self._db, self._path):
            takes = self._db.table("takes")
            return [row["path"] for one in attempt_ids for row in takes.rows_where("attempt = ?", [one])]

    def _set_hidden(self, attempt_ids: Sequence[str], hidden: int) -> None:
        with writing(self._db, self._path):
            for attempt_id in attempt_ids:
                sequence = self._require(reading.resolve(self._db, attempt_id))
                self._db.table("attempts").update(sequence, {"hidden": hidden})
                listing.refresh(self._db, sequence)

    def _catch_up(self) -> None:
        """Make the lines that are missing."""
        with one_moment(self._db, self._path):
            missing = listing.unlisted_attempts(self._db, _AT_ONCE)
        while missing:
            with writing(self._db, self._path):
                for sequence in missing:
                    listing.refresh(self._db, sequence)
                missing = listing.unlisted_attempts(self._db, _AT_ONCE)
