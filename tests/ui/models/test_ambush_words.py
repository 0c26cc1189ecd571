from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest

from tests.ui.fakes import CALL_BACK, library
from trainer.practice.ambush import Armed, Choice, Refusal, Today, Within
from trainer.settings import AmbushRules, AmbushWindow
from ui.models.ambush_words import (
    REFUSALS,
    WINDOWS,
    armed_words,
    choice_of,
    count_words,
    missed_words,
    rules_words,
)

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rules", "rings", "words"),
    [
        (AmbushRules(), 1, "09:00 to 17:00, at most 3 a day, 1 so far."),
        (AmbushRules(opens_min=0, closes_min=0), 0, "At any time, at most 3 a day, none so far."),
        (
            AmbushRules(quiet_from_min=720, quiet_until_min=810, most_a_day=1),
            1,
            "09:00 to 17:00, quiet 12:00 to 13:30, at most 1 a day, 1 so far.",
        ),
    ],
)
def test_rules_in_words(rules: AmbushRules, rings: int, words: str) -> None:
    assert rules_words(rules, rings) == words
    assert count_words(rules, rings) == f"{rings} of {rules.most_a_day} so far"


@pytest.mark.parametrize(
    ("window", "choice"),
    [
        ("now", Within(minutes=0)),
        ("2-minutes", Within(minutes=2)),
        ("20-minutes", Within(minutes=20)),
        ("40-minutes", Within(minutes=40)),
        ("2-hours", Within(minutes=120)),
        ("today", Today(from_min=600, until_min=660)),
    ],
)
def test_each_window_can_be_armed(window: AmbushWindow, choice: Choice) -> None:
    assert choice_of(window, 600, 660) == choice


def test_every_window_and_refusal_has_words() -> None:
    assert set(WINDOWS) == set(get_args(AmbushWindow))
    assert set(REFUSALS) == set(get_args(Refusal))


def test_what_is_armed_is_told_by_its_end_and_never_by_its_moment() -> None:
    noon = NOON.timestamp()
    armed = Armed(from_utc_s=noon, until_utc_s=noon + 2400, moment_utc_s=noon + 1000)
    later = Armed(from_utc_s=noon, until_utc_s=noon + 2400, moment_utc_s=noon + 2000)
    assert armed_words(armed, NOON) == "It rings when it likes, until 12:40."
    assert armed_words(later, NOON) == armed_words(armed, NOON)
    again = Armed(
        from_utc_s=noon, until_utc_s=noon + 600, moment_utc_s=noon + 300, asked_for=True, scenario_id="x"
    )
    assert armed_words(again, NOON) == "It rings again within 5 minutes."


def test_a_missed_ring_blames_nobody() -> None:
    dana = library().scenario(CALL_BACK)
    words = missed_words(dana, NOON.timestamp(), NOON)
    rang = "Dana Whitfield rang at 12:00, and you were busy."
    assert words == f"{rang} What they left is in History. You can call back now."


def test_a_ring_that_could_not_sound_says_what_was_in_the_way() -> None:
    words = missed_words(library().scenario(CALL_BACK), NOON.timestamp(), NOON, "There is no microphone.")
    assert words == (
        "Dana Whitfield wanted to ring at 12:00. There is no microphone. You can call back once it is mended."
    )
