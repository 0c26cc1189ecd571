"""The figures of Progress as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from trainer import spreadsheet
from trainer.practice.progress import Change
from trainer.practice.ranges import Range
from trainer.practice.report import Report
from trainer.practice.skills import SKILLS
from trainer.practice.spans import Charts, Point, charts_of, guesses_of

Line = tuple[spreadsheet.Cell, ...]

_HEADING = ("what", "when", "figure", "low", "high", "takes", "change")


def progress_table(report: Report, title_of: Callable[[str], str]) -> bytes:
    """Every figure, and half a year week by week, as CSV: shares of 1, times in seconds, ranges of 95 %."""
    weeks = charts_of(report.half_a_year, "week", last=None)
    lines = (*_shares(report, weeks, title_of), *_measures(report, weeks), *_practised(weeks))
    return spreadsheet.table([_HEADING, *lines])


def _shares(report: Report, weeks: Charts, title_of: Callable[[str], str]) -> Iterator[Line]:
    named = [(one, one.name, SKILLS[one.name]) for one in report.skills]
    named += [(one, title_of(one.name), (one.name,)) for one in report.checks]
    for one, name, checks in named:
        yield from _change(name, one.change)
        yield from _weeks(name, weeks.shares(checks))


def _measures(report: Report, weeks: Charts) -> Iterator[Line]:
    rates = report.rates
    yield from _change("words a minute", rates.pace)
    yield from _change("fillers a minute", rates.fillers)
    yield from _change("first word, s", rates.latency)
    yield from _change("voicemail length, s", report.length)
    yield from _weeks("voicemail length, s", weeks.lengths)
    yield from _change("guess off by, s", report.guesses)
    yield from _weeks("guess off by, s", weeks.offs)
    yield from _change("aim guessed right", report.aims.right)
    for guess in guesses_of(weeks.takes):
        yield ("guess minus length, s", guess.day, round(guess.off_s, 1), None, None, 1, None)


def _practised(weeks: Charts) -> Iterator[Line]:
    for time in weeks.times:
        yield ("seconds spoken", _week(time.first), round(time.seconds, 1), None, None, time.takes, None)


def _weeks(name: str, points: Sequence[Point]) -> Iterator[Line]:
    """A week with too few takes for a range has a line for each of them."""
    for point in points:
        when = _week(point.first)
        if point.range:
            yield _row(name, when, point.range, None)
        else:
            yield from ((name, when, round(value, 1), None, None, 1, None) for value in point.values)


def _week(monday: date) -> str:
    return f"week of {monday}"


def _change(name: str, change: Change) -> Iterator[Line]:
    yield _row(name, "now", change.now, change.verdict)
    yield _row(name, "before", change.before, None)


def _row(name: str, when: str, found: Range | None, verdict: str | None) -> Line:
    if found is None:
        return (name, when, None, None, None, 0, verdict)
    figures = (round(value, 4) for value in (found.value, found.low, found.high))
    return (name, when, *figures, found.takes, verdict)
