"""Whole attempts on their way between two histories: everything that is kept of one, all judgements too."""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from dataclasses import dataclass

from sqlite_utils import Database

from trainer.history import columns, listing, reading
from trainer.records import Attempt, Feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement with what it depended on."""

    transcripts_sha256: str
    revisions: int
    """How many there were."""
    guide_hash: str
    judge_version: str
    feedback: Feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One attempt; its `feedback` is None, because that is the last of `judgements`."""

    attempt: Attempt
    judgements: tuple[Judgement, ...] = ()
    """Oldest first."""


def carried(db: Database, attempt_id: str) -> Carried:
    """Everything about the attempt whose id is exactly `attempt_id`, which exists.

    Raises:
        StoreError: it cannot be read. A judgement that cannot is left out: it is only a cache.
    """
    attempt = dataclasses.replace(reading.attempt_with(db, attempt_id), feedback=None)
    judgements = []
    for row in db.table("judgements").rows_where("attempt = ?", [attempt_id], order_by="position"):
        with suppress(ValueError):
            judgements.append(
                Judgement(
                    feedback=columns.from_json(Feedback, row["feedback"]),
                    **{name: row[name] for name in _KEY},
                )
            )
    return Carried(attempt=attempt, judgements=tuple(judgements))


_KEY = ("transcripts_sha256", "revisions", "guide_hash", "judge_version")


def put(db: Database, item: Carried, *, sequence: int | None) -> None:
    """Insert an attempt with everything that belongs to it; call it inside the transaction.

    `sequence` None: the next one. What it and its recordings are called must not be here yet.

    Raises:
        sqlite3.IntegrityError: an id, or the sequence, is taken.
    """
    attempt = item.attempt
    row = {**columns.attempt_row(attempt), "favourite": int(attempt.favourite)}
    db.table("attempts").insert(row if sequence is None else {**row, "sequence": sequence})
    of = {"attempt": attempt.id}
    db.table("tags").insert_all({**of, "tag": tag} for tag in attempt.tags)
    for turn in attempt.turns:
        where = {"turn": turn.index, "prompt_id": turn.prompt_id, "caller_line": turn.caller_line}
        db.table("turns").insert({**of, **where, **columns.timing_row(turn.timing)})
    takes = [take for turn in attempt.turns for take in turn.takes]
    db.table("takes").insert_all(columns.take_row(attempt.id, take) for take in takes)
    db.table("transcripts").insert_all(
        columns.transcript_row(take_id, heard)
        for turn in attempt.turns
        for take_id, all_heard in turn.transcripts.items()
        for heard in all_heard
    )
    db.table("events").insert_all(columns.event_row(attempt.id, event) for event in attempt.events)
    db.table("revisions").insert_all(columns.revision_row(attempt.id, one) for one in attempt.revisions)
    db.table("judgements").insert_all(
        {**of, **{name: getattr(one, name) for name in _KEY}, **columns.judgement_row(one.feedback)}
        for one in item.judgements
    )
    listing.refresh_by_id(db, attempt.id)
