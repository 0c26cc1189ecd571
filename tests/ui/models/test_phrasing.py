from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ui.models import phrasing

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 3, 12, 10, 42, tzinfo=UTC), "Today 10:42"),
        (datetime(2026, 3, 11, 23, 59, tzinfo=UTC), "Yesterday 23:59"),
        (datetime(2026, 3, 6, 9, 5, tzinfo=UTC), "Fri 09:05"),
        (datetime(2026, 3, 5, 9, 5, tzinfo=UTC), "5 Mar 09:05"),
        (datetime(2025, 11, 4, 9, 5, tzinfo=UTC), "4 Nov 2025"),
        (datetime(2026, 3, 13, 9, 5, tzinfo=UTC), "13 Mar 09:05"),
    ],
)
def test_when_is_said_as_people_say_it(moment, words):
    assert phrasing.when(moment, NOW) == words


def test_an_attempt_is_shown_in_the_time_of_where_it_was_made():
    assert f"{phrasing.started('2026-03-12T23:30:00+00:00', 120):%d %H:%M}" == "13 01:30"
    assert f"{phrasing.started('2026-03-12T23:30:00', -300):%d %H:%M}" == "12 18:30"


@pytest.mark.parametrize(("seconds", "words"), [(26.44, "26.4 s"), (59.96, "1 min 0 s"), (72, "1 min 12 s")])
def test_lengths_carry_their_unit(seconds, words):
    assert phrasing.length(seconds) == words


def test_places_in_a_take():
    assert phrasing.clock(16.9) == "0:16"
    assert phrasing.clock_tenths(76.65) == "1:16.6"
    assert phrasing.clock_tenths(-0.2) == "0:00.0"


@pytest.mark.parametrize(
    ("engine", "words"),
    [
        ("embedded", "heard by the tiny English model, embedded"),
        ("vosk:vosk-model-small-en-us-0.15", "heard by the small English model"),
        ("vosk:of-a-friend", "heard by of-a-friend"),
        ("vosk", "heard by the default model"),
        (None, ""),
    ],
)
def test_the_engine_is_named(engine, words):
    assert phrasing.heard_by(engine) == words
    told = words.removeprefix("heard by ").removeprefix("the ")
    assert phrasing.lower_first(phrasing.model_title(engine)) == told


@pytest.mark.parametrize(
    ("title", "inside"),
    [("One ask", "one ask"), ("A quick word", "a quick word"), ("I say", "I say")],
)
def test_titles_inside_a_sentence(title, inside):
    assert phrasing.lower_first(title) == inside
