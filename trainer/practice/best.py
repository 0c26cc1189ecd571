"""Which take of a call the others are held against."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from trainer.records import AttemptRow


def best(rows: Iterable[AttemptRow], without_sound: Collection[str] = ()) -> AttemptRow | None:
    """The take with the largest share of counted checks met; of equals the newest. None for none.

    `rows` are of one call, judged by one guide and one version of the judge, because shares under different
    rules say nothing about each other. A take of a wrong length comes after every other one: in a few seconds
    little can be missed. So does one in `without_sound` (ids), because it cannot be heard against another.
    """
    judged = [row for row in rows if row.headline is not None and row.headline.of]
    return max(judged, key=lambda row: _rank(row, without_sound), default=None)


def _rank(row: AttemptRow, without_sound: Collection[str]) -> tuple[bool, bool, float, int]:
    return row.length_state != "missed", row.id not in without_sound, share_met(row), row.sequence


def share_met(row: AttemptRow) -> float:
    """Of the checks that count, 0-1; 0 where none does."""
    return row.headline.met / row.headline.of if row.headline and row.headline.of else 0.0
