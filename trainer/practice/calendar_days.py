"""On which day each attempt was really made, although clocks jump and the order of attempts does not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trainer.records import Measured


def steady_days(history: Sequence[Measured], today: date) -> list[date]:
    """The day of each attempt, never after `today` and never before that of an earlier attempt.

    As many as possible of the stored days are believed: the longest run of them that does not fall and has no
    day to come. An attempt whose clock was wrong is put on the day of the believed one before it, of the next
    one where there is none, and on `today` where no day can be believed. So a single clock in the future or
    in the past moves nothing but its own attempts.
    """
    stored = [_date(one.day) for one in history]
    believed = _longest_run([day if day and day <= today else None for day in stored])
    latest = stored[believed[0]] if believed else today
    days, keep = [], set(believed)
    for at, day in enumerate(stored):
        latest = day if at in keep else latest
        days.append(latest or today)
    return days


def steadied(history: Sequence[Measured], today: date) -> list[Measured]:
    """The same attempts on the days of `steady_days`; `history` in order of sequence."""
    days = (day.isoformat() for day in steady_days(history, today))
    return [one if one.day == day else replace(one, day=day) for one, day in zip(history, days, strict=True)]


def _longest_run(days: Sequence[date | None]) -> list[int]:
    """Places of the longest subsequence that does not fall (patience sorting); None is never in it.

    From the end, so that of two runs of one length the one with the later days is found: a clock without its
    battery begins in 1970.
    """
    ends: list[int] = []
    keys: list[int] = []
    after: dict[int, int | None] = {}
    for at, day in reversed(list(enumerate(days))):
        if day is None:
            continue
        length = bisect_right(keys, -day.toordinal())
        after[at] = ends[length - 1] if length else None
        ends[length : length + 1] = [at]
        keys[length : length + 1] = [-day.toordinal()]
    run: list[int] = []
    first = ends[-1] if ends else None
    while first is not None:
        run.append(first)
        first = after[first]
    return run


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
