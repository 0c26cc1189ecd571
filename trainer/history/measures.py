"""Attempts in brief, for the schedule and for progress: one slim row each, kept beside the lines of History.

Like the lines, all of it follows from the other tables and is made anew when a line is (`listing.refresh`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from sqlite_utils import Database

from trainer.history.columns import Row
from trainer.records import Measured

_BETWEEN = " "
"""Ids of checks hold no blanks, and a row of its own for each would be twenty times as many."""
_FACTS = """
    SELECT a.from_files, a.sitting, j.judge_version AS judge,
        CASE WHEN json_valid(a.prediction) THEN a.prediction ->> '$.seconds' END AS guess_s,
        CASE WHEN json_valid(a.prediction) THEN a.prediction ->> '$.aim' END AS aim,
        CASE WHEN json_valid(a.prediction) THEN a.prediction ->> '$.aim_check' END AS aim_check,
        EXISTS (SELECT 1 FROM events e WHERE e.attempt = a.id AND e.name = 'moved-on') AS moved_on
    FROM attempts a LEFT JOIN judgements j
        ON j.position = (SELECT max(position) FROM judgements WHERE attempt = a.id)
    WHERE a.sequence = ?
"""
_ALL = """
    SELECT l.sequence, l.id, l.day, l.state, l.kind, l.scenario_id, l.prospect_id, l.engine, m.judge, m.met,
        m.missed, l.fix, m.seconds, m.guess_s, m.aim, m.aim_check, m.words, m.fillers,
        l.first_word_latency_s, m.from_files, m.sitting, m.moved_on
    FROM lines l JOIN measures m USING (sequence) ORDER BY l.sequence
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a stored judgement comes to."""

    met: tuple[str, ...] = ()
    """Checks that count, are met and not disputed."""
    missed: tuple[str, ...] = ()
    seconds: float | None = None
    words: int = 0
    fillers: int = 0


def outcome_of(feedback: str | None) -> Outcome:
    """From the JSON of a judgement; what cannot be read comes to nothing."""
    try:
        data = json.loads(feedback or "{}")
        counted = [one for one in data.get("findings", ()) if one["counted"] and not one["disputed"]]
        counts = data.get("counts", {})
        return Outcome(
            met=tuple(one["check"] for one in counted if one["outcome"] == "met"),
            missed=tuple(one["check"] for one in counted if one["outcome"] == "missed"),
            seconds=data.get("seconds"),
            words=int(counts.get("words", 0)),
            fillers=int(counts.get("fillers", 0)),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return Outcome()


def note(db: Database, sequence: int, outcome: Outcome) -> None:
    """Write the row of an attempt whose line was just made anew (which took the old row with it)."""
    facts = next(db.query(_FACTS, [sequence]))
    row: Row = {
        **facts, "sequence": sequence, "met": _BETWEEN.join(outcome.met),
        "missed": _BETWEEN.join(outcome.missed), "seconds": outcome.seconds, "words": outcome.words,
        "fillers": outcome.fillers,
    }  # fmt: skip
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO measures ({', '.join(row)}) VALUES ({marks})", row)


def all_measured(db: Database) -> list[Measured]:
    """Every attempt that is not hidden, in order of sequence."""
    rows = db.execute(_ALL)
    names = [column[0] for column in rows.description]
    return [_measured(dict(zip(names, row, strict=True))) for row in rows]


def _measured(row: Row) -> Measured:
    row["met"], row["missed"] = _ids(row["met"]), _ids(row["missed"])
    row["from_files"], row["moved_on"] = bool(row["from_files"]), bool(row["moved_on"])
    return Measured(**row)


@lru_cache(maxsize=4096)
def _ids(text: str) -> tuple[str, ...]:
    """Most attempts share theirs with others."""
    return tuple(text.split(_BETWEEN)) if text else ()
