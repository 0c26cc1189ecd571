from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.ui import sample_feedback
from trainer.records import Attempt, BrokenOff, CallEvent
from ui.models.attempt_table import time_words
from ui.models.call_lines import call_sentences
from ui.models.page_words import headline, notice
from ui.models.thread_words import thread_lines

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)


def broken_off(*events: tuple[str, str]) -> Attempt:
    stored = tuple(CallEvent(at_s=1.0, name=name, detail=detail) for name, detail in events)
    return replace(sample_feedback.voicemail(), state="abandoned", feedback=None, events=stored)


@pytest.mark.parametrize(
    ("event", "head", "part"),
    [
        (("left", ""), "Left before the end", "You left this call"),
        (("left", "started-over"), "Started over", "You started this call over"),
        (("left", "closed"), "Ringback was closed", "Ringback was closed during this call"),
        (("device-lost", "Gone."), "The microphone went away", "The microphone went away before you spoke"),
        (("broken-off", "The disk is full. Make room."), "The call stopped", "The disk is full. Make room."),
    ],
)
def test_the_attempts_page_says_what_happened(event: tuple[str, str], head: str, part: str) -> None:
    attempt = broken_off(event)
    assert headline(attempt) == (head, "")
    assert part in notice(attempt, has_sound=False).sentence


def test_nobody_is_said_to_have_left_who_hung_up_before_the_beep() -> None:
    attempt = broken_off(("hang-up", ""))
    assert headline(attempt)[0] == "Ended early"
    assert "left" not in notice(attempt, has_sound=False).sentence


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("left", "left"),
        ("closed", "program closed"),
        ("microphone", "microphone lost"),
        (None, "ended early"),
    ],
)
def test_the_list_says_it_in_two_words(how: BrokenOff | None, words: str) -> None:
    assert time_words(sample_feedback.row(1, state="abandoned", broken_off=how)) == words


def test_the_thread_says_it_too() -> None:
    (line,) = thread_lines([broken_off(("device-lost", "Gone."))], NOW)
    assert line.outcome == "the microphone went away"


def test_a_judged_call_whose_microphone_went_says_so() -> None:
    judged = sample_feedback.voicemail()
    lost = CallEvent(at_s=9.0, name="device-lost", detail="Gone.")
    assert call_sentences(replace(judged, events=(lost,))).startswith("The microphone went away during this")
