"""Attempts in brief, for the schedule and for progress: one slim row each, kept beside the lines of History.

Like the lines, all of it follows from the other tables and is made anew when a line is (`listing.refresh`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sqlite_utils import Database

from trainer.history.columns import Row
from trainer.records import Measured

_ONE_ASK, _ASKS = "one-ask", "asks-for-call-back"
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
        m.missed, l.fix, m.seconds, m.guess_s, m.aim, m.aim_kept, m.words, m.fillers,
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
    undisputed: Mapping[str, str] = field(default_factory=dict)
    """Check -> its outcome, whether it counts or not."""

    def aim_kept(self, check: str | None) -> bool | None:
        """Whether the call's one aim, which `check` decides, was kept to; None: that could not be told.

        Who asks for nothing at all did not ask for one thing only, although that check then does not apply.
        """
        outcome = self.undisputed.get(check or "")
        if check == _ONE_ASK and outcome == "not-applicable":
            outcome = self.undisputed.get(_ASKS)
        return outcome == "met" if outcome in ("met", "missed") else None


def outcome_of(feedback: str | None) -> Outcome:
    """From the JSON of a judgement; what cannot be read comes to nothing."""
    try:
        data = json.loads(feedback or "{}")
        undisputed = [one for one in data.get("findings", ()) if not one["disputed"]]
        counted = [one for one in undisputed if one["counted"]]
        counts = data.get("counts", {})
        return Outcome(
            met=tuple(one["check"] for one in counted if one["outcome"] == "met"),
            missed=tuple(one["check"] for one in counted if one["outcome"] == "missed"),
            seconds=data.get("seconds"),
            words=int(counts.get("words", 0)),
            fillers=int(counts.get("fillers", 0)),
            undisputed={one["check"]: one["outcome"] for one in undisputed},
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return Outcome()


def note(db: Database, sequence: int, outcome: Outcome) -> None:
    """Write the row of an attempt whose line was just made anew (which took the old row with it)."""
    facts = next(db.query(_FACTS, [sequence]))
    aim_kept = outcome.aim_kept(facts.pop("aim_check"))
    row: Row = {
        **facts, "aim_kept": aim_kept, "sequence": sequence, "met": _BETWEEN.join(outcome.met),
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
    row["aim_kept"] = None if row["aim_kept"] is None else bool(row["aim_kept"])
    return Measured(**row)


@lru_cache(maxsize=4096)
def _ids(text: str) -> tuple[str, ...]:
    """Most attempts share theirs with others."""
    return tuple(text.split(_BETWEEN)) if text else ()
