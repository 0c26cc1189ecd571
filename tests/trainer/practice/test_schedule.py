"""When a scenario is due again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from fsrs import Rating
from hypothesis import given, settings

from tests.trainer.practice.measured import TODAY, day, histories, one
from trainer.practice.schedule import LONGEST_DAYS, cards, rating_of
from trainer.records import Measured

ALL = {"met": ("a", "b", "c", "d"), "missed": (), "seconds": 20.0}


@pytest.mark.parametrize(
    ("attempt", "rating"),
    [
        (one(met=("a",), missed=("b", "c")), Rating.Again),
        (one(met=("a",), missed=("b",)), Rating.Hard),
        (one(met=("a", "b", "c"), missed=("d",)), Rating.Good),
        (one(**ALL), Rating.Good),
        (one(**ALL, guess_s=24.0), Rating.Good),
        (one(**ALL, guess_s=17.0), Rating.Easy),
        (one(met=("a", "b", "c"), missed=("d",), guess_s=20.0), Rating.Good),
    ],
)
def test_rates_by_the_share_met_and_the_guess(attempt: Measured, rating: Rating) -> None:
    assert rating_of(attempt) == rating


@pytest.mark.parametrize(
    "attempt",
    [
        one(from_files=True),
        one(state="abandoned"),
        one(state="missed-ring", judge=None),
        one(judge=None),
        one(met=(), missed=()),
    ],
)
def test_what_says_nothing_does_not_rate(attempt: Measured) -> None:
    assert rating_of(attempt) is None
    assert cards([attempt], TODAY) == {}


def test_only_the_first_of_a_day_rates() -> None:
    bad, good = one(1, met=(), missed=("a",), day=day(1)), one(2, **ALL, day=day(1))
    assert cards([bad, good], TODAY) == cards([bad], TODAY)
    assert cards([good, bad], TODAY) == cards([good], TODAY)
    assert cards([bad, good], TODAY)["vm"].due_day < cards([good, bad], TODAY)["vm"].due_day


def test_an_abandoned_go_leaves_the_first_judged_one_to_rate() -> None:
    left, judged = one(1, state="abandoned", day=day(3)), one(2, day=day(3))
    assert cards([left, judged], TODAY) == cards([judged], TODAY)


def test_good_days_move_the_next_one_further_away_up_to_thirty_days() -> None:
    history: list[Measured] = []
    waits = []
    at = date(2026, 1, 5)
    for number in range(8):
        history.append(one(number, day=at.isoformat()))
        due = cards(history, at)["vm"].due_day
        waits.append((due - at).days)
        at = due
    assert waits == sorted(waits)
    assert waits[0] < 5
    assert waits[-1] == LONGEST_DAYS


def test_deleting_attempts_leaves_the_schedule_of_the_others() -> None:
    history = [one(n, day=day(40 - 10 * n), scenario_id="vm" if n % 2 else "cb") for n in range(4)]
    without = [attempt for attempt in history if attempt.scenario_id == "vm"]
    assert cards(without, TODAY)["vm"] == cards(history, TODAY)["vm"]
    assert "cb" not in cards(without, TODAY)


def test_a_clock_that_was_wrong_does_not_put_anything_off_for_years() -> None:
    history = [one(1, day="2031-05-01"), one(2, day=day(2)), one(3, day="1970-01-01"), one(4, day=day(1))]
    assert cards(history, TODAY)["vm"].due_day <= TODAY + timedelta(days=LONGEST_DAYS)


@given(histories())
@settings(max_examples=50)
def test_any_history_gives_cards_that_come_back_within_a_month(history: list[Measured]) -> None:
    for card in cards(history, TODAY).values():
        assert card.first_day <= card.last_day < card.due_day
        assert (card.due_day - card.last_day).days <= LONGEST_DAYS
        assert 0 <= card.recall <= 1
    assert cards(history, TODAY) == cards(history, TODAY)
