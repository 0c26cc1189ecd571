"""Clocks jump: attempts in the future, in the past, on no day at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.trainer.practice.measured import TODAY, day, histories, one
from tests.trainer.practice.test_due import call
from trainer.practice.calendar_days import steadied, steady_days
from trainer.practice.due import due_today
from trainer.practice.phone_test import runs
from trainer.practice.progress import by_check
from trainer.practice.report import report_of
from trainer.practice.schedule import cards
from trainer.practice.spans import first_of, this_week
from trainer.records import Measured

IDS = ("vm", "cb", "lift", "leave")


def half_a_year(wrong: str | None = None, *, every: int = 9, at: int = 4) -> list[Measured]:
    """An attempt a day, four scenarios in turn; `wrong`: the date of every so many of them."""
    return [
        one(
            number,
            day=wrong if wrong and number % every == at else day(180 - number),
            scenario_id=IDS[number % 4],
            missed=("one-ask",) if number % 3 else (),
        )
        for number in range(181)
    ]


@pytest.mark.parametrize(
    ("stored", "believed"),
    [
        ((3, 2, 1), (3, 2, 1)),
        ((3, -900, 1), (3, 3, 1)),
        ((-900, 2, 1), (2, 2, 1)),
        ((3, 2000, 1), (3, 3, 1)),
        ((5, 4, 4000, 3999, 2, 1), (5, 4, 4, 4, 2, 1)),
        ((-900, -901), (0, 0)),
        ((), ()),
    ],
)
def test_a_wrong_clock_moves_its_own_attempts_only(
    stored: tuple[int, ...], believed: tuple[int, ...]
) -> None:
    history = [one(number, day=day(ago)) for number, ago in enumerate(stored)]
    assert steady_days(history, TODAY) == [TODAY - timedelta(days=ago) for ago in believed]


def test_what_is_no_date_lies_on_the_day_before_it() -> None:
    history = [one(1, day=day(3)), one(2, day="odd"), one(3, day=day(1))]
    assert [attempt.day for attempt in steadied(history, TODAY)] == [day(3), day(3), day(1)]


@given(histories())
@settings(max_examples=50)
def test_days_never_fall_and_never_lie_ahead(history: list[Measured]) -> None:
    days = steady_days(history, TODAY)
    assert len(days) == len(history)
    assert days == sorted(days)
    assert all(each <= TODAY for each in days)
    assert steadied(steadied(history, TODAY), TODAY) == steadied(history, TODAY)


WRONG = ("2031-05-01", "1970-01-01", "odd", "9999-12-31")


@pytest.mark.parametrize("wrong", WRONG)
def test_half_a_year_with_wrong_clocks_is_told_as_if_they_had_been_right(wrong: str) -> None:
    right, odd = half_a_year(), half_a_year(wrong)
    assert by_check(steadied(odd, TODAY)) == by_check(right), "the order is that of the attempts"
    told = report_of(odd, TODAY)
    mondays = {first_of(attempt.day, "week") for attempt in told.weeks.takes}
    assert mondays == {first_of(attempt.day, "week") for attempt in report_of(right, TODAY).weeks.takes}
    assert len(this_week(steadied(odd, TODAY), TODAY)) >= len(this_week(right, TODAY)) - 1
    off = [abs((a - b).days) for a, b in zip(steady_days(odd, TODAY), steady_days(right, TODAY), strict=True)]
    assert max(off) == 1


@pytest.mark.parametrize("wrong", WRONG)
def test_the_schedule_goes_on_after_a_wrong_clock(wrong: str) -> None:
    history = half_a_year(wrong, every=200, at=40)
    known = cards(history, TODAY)
    assert {card.last_day for card in known.values()} == {TODAY - timedelta(days=ago) for ago in range(4)}
    assert all(card.first_day < TODAY for card in known.values()), "else nothing new may begin today"
    scenarios = [call(name) for name in (*IDS, "never-called")]
    due = due_today(history, scenarios, TODAY)
    assert "never-called" in {item.scenario_id for item in due.items}
    assert all(0 <= item.days_over <= 30 for item in due.items)
    assert all(item.last_day is None or item.last_day <= TODAY for item in due.items)


def test_a_phone_test_is_dated_on_a_day_that_can_be_shown() -> None:
    history = [
        one(1, day=day(2)),
        one(2, day="odd", sitting="phone-test-1", scenario_id="elevator-trade-fair"),
    ]
    found = runs(steadied(history, TODAY))
    assert [date.fromisoformat(run.day) for run in found] == [TODAY - timedelta(days=2)] * len(found)
