"""Whether it gets better, told honestly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from tests.trainer.practice.measured import TODAY, day, histories, one
from trainer.check_ids import CHECK_IDS
from trainer.practice import progress, spans
from trainer.practice.report import report_of
from trainer.practice.skills import SKILLS
from trainer.records import Measured


def run(outcomes: str, **changes: object) -> list[Measured]:
    """Attempts that met ("+") or missed ("-") one check."""
    return [
        one(n, met=("one-ask",) if mark == "+" else (), missed=() if mark == "+" else ("one-ask",), **changes)
        for n, mark in enumerate(outcomes)
    ]


def test_every_check_belongs_to_one_skill() -> None:
    grouped = [check for checks in SKILLS.values() for check in checks]
    assert sorted(grouped) == sorted({check for ids in CHECK_IDS.values() for check in ids})


def test_a_change_is_one_when_the_ranges_lie_apart() -> None:
    (better,) = progress.by_check(run("-" * 20 + "+" * 20))
    assert better.change.verdict == "better"
    (worse,) = progress.by_check(run("+" * 20 + "-" * 20))
    assert worse.change.verdict == "worse"
    (none,) = progress.by_check(run("-+-+-+-+" + "+-+-+-+-+-+-+-+-+-+-++++"))
    assert none.change.verdict == "none"


def test_one_attempt_is_no_change() -> None:
    (only,) = progress.by_check(run("+"))
    assert only.change.verdict == "too-few"
    assert only.change.before is None
    assert only.change.now is not None
    assert only.change.now.takes == 1


def test_the_most_missed_comes_first() -> None:
    attempts = [one(n, met=("number",), missed=("one-ask",)) for n in range(3)]
    assert [check.name for check in progress.by_check(attempts)] == ["one-ask", "number"]


def test_a_skill_is_shown_when_all_its_decided_checks_are_met() -> None:
    attempts = [
        one(1, met=("number", "own-name"), missed=("number-twice",)),
        one(2, met=("number",), missed=()),
    ]
    shown = {skill.name: skill.change.now for skill in progress.by_skill(attempts)}
    number, who = shown["The number"], shown["Saying who you are"]
    assert number
    assert who
    assert (number.value, number.takes) == (0.5, 2)
    assert (who.value, who.takes) == (1.0, 1)


def test_engines_and_judges_are_not_thrown_together_unsaid() -> None:
    history = [
        one(1), one(2, engine="vosk:a"), one(3, engine="vosk:a", judge="2"), one(4, engine=None, judge="2"),
        one(5, engine="vosk:a", judge="2", from_files=True), one(6, state="waiting", judge=None),
    ]  # fmt: skip
    chosen, pool = progress.comparable(history)
    assert [attempt.sequence for attempt in chosen] == [3, 4]
    assert (pool.left_out, pool.engines, pool.judges) == (2, ("vosk:a",), ("2",))
    everything, pooled = progress.comparable(history, pool_all=True)
    assert [attempt.sequence for attempt in everything] == [1, 2, 3, 4]
    assert (pooled.left_out, pooled.engines, pooled.judges) == (0, ("embedded", "vosk:a"), ("1", "2"))


def test_rates_need_a_minute_of_speech() -> None:
    short = [one(n, seconds=14.0, words=30, fillers=1) for n in range(4)]
    assert progress.rates(short).pace.now is None
    assert progress.rates(short).fillers.now is None
    longer = progress.rates([*short, one(9, seconds=14.0, words=30, fillers=1)])
    assert longer.speech_s == 70
    pace, fillers = longer.pace.now, longer.fillers.now
    assert pace
    assert fillers
    assert round(pace.value) == 129
    assert fillers.low < fillers.value < fillers.high


def test_soon_is_better_for_the_first_word_but_pace_is_only_other() -> None:
    attempts = [
        one(n, words=50 if n < 20 else 80, first_word_latency_s=2.0 if n < 20 else 0.8) for n in range(40)
    ]
    found = progress.rates(attempts)
    assert (found.latency.verdict, found.pace.verdict) == ("better", "other")


def test_lengths_are_of_one_kind() -> None:
    attempts = [one(n, kind="voicemail" if n % 2 else "callback", seconds=float(n)) for n in range(40)]
    now = progress.lengths(attempts, "voicemail", newest=10).now
    assert now is not None
    assert now.takes == 10
    assert now.value == 30.0


def test_guesses_come_closer() -> None:
    attempts = [one(n, guess_s=30.0 if n < 20 else 21.0) for n in range(40)]
    assert progress.guesses(attempts).verdict == "better"


def test_guesses_at_the_aim_are_right_or_too_sure_or_not_sure() -> None:
    attempts = [
        one(1, aim="yes", aim_kept=True), one(2, aim="yes", aim_kept=False),
        one(3, aim="no", aim_kept=False), one(4, aim="no", aim_kept=True),
        one(5, aim="not-sure", aim_kept=True), one(6, aim="yes"), one(7, aim_kept=True),
    ]  # fmt: skip
    found = progress.aims(attempts)
    assert found.right.now is not None
    assert (found.right.now.value, found.right.now.takes, found.too_sure) == (0.5, 4, 1)
    assert progress.aims([]).right.now is None


def test_guesses_at_the_aim_get_better() -> None:
    attempts = [one(n, aim="yes" if n >= 20 else "no", aim_kept=True) for n in range(40)]
    assert progress.aims(attempts).right.verdict == "better"


def test_weeks_begin_on_monday_and_empty_ones_are_left_out() -> None:
    attempts = [one(1, day="2026-11-01"), one(2, day="2026-11-16"), one(3, day=day(0), missed=())]
    weeks = spans.charts_of(attempts, "week")
    points = weeks.shares(["one-ask"])
    assert [point.first for point in points] == [date(2026, 10, 26), date(2026, 11, 16)]
    assert points[1].range is not None
    assert points[1].range.takes == 1
    assert [attempt.sequence for attempt in spans.this_week(attempts, TODAY)] == [2, 3]
    assert [time.takes for time in weeks.times] == [1, 2]


def test_the_report_holds_the_newest_weeks_for_its_charts() -> None:
    attempts = [one(n, day=f"2026-{month:02d}-02") for n, month in enumerate(range(1, 12), start=1)]
    report = report_of(attempts, TODAY)
    assert [attempt.sequence for attempt in report.weeks.takes] == [6, 7, 8, 9, 10, 11]
    assert report.pool.takes == 11
    assert (
        report.weeks.shares(["one-ask"])
        == (spans.charts_of(attempts, "week", last=None).shares(["one-ask"])[-spans.SHOWN :])
    )
    assert report_of([], TODAY).weeks.takes == ()


def test_months_reach_further_back_than_weeks() -> None:
    attempts = [one(n, day=f"2026-{n // 4 + 4:02d}-{7 * (n % 4) + 1:02d}") for n in range(32)]
    report = report_of(attempts, TODAY)
    assert len(report.charts("week").times) == spans.SHOWN
    months = report.charts("month")
    assert [time.first for time in months.times] == [date(2026, month, 1) for month in range(6, 12)]
    assert [time.takes for time in months.times] == [4] * 6
    newest = months.lengths[-1]
    assert (newest.span, newest.first, len(newest.values)) == ("month", date(2026, 11, 1), 4)


def test_half_a_year_begins_with_a_whole_week() -> None:
    """1 October 2026 is a Thursday."""
    days = ("2026-09-27", "2026-09-28", "2026-09-30", "2026-10-01", "2026-10-05", "2026-11-02")
    attempts = [one(n, day=made) for n, made in enumerate(days, start=1)]
    months = spans.charts_of(attempts, "month", last=2)
    whole = spans.whole_weeks(months, attempts)
    assert [attempt.sequence for attempt in whole] == [2, 3, 4, 5, 6]
    assert [time.takes for time in spans.charts_of(whole, "week", last=None).times] == [3, 1, 1]
    assert report_of([], TODAY).half_a_year == ()


def test_charts_show_the_newest_guesses_alone() -> None:
    attempts = [one(n, guess_s=float(n), seconds=0.0) for n in range(30)]
    shown = spans.charts_of(attempts, "month").guesses
    assert [guess.off_s for guess in shown] == [float(n) for n in range(18, 30)]
    assert len(spans.guesses_of(attempts)) == 30


@pytest.mark.parametrize(("first", "span"), [(9, "month"), (10, "week"), (11, "week")])
def test_charts_are_by_month_from_the_third_on(first: int, span: str) -> None:
    attempts = [one(month, day=f"2026-{month:02d}-02") for month in range(first, 12)]
    assert report_of(attempts, TODAY).usual_span == span


def test_what_is_no_date_is_in_no_span() -> None:
    assert spans.charts_of([one(1, day="odd")], "month").times == ()
    assert spans.first_of("0001-01-03", "week") is None
    assert spans.first_of("0001-01-03", "month") == date(1, 1, 1)


def test_a_guess_short_is_negative() -> None:
    (guess,) = spans.guesses_of([one(1, guess_s=18.0, seconds=20.0), one(2)])
    assert guess.off_s == -2.0


@given(histories())
@settings(max_examples=50)
def test_any_history_can_be_told(history: list[Measured]) -> None:
    for pool_all in (False, True):
        attempts, pool = progress.comparable(history, pool_all=pool_all)
        assert pool.takes + pool.left_out == len(progress.practised(history))
        told = (*progress.by_check(attempts), *progress.by_skill(attempts))
        for change in (
            *(each.change for each in told),
            progress.lengths(attempts, "voicemail"),
            progress.guesses(attempts),
            progress.aims(attempts).right,
            *(getattr(progress.rates(attempts), name) for name in ("pace", "fillers", "latency")),
        ):
            assert change.verdict == "too-few" or (change.now and change.before)
            for found in (change.now, change.before):
                assert found is None or found.low <= found.value <= found.high
        for span in ("week", "month"):
            charts = spans.charts_of(attempts, span)
            assert len(charts.made) <= spans.SHOWN
            for point in (*charts.lengths, *charts.offs, *charts.shares(["one-ask", "number"])):
                assert point.range is None or point.range.low <= point.range.value <= point.range.high
