"""The history week by week or month by month, for charts; one without practice is not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from trainer.practice import ranges
from trainer.practice.ranges import Range
from trainer.records import Measured

Span = Literal["week", "month"]
SHOWN = 6
"""Weeks or months that a chart has room for."""
_GUESSES = 12
"""Single guesses that a chart has room for."""


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
    """The newest of them."""
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
    made = tuple((first, tuple(takes)) for first, takes in _grouped(attempts, span, last))
    newest = (one for _, takes in reversed(made) for one in reversed(takes))
    return Charts(
        span=span,
        made=made,
        lengths=_points(span, made, _voicemail_seconds),
        offs=_points(span, made, lambda takes: [abs(off_s) for _, off_s in _guessed(takes)]),
        guesses=_guesses(islice(_guessed(newest), _GUESSES))[::-1],
        times=tuple(
            Time(span=span, first=first, takes=len(takes), seconds=sum(_seconds(takes)))
            for first, takes in made
        ),
    )


def guesses_of(attempts: Sequence[Measured]) -> tuple[Guess, ...]:
    """Every guess at a length, in order."""
    return _guesses(_guessed(attempts))


def whole_weeks(months: Charts, attempts: Iterable[Measured]) -> tuple[Measured, ...]:
    """All of `attempts` from the Monday on of the week in which the first of these months begins.

    A first week that began with the month would look like one with little practice.
    """
    first = first_of(months.made[0][0].isoformat(), "week") if months.made else None
    return tuple(one for one in attempts if one.day >= first.isoformat()) if first else ()


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


def _guessed(attempts: Iterable[Measured]) -> Iterator[tuple[str, float]]:
    """(day, guess minus truth in seconds) of each that has both."""
    for one in attempts:
        if one.guess_s is not None and one.seconds is not None:
            yield one.day, one.guess_s - one.seconds


def _guesses(guessed: Iterable[tuple[str, float]]) -> tuple[Guess, ...]:
    return tuple(Guess(day=day, off_s=off_s) for day, off_s in guessed)


def _grouped(attempts: Sequence[Measured], span: Span, last: int | None) -> list[tuple[date, list[Measured]]]:
    """Only what is asked for: of years, six weeks are a small part."""
    firsts = {day: first_of(day, span) for day in {one.day for one in attempts}}
    spans = sorted({first for first in firsts.values() if first})
    found: dict[date | None, list[Measured]] = {first: [] for first in spans[-(last or len(spans)) :]}
    for one in attempts:
        first = firsts[one.day]
        if first in found:
            found[first].append(one)
    return [(first, takes) for first, takes in found.items() if first]
