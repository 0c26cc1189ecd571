"""Messages that call backs answer: the newest one left, and what a deleted one leaves behind."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlite_utils import Database


def newest(db: Database, scenario_ids: Sequence[str]) -> str | None:
    """Id of the newest judged message left in one of these scenarios; None when there is none."""
    marks = ", ".join("?" * len(scenario_ids))
    found = db.execute(
        f"SELECT id FROM lines WHERE state = 'judged' AND kind = 'voicemail' AND scenario_id IN ({marks})"
        " ORDER BY sequence DESC LIMIT 1",
        list(scenario_ids),
    ).fetchone()
    return str(found[0]) if found else None


def forget(db: Database, attempt_ids: Sequence[str]) -> None:
    """Take the words of messages that are being deleted out of the call backs that answered them."""
    answers = db.execute(
        "SELECT sequence, scenario, context FROM attempts WHERE own_message IS NOT NULL"
        " AND json_extract(own_message, '$.attempt') IN (SELECT value FROM json_each(?))",
        [json.dumps(list(attempt_ids))],
    ).fetchall()
    for sequence, scenario, context in answers:
        data = json.loads(context) | {"message_left": json.loads(scenario).get("default_message")}
        changed = {"own_message": None, "context": json.dumps(data, ensure_ascii=False)}
        db.table("attempts").update(sequence, changed)
