"""What Progress and Today say: figures with ranges, and no verdict without two of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.trainer.practice.measured import TODAY, one
from trainer.practice import progress, spans
from trainer.practice.due import DueItem
from trainer.practice.due_words import days_ago, why_words
from trainer.practice.progress import Change, Pool, Verdict
from trainer.practice.spans import Guess, Point
from trainer.records import Measured
from ui import theme
from ui.models.progress_words import (
    aim_words,
    chart_words,
    guess_words,
    length_words,
    pool_words,
    rate_words,
    share_words,
    span_name,
    summary,
    time_words,
    unsure_words,
    verdict_short,
    years_told,
)
from ui.widgets import range_chart
from ui.widgets.guess_chart import GuessChart
from ui.widgets.range_chart import RangeChart, Scale


def test_without_attempts_every_sentence_still_stands() -> None:
    rates = progress.rates([])
    assert rate_words("Pace", rates.pace, "words a minute") == (
        "Pace: not enough speech yet; 60 s are needed."
    )
    assert length_words(progress.lengths([], "voicemail")).startswith("Six takes or more")
    assert summary((), {}) == ("Nothing has been judged yet. After a few takes this page says what changes.",)
    assert time_words(()) == "Nothing yet."
    assert guess_words((), TODAY).startswith("After a call, guess")
    assert chart_words((), "s") == "Nothing to show yet."


def test_shares_and_rates_carry_their_counts_and_ranges() -> None:
    attempts = [one(n) for n in range(38)]
    check = next(each for each in progress.by_check(attempts) if each.name == "one-ask")
    assert share_words(check.change) == "Met in 0 of the last 20 that call for it, 0 of 18 before."
    assert share_words(check.change, skill=True).startswith(
        "All met in 0 of the last 20 that call for any of it"
    )
    words = rate_words("Pace", progress.rates(attempts).pace, "words a minute")
    assert words == (
        "Pace: 150 (150 to 150) words a minute; 150 (150 to 150) before. No change that can be trusted yet."
    )


def test_that_nothing_can_be_trusted_is_said_once() -> None:
    def change(verdict: Verdict) -> Change:
        return Change(now=None, before=None, verdict=verdict)

    assert [verdict_short(change(one)) for one in ("better", "none", "too-few")] == ["better", "", ""]
    assert unsure_words([change("better")]) == ""
    assert unsure_words([change("none"), change("too-few")]) == (
        "For any line there is no change that can be trusted yet."
    )
    assert unsure_words([change("better"), change("none")]) == (
        "For lines without a word on the right there is no change that can be trusted yet."
    )


def test_what_is_thrown_together_is_said() -> None:
    pool = Pool(takes=9, left_out=0, engines=("embedded", "vosk:a"), judges=("1", "2"))
    assert pool_words(pool) == (
        "Made of 9 takes, heard by 2 engines, which do not hear alike,"
        " judged by 2 versions of the judge, which do not judge alike."
    )
    assert pool_words(Pool(takes=1, left_out=3, engines=(), judges=("1",))) == (
        "Made of 1 take. 3 heard or judged otherwise are left out."
    )


@pytest.mark.parametrize(
    ("offs", "words"),
    [
        ([-2.0], "You guess 2 s short now."),
        ([0.2], "You guess right now."),
        ([-11.0, -2.0], "You guess 2 s short now. On Monday it was 11 s."),
        ([3.0, 4.0], "You guess 4 s long now. On Monday it was 3 s."),
    ],
)
def test_guesses_in_words(offs: list[float], words: str) -> None:
    days = ("2026-11-16", "2026-11-20")
    guesses = [Guess(day=day, off_s=off) for day, off in zip(days, offs, strict=False)]
    assert guess_words(guesses, TODAY) == words


def test_guesses_at_the_aim_in_words() -> None:
    def guess(number: int, **changed: object) -> Measured:
        return one(number, aim="yes", aim_kept=True, **changed)

    assert aim_words(progress.aims([])) == ""
    too_sure = one(9, aim="yes", aim_kept=False)
    assert aim_words(progress.aims([guess(1), too_sure])) == (
        "Whether you kept to the one aim you guessed right in 1 of the last 2. "
        "Once you thought so and had missed it. Too few takes to compare."
    )
    assert aim_words(progress.aims([guess(n) for n in range(22)])).startswith(
        "Whether you kept to the one aim you guessed right in 20 of the last 20, 2 of 2 before. No change"
    )


def test_a_chart_reads_like_its_picture() -> None:
    points = spans.charts_of([one(n, seconds=20.0 + n) for n in range(6)], "week").lengths
    assert chart_words(points, "s") == "week of 16 Nov: 22 s, likely 20 to 25."
    few = spans.charts_of([one(1, seconds=20.0)], "week").lengths
    assert chart_words(few, "s") == "week of 16 Nov: 20 s, too few for a range."


def test_a_chart_by_month_names_the_months() -> None:
    points = spans.charts_of([one(n, seconds=20.0 + n) for n in range(6)], "month").lengths
    assert chart_words(points, "s") == "November 2026: 22 s, likely 20 to 25."
    assert span_name("month", points[0].first) == "Nov"
    assert span_name("week", points[0].first) == "1 Nov"


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ((), ()),
        (("2026-06", "2026-10"), ("", "")),
        (("2025-11", "2025-12", "2026-01", "2026-02"), ("2025", "", "2026", "")),
        (("2025-11", "2026-03"), ("2025", "2026")),
        (("2026-01", "2026-02"), ("2026", "")),
    ],
)
def test_the_year_is_told_where_it_is_not_plain(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, months: tuple[str, ...], told: tuple[str, ...]
) -> None:
    attempts = [one(number, day=f"{month}-02") for number, month in enumerate(months)]
    points = spans.charts_of(attempts, "month").lengths
    assert years_told(points) == told
    chart = RangeChart()
    qtbot.addWidget(chart)
    chart.resize(320, 212)
    chart.show_points(points, Scale(unit="s"), "Length")
    painted = chart.grab().toImage()
    monkeypatch.setattr(range_chart, "years_told", lambda points: ("",) * len(points))
    assert (chart.grab().toImage() != painted) == any(told)


def test_weeks_of_two_winters_carry_their_years() -> None:
    attempts = [one(1, day="2025-12-30"), one(2, day="2026-11-16")]
    points = spans.charts_of(attempts, "week").lengths
    assert years_told(points) == ("2025", "2026")
    assert chart_words(points, "s") == (
        "week of 29 Dec 2025: 20 s, too few for a range; week of 16 Nov 2026: 20 s, too few for a range."
    )
    (january,) = spans.charts_of([one(1, day="2026-01-12")], "week").lengths
    assert years_told([january]) == ("",)


def test_a_guess_of_last_year_says_so() -> None:
    guesses = [Guess(day="2025-11-24", off_s=3.0), Guess(day="2026-11-20", off_s=4.0)]
    assert guess_words(guesses, TODAY) == "You guess 4 s long now. On 24 November 2025 it was 3 s."


@pytest.mark.parametrize("offs", [[], [0.0], [-40.0, 3.0], [12.0, 0.1], [0.4, -0.4]])
def test_any_guesses_can_be_drawn(qtbot: QtBot, offs: list[float]) -> None:
    chart = GuessChart()
    qtbot.addWidget(chart)
    chart.show_guesses([Guess(day="2026-11-20", off_s=off) for off in offs])
    assert chart.isHidden() == (not offs)
    if offs:
        chart.grab()
        assert chart.accessibleDescription().endswith("the newest last.")


def test_a_share_of_nothing_is_drawn_at_the_bottom_and_not_as_its_range(qtbot: QtBot) -> None:
    chart = RangeChart()
    qtbot.addWidget(chart)
    chart.resize(320, 212)
    met = [one(n, met=(), missed=("one-ask",)) for n in range(3)]
    chart.show_points(
        spans.charts_of(met, "week").shares(["one-ask"]), Scale(unit="%", factor=100.0, top=100.0), "One ask"
    )
    picture = chart.grab().toImage()
    heights = [picture.height() * share for share in (0.25, 0.75)]
    marks = [
        sum(
            picture.pixelColor(x, y).name() == theme.color("accent").name()
            for y in range(int(first), int(last))
            for x in range(picture.width())
        )
        for first, last in ((0, heights[1]), (heights[1], picture.height()))
    ]
    assert marks[0] == 0
    assert marks[1] > 20
    assert chart.accessibleDescription() == "week of 16 Nov: 0 %, likely 0 to 56."


@pytest.mark.parametrize("values", [(), (0.0,), (5.0,), (1.0, 2.0, 3.0, 4.0, 5.0, 900.0)])
def test_any_weeks_can_be_drawn(qtbot: QtBot, values: tuple[float, ...]) -> None:
    chart = RangeChart()
    qtbot.addWidget(chart)
    points = [Point(span="week", first=TODAY, range=None, values=values)] if values else []
    chart.show_points(points, Scale(unit="s", good=(15.0, 30.0)), "Length")
    chart.grab()
    chart.show_points(points, Scale(unit="s"), "Length")
    chart.grab()
    assert chart.accessibleName() == "Length"


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (DueItem(scenario_id="a", kind="voicemail", why="new-prospect"), "never called before"),
        (DueItem(scenario_id="a", kind="voicemail", why="new"), "new to you"),
        (
            DueItem(scenario_id="a", kind="voicemail", why="after-moving-on"),
            "somebody new, now that you have moved on",
        ),
        (
            DueItem(scenario_id="a", kind="voicemail", why="due", last_day=TODAY, weak="one-ask"),
            "last time you missed: ONE-ASK",
        ),
        (
            DueItem(scenario_id="a", kind="voicemail", why="due", last_day=TODAY),
            "this call last practised today",
        ),
        (
            DueItem(scenario_id="a", kind="voicemail", why="ahead", last_day=TODAY),
            "not due yet, this call last practised today",
        ),
    ],
)
def test_why_in_words(item: DueItem, words: str) -> None:
    assert why_words(item, TODAY, lambda check: check.upper()) == words
    assert days_ago(None, TODAY) == "never"
