"""Rows to records: whole attempts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from trainer.errors import BadInput, DamagedAttempt, StoreError, UnknownName
from trainer.history import columns
from trainer.history.columns import Row
from trainer.records import (
    Attempt,
    AttemptState,
    Feedback,
    Take,
    Transcript,
    Turn,
)

_SHORTEST_PREFIX = 4


def resolve(db: Database, name: str) -> str:
    """The one attempt id that is `name` or begins with it; ids are ULIDs, in which case does not matter.

    Raises:
        UnknownName: there is none, or `name` is too short to mean one (under 4 characters).
        BadInput: several ids begin so.
    """
    if db.execute("SELECT 1 FROM attempts WHERE id = ?", [name]).fetchone():
        return name  # the usual case, without a look at all the others
    begins = "upper(substr(id, 1, ?2)) = upper(?1)"
    matches = f"SELECT id FROM attempts WHERE {begins} ORDER BY sequence"
    ids = [str(found) for (found,) in db.execute(matches, [name, len(name)])]
    if not ids or len(name) < _SHORTEST_PREFIX:
        raise unknown_attempt(db, name)
    if len(ids) > 1:
        raise BadInput(
            f"{len(ids)} attempts begin with '{name}'.", f"Type more of it, for instance {ids[-1]}."
        )
    return ids[0]


def unknown_attempt(db: Database, name: str) -> UnknownName:
    """The error for a name that no attempt has; only the newest are looked through for one that is near."""
    newest = db.execute("SELECT id FROM attempts ORDER BY sequence DESC LIMIT 20").fetchall()
    ids = [found for (found,) in newest]
    return UnknownName("attempt", name, ids, "`ringback attempts list` shows them.")


def attempts_in(db: Database, states: tuple[AttemptState, ...]) -> list[Attempt]:
    """Whole attempts in one of `states`, oldest first; those that cannot be read are left out.

    One damaged attempt must not keep the others from being looked after; asked for by name, it says so.
    """
    marks = ", ".join("?" * len(states))
    wanted = f"NOT hidden AND state IN ({marks})"
    found = list(db.table("attempts").rows_where(wanted, list(states), order_by="sequence"))
    attempts = []
    for row in found:
        with suppress(StoreError):
            attempts.append(_whole(db, row))
    return attempts


def attempts_of(db: Database, sequences: Iterable[int]) -> list[Attempt]:
    """These whole attempts, oldest first; those that cannot be read are left out."""
    attempts = []
    for sequence in sorted(sequences):
        with suppress(StoreError):
            row = next(db.query("SELECT * FROM attempts WHERE sequence = ?", [sequence]))
            attempts.append(_whole(db, row))
    return attempts


def attempt_with(db: Database, attempt_id: str, *, judged: bool = True) -> Attempt:
    """The whole attempt with exactly this id, which exists; without its judgement if not `judged`.

    Raises:
        StoreError: it cannot be read.
    """
    row = next(db.query("SELECT * FROM attempts WHERE id = ?", [attempt_id]))
    return _whole(db, row, judged=judged)


def all_takes(db: Database) -> list[Take]:
    """Every recording, in order; those whose row cannot be read are left out.

    A damaged row must not keep the others from being looked after.
    """
    takes = []
    for row in db.table("takes").rows_where(order_by="position"):
        with suppress(ValueError):
            takes.append(columns.take_of(row))
    return takes


def _whole(db: Database, row: Row, *, judged: bool = True) -> Attempt:
    attempt_id = row["id"]
    try:
        scenario, seller, context = columns.snapshots(row)
        return Attempt(
            id=attempt_id,
            sequence=row["sequence"],
            started_utc=row["started_utc"],
            utc_offset_min=row["utc_offset_min"],
            state=row["state"],
            scenario=scenario,
            seller=seller,
            context=context,
            guide=row["guide"],
            group=row["group_id"],
            turns=_turns(db, attempt_id),
            events=tuple(columns.event_of(item) for item in _of(db, "events", attempt_id)),
            revisions=tuple(columns.revision_of(item) for item in _of(db, "revisions", attempt_id)),
            feedback=_newest_feedback(db, attempt_id) if judged else None,
            prediction=columns.prediction_of(row),
            own_message=columns.own_message_of(row),
            points=columns.points_of(row),
            note=row["note"],
            tags=tuple(item["tag"] for item in _of(db, "tags", attempt_id, order="tag")),
            favourite=bool(row["favourite"]),
            sitting=row["sitting"],
            from_files=bool(row["from_files"]),
        )
    except ValueError as error:
        raise DamagedAttempt(
            f"The stored attempt {attempt_id} is damaged and cannot be shown ({error}).",
            "Its recording can still be found in the data folder; the other attempts are not affected.",
        ) from error


def _of(db: Database, table: str, attempt_id: str, order: str = "position") -> list[dict[str, Any]]:
    return list(db.table(table).rows_where("attempt = ?", [attempt_id], order_by=order))


def _turns(db: Database, attempt_id: str) -> tuple[Turn, ...]:
    heard = _transcripts(db, attempt_id)
    takes: dict[int, list[Take]] = defaultdict(list)
    for row in _of(db, "takes", attempt_id):
        takes[row["turn"]].append(columns.take_of(row))
    return tuple(
        Turn(
            index=row["turn"],
            prompt_id=row["prompt_id"],
            caller_line=row["caller_line"],
            timing=columns.timing_of(row),
            takes=tuple(takes[row["turn"]]),
            transcripts={take.id: heard[take.id] for take in takes[row["turn"]] if take.id in heard},
        )
        for row in _of(db, "turns", attempt_id, order="turn")
    )


def _transcripts(db: Database, attempt_id: str) -> dict[str, tuple[Transcript, ...]]:
    heard: dict[str, tuple[Transcript, ...]] = {}
    for row in db.query(
        "SELECT x.* FROM transcripts x JOIN takes t ON t.id = x.take WHERE t.attempt = ? ORDER BY x.position",
        [attempt_id],
    ):
        heard[row["take"]] = (*heard.get(row["take"], ()), columns.transcript_of(row))
    return heard


def _newest_feedback(db: Database, attempt_id: str) -> Feedback | None:
    newest = "SELECT feedback FROM judgements WHERE attempt = ? ORDER BY position DESC LIMIT 1"
    for row in db.query(newest, [attempt_id]):
        try:
            return columns.from_json(Feedback, row["feedback"])
        except ValueError:  # only a cache: it is judged again
            return None
    return None
