"""All that the page Progress tells, worked out in one go, away from the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer.practice import progress, weeks
from trainer.practice.calendar_days import steadied
from trainer.practice.progress import Change, CheckProgress, Pool, Rates
from trainer.records import Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures of all takes that are told together; `recent` are those of the weeks that charts show."""

    pool: Pool
    skills: tuple[CheckProgress, ...]
    checks: tuple[CheckProgress, ...]
    rates: Rates
    length: Change
    """Of voicemails, in seconds."""
    guesses: Change
    """Seconds off, either way."""
    recent: tuple[Measured, ...]


def report_of(history: Sequence[Measured], today: date, *, pool_all: bool = False) -> Report:
    """From the whole history, in order of sequence; see `progress.comparable` for `pool_all`.

    No week of the charts lies after `today`, whatever a clock said.
    """
    attempts, pool = progress.comparable(steadied(history, today), pool_all=pool_all)
    return Report(
        pool=pool,
        skills=progress.by_skill(attempts),
        checks=progress.by_check(attempts),
        rates=progress.rates(attempts),
        length=progress.lengths(attempts, "voicemail"),
        guesses=progress.guesses(attempts),
        recent=weeks.recent(attempts),
    )
