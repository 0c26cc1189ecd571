from __future__ import annotations

from dataclasses import replace

from tests.ui import sample_feedback
from trainer.records import CallEvent
from ui.models.call_lines import call_sentences


def test_a_plain_call_has_no_such_sentence() -> None:
    assert call_sentences(sample_feedback.voicemail()) == ""


def test_talking_over_a_greeting_or_a_person_is_said_without_blame() -> None:
    over = CallEvent(at_s=3.0, name="spoke-over", detail="greeting")
    message = replace(sample_feedback.voicemail(), events=(over,))
    assert call_sentences(message).startswith("You spoke over the greeting.")
    call = replace(sample_feedback.call_back(), events=(over, over))
    assert call_sentences(call) == "You spoke over Dana twice."


def test_a_full_mailbox_and_second_recordings_are_told() -> None:
    plain = sample_feedback.voicemail()
    turn = plain.turns[0]
    first = replace(turn.takes[0], id="first", purpose="re-record")
    attempt = replace(
        plain,
        turns=(replace(turn, takes=(first, *turn.takes)),),
        events=(CallEvent(at_s=70.0, name="mailbox-full"),),
    )
    assert call_sentences(attempt) == "You recorded it again once.  The mailbox was full after 60 s."


def test_another_device_is_told_as_it_was_in_the_call() -> None:
    moved = CallEvent(at_s=9.0, name="device-replaced", detail="The microphone is now 'Laptop'.")
    attempt = replace(sample_feedback.voicemail(), events=(moved, replace(moved, at_s=12.0)))
    assert call_sentences(attempt) == "Told during the call: “The microphone is now 'Laptop'.”"


def test_of_several_goes_the_best_is_named() -> None:
    plain = sample_feedback.voicemail()
    turn = plain.turns[0]
    goes = (turn.takes[0], replace(turn.takes[0], id="second", purpose="retake"))
    scenario = replace(plain.scenario, kind="elevator")
    assert call_sentences(replace(plain, scenario=scenario, turns=(replace(turn, takes=goes),))) == (
        "The best of 2 goes."
    )
