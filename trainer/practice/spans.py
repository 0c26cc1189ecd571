"""The history week by week or month by month, for charts; one without practice is not shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from trainer.practice import ranges
from trainer.practice.ranges import Range
from trainer.records import Kind, Measured

Span = Literal["week", "month"]
SHOWN = 6
"""Weeks or months that a chart has room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure in one week or month."""

    span: Span
    first: date
    """Its first day; of a week the Monday."""
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
    """What was practised in one week or month."""

    span: Span
    first: date
    takes: int
    seconds: float
    """Spoken."""


def shares(attempts: Sequence[Measured], checks: Sequence[str], span: Span = "week") -> tuple[Point, ...]:
    """The share of takes in which all of `checks` that were decided are met; only where some were."""
    wanted = frozenset(checks)
    points = []
    for first, made in _spans(attempts, span):
        decided = [one for one in made if wanted & {*one.met, *one.missed}]
        if decided:
            met = sum(not wanted & {*one.missed} for one in decided)
            points.append(Point(span=span, first=first, range=ranges.share(met, len(decided))))
    return tuple(points)


def lengths(attempts: Sequence[Measured], kind: Kind, span: Span = "week") -> tuple[Point, ...]:
    """Seconds of the takes of one kind."""
    return _points([one for one in attempts if one.kind == kind], span, _seconds)


def offs(attempts: Sequence[Measured], span: Span = "week") -> tuple[Point, ...]:
    """By how many seconds guesses were off, either way."""
    return _points(attempts, span, lambda made: [abs(guess.off_s) for guess in guesses_of(made)])


def guesses_of(attempts: Sequence[Measured]) -> tuple[Guess, ...]:
    """Every guess at a length, in order."""
    return tuple(
        Guess(day=one.day, off_s=one.guess_s - one.seconds)
        for one in attempts
        if one.guess_s is not None and one.seconds is not None
    )


def times(attempts: Sequence[Measured], span: Span = "week") -> tuple[Time, ...]:
    """How many takes, and how many seconds were spoken."""
    return tuple(
        Time(span=span, first=first, takes=len(made), seconds=sum(_seconds(made)))
        for first, made in _spans(attempts, span)
    )


def this_week(attempts: Sequence[Measured], today: date) -> list[Measured]:
    """Those made since Monday."""
    monday = today - timedelta(days=today.weekday())
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return [one for one in attempts if first <= one.day <= last]


def recent(attempts: Sequence[Measured], span: Span = "week", last: int = SHOWN) -> tuple[Measured, ...]:
    """Those of the newest weeks or months with practice, in order."""
    days = {one.day for one in attempts}
    firsts = sorted({first for day in days if (first := first_of(day, span))})[-last:]
    chosen = {day for day in days if first_of(day, span) in firsts}
    return tuple(one for one in attempts if one.day in chosen)


def first_of(day: str, span: Span) -> date | None:
    """The first day of the week or month of "2026-11-22"; None for what is no date."""
    try:
        at = date.fromisoformat(day)
    except ValueError:
        return None
    if span == "month":
        return at.replace(day=1)
    return at - timedelta(days=at.weekday()) if at.toordinal() > 7 else None


def _points(
    attempts: Sequence[Measured], span: Span, values_of: Callable[[Sequence[Measured]], Sequence[float]]
) -> tuple[Point, ...]:
    found = ((first, tuple(values_of(made))) for first, made in _spans(attempts, span))
    return tuple(
        Point(span=span, first=first, range=ranges.typical(values), values=values)
        for first, values in found
        if values
    )


def _seconds(made: Sequence[Measured]) -> list[float]:
    return [one.seconds for one in made if one.seconds]


def _spans(attempts: Sequence[Measured], span: Span) -> list[tuple[date, list[Measured]]]:
    found: dict[date, list[Measured]] = {}
    firsts = {day: first_of(day, span) for day in {one.day for one in attempts}}
    for one in attempts:
        first = firsts[one.day]
        if first:
            found.setdefault(first, []).append(one)
    return sorted(found.items())
