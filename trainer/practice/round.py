"""A round: a few call backs within some minutes, each when it likes, and one sheet of timings at the end.

Pure: the randomness and the time since the round began are handed in.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.practice.readiness import PartId, ReadinessPart, readiness
from trainer.records import Attempt, Scenario

COLUMNS: tuple[PartId, ...] = ("pick-up", "first-sound", "name", "reason", "next-step")
"""What the sheet times, in the order in which it is due (`trainer.practice.readiness`)."""
SHORTEST_GAP_S = 5.0
"""A breath between the end of one call and the next ring, however late it is."""
MOST_CALLS = 10
MOST_MINUTES = 60
SHORTEST_LIMIT_S, LONGEST_LIMIT_S = 5, 60
"""A name and a reason take five seconds; a minute is no answer any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """How many calls in how many minutes, and how long an answer may be."""

    calls: int = 3
    minutes: int = 10
    limit_s: int = 20
    """Longest answer: what is said after it is cut off. Ours: twice the ten seconds that the name and the
    reason should take (article 001)."""


USUAL = Round()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One call of the round. `parts` as `COLUMNS`; None where there is nothing to time."""

    attempt: Attempt
    parts: tuple[ReadinessPart | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The calls in their order, and the middle of each column (seconds; None without any time)."""

    lines: tuple[SheetLine, ...]
    middle: tuple[float | None, ...]


def moments(plan: Round, rng: random.Random) -> tuple[float, ...]:
    """When it rings, in seconds from the round's beginning, rising; one moment in each equal share of it."""
    share_s = 60.0 * plan.minutes / plan.calls
    return tuple(share_s * (number + rng.random()) for number in range(plan.calls))


def next_ring(moment_s: float, last_ended_s: float | None) -> float:
    """When the ring that was drawn for `moment_s` comes, if the call before it ended at `last_ended_s`."""
    return moment_s if last_ended_s is None else max(moment_s, last_ended_s + SHORTEST_GAP_S)


def callers(scenarios: Sequence[Scenario], plan: Round, rng: random.Random) -> tuple[Scenario, ...]:
    """Who calls, in order: every call back once before any comes twice, nobody twice in a row.

    Answers are limited to the round's length. Empty where there is no call back.
    """
    pool = [
        replace(one, max_seconds=min(one.max_seconds, plan.limit_s))
        for one in scenarios
        if one.kind == "callback"
    ]
    drawn: list[Scenario] = []
    while pool and len(drawn) < plan.calls:
        turn = rng.sample(pool, len(pool))
        if drawn and len(turn) > 1 and turn[0].id == drawn[-1].id:
            turn.append(turn.pop(0))
        drawn += turn
    return tuple(drawn[: plan.calls])


def sheet(attempts: Sequence[Attempt]) -> Sheet:
    """The timings of the calls of a round; a ring that was missed has none."""
    lines = tuple(SheetLine(attempt=attempt, parts=_parts(attempt)) for attempt in attempts)
    columns = zip(*(line.parts for line in lines), strict=True) if lines else ((),) * len(COLUMNS)
    return Sheet(lines=lines, middle=tuple(_middle(column) for column in columns))


def _parts(attempt: Attempt) -> tuple[ReadinessPart | None, ...]:
    """The first of each kind: later replies have a first sound too, but the sheet is of how a call began."""
    found = readiness(attempt) or ()
    return tuple(next((part for part in found if part.id == wanted), None) for wanted in COLUMNS)


def _middle(column: Sequence[ReadinessPart | None]) -> float | None:
    from statistics import median  # only at the end of a round: it takes as long to import as all the rest

    times = [part.seconds for part in column if part and part.seconds is not None]
    return median(times) if times else None
