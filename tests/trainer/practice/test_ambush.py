from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import DANA, scenario
from trainer.practice.ambush import (
    CLOCK_SLACK_S,
    SNOOZE_S,
    Armed,
    Choice,
    Diary,
    Missed,
    Today,
    Within,
    arm,
    caller,
    disarm,
    due,
    is_open,
    missed_today,
    rings_on,
    rung,
    snooze,
)
from trainer.records import Scenario
from trainer.settings import AmbushRules

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ALWAYS = AmbushRules(opens_min=0, closes_min=0)
FORTY_MINUTES = Within(minutes=40)

minutes = st.integers(0, 1439)
rules = st.builds(
    AmbushRules,
    opens_min=minutes,
    closes_min=minutes,
    quiet_from_min=minutes,
    quiet_until_min=minutes,
    most_a_day=st.integers(0, 4),
)
choices: st.SearchStrategy[Choice] = st.one_of(
    st.builds(Within, minutes=st.sampled_from([0, 2, 20, 40, 120])),
    st.builds(Today, from_min=minutes, until_min=st.integers(0, 1440)),
)
zones = st.sampled_from(
    [UTC, ZoneInfo("Europe/London"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")]
)
nows = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=zones)
diaries = st.builds(
    Diary, day=st.just("2026-11-20"), rings=st.integers(0, 5), last_prospect=st.none() | st.just("dana")
)
randoms = st.integers(0, 1000).map(random.Random)


def armed_at_noon(choice: Choice = FORTY_MINUTES, *, seed: int = 1) -> Diary:
    diary = arm(choice, NOON, ALWAYS, Diary(), random.Random(seed))
    assert isinstance(diary, Diary)
    return diary


def window(diary: Diary) -> Armed:
    assert diary.armed is not None
    return diary.armed


def at(utc_s: float) -> datetime:
    return datetime.fromtimestamp(utc_s, UTC)


# --------------------------------------------------------------------------- arming


@given(choices, nows, rules, diaries, randoms)
def test_the_moment_is_in_the_window_and_the_hours_and_on_a_day_with_rings_left(
    choice: Choice, now: datetime, allowed: AmbushRules, diary: Diary, rng: random.Random
) -> None:
    armed = arm(choice, now, allowed, diary, rng)
    if isinstance(armed, str):
        return
    one = window(armed)
    moment = at(one.moment_utc_s).astimezone(now.tzinfo)
    assert now.timestamp() <= one.moment_utc_s < one.until_utc_s
    if one.asked_for:
        return
    assert is_open(allowed, moment)
    assert rings_on(diary, moment) < allowed.most_a_day
    if isinstance(choice, Within):
        assert one.until_utc_s - now.timestamp() == 60 * choice.minutes
    else:
        assert moment.date() == now.date()


def test_every_part_of_the_window_can_be_drawn() -> None:
    drawn = {window(armed_at_noon(seed=seed)).moment_utc_s - NOON.timestamp() for seed in range(600)}
    assert min(drawn) < 60
    assert max(drawn) > 39 * 60


def test_now_is_now_whatever_the_hours_and_the_cap_and_takes_no_ring_away() -> None:
    never = AmbushRules(opens_min=14 * 60, most_a_day=0)
    diary = arm(Within(minutes=0), NOON, never, Diary(), random.Random(1))
    assert isinstance(diary, Diary)
    a_little_late = NOON + timedelta(seconds=2)
    assert due(window(diary), a_little_late, never, diary, busy=False) == "ring"
    assert rings_on(rung(diary, a_little_late, DANA.id), NOON) == 0


@given(st.integers(0, 1000).map(random.Random))
def test_within_two_minutes_is_a_surprise_that_was_asked_for_whatever_the_hours(rng: random.Random) -> None:
    never = AmbushRules(opens_min=14 * 60, most_a_day=0)
    diary = arm(Within(minutes=2), NOON, never, Diary(), rng)
    assert isinstance(diary, Diary)
    moment = at(window(diary).moment_utc_s)
    assert NOON <= moment <= NOON + timedelta(seconds=120)
    assert due(window(diary), moment + timedelta(seconds=1), never, diary, busy=False) == "ring"
    assert rings_on(rung(diary, moment, DANA.id), NOON) == 0


@given(st.sampled_from([2, 20, 40, 120]), st.integers(0, 1000).map(random.Random))
def test_a_program_that_looks_every_few_seconds_does_not_miss_the_last_moment(
    length_min: int, rng: random.Random
) -> None:
    diary = arm(Within(minutes=length_min), NOON, ALWAYS, Diary(), rng)
    assert isinstance(diary, Diary)
    look = at(window(diary).moment_utc_s + 4)
    assert due(window(diary), look, ALWAYS, diary, busy=False) == "ring"


@pytest.mark.parametrize(
    ("choice", "allowed", "rings", "why"),
    [
        (Today(from_min=9 * 60, until_min=11 * 60), AmbushRules(), 0, "no-time-left"),
        (Within(minutes=40), AmbushRules(opens_min=14 * 60), 0, "quiet-hours"),
        (Within(minutes=40), AmbushRules(), 3, "cap-reached"),
    ],
)
def test_a_window_without_an_allowed_moment_is_refused(
    choice: Choice, allowed: AmbushRules, rings: int, why: str
) -> None:
    diary = Diary(day="2026-11-20", rings=rings)
    assert arm(choice, NOON, allowed, diary, random.Random(1)) == why


def test_a_window_over_midnight_draws_from_the_new_day_once_today_is_full() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    full = Diary(day="2026-11-20", rings=3)
    diary = arm(Within(minutes=120), late, ALWAYS, full, random.Random(1))
    assert isinstance(diary, Diary)
    assert at(window(diary).moment_utc_s).date().isoformat() == "2026-11-21"


@pytest.mark.parametrize(("hour", "expected"), [(11, True), (12, False), (13, True)])
def test_quiet_hours_within_the_hours_are_kept(hour: int, expected: bool) -> None:
    lunch = AmbushRules(quiet_from_min=12 * 60, quiet_until_min=13 * 60)
    assert is_open(lunch, NOON.replace(hour=hour)) is expected


@pytest.mark.parametrize(("hour", "expected"), [(21, False), (22, True), (3, True), (6, False)])
def test_hours_may_run_past_midnight(hour: int, expected: bool) -> None:
    night = AmbushRules(opens_min=22 * 60, closes_min=6 * 60)
    assert is_open(night, NOON.replace(hour=hour)) is expected


def test_a_window_on_the_night_of_summer_time_is_as_long_as_it_says() -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=ZoneInfo("Europe/London"))
    diary = arm(Within(minutes=120), before, ALWAYS, Diary(), random.Random(1))
    assert isinstance(diary, Diary)
    assert window(diary).until_utc_s - before.timestamp() == 2 * 3600


