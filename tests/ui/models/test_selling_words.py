from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui import sample_feedback
from trainer.records import Attempt, CallEvent, Source
from ui.models.selling_words import selling_sentence

ARTICLES = {"002": Source(title="t", author="Sean McPheat", says="s")}


def attempt(sold: str | None, picks_up: str | None) -> Attempt:
    made = sample_feedback.voicemail()
    events = (CallEvent(at_s=0.0, name="selling", detail=sold),) if sold else ()
    return replace(made, events=events, scenario=replace(made.scenario, picks_up=picks_up))


@pytest.mark.parametrize(
    ("sold", "picks_up", "said"),
    [
        (
            "call-back", None,
            "You set out to sell the call back, and a mailbox answered: that is what to sell then"
            " (Sean McPheat).",
        ),
        (
            "meeting", None,
            "You set out to sell the meeting, and a mailbox answered: then the call back is what to sell"
            " (Sean McPheat).",
        ),
        (
            "meeting", "hello",
            "You set out to sell the meeting, and Dana Whitfield answered: that is what to sell then"
            " (Sean McPheat).",
        ),
        (
            "call-back", "hello",
            "You set out to sell the call back, and Dana Whitfield answered: then the meeting is what to sell"
            " (Sean McPheat).",
        ),
        (None, "hello", ""),
        ("a car", None, ""),
    ],
)  # fmt: skip
def test_the_choice_stands_beside_who_answered(sold: str | None, picks_up: str | None, said: str) -> None:
    assert selling_sentence(attempt(sold, picks_up), ARTICLES) == said


def test_without_the_article_nobody_is_named() -> None:
    assert selling_sentence(attempt("meeting", "hello"), {}).endswith("that is what to sell then.")
