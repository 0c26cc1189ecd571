"""The history week by week or month by month, for charts; one without practice is not shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from trainer.practice import ranges
from trainer.practice.ranges import Range
from trainer.records import Measured

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """What the charts of some weeks or months show, oldest first; made at once, away from the window."""

    span: Span
    made: tuple[tuple[date, tuple[Measured, ...]], ...]
    """First day of each and its takes."""
    lengths: tuple[Point, ...]
    """Seconds of the voicemails."""
    offs: tuple[Point, ...]
    """By how many seconds guesses were off, either way."""
    guesses: tuple[Guess, ...]
    times: tuple[Time, ...]

    @property
    def takes(self) -> tuple[Measured, ...]:
        """All takes, oldest first."""
        return tuple(one for _, made in self.made for one in made)

    def shares(self, checks: Sequence[str]) -> tuple[Point, ...]:
        """The share of takes in which all of `checks` that were decided are met; only where some were."""
        wanted = frozenset(checks)
        points = []
        for first, made in self.made:
            missed = sum(not wanted.isdisjoint(one.missed) for one in made)
            met = sum(wanted.isdisjoint(one.missed) and not wanted.isdisjoint(one.met) for one in made)
            if found := ranges.share(met, met + missed):
                points.append(Point(span=self.span, first=first, range=found))
        return tuple(points)


def charts_of(attempts: Sequence[Measured], span: Span, last: int | None = SHOWN) -> Charts:
    """Of the newest weeks or months with practice; `last` None: of all."""
    grouped = _grouped(attempts, span)
    made = tuple((first, tuple(takes)) for first, takes in grouped[-(last or len(grouped)) :])
    recent = [one for _, takes in made for one in takes]
    return Charts(
        span=span,
        made=made,
        lengths=_points(span, made, _voicemail_seconds),
        offs=_points(span, made, lambda takes: [abs(guess.off_s) for guess in guesses_of(takes)]),
        guesses=guesses_of(recent),
        times=tuple(
            Time(span=span, first=first, takes=len(takes), seconds=sum(_seconds(takes)))
            for first, takes in made
        ),
    )


def guesses_of(attempts: Sequence[Measured]) -> tuple[Guess, ...]:
    """Every guess at a length, in order."""
    return tuple(
        Guess(day=one.day, off_s=one.guess_s - one.seconds)
        for one in attempts
        if one.guess_s is not None and one.seconds is not None
    )


def this_week(attempts: Sequence[Measured], today: date) -> list[Measured]:
    """Those made since Monday."""
    monday = today - timedelta(days=today.weekday())
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return [one for one in attempts if first <= one.day <= last]


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
    span: Span,
    made: Sequence[tuple[date, Sequence[Measured]]],
    values_of: Callable[[Sequence[Measured]], Sequence[float]],
) -> tuple[Point, ...]:
    found = ((first, tuple(values_of(takes))) for first, takes in made)
    return tuple(
        Point(span=span, first=first, range=ranges.typical(values), values=values)
        for first, values in found
        if values
    )


def _seconds(made: Sequence[Measured]) -> list[float]:
    return [one.seconds for one in made if one.seconds]


def _voicemail_seconds(made: Sequence[Measured]) -> list[float]:
    return _seconds([one for one in made if one.kind == "voicemail"])


def _grouped(attempts: Sequence[Measured], span: Span) -> list[tuple[date, list[Measured]]]:
    found: dict[date, list[Measured]] = {}
    firsts = {day: first_of(day, span) for day in {one.day for one in attempts}}
    for one in attempts:
        first = firsts[one.day]
        if first:
            found.setdefault(first, []).append(one)
    return sorted(found.items())
