"""Scripts and their versions to column values and back."""

from __future__ import annotations

import json

from trainer.history import columns
from trainer.history.columns import Row, plain_text
from trainer.records import MarkedPoint, Script, ScriptVersion, in_lines
from trainer.strict import read


def script_of(row: Row) -> Script:
    """A row of `scripts` with its newest version's columns."""
    return Script(
        id=row["id"], kind=row["kind"], prospect_id=row["prospect_id"], prospect=row["prospect"],
        name=row["name"], version=version_of(row),
    )  # fmt: skip


def version_of(row: Row) -> ScriptVersion:
    """A row of `script_versions`."""
    return ScriptVersion(
        number=row["number"],
        text=row["text"],
        points=_points(row["points"], len(row["text"])),
        saved_utc=row["saved_utc"],
        utc_offset_min=row["utc_offset_min"],
    )


def version_row(script_id: str, number: int, version: ScriptVersion) -> Row:
    """Columns of `script_versions`."""
    return {
        "script": script_id, "number": number, "text": in_lines(plain_text(version.text)),
        "points": columns.to_json(version.points), "saved_utc": version.saved_utc,
        "utc_offset_min": version.utc_offset_min,
    }  # fmt: skip


def _points(text: str, length: int) -> tuple[MarkedPoint, ...]:
    """The marks; those that cannot be read or lie outside the text are left out: the words matter more."""
    try:
        points = [read(MarkedPoint, one) for one in json.loads(text)]
    except (ValueError, TypeError):
        return ()
    return tuple(point for point in points if 0 <= point.start < point.end <= length)