def test_disarming_keeps_the_count() -> None:
    diary = replace(armed_at_noon(), day="2026-11-20", rings=2)
    assert disarm(diary) == Diary(day="2026-11-20", rings=2)


# --------------------------------------------------------------------------- ringing


@given(choices, nows, rules, diaries, randoms, st.integers(-90_000, 90_000), st.booleans(), st.booleans())
def test_it_rings_only_when_it_may(
    choice: Choice, now: datetime, allowed: AmbushRules, diary: Diary, rng: random.Random,
    later_s: int, busy: bool, snoozed: bool,
) -> None:  # fmt: skip
    armed = arm(choice, now, allowed, diary, rng)
    if isinstance(armed, str):
        return
    armed = snooze(armed, now, "dana") if snoozed else armed
    later = (now.astimezone(UTC) + timedelta(seconds=later_s)).astimezone(now.tzinfo)
    one = window(armed)
    if due(one, later, allowed, armed, busy=busy) == "ring":
        assert not busy
        assert one.moment_utc_s <= later.timestamp() <= one.until_utc_s
        assert one.asked_for or is_open(allowed, later)
        assert one.asked_for or rings_on(armed, later) < allowed.most_a_day


@given(rules, randoms, st.lists(st.tuples(st.integers(0, 7200), st.booleans(), st.booleans()), max_size=60))
def test_the_cap_holds_over_days_of_arming_ringing_and_snoozing(
    allowed: AmbushRules, rng: random.Random, steps: list[tuple[int, bool, bool]]
) -> None:
    now, diary = NOON, Diary()
    counted: dict[str, int] = {}
    for wait_s, busy, not_now in steps:
        now += timedelta(seconds=wait_s)
        if diary.armed is None:
            armed = arm(Within(minutes=120), now, allowed, diary, rng)
            diary = armed if isinstance(armed, Diary) else diary
            continue
        again = diary.armed.asked_for
        verdict = due(diary.armed, now, allowed, diary, busy=busy)
        if verdict == "lapsed":
            diary = disarm(diary)
        elif verdict == "ring":
            if not again:
                counted[now.date().isoformat()] = counted.get(now.date().isoformat(), 0) + 1
            diary = rung(diary, now, "dana")
            diary = snooze(diary, now, "dana") if not_now else diary
    assert all(rings <= allowed.most_a_day for rings in counted.values())


def test_a_call_in_the_way_only_delays_it() -> None:
    one = window(armed_at_noon())
    assert due(one, at(one.moment_utc_s), ALWAYS, Diary(), busy=True) == "wait"
    assert due(one, at(one.until_utc_s), ALWAYS, Diary(), busy=True) == "wait"
    assert due(one, at(one.until_utc_s), ALWAYS, Diary(), busy=False) == "ring"
    assert due(one, at(one.until_utc_s + 1), ALWAYS, Diary(), busy=False) == "lapsed"


