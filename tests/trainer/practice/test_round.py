from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import DANA, SELLER, scenario
from trainer.practice.round import (
    COLUMNS,
    SHORTEST_GAP_S,
    Round,
    callers,
    moments,
    next_ring,
    sheet,
)
from trainer.records import Attempt, AttemptState, Context, Timing, Turn

plans = st.builds(Round, calls=st.integers(1, 10), minutes=st.integers(1, 60))
randoms = st.integers(0, 1000).map(random.Random)
CALL_BACK = replace(scenario("callback"), max_seconds=45.0)


def prospects(count: int) -> list[str]:
    return [f"prospect-{number}" for number in range(count)]


@given(plans, randoms)
def test_the_rings_rise_and_spread_over_all_of_the_round(plan: Round, rng: random.Random) -> None:
    drawn = moments(plan, rng)
    assert len(drawn) == plan.calls
    assert list(drawn) == sorted(drawn)
    share_s = 60 * plan.minutes / plan.calls
    assert [int(moment // share_s) for moment in drawn] == list(range(plan.calls))


@pytest.mark.parametrize(
    ("moment_s", "last_ended_s", "rings_s"),
    [(120.0, None, 120.0), (120.0, 60.0, 120.0), (120.0, 118.0, 123.0), (120.0, 300.0, 305.0)],
)
def test_a_call_that_runs_late_moves_the_next_ring(
    moment_s: float, last_ended_s: float | None, rings_s: float
) -> None:
    assert SHORTEST_GAP_S == 5.0
    assert next_ring(moment_s, last_ended_s) == rings_s


@given(plans, randoms, st.integers(1, 5))
def test_everybody_calls_once_before_anybody_calls_twice(plan: Round, rng: random.Random, count: int) -> None:
    calls = [replace(CALL_BACK, id=who, prospect=replace(DANA, id=who)) for who in prospects(count)]
    drawn = [one.id for one in callers([scenario("voicemail"), *calls], plan, rng)]
    assert len(drawn) == plan.calls
    times = [drawn.count(who) for who in prospects(count)]
    assert max(times) - min(times) <= 1
    if count > 1:
        assert all(one != other for one, other in pairwise(drawn))


def test_answers_are_limited_and_never_made_longer() -> None:
    short = replace(CALL_BACK, id="short", max_seconds=12.0)
    drawn = callers([CALL_BACK, short], Round(calls=2, limit_s=20), random.Random(1))
    assert {one.id: one.max_seconds for one in drawn} == {CALL_BACK.id: 20.0, "short": 12.0}


def test_without_call_backs_nobody_calls() -> None:
    assert callers([scenario("voicemail")], Round(), random.Random(1)) == ()


# --------------------------------------------------------------------------- the sheet


def attempt(name: str, pick_up_s: float | None, latency_s: float | None, state: AttemptState) -> Attempt:
    turns = (
        Turn(index=0, prompt_id=None, caller_line=None, timing=Timing(pick_up_s=pick_up_s)),
        Turn(
            index=1,
            prompt_id="line",
            caller_line="Hello there.",
            timing=Timing(pick_up_s=pick_up_s, first_word_latency_s=latency_s, after="opening"),
        ),
        Turn(
            index=2,
            prompt_id="more",
            caller_line="What else?",
            timing=Timing(pick_up_s=pick_up_s, first_word_latency_s=9.0),
        ),
    )
    return Attempt(
        id=name,
        sequence=1,
        started_utc="2026-11-20T12:00:00+00:00",
        utc_offset_min=0,
        state=state,
        scenario=CALL_BACK,
        seller=SELLER,
        context=Context(),
        guide="be-ready",
        turns=turns if state == "judged" else (),
    )


def test_the_sheet_times_the_beginning_of_each_call_and_names_the_middle() -> None:
    made = sheet(
        [
            attempt("a", 4.0, 0.5, "judged"),
            attempt("b", None, None, "missed-ring"),
            attempt("c", 8.0, 0.9, "judged"),
        ]
    )
    pick_up, first_sound = COLUMNS.index("pick-up"), COLUMNS.index("first-sound")
    times = [[part.seconds if part else None for part in line.parts] for line in made.lines]
    assert [row[pick_up] for row in times] == [4.0, None, 8.0]
    assert [row[first_sound] for row in times] == [0.5, None, 0.9]
    assert made.middle[pick_up] == 6.0
    assert made.middle[first_sound] == pytest.approx(0.7)


def test_an_empty_round_has_an_empty_sheet() -> None:
    made = sheet([])
    assert made.lines == ()
    assert made.middle == (None,) * len(COLUMNS)
