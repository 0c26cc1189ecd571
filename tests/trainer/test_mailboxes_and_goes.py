"""Whole calls from files: a mailbox that records again or is full, three goes, somebody who picks up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.fakes import silence
from tests.trainer.test_session import babble, from_files, rig, samples_of
from trainer.errors import BadInput
from trainer.records import Attempt
from trainer.rigs.scripted import Step

WITH_MENU, SHORT, ELEVATOR, PICKS_UP = (
    "voicemail-lead-dental",
    "voicemail-referral-logistics",
    "elevator-trade-fair",
    "voicemail-follow-up-coffee",
)
GOOD = (
    "im sam reyes from fieldline i check freight invoices and find what you have been charged twice"
    " when did anyone last go through yours"
)
POOR = "well um hello i just wanted to say hello"
NEXT_STEP = (
    "marek im sam reyes from fieldline i check freight invoices shall we look at one bill tomorrow at ten"
)


def purposes(attempt: Attempt) -> list[str]:
    return [take.purpose for take in attempt.turns[0].takes]


def names(attempt: Attempt) -> list[str]:
    return [event.name for event in attempt.events]


def lines(attempt: Attempt) -> list[str]:
    return [event.detail for event in attempt.events if event.name == "line-started"]


def test_a_message_that_is_recorded_again_keeps_the_first_and_is_judged_by_the_last(tmp_path: Path) -> None:
    first, second = babble(2.0), babble(3.0)
    keys = Step("key", keys="#"), Step("wait", seconds=1.0), Step("key", keys="2")
    with rig(tmp_path, hears=["the first", "the second"]) as made:
        attempt = from_files(made, WITH_MENU, Step("say", pcm=first), *keys, Step("say", pcm=second))
    assert attempt.state == "judged"
    assert purposes(attempt) == ["re-record", "answer"]
    assert attempt.turns[0].transcript
    assert attempt.turns[0].transcript.text == "the second"
    assert np.array_equal(samples_of(tmp_path, attempt), second)
    assert [event.detail for event in attempt.events if event.name == "key"] == ["#", "2"]


def test_without_another_key_the_mailbox_sends_what_it_has(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, WITH_MENU, Step("say", pcm=babble(2.0)), Step("key", keys="#1"))
    assert purposes(attempt) == ["answer"]
    assert attempt.state == "judged"
    assert lines(attempt) == ["greeting", "menu"]


def test_a_full_mailbox_cuts_the_message_off_at_its_limit_and_keeps_it(tmp_path: Path) -> None:
    long = np.concatenate([babble(4.0)] * 20)
    with rig(tmp_path) as made:
        attempt = from_files(made, SHORT, Step("say", pcm=long))
    take = attempt.turns[0].take
    assert take
    assert take.seconds == pytest.approx(60.0, abs=0.05)
    assert "mailbox-full" in names(attempt)
    assert attempt.state == "judged"


@pytest.mark.parametrize(
    ("hears", "best"), [([POOR, GOOD, POOR], 1), ([GOOD, POOR], 0), ([POOR, POOR, GOOD], 2)]
)
def test_of_three_goes_the_best_is_the_reply(tmp_path: Path, hears: Sequence[str], best: int) -> None:
    with rig(tmp_path, hears=list(hears)) as made:
        steps = [Step("say", pcm=babble(2.0))] * len(hears)
        attempt = from_files(made, ELEVATOR, *steps)
        again = made.worker.review.judge_with(attempt.id, "introduce").result(timeout=20)
    wanted = ["retake"] * len(hears)
    wanted[best] = "answer"
    assert purposes(attempt) == purposes(again) == wanted
    assert attempt.turns[0].transcript
    assert attempt.turns[0].transcript.text == hears[best]


def test_a_fourth_go_is_one_too_many(tmp_path: Path) -> None:
    with rig(tmp_path) as made, pytest.raises(BadInput, match="4 answers"):
        from_files(made, ELEVATOR, *[Step("say", pcm=babble(1.0))] * 4)


@pytest.mark.parametrize(("hears", "line"), [(GOOD, "tell-me-more"), (POOR, "coffee")])
def test_what_was_said_decides_what_the_stranger_says(tmp_path: Path, hears: str, line: str) -> None:
    with rig(tmp_path, hears=[hears]) as made:
        attempt = from_files(made, ELEVATOR, Step("say", pcm=babble(2.0)))
    assert lines(attempt) == ["question", line]


@pytest.mark.parametrize(("hears", "step"), [(NEXT_STEP, "met"), (POOR, "missed")])
def test_who_picks_up_after_all_hears_an_elevator_speech_that_should_lead_on(
    tmp_path: Path, hears: str, step: str
) -> None:
    with rig(tmp_path, hears=[hears]) as made:
        attempt = from_files(made, PICKS_UP, Step("say", pcm=np.concatenate([silence(0.3), babble(2.0)])))
    assert attempt.feedback
    found = {finding.check: finding for finding in attempt.feedback.findings}
    assert "beep" not in names(attempt)
    assert found["next-step"].outcome == step
    assert found["next-step"].counted
    assert "under-ten" in found
    assert "number" not in found
    counted = [one for one in found.values() if one.counted and one.outcome != "not-applicable"]
    assert attempt.feedback.headline.of == len(counted)
