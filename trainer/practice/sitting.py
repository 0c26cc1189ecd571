"""A sitting: some minutes of practice with a beginning, an end and one page that says what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the scheduler takes long to load
    from trainer.practice.due import DueItem
    from trainer.records import Measured

Minutes = Literal[5, 10, 20]
LENGTHS: tuple[Minutes, ...] = (5, 10, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A sitting that has begun."""

    id: str
    minutes: int
    """0: it ends with its plan, not by the clock."""
    plan: tuple[DueItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What came of a sitting."""

    takes: int
    """Judged ones."""
    prospects: int
    speech_s: float
    met: int
    decided: int
    """Counted checks over all takes, and how many of them were met."""
    fix: str | None
    """Check id of the fix that recurs, or of the only one."""
    fix_takes: int
    """In how many takes it was the fix."""
    new_prospects: int


def closing_of(history: Sequence[Measured], sitting_id: str) -> Closing:
    """What the attempts of this sitting come to; all nothing where none of them is left."""
    before = [one for one in history if one.sitting != sitting_id]
    mine = [one for one in history if one.sitting == sitting_id and one.judged]
    fixes = Counter(one.fix for one in mine if one.fix)
    # Of two as frequent the later one: it is what still happens.
    latest = {one.fix: one.sequence for one in mine}
    fix = max(fixes, key=lambda check: (fixes[check], latest[check]), default=None)
    first = min((one.sequence for one in mine), default=0)
    known = {one.prospect_id for one in before if one.sequence < first}
    return Closing(
        takes=len(mine),
        prospects=len({one.prospect_id for one in mine}),
        speech_s=sum(one.seconds or 0.0 for one in mine),
        met=sum(len(one.met) for one in mine),
        decided=sum(len(one.met) + len(one.missed) for one in mine),
        fix=fix,
        fix_takes=fixes[fix] if fix else 0,
        new_prospects=len({one.prospect_id for one in mine} - known),
    )
