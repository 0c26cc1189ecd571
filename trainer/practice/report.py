"""All that the page Progress tells, worked out in one go, away from the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer.practice import progress, spans
from trainer.practice.calendar_days import steadied
from trainer.practice.progress import Change, CheckProgress, Pool, Rates
from trainer.practice.spans import Span
from trainer.records import Measured


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
    recent: tuple[Measured, ...]
    """Takes of the newest weeks, as many as charts show."""
    half_year: tuple[Measured, ...]
    """Takes of the newest months, as many as charts show."""

    def shown(self, span: Span) -> tuple[Measured, ...]:
        """Takes of which a chart by week or month is made."""
        return self.recent if span == "week" else self.half_year


def report_of(history: Sequence[Measured], today: date, *, pool_all: bool = False) -> Report:
    """From the whole history, in order of sequence; see `progress.comparable` for `pool_all`.

    No week or month of the charts lies after `today`, whatever a clock said.
    """
    attempts, pool = progress.comparable(steadied(history, today), pool_all=pool_all)
    return Report(
        pool=pool,
        skills=progress.by_skill(attempts),
        checks=progress.by_check(attempts),
        rates=progress.rates(attempts),
        length=progress.lengths(attempts, "voicemail"),
        guesses=progress.guesses(attempts),
        recent=spans.recent(attempts, "week"),
        half_year=spans.recent(attempts, "month"),
    )
