"""The figures of Progress as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence

from trainer.practice import progress, weeks
from trainer.practice.progress import Change
from trainer.practice.ranges import Range
from trainer.records import Measured

_HEADING = ("what", "when", "figure", "low", "high", "takes", "change")


def progress_csv(attempts: Sequence[Measured], title_of: Callable[[str], str]) -> str:
    """All figures and weeks, shares from 0 to 1, times in seconds; ranges are of 95 %."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_HEADING)
    for skill in progress.by_skill(attempts):
        table.writerows(_change(skill.name, skill.change))
    for check in progress.by_check(attempts):
        table.writerows(_change(title_of(check.name), check.change))
        for point in weeks.shares_by_week(attempts, [check.name], last=0):
            table.writerow(_row(title_of(check.name), point.monday.isoformat(), point.range, ""))
    rates = progress.rates(attempts)
    for name, change in (
        ("words a minute", rates.pace), ("fillers a minute", rates.fillers), ("first word, s", rates.latency),
        ("voicemail length, s", progress.lengths(attempts, "voicemail")),
        ("guess off by, s", progress.guesses(attempts)),
    ):  # fmt: skip
        table.writerows(_change(name, change))
    for time in weeks.time_by_week(attempts, last=0):
        table.writerow(
            ("seconds spoken", time.monday.isoformat(), f"{time.seconds:.1f}", "", "", time.takes, "")
        )
    return out.getvalue()


def _change(name: str, change: Change) -> Iterator[tuple[str | int, ...]]:
    yield _row(name, "now", change.now, change.verdict)
    yield _row(name, "before", change.before, "")


def _row(name: str, when: str, found: Range | None, verdict: str) -> tuple[str | int, ...]:
    if found is None:
        return (name, when, "", "", "", 0, verdict)
    figures = (f"{value:.4f}" for value in (found.value, found.low, found.high))
    return (name, when, *figures, found.takes, verdict)
