"""What to do about a check that is missed."""

from __future__ import annotations

from dataclasses import replace

from trainer.records import Finding, Source
from ui.models.advice_words import advice_words

ARTICLES = {"002": Source(author="A. Seller", title="Leaving a message", says="Long words.")}
TOO_FAST = Finding(
    check="number-clear", outcome="missed", counted=True, confidence=1.0, value=2.7,
    wanted="2.5 digits a second or fewer", advice="In groups.", source=("002",),
)  # fmt: skip


def test_the_take_that_missed_it_says_what_was_found_and_advised() -> None:
    words = advice_words("number-clear", TOO_FAST, ARTICLES)
    assert words.title == "A number to write down"
    assert words.found == "Last missed: 2.7 digits a second, wanted: 2.5 digits a second or fewer."
    assert words.advice == "In groups."
    assert words.source == "A. Seller, “Leaving a message”."


def test_where_nothing_is_measured_it_says_what_is_wanted() -> None:
    assert advice_words("number-clear", replace(TOO_FAST, value=None), ARTICLES).found == (
        "Wanted: 2.5 digits a second or fewer."
    )
    assert advice_words("number-clear", replace(TOO_FAST, value=None, wanted=None), ARTICLES).found == ""


def test_without_a_take_the_check_advises() -> None:
    words = advice_words("number-clear", None, ARTICLES)
    assert words.found == ""
    assert words.advice.startswith("Write the number down")
    assert words.source == "Our own addition, not from an article."


def test_a_check_that_this_version_does_not_have_is_named_only() -> None:
    words = advice_words("of-another-version", None, ARTICLES)
    assert (words.title, words.advice, words.source) == ("Of another version", "", "")
