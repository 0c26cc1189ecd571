"""The figures of Progress as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from trainer.practice import weeks
from trainer.practice.progress import Change
from trainer.practice.ranges import Range
from trainer.practice.report import Report

_HEADING = ("what", "when", "figure", "low", "high", "takes", "change")


def progress_csv(report: Report, title_of: Callable[[str], str]) -> str:
    """All figures and the newest weeks: shares from 0 to 1, times in seconds; ranges are of 95 %."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_HEADING)
    for skill in report.skills:
        table.writerows(_change(skill.name, skill.change))
    for check in report.checks:
        title = title_of(check.name)
        table.writerows(_change(title, check.change))
        for point in weeks.shares_by_week(report.recent, [check.name]):
            table.writerow(_row(title, f"week of {point.monday}", point.range, ""))
    for name, change in (
        ("words a minute", report.rates.pace), ("fillers a minute", report.rates.fillers),
        ("first word, s", report.rates.latency), ("voicemail length, s", report.length),
        ("guess off by, s", report.guesses),
    ):  # fmt: skip
        table.writerows(_change(name, change))
    for time in weeks.time_by_week(report.recent):
        spoken = (f"week of {time.monday}", f"{time.seconds:.1f}", "", "", time.takes, "")
        table.writerow(("seconds spoken", *spoken))
    return out.getvalue()


def _change(name: str, change: Change) -> Iterator[tuple[str | int, ...]]:
    yield _row(name, "now", change.now, change.verdict)
    yield _row(name, "before", change.before, "")


def _row(name: str, when: str, found: Range | None, verdict: str) -> tuple[str | int, ...]:
    if found is None:
        return (name, when, "", "", "", 0, verdict)
    figures = (f"{value:.4f}" for value in (found.value, found.low, found.high))
    return (name, when, *figures, found.takes, verdict)
