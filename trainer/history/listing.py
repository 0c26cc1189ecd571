"""The lines of History: one slim row an attempt, kept beside the attempts, because those are large.

Everything here follows from the other tables and can be made again. `refresh` is called in the transaction
that changes what a line shows; `catch_up` makes the lines that are missing (after a migration or an import).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlite_utils import Database

from trainer.history import measures, words
from trainer.history.columns import Row
from trainer.history.database import fold
from trainer.records import (
    BREAKS,
    SAMPLE_RATE,
    AttemptChoices,
    AttemptFilter,
    AttemptOrder,
    AttemptRow,
    Headline,
    broken_off_by,
)

# The take that counts for each turn, as `Turn.take` has it. Materialised, all would be read for each line.
_REPLIES = """
    replies AS NOT MATERIALIZED (
        SELECT * FROM takes t WHERE purpose = 'answer' AND NOT EXISTS (SELECT 1 FROM takes later WHERE
            later.attempt = t.attempt AND later.turn = t.turn AND later.purpose = 'answer'
            AND later.position > t.position)
    )
"""
_AT_ONCE = 500
"""Ids in one question; SQLite takes no more than some thousands."""
_BREAKS = ", ".join(f"'{name}'" for name in BREAKS)
_LINE = f"""
    WITH {_REPLIES}
    SELECT a.sequence, a.id, a.started_utc, a.utc_offset_min, a.state, a.kind, a.scenario_id, a.title,
        a.prospect_id, a.prospect, a.company, a.guide, a.note, a.favourite, j.met, j.decided, j.unsure,
        j.fix, j.length_state, j.feedback,
        (SELECT json_group_array(tag) FROM (SELECT tag FROM tags WHERE attempt = a.id ORDER BY tag)) AS tags,
        (SELECT x.engine FROM replies r JOIN transcripts x ON x.take = r.id WHERE r.attempt = a.id
            ORDER BY r.turn DESC, x.position DESC LIMIT 1) AS engine,
        coalesce(j.seconds,
            (SELECT nullif(sum(frames), 0) FROM replies r WHERE r.attempt = a.id) / {SAMPLE_RATE}.0
        ) AS seconds,
        (SELECT coalesce(t.first_word_latency_s, r.first_word_latency_s) FROM turns t
            LEFT JOIN replies r ON r.attempt = t.attempt AND r.turn = t.turn WHERE t.attempt = a.id
            ORDER BY t.turn LIMIT 1) AS first_word_latency_s,
        (SELECT json_array(e.name, e.detail) FROM events e WHERE e.attempt = a.id
            AND e.name IN ({_BREAKS}) ORDER BY e.position LIMIT 1) AS broken_off
    FROM attempts a LEFT JOIN judgements j
        ON j.position = (SELECT max(position) FROM judgements WHERE attempt = a.id)
    WHERE a.sequence = ?
"""
_SHOWN = (
    "id", "sequence", "started_utc", "utc_offset_min", "state", "kind", "scenario_id", "title", "prospect_id",
    "prospect", "company", "guide", "engine", "seconds", "fix", "length_state", "first_word_latency_s",
    "note", "favourite", "tags", "broken_off",
)  # fmt: skip
_JUDGED_LIKE = """
    EXISTS (SELECT 1 FROM lines o JOIN measures oj USING (sequence) JOIN measures j ON j.sequence = l.sequence
        WHERE o.id = ? AND o.guide = l.guide AND oj.judge = j.judge)
"""
_ORDERS: dict[AttemptOrder, str] = {
    "when": "l.sequence",
    "who": "l.who",
    "kind": "l.kind",
    "time": "l.seconds",
    "met": "1.0 * l.met / l.decided",
}


# --------------------------------------------------------------------------- keeping the lines


def refresh(db: Database, sequence: int) -> None:
    """Make the line of an attempt, and the words that find it, anew; a hidden one has none."""
    hidden = db.execute("SELECT hidden FROM attempts WHERE sequence = ?", [sequence]).fetchone()[0]
    db.execute("UPDATE attempts SET listed = 1 WHERE sequence = ? AND listed = 0", [sequence])
    if hidden:
        words.forget_words(db, sequence)
        db.execute("DELETE FROM lines WHERE sequence = ?", [sequence])
        return
    row = next(db.query(_LINE, [sequence]))
    outcome = measures.outcome_of(row.pop("feedback"))
    row["who"] = fold(row["prospect"] or row["title"])
    row["broken_off"] = broken_off_by(*json.loads(row["broken_off"])) if row["broken_off"] else None
    row["day"] = _day(row["started_utc"], row["utc_offset_min"])
    marks = ", ".join(f":{name}" for name in row)
    db.execute("DELETE FROM lines WHERE sequence = ?", [sequence])  # and what it missed
    db.execute(f"INSERT INTO lines ({', '.join(row)}) VALUES ({marks})", row)
    db.conn.executemany("INSERT INTO misses VALUES (?, ?)", [(one, sequence) for one in {*outcome.missed}])
    measures.note(db, sequence, outcome)
    words.note_words(db, sequence)


def refresh_by_id(db: Database, attempt_id: str) -> None:
    """`refresh` by the attempt's id."""
    for (sequence,) in db.execute("SELECT sequence FROM attempts WHERE id = ?", [attempt_id]).fetchall():
        refresh(db, sequence)


