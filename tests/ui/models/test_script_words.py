from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.trainer.examples import SELLER, scenario
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.records import Script, ScriptVersion
from trainer.scripts.checking import Checked, check
from trainer.scripts.pace import Pace
from ui.models.script_words import (
    about_seconds,
    check_groups,
    heard_words,
    pace_words,
    points_words,
    script_title,
    version_words,
)

PACE = Pace(words_a_minute=120, digits_a_second=2)
VERSION = ScriptVersion(number=1, text="one two", saved_utc="2026-11-22T09:12:00+00:00", utc_offset_min=60)


def checked(text: str) -> Checked:
    context = context_of(scenario("voicemail"), SELLER)
    return check(text, "voicemail", context, load_guides(), None, PACE)


@pytest.mark.parametrize(
    ("kind", "prospect", "name", "title"),
    [
        ("voicemail", "Dana Whitfield", "", "Dana, voicemail"),
        ("callback", "", "", "Anyone, call back"),
        ("elevator", "", "", "Who I am"),
        ("elevator", "Dana Whitfield", "", "Dana, who I am"),
        ("callback", "Dana Whitfield", "Calm one", "Calm one"),
    ],
)
def test_titles(kind: str, prospect: str, name: str, title: str) -> None:
    script = Script(
        id="S", kind=kind, prospect_id=prospect or None, prospect=prospect, name=name, version=VERSION
    )
    assert script_title(script) == title


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" \n", "empty"),
        ("one two", "about 1 s"),
        ("word " * 43, "about 22 s"),
        ("word " * 150, "about 1 min 15 s"),
    ],
)
def test_how_long_it_takes(text: str, words: str) -> None:
    assert about_seconds(text, PACE) == words


def test_a_version_is_named_by_when_and_how_long() -> None:
    now = datetime(2026, 11, 22, 18, tzinfo=UTC)
    assert version_words(VERSION, PACE, now) == "Today 10:12, about 1 s"


def test_whose_pace_it_is_is_said() -> None:
    assert "the usual 150 words" in pace_words(Pace())
    own = Pace(words_a_minute=131.6, own_words=True)
    assert pace_words(own) == "at your own pace: 132 words a minute, and a number at 2.5 digits a second"
    both = replace(own, digits_a_second=1.8, own_digits=True)
    assert pace_words(both).endswith("and a number slower, 1.8 digits a second")


def test_points_are_counted() -> None:
    assert points_words(0, 0) == "Select words to mark a key point."
    assert points_words(1, 0) == "1 key point"
    assert points_words(3, 1) == "3 key points, 1 must be said"


def test_what_is_near_stands_open_and_says_that_it_is_an_estimate() -> None:
    found = checked("Hi Dana, this is Sam Reyes at Fieldline. Call me on 0113 496 0107, thanks.")
    groups = check_groups(found, {})
    length = next(one for one in groups.open if one.check == "length")
    assert (length.word, length.detail[:6]) == ("Near", "about ")
    assert length not in groups.met
    assert groups.uncounted == ()
    assert all(one.place is None and not one.disputable for one in (*groups.open, *groups.met))


def test_what_can_only_be_heard_is_counted_and_named() -> None:
    assert heard_words(checked("Hi Dana.")) == (
        "1 can only be heard", "A number to write down. That is told when you say it."
    )  # fmt: skip
    assert heard_words(replace(checked("Hi"), heard_only=())) == ("", "")
