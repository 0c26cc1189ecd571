from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.dictation import LONGEST, Pair, compare, different, digits_of, nearest

DIGITS = st.text("0123456789", max_size=15)


@given(DIGITS, DIGITS)
def test_nothing_is_lost_and_nothing_is_made_up(left, right):
    pairs = compare(left, right)
    assert "".join(pair.left or "" for pair in pairs) == left
    assert "".join(pair.right or "" for pair in pairs) == right
    assert Pair(None, None) not in pairs


@given(DIGITS, DIGITS)
def test_only_equal_numbers_do_not_differ(left, right):
    assert (different(compare(left, right)) == 0) == (left == right)


@pytest.mark.parametrize(
    ("typed", "said", "differ"),
    [
        ("01134960107", "01134960107", 0),
        ("01134960117", "01134960107", 1),
        ("0113496017", "01134960107", 1),
        ("", "0113", 4),
    ],
)
def test_a_wrong_and_a_missing_digit_count_once(typed, said, differ):
    assert different(compare(typed, said)) == differ


@given(st.text(max_size=60))
def test_of_what_is_typed_only_digits_count(text):
    kept = digits_of(text)
    assert set(kept) <= set("0123456789")
    assert len(kept) <= LONGEST


def test_spaces_and_signs_do_not_matter():
    assert digits_of("+44 (0)113 496-0107") == "4401134960107"


def test_the_way_to_dial_it_is_the_one_that_was_said():
    forms = ("01134960107", "1134960107", "441134960107")
    assert nearest("01134960117", forms) == "01134960107"
    assert nearest("441134960107", forms) == "441134960107"
    assert nearest("0113", ()) == ""
