"""The door to the history: every attempt, row by row as it happens.

One `Store` is one connection and stays on the thread that opened it. Every method is one short transaction:
when it returns, what it stored survives a power cut; when it raises, nothing of it was stored. Any method
raises `StoreError` when the disk is full, the folder read-only, the file damaged or kept busy by another
program (`database.explained`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from trainer.history import columns, export, listing, own_messages, reading, words
from trainer.history.audio_files import remove_audio
from trainer.history.browsing import Browsing
from trainer.history.database import explained, one_moment, open_database, writing
from trainer.history.erase import erase_from_copies
from trainer.history.judgements import Judgements
from trainer.history.moving import Moving
from trainer.history.points import Points
from trainer.history.practising import Practising
from trainer.history.retakes import Retakes
from trainer.history.scripts import Scripts
from trainer.records import (
    Attempt,
    AttemptState,
    CallEvent,
    Context,
    MyPoints,
    OwnMessage,
    Prediction,
    Revision,
    Scenario,
    Seller,
    Take,
    Timing,
    Transcript,
)

SHOWABLE: tuple[AttemptState, ...] = ("interrupted", "waiting", "judged", "set-aside")
"""States of attempts that have something to show; the others were left, missed, or are still running."""


class Store(Browsing, Judgements, Moving, Points, Practising, Retakes, Scripts):
    """The history of one data folder. `open` it, `close` it."""

    @classmethod
    def open(cls, data_dir: Path) -> Store:
        """The history under `data_dir`, created where there is none, brought up to date where it is old.

        Raises:
            StoreError: the folder or the file cannot be used as it is; the file is untouched.
        """
        store = cls(open_database(data_dir), data_dir)
        try:
            store._catch_up()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # ------------------------------------------------------------------- a running attempt

    def begin_attempt(
        self,
        *,
        id: str,  # noqa: A002 (the record's own name for it)
        scenario: Scenario,
        seller: Seller,
        context: Context,
        guide: str,
        started_utc: str,
        utc_offset_min: int,
        group: str | None = None,
        own_message: OwnMessage | None = None,
        points: MyPoints | None = None,
        sitting: str | None = None,
        from_files: bool = False,
    ) -> Attempt:
        """Store a new attempt in state "recording", with copies of what it is made with."""
        attempt = Attempt(
            id=id, sequence=0, started_utc=started_utc, utc_offset_min=utc_offset_min, state="recording",
            scenario=scenario, seller=seller, context=context, guide=guide, group=group,
            own_message=own_message, points=points, sitting=sitting, from_files=from_files,
        )  # fmt: skip
        with writing(self._db, self._path):
            self._db.table("attempts").insert(columns.attempt_row(attempt))
            listing.refresh_by_id(self._db, id)
            return reading.attempt_with(self._db, id)

    def begin_turn(
        self,
        attempt_id: str,
        index: int,
        *,
        prompt_id: str | None,
        caller_line: str | None,
        timing: Timing = Timing(),  # noqa: B008 (frozen)
    ) -> None:
        """Store a turn, before its first take."""
        row = {"attempt": attempt_id, "turn": index, "prompt_id": prompt_id, "caller_line": caller_line}
        with self._changing(attempt_id):
            self._db.table("turns").insert({**row, **columns.timing_row(timing)})

    def set_timing(self, attempt_id: str, index: int, timing: Timing) -> None:
        """Replace the times of a turn, once they are known."""
        with self._changing(attempt_id):
            self._db.table("turns").update((attempt_id, index), columns.timing_row(timing))

    def begin_take(self, attempt_id: str, take: Take) -> None:
        """Store that a take is about to be recorded; call it before its first sample is written."""
        with writing(self._db, self._path):
            self._require(attempt_id)
            self._db.table("takes").insert(columns.take_row(attempt_id, take))

    def finish_take(self, attempt_id: str, take: Take) -> None:
        """Replace what is known of a take: length, checksum, speech, latency, level, losses."""
        row = columns.take_row(attempt_id, take)
        with self._changing_take(take.id) as position:
            self._db.table("takes").update(position, row)

    def add_events(self, attempt_id: str, events: Sequence[CallEvent]) -> None:
        """Append what happened in the call."""
        with writing(self._db, self._path):
            self._require(attempt_id)
            self._db.table("events").insert_all(columns.event_row(attempt_id, event) for event in events)

    # ------------------------------------------------------------------- what was heard and found

    def add_transcript(self, take_id: str, transcript: Transcript) -> None:
        """Store what an engine heard in a take; what the same engine heard before is replaced."""
        row = columns.transcript_row(take_id, transcript)
        with self._changing_take(take_id):
            heard = self._db.table("transcripts")
            heard.delete_where("take = ? AND engine = ?", [take_id, transcript.engine])
            heard.insert(row)

    def add_revision(self, attempt_id: str, revision: Revision) -> None:
        """Append a correction, a dispute or an undo."""
        with self._changing(attempt_id):
            self._db.table("revisions").insert(columns.revision_row(attempt_id, revision))

    def set_state(self, attempt_id: str, state: AttemptState) -> None:
        """Move the attempt to `state`."""
        self._change(attempt_id, state=state)

    def set_guide(self, attempt_id: str, guide: str) -> None:
        """Remember the id of the guide that the attempt is judged by."""
        self._change(attempt_id, guide=guide)

    def set_prediction(self, attempt_id: str, prediction: Prediction) -> None:
        """Keep what the user guessed before seeing the feedback."""
        self._change(attempt_id, prediction=columns.to_json(prediction))

    # ------------------------------------------------------------------- looking back

    def attempt(self, attempt_id: str) -> Attempt:
        """One whole attempt, by its id or by the first characters of it (at least 4, and no other's).

        Raises:
            UnknownName: there is none.
            BadInput: several ids begin so.
        """
        with one_moment(self._db, self._path):
            return reading.attempt_with(self._db, reading.resolve(self._db, attempt_id))

    def latest(self) -> Attempt | None:
        """The newest attempt that can be shown (`SHOWABLE`); None when there is none."""
        marks = ", ".join("?" * len(SHOWABLE))
        with one_moment(self._db, self._path):
            newest = f"SELECT id FROM lines WHERE state IN ({marks}) ORDER BY sequence DESC LIMIT 1"
            found = self._db.execute(newest, SHOWABLE).fetchone()
            return reading.attempt_with(self._db, found[0]) if found else None

    def latest_message(self, scenario_ids: Sequence[str]) -> Attempt | None:
        """The newest judged message that was left in one of these scenarios; None when there is none."""
        with one_moment(self._db, self._path):
            found = own_messages.newest(self._db, scenario_ids)
            return reading.attempt_with(self._db, found) if found else None

    def unfinished(self) -> list[Attempt]:
        """Attempts still in state "recording", oldest first: running now, or left behind by a crash."""
        with one_moment(self._db, self._path):
            return reading.attempts_in(self._db, ("recording",))

    def waiting(self) -> list[Attempt]:
        """Attempts that nothing could hear yet, oldest first."""
        with one_moment(self._db, self._path):
            return reading.attempts_in(self._db, ("waiting",))

    def torn_takes(self) -> list[tuple[str, Take]]:
        """Recordings whose end was never stored, with the ids of their attempts."""
        with one_moment(self._db, self._path):
            rows = self._db.table("takes").rows_where("sha256 IS NULL")
            return [(row["attempt"], columns.take_of(row)) for row in rows]

    def takes(self) -> list[Take]:
        """All recordings of all attempts, in the order of recording."""
        with one_moment(self._db, self._path):
            return reading.all_takes(self._db)

    def engines(self) -> dict[str, int]:
        """Every engine that has heard something here, with how many recordings."""
        with one_moment(self._db, self._path):
            heard = self._db.execute(
                "SELECT engine, count(*) FROM transcripts GROUP BY engine ORDER BY engine"
            )
            return {str(engine): int(recordings) for engine, recordings in heard}

    def data_version(self) -> int:
        """A number that changes when another program has written (not when this store has)."""
        with explained(self._path):
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def problems(self) -> list[str]:
        """What SQLite's full integrity check finds wrong, in its own words; empty when all is well."""
        with one_moment(self._db, self._path):
            found = [str(text) for (text,) in self._db.execute("PRAGMA integrity_check")]
            found += [
                f"a row of {table} belongs to nothing"
                for table, *_ in self._db.execute("PRAGMA foreign_key_check")
            ]
        return [text for text in found if text != "ok"]

    # ------------------------------------------------------------------- taking out

    def export_json(self, attempt_ids: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
        """Whole attempts as data for JSON, oldest first; `strict.read(Attempt, …)` reads them back.

        Raises:
            UnknownName: one of `attempt_ids` (None: all) does not exist.
        """
        for attempt in self._chosen(attempt_ids):
            yield columns.as_data(attempt)

    def export_csv(self, attempt_ids: Sequence[str] | None = None) -> Iterator[str]:
        """The same as lines of CSV with a heading, ends of line included (`export.csv_lines`).

        Raises:
            UnknownName: one of `attempt_ids` (None: all) does not exist.
        """
        yield from export.csv_lines(self._chosen(attempt_ids))

    def delete(self, attempt_ids: Sequence[str]) -> list[str]:
        """Delete attempts with everything that belongs to them; returns the relative paths of their audio.

        Copies of the history forget them first (`erase`). Rows and audio then go together: the rows are given
        up only when every file is gone, so that nothing private stays behind unseen. Deleting again after a
        failure finishes the work.

        Raises:
            UnknownName: one of them does not exist; nothing was deleted.
            StoreError: a file could not be removed; the attempts are still listed. If some of their audio is
                gone already, they are in no list and the next start finishes the work.
        """
        with one_moment(self._db, self._path):
            ids = list(dict.fromkeys(reading.resolve(self._db, name) for name in attempt_ids))
        if not ids:
            return []  # and copies that cannot be read stay
        erase_from_copies(self.data_dir, ids)
        paths = self._audio_of(ids)
        with self._deleting(ids, paths), writing(self._db, self._path):
            own_messages.forget(self._db, ids)
            for attempt_id in ids:
                words.forget_words(self._db, self._require(attempt_id))
                self._db.table("attempts").delete_where("id = ?", [attempt_id])
            remove_audio(self.data_dir, paths)
        return paths

    # ------------------------------------------------------------------- inside

    def _chosen(self, attempt_ids: Sequence[str] | None) -> Iterator[Attempt]:
        if attempt_ids is None:
            attempt_ids = [row.id for row in reversed(self.rows())]
        for attempt_id in attempt_ids:
            yield self.attempt(attempt_id)
