"""The history week by week, for charts. A week is named by its Monday; one without practice is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.practice import ranges
from trainer.practice.ranges import Range
from trainer.records import Kind, Measured

SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One week of a figure."""

    monday: date
    range: Range | None
    """None: too few takes for a range."""
    values: tuple[float, ...] = ()
    """The takes themselves, where each has a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One guess at a length."""

    day: str
    off_s: float
    """Guess minus truth in seconds: negative for who guessed short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """What was practised in one week."""

    monday: date
    takes: int
    seconds: float
    """Spoken."""


def shares_by_week(
    attempts: Sequence[Measured], checks: Sequence[str], last: int = SHOWN
) -> tuple[Point, ...]:
    """The share of takes in which all of `checks` that were decided are met, in the newest weeks."""
    wanted = frozenset(checks)
    points = []
    for monday, week in _weeks(attempts):
        decided = [one for one in week if wanted & {*one.met, *one.missed}]
        if decided:
            met = sum(not wanted & {*one.missed} for one in decided)
            points.append(Point(monday=monday, range=ranges.share(met, len(decided))))
    return tuple(points[-last:])


def lengths_by_week(attempts: Sequence[Measured], kind: Kind, last: int = SHOWN) -> tuple[Point, ...]:
    """Seconds of the takes of one kind in the newest weeks that have any."""
    points = []
    for monday, week in _weeks(attempts):
        values = tuple(one.seconds for one in week if one.kind == kind and one.seconds)
        if values:
            points.append(Point(monday=monday, range=ranges.typical(values), values=values))
    return tuple(points[-last:])


def guesses_by_week(attempts: Sequence[Measured], last: int = SHOWN) -> tuple[Point, ...]:
    """By how many seconds guesses were off, either way, in the newest weeks that have any."""
    points = []
    for monday, week in _weeks(attempts):
        values = tuple(abs(guess.off_s) for guess in guesses_of(week))
        if values:
            points.append(Point(monday=monday, range=ranges.typical(values), values=values))
    return tuple(points[-last:])


def guesses_of(attempts: Sequence[Measured]) -> tuple[Guess, ...]:
    """Every guess at a length, in order."""
    return tuple(
        Guess(day=one.day, off_s=one.guess_s - one.seconds)
        for one in attempts
        if one.guess_s is not None and one.seconds is not None
    )


def time_by_week(attempts: Sequence[Measured], last: int = SHOWN) -> tuple[Time, ...]:
    """Takes and seconds of the newest weeks that have any."""
    found = [
        Time(monday=monday, takes=len(week), seconds=sum(one.seconds or 0.0 for one in week))
        for monday, week in _weeks(attempts)
    ]
    return tuple(found[-last:])


def this_week(attempts: Sequence[Measured], today: date) -> list[Measured]:
    """Those made since Monday."""
    monday = today - timedelta(days=today.weekday())
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return [one for one in attempts if first <= one.day <= last]


def recent(attempts: Sequence[Measured], last: int = SHOWN) -> tuple[Measured, ...]:
    """Those of the newest weeks with practice, in order."""
    days = {one.day for one in attempts}
    mondays = sorted({monday for day in days if (monday := monday_of(day))})[-last:]
    chosen = {day for day in days if monday_of(day) in mondays}
    return tuple(one for one in attempts if one.day in chosen)


def monday_of(day: str) -> date | None:
    """The Monday of the week of "2026-11-22"; None for what is no date."""
    try:
        at = date.fromisoformat(day)
    except ValueError:
        return None
    return at - timedelta(days=at.weekday()) if at.toordinal() > 7 else None


def _weeks(attempts: Sequence[Measured]) -> list[tuple[date, list[Measured]]]:
    weeks: dict[date, list[Measured]] = {}
    for one in attempts:
        monday = monday_of(one.day)
        if monday:
            weeks.setdefault(monday, []).append(one)
    return sorted(weeks.items())
