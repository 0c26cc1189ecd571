"""What came of a sitting."""

from __future__ import annotations

from hypothesis import given

from tests.trainer.practice.measured import histories, one
from trainer.practice.sitting import closing_of
from trainer.records import Measured


def test_what_recurs_and_who_was_new() -> None:
    history = [
        one(1),
        one(2, sitting="s", fix="one-ask"),
        one(3, sitting="s", fix="number-twice", prospect_id="ruth"),
        one(4, sitting="s", fix="one-ask", prospect_id="layla", met=(), missed=()),
        one(5, sitting="s", state="abandoned"),
        one(6, sitting="other", fix="own-name"),
    ]
    closing = closing_of(history, "s")
    assert (closing.takes, closing.prospects, closing.new_prospects) == (3, 3, 2)
    assert (closing.fix, closing.fix_takes, closing.speech_s) == ("one-ask", 2, 60.0)
    assert (closing.met, closing.decided) == (6, 8)


def test_of_two_fixes_as_frequent_the_later_is_named() -> None:
    history = [one(1, sitting="s", fix="one-ask"), one(2, sitting="s", fix="length")]
    assert closing_of(history, "s").fix == "length"


def test_a_sitting_whose_attempts_were_deleted_is_empty() -> None:
    closing = closing_of([one(1)], "s")
    assert (closing.takes, closing.fix, closing.speech_s, closing.decided) == (0, None, 0, 0)


@given(histories())
def test_any_history_can_be_closed(history: list[Measured]) -> None:
    closing = closing_of(history, "s")
    assert closing.takes >= closing.prospects >= closing.new_prospects
    assert closing.met <= closing.decided
