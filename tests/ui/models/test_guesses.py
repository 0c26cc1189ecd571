from __future__ import annotations

from dataclasses import replace

import pytest

from tests.trainer.examples import scenario
from tests.ui import sample_feedback as sample
from trainer.analysis.checks import all_checks
from trainer.records import Attempt, Prediction, Timing
from ui.models.guesses import guess_sentences, length_guess, questions_for


def guessed(attempt: Attempt, **guess: object) -> Attempt:
    return replace(attempt, prediction=Prediction(**guess))  # type: ignore[arg-type]


def found(attempt: Attempt, check: str, outcome: str, **more: object) -> Attempt:
    """The attempt with this finding instead of its own on that check."""
    assert attempt.feedback
    rest = tuple(one for one in attempt.feedback.findings if one.check != check)
    findings = (*rest, sample.finding(check, outcome, **more))
    return replace(attempt, feedback=replace(attempt.feedback, findings=findings))


@pytest.mark.parametrize("kind", ["voicemail", "callback", "elevator", "leave-or-not", "get-through"])
def test_the_aim_of_a_kind_is_known_to_a_check_of_that_kind(kind) -> None:
    asked = questions_for(scenario(kind))
    assert asked.aim_check is not None
    assert kind in all_checks()[asked.aim_check].kinds
    assert asked.end_s % asked.tick_s == 0


def test_who_was_answered_after_all_is_asked_for_the_next_step() -> None:
    asked = questions_for(replace(scenario("voicemail"), picks_up="hello"))
    assert asked.aim_check == "next-step"


def test_a_kind_without_one_aim_is_asked_the_other_two() -> None:
    asked = questions_for(scenario("draw-the-line"))
    assert (asked.aim, asked.aim_check) == ("", None)
    assert asked.length
    assert asked.ready


def test_a_length_is_compared_only_where_both_are_known() -> None:
    judged = sample.voicemail()
    assert length_guess(guessed(judged, seconds=18.0)) == (18.0, 26.3)
    assert length_guess(guessed(judged, ready="yes")) is None
    assert length_guess(judged) is None
    assert length_guess(guessed(sample.waiting(), seconds=18.0)) is None


@pytest.mark.parametrize(
    ("aim", "outcome", "sentence"),
    [
        ("yes", "met", "You guessed that you asked for one thing only: only the call was asked for."),
        ("no", "met", "You guessed that you asked for more than one thing: only the call was asked for."),
        ("yes", "missed", "You guessed that you asked for one thing only: no ask for a call was heard."),
        (
            "not-sure",
            "unsure",
            "You were not sure whether you asked for one thing only: it could not be told.",
        ),
        (
            "yes",
            "not-applicable",
            "You guessed that you asked for one thing only: no ask for a call was heard.",
        ),
    ],
)
def test_the_guess_about_the_aim_beside_what_was_found(aim, outcome, sentence) -> None:
    attempt = found(sample.voicemail(), "one-ask", outcome)
    assert guess_sentences(guessed(attempt, aim=aim, aim_check="one-ask")) == sentence


def test_readiness_beside_the_first_sound_and_the_stumbles() -> None:
    attempt = found(sample.call_back(), "steady", "missed")
    reply = replace(attempt.turns[1], timing=Timing(first_word_latency_s=0.9, after="opening"))
    attempt = replace(attempt, turns=(attempt.turns[0], reply))
    assert guess_sentences(guessed(attempt, ready="yes")) == (
        "You felt ready: your first sound came after 0.9 s, and there was more than one stumble in the"
        " first 10 s."
    )


def test_a_guess_about_a_check_that_is_gone_says_nothing() -> None:
    assert guess_sentences(guessed(sample.voicemail(), aim="yes", aim_check="no-such-check")) == ""


@pytest.mark.parametrize(
    ("check", "aim", "outcome", "sentence"),
    [
        ("right-decision", "yes", "met", "You guessed that your decision was right: the guide agrees."),
        (
            "right-decision", "no", "missed",
            "You guessed that your decision was not right: the guide would decide otherwise.",
        ),
        (
            "asked-for-live", "yes", "missed",
            "You guessed that you asked how to reach them live: that was not heard.",
        ),
    ],
)  # fmt: skip
def test_the_guess_about_a_decision_or_a_way_beside_what_was_found(check, aim, outcome, sentence) -> None:
    attempt = found(sample.voicemail(), check, outcome)
    assert guess_sentences(guessed(attempt, aim=aim, aim_check=check)) == sentence
