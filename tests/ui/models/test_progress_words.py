"""What Progress and Today say: figures with ranges, and no verdict without two of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.trainer.practice.measured import TODAY, one
from trainer.practice import progress, weeks
from trainer.practice.due import DueItem
from trainer.practice.due_words import days_ago, why_words
from trainer.practice.progress import Pool
from trainer.practice.weeks import Guess, Point
from ui.models.progress_words import (
    chart_words,
    guess_words,
    length_words,
    pool_words,
    rate_words,
    share_words,
    summary,
    time_words,
)
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
    assert share_words(check.change) == "0 of your last 20, 0 of 18 before."
    words = rate_words("Pace", progress.rates(attempts).pace, "words a minute")
    assert words == (
        "Pace: 150 (150 to 150) words a minute; 150 (150 to 150) before. No change that can be trusted yet."
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


def test_a_chart_reads_like_its_picture() -> None:
    points = weeks.lengths_by_week([one(n, seconds=20.0 + n) for n in range(6)], "voicemail")
    assert chart_words(points, "s") == "week of 16 Nov: 22 s, likely 20 to 25."
    few = weeks.lengths_by_week([one(1, seconds=20.0)], "voicemail")
    assert chart_words(few, "s") == "week of 16 Nov: 20 s, too few for a range."


@pytest.mark.parametrize("offs", [[], [0.0], [-40.0, 3.0], [12.0, 0.1], [0.4, -0.4]])
def test_any_guesses_can_be_drawn(qtbot: QtBot, offs: list[float]) -> None:
    chart = GuessChart()
    qtbot.addWidget(chart)
    chart.show_guesses([Guess(day="2026-11-20", off_s=off) for off in offs])
    assert chart.isHidden() == (not offs)
    if offs:
        chart.grab()
        assert chart.accessibleDescription().endswith("the newest last.")


@pytest.mark.parametrize("values", [(), (0.0,), (5.0,), (1.0, 2.0, 3.0, 4.0, 5.0, 900.0)])
def test_any_weeks_can_be_drawn(qtbot: QtBot, values: tuple[float, ...]) -> None:
    chart = RangeChart()
    qtbot.addWidget(chart)
    points = [Point(monday=TODAY, range=None, values=values)] if values else []
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
        (DueItem(scenario_id="a", kind="voicemail", why="due", last_day=TODAY), "last practised today"),
        (
            DueItem(scenario_id="a", kind="voicemail", why="ahead", last_day=TODAY),
            "not due yet, last practised today",
        ),
    ],
)
def test_why_in_words(item: DueItem, words: str) -> None:
    assert why_words(item, TODAY, lambda check: check.upper()) == words
    assert days_ago(None, TODAY) == "never"