def test_waking_within_the_window_rings_and_after_it_lapses() -> None:
    one = window(armed_at_noon())
    asleep_until = (one.moment_utc_s + one.until_utc_s) / 2
    assert due(one, at(asleep_until), ALWAYS, Diary(), busy=False) == "ring"
    assert due(one, at(one.until_utc_s + 3600), ALWAYS, Diary(), busy=False) == "lapsed"


def test_a_clock_put_back_before_the_window_lapses_it_and_a_small_step_does_not() -> None:
    one = window(armed_at_noon())
    small, large = NOON - timedelta(seconds=CLOCK_SLACK_S), NOON - timedelta(hours=1)
    assert due(one, small, ALWAYS, Diary(), busy=False) == "wait"
    assert due(one, large, ALWAYS, Diary(), busy=False) == "lapsed"


def test_another_time_zone_does_not_move_the_moment() -> None:
    one = window(armed_at_noon())
    abroad = at(one.moment_utc_s).astimezone(timezone(timedelta(hours=9)))
    assert due(one, abroad, ALWAYS, Diary(), busy=False) == "ring"
    assert due(one, abroad - timedelta(seconds=1), ALWAYS, Diary(), busy=False) == "wait"


def test_hours_that_became_quiet_after_arming_are_kept() -> None:
    one = window(armed_at_noon())
    assert (
        due(
            one, at(one.moment_utc_s), AmbushRules(opens_min=18 * 60, closes_min=20 * 60), Diary(), busy=False
        )
        == "wait"
    )


def test_a_cap_that_was_lowered_after_arming_is_kept() -> None:
    one, had_two = window(armed_at_noon()), Diary(day="2026-11-20", rings=2)
    lowered = replace(ALWAYS, most_a_day=2)
    assert due(one, at(one.moment_utc_s), lowered, had_two, busy=False) == "wait"
    assert due(one, at(one.moment_utc_s), ALWAYS, had_two, busy=False) == "ring"


# --------------------------------------------------------------------------- after the ring


def test_not_now_rings_once_more_in_five_minutes_and_counts_once() -> None:
    last = AmbushRules(opens_min=0, closes_min=0, most_a_day=1)
    diary = snooze(rung(armed_at_noon(), NOON, DANA.id), NOON, "callback-example")
    again = NOON + timedelta(seconds=SNOOZE_S)
    assert due(window(diary), again - timedelta(seconds=1), last, diary, busy=False) == "wait"
    assert due(window(diary), again, last, diary, busy=False) == "ring"
    diary = rung(diary, again, DANA.id)
    assert rings_on(diary, again) == 1
    assert diary.armed is None


def test_the_count_begins_anew_each_day() -> None:
    diary = rung(armed_at_noon(), NOON, DANA.id)
    assert rings_on(diary, NOON) == 1
    assert rings_on(diary, NOON + timedelta(days=1)) == 0


DANAS = scenario("callback")
OWENS, RUTHS = (replace(DANAS, id=who, prospect=replace(DANA, id=who)) for who in ("owen", "ruth"))


def callers(calls: list[Scenario], diary: Diary, due_id: str = "") -> set[str]:
    """Ids of all who may call."""
    drawn = (caller(calls, diary, random.Random(seed), lambda one: one.id == due_id) for seed in range(30))
    return {one.id for one in drawn if one}


def test_somebody_else_calls_than_last_time() -> None:
    after_dana = Diary(last_prospect=DANA.id)
    assert callers([scenario("voicemail"), DANAS, OWENS], after_dana) == {"owen"}
    assert callers([DANAS], after_dana) == {DANAS.id}
    assert callers([scenario("voicemail")], Diary()) == set()


def test_after_not_now_the_same_one_rings_again() -> None:
    again = snooze(rung(armed_at_noon(), NOON, DANA.id), NOON, DANAS.id)
    assert callers([DANAS, OWENS], again) == {DANAS.id}


def test_who_is_due_calls_first_unless_they_rang_last() -> None:
    everyone = [DANAS, OWENS, RUTHS]
    assert callers(everyone, Diary(), "ruth") == {"ruth"}
    assert callers(everyone, Diary(last_prospect="ruth"), "ruth") == {DANAS.id, "owen"}


def test_a_missed_ring_is_told_for_the_rest_of_its_day() -> None:
    diary = Diary(missed=Missed(scenario_id="callback-example", at_utc_s=NOON.timestamp()))
    assert missed_today(diary, NOON + timedelta(hours=11)) == diary.missed
    assert missed_today(diary, NOON + timedelta(hours=12)) is None
    assert missed_today(rung(diary, NOON, DANA.id), NOON) is None
