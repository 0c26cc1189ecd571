from __future__ import annotations

from dataclasses import replace

import pytest

from tests.trainer.authoring.examples import filled
from trainer.authoring.check import Mistake
from trainer.authoring.form import FORM_KINDS
from trainer.check_ids import CHECK_IDS
from ui.models.form_words import (
    KIND_HELP,
    OFFERED_CHECKS,
    at_field,
    line_title,
    mend_title,
    mend_words,
    page_title,
    seller_help,
)

EMPTY = "must not be empty."


@pytest.mark.parametrize(
    ("field", "what", "words"),
    [
        ("title", EMPTY, "The title must not be empty."),
        ("referrer", "is missing: who was it?", "Who sent you is missing: who was it?"),
        ("seller", "there is no seller 'sam'.", "The seller: there is no seller 'sam'."),
        ("lines.0.text", EMPTY, "They say first: nothing is written yet."),
        ("lines.1.words", "must hold one.", "Then they say (1), your words: must hold one."),
        ("lines.3.audio", "is missing: record it, or choose a file.",
         "They say last, sound: record it, or choose a file."),
        ("max_seconds", "must be 5 to 300 seconds, not 1.", "max_seconds must be 5 to 300 seconds, not 1."),
    ],
)  # fmt: skip
def test_a_mistake_is_a_sentence_that_names_its_field(field: str, what: str, words: str) -> None:
    assert mend_words(Mistake(field, what), filled("callback")) == words


def test_beside_its_field_it_names_no_field() -> None:
    assert at_field(Mistake("title", EMPTY)) == "Nothing is written yet."
    assert at_field(Mistake("facts", "is missing: what?")) == "Missing: what?"
    assert at_field(Mistake("lines.0.audio", "is missing: record it, or choose a file.")) == (
        "Record it, or choose a file."
    )


def test_lines_are_called_by_their_place_in_the_call() -> None:
    call_back, speech = filled("callback"), filled("elevator")
    assert [line_title(call_back, number) for number in range(4)] == [
        "They say first", "Then they say (1)", "Then they say (2)", "They say last",
    ]  # fmt: skip
    assert line_title(filled("voicemail"), 0) == "Their greeting"
    assert [line_title(speech, number) for number in range(2)] == ["They ask", "They answer"]
    several = replace(speech, turns=call_back.turns)
    assert line_title(several, 3) == "They say last"


def test_counts_and_titles() -> None:
    assert [mend_title(count) for count in range(3)] == [
        "Ready to be saved", "1 thing to mend", "2 things to mend",
    ]  # fmt: skip
    assert page_title("", "Mill") == "New scenario"
    assert page_title("copy:mill", "Mill") == "New scenario"
    assert page_title("edit:mill", "Mill") == "Edit “Mill”"
    assert page_title("edit:mill", "") == "Edit your scenario"
    assert "yourself, Jo" in seller_help("Jo")
    assert "Fill in Settings" in seller_help("")


def test_every_kind_is_explained_and_offers_checks_that_it_has() -> None:
    assert set(KIND_HELP) == set(FORM_KINDS)
    for kind, checks in OFFERED_CHECKS.items():
        assert set(checks) <= set(CHECK_IDS[kind])
