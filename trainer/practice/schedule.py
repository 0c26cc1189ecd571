"""When a scenario is due again: FSRS over the days on which it was practised. The only `import fsrs`.

Nothing is stored: the schedule is replayed from the attempts, so that deleting some or judging them anew
leaves it as if they had always been so. FSRS models how recall fades (Ye, Su and Cao 2022, "A Stochastic
Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD); whether speaking fades alike is
not known, so the longest wait is 30 days. No learning steps: a day's later goes are practice and do not rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler

from trainer.practice.calendar_days import steady_days
from trainer.records import Measured

LONGEST_DAYS = 30
AGAIN_BELOW = 0.5
"""Share of the decided counted checks that are met."""
HARD_BELOW = 0.75
GUESSED_WITHIN_S = 3.0
"""Who knows how long they spoke heard themselves; needed for "easy"."""

_SCHEDULER = Scheduler(
    learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A scenario that has been practised, as the schedule sees it."""

    scenario_id: str
    first_day: date
    last_day: date
    """When it was rated last."""
    due_day: date
    recall: float
    """0-1: how likely it still is that it would go well, today."""


def rating_of(attempt: Measured) -> Rating | None:
    """How well it went; None: it says nothing (not judged, from files, nothing decided).

    What the judge could not tell neither helps nor harms.
    """
    decided = len(attempt.met) + len(attempt.missed)
    if not attempt.judged or attempt.from_files or not decided:
        return None
    share = len(attempt.met) / decided
    if share < AGAIN_BELOW:
        return Rating.Again
    if share < HARD_BELOW:
        return Rating.Hard
    return Rating.Easy if share == 1 and _guessed_well(attempt) else Rating.Good


def cards(history: Sequence[Measured], today: date) -> dict[str, Card]:
    """Scenario id -> its card, for all that have been rated; `history` in order of sequence."""
    ratings: dict[str, list[tuple[date, Rating]]] = {}
    for attempt, day in zip(history, steady_days(history, today), strict=True):
        rating = rating_of(attempt)
        rated = ratings.setdefault(attempt.scenario_id, []) if rating else []
        if rating and (not rated or rated[-1][0] < day):  # the first of the day
            rated.append((day, rating))
    return {scenario_id: _replayed(scenario_id, rated, today) for scenario_id, rated in ratings.items()}


def _replayed(scenario_id: str, rated: Sequence[tuple[date, Rating]], today: date) -> Card:
    card = FsrsCard(card_id=1)  # an id of its own would make the library sleep until it is unique
    for day, rating in rated:
        card, _ = _SCHEDULER.review_card(card, rating, _noon(day))
    return Card(
        scenario_id=scenario_id,
        first_day=rated[0][0],
        last_day=rated[-1][0],
        due_day=card.due.date(),
        recall=_SCHEDULER.get_card_retrievability(card, _noon(max(today, rated[-1][0]))),
    )


def _noon(day: date) -> datetime:
    """Whole days between reviews, whatever the hour."""
    return datetime.combine(max(day, date(1, 1, 2)), time(12), UTC)


def _guessed_well(attempt: Measured) -> bool:
    if attempt.guess_s is None or attempt.seconds is None:
        return False
    return abs(attempt.guess_s - attempt.seconds) <= GUESSED_WITHIN_S