def unlisted_attempts(db: Database, most: int) -> list[int]:
    """Sequences of attempts that still have no line, oldest first, at most so many."""
    missing = "SELECT sequence FROM attempts WHERE listed = 0 ORDER BY sequence LIMIT ?"
    return [sequence for (sequence,) in db.execute(missing, [most]).fetchall()]


def _day(started_utc: str, utc_offset_min: int) -> str:
    """The date on the wall where the attempt was made, "2026-11-22"."""
    try:
        moment = datetime.fromisoformat(started_utc)
        local = (moment.astimezone(UTC) if moment.tzinfo else moment) + timedelta(minutes=utc_offset_min)
    except (ValueError, OverflowError):
        return started_utc[:10]
    return local.date().isoformat()


# --------------------------------------------------------------------------- reading them


def find(db: Database, wanted: AttemptFilter, offset: int = 0, limit: int = -1) -> list[AttemptRow]:
    """The lines that fit, in the order asked for; `limit` -1: all from `offset` on."""
    where, values = _where(db, wanted)
    shown = ", ".join(f"l.{name}" for name in _SHOWN)
    sql = f"""SELECT {shown}, l.met, l.decided, l.unsure FROM lines l
        WHERE {where} ORDER BY {_ordered(wanted)} LIMIT ? OFFSET ?"""
    return [_listed(row) for row in db.query(sql, [*values, limit, offset])]


def ids(db: Database, wanted: AttemptFilter) -> list[str]:
    """Ids of all attempts that fit, in the order asked for."""
    where, values = _where(db, wanted)
    found = db.execute(f"SELECT l.id FROM lines l WHERE {where} ORDER BY {_ordered(wanted)}", values)
    return [str(attempt_id) for (attempt_id,) in found]


def count(db: Database, wanted: AttemptFilter) -> int:
    """How many lines fit."""
    where, values = _where(db, wanted)
    (number,) = db.execute(f"SELECT count(*) FROM lines l WHERE {where}", values).fetchone()
    return int(number)


def recordings(db: Database, attempt_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Id of the attempt and relative path of each recording that counts for a turn of these attempts."""
    found: list[tuple[str, str]] = []
    for begin in range(0, len(attempt_ids), _AT_ONCE):
        part = attempt_ids[begin : begin + _AT_ONCE]
        sql = f"""WITH {_REPLIES} SELECT attempt, path FROM replies
            WHERE frames > 0 AND attempt IN ({", ".join("?" * len(part))})"""
        found += [(str(attempt), str(path)) for attempt, path in db.execute(sql, part)]
    return found


def choices(db: Database) -> AttemptChoices:
    """What there is to filter by."""

    def named(column: str, name: str) -> dict[str, str]:
        newest = f"SELECT {column}, {name}, max(sequence) FROM lines GROUP BY {column} ORDER BY {name}"
        return {str(key): str(shown) for key, shown, _ in db.execute(newest)}

    missed = "SELECT check_id FROM misses GROUP BY check_id ORDER BY count(*) DESC, check_id"
    months = "SELECT DISTINCT substr(day, 1, 7) FROM lines ORDER BY 1 DESC"
    used = "SELECT DISTINCT g.tag FROM tags g JOIN lines l ON l.id = g.attempt ORDER BY g.tag"
    return AttemptChoices(
        scenarios=named("scenario_id", "title"),
        prospects=named("prospect_id", "prospect"),
        missed=tuple(str(check) for (check,) in db.execute(missed)),
        months=tuple(f"{month}-01" for (month,) in db.execute(months) if _is_month(str(month))),
        tags=tuple(str(tag) for (tag,) in db.execute(used)),
    )


def _is_month(text: str) -> bool:
    try:
        date.fromisoformat(f"{text}-01")
    except ValueError:
        return False
    return True


def _ordered(wanted: AttemptFilter) -> str:
    """What has no value there comes last either way round; equals stay newest first."""
    order, falling = _ORDERS[wanted.order], "ASC" if wanted.rising else "DESC"
    if wanted.order == "when":
        return f"{order} {falling}"
    return f"{order} IS NULL, {order} {falling}, l.sequence DESC"


def _where(db: Database, wanted: AttemptFilter) -> tuple[str, list[str]]:
    found = words.condition(db, wanted.words)
    parts, values = [found.sql], list(found.values)
    for column, choices in (("kind", wanted.kinds), ("state", wanted.states)):
        if choices:
            parts.append(f"l.{column} IN ({', '.join('?' * len(choices))})")
            values += choices
    for sql, value in (
        ("l.scenario_id = ?", wanted.scenario_id),
        ("l.prospect_id = ?", wanted.prospect_id),
        ("l.day >= ?", wanted.first_day),
        ("l.day <= ?", wanted.last_day),
        ("EXISTS (SELECT 1 FROM misses m WHERE m.check_id = ? AND m.sequence = l.sequence)", wanted.missed),
        ("EXISTS (SELECT 1 FROM tags g WHERE g.tag = ? AND g.attempt = l.id)", wanted.tag),
        (_JUDGED_LIKE, wanted.judged_like),
    ):
        if value is not None:
            parts.append(sql)
            values.append(value)
    if wanted.favourite:
        parts.append("l.favourite")
    return " AND ".join(parts), values


def _listed(row: Row) -> AttemptRow:
    met, decided, unsure = row.pop("met"), row.pop("decided"), row.pop("unsure")
    headline = None if met is None else Headline(met=met, of=decided, unsure=unsure)
    row["tags"], row["favourite"] = tuple(json.loads(row["tags"])), bool(row["favourite"])
    return AttemptRow(**row, headline=headline)
