"""All that the page Progress tells, worked out in one go, away from the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer.practice import progress
from trainer.practice.calendar_days import steadied
from trainer.practice.progress import Aims, Change, CheckProgress, Pool, Rates
from trainer.practice.spans import Charts, Span, charts_of, whole_weeks
from trainer.records import Measured

MONTHS_FROM = 3
"""With fewer there is no way to see from month to month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures of all takes that are told together."""

    pool: Pool
    skills: tuple[CheckProgress, ...]
    checks: tuple[CheckProgress, ...]
    rates: Rates
    length: Change
    """Of voicemails, in seconds."""
    guesses: Change
    """Seconds off, either way."""
    aims: Aims
    weeks: Charts
    months: Charts
    half_a_year: tuple[Measured, ...]
    """All takes of `months` in whole weeks, oldest first: up to six days more."""

    @property
    def usual_span(self) -> Span:
        """By which charts tell more: months once there are enough, for a week has few takes of a check."""
        return "month" if len(self.months.made) >= MONTHS_FROM else "week"

    def charts(self, span: Span) -> Charts:
        """Week by week, or month by month."""
        return self.weeks if span == "week" else self.months


def report_of(history: Sequence[Measured], today: date, *, pool_all: bool = False) -> Report:
    """From the whole history, in order of sequence; see `progress.comparable` for `pool_all`.

    No week or month of the charts lies after `today`, whatever a clock said.
    """
    attempts, pool = progress.comparable(steadied(history, today), pool_all=pool_all)
    months = charts_of(attempts, "month")
    return Report(
        pool=pool,
        skills=progress.by_skill(attempts),
        checks=progress.by_check(attempts),
        rates=progress.rates(attempts),
        length=progress.lengths(attempts, "voicemail"),
        guesses=progress.guesses(attempts),
        aims=progress.aims(attempts),
        weeks=charts_of(attempts, "week"),
        months=months,
        half_a_year=whole_weeks(months, attempts),
    )
