"""One thread per prospect: what was left on Tuesday is what the call back of Thursday is about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.trainer.test_session import Rig, babble, from_files, rig
from trainer.practice.own_message import own_message
from trainer.records import Attempt, Correct, OwnMessage
from trainer.rigs.scripted import Step
from trainer.worker.messages import sound_of

MESSAGE, CALL_BACK = "voicemail-cold-furniture", "callback-wary-furniture"
LEFT = (
    "hello helen this is sam reyes from fieldline i am ringing because one line on your pallet bills is often"
    " wrong for flat packs please call me back on oh one one three four nine six oh one oh seven"
)
VAGUE = "this is sam reyes hello i rang you about something"


def leave(made: Rig, seconds: float = 12.0) -> Attempt:
    """Leave a message for Helen."""
    return from_files(made, MESSAGE, Step("say", pcm=np.concatenate([babble(4.0)] * round(seconds / 4))))


def called_back(made: Rig) -> Attempt:
    return from_files(made, CALL_BACK, *[Step("say", pcm=babble(2.0))] * 3)


def own(attempt: Attempt) -> OwnMessage:
    assert attempt.own_message
    return attempt.own_message


def lines(attempt: Attempt) -> list[str]:
    return [event.detail for event in attempt.events if event.name == "line-started"]


def test_a_call_back_answers_the_latest_message_and_is_judged_by_what_it_said(tmp_path: Path) -> None:
    with rig(tmp_path, hears=["an older message", LEFT, "", VAGUE, VAGUE, VAGUE]) as made:
        leave(made)
        left = leave(made)
        attempt = called_back(made)
    assert attempt.group == left.group == "helen-marsh"
    assert attempt.context.message_left == own(attempt).said == LEFT
    assert own(attempt).attempt == left.id
    assert own(attempt).take == left.turns[0].take
    assert "one line on your pallet bills" in own(attempt).snippet
    assert own(attempt).end_s - own(attempt).start_s < 9
    assert own(attempt).left_utc == left.started_utc
    assert ("own-message", left.id) in [(event.name, event.detail) for event in attempt.events]


def test_corrected_words_are_what_was_left(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[LEFT, "", VAGUE]) as made:
        left = leave(made)
        correct = Correct(turn=0, first_word=1, last_word=1, words=("ellen",))
        made.worker.review.revise(left.id, correct).result(timeout=20)
        assert own(called_back(made)).said.startswith("hello ellen this")


def test_without_a_message_the_scenarios_own_one_is_played_and_judged_by(tmp_path: Path) -> None:
    with rig(tmp_path, hears=["", VAGUE]) as made:
        attempt = called_back(made)
        scenario = made.worker.library.scenario(CALL_BACK)
    assert attempt.own_message is None
    assert attempt.context.message_left == scenario.default_message
    assert "own-message" not in [event.name for event in attempt.events]
    assert lines(attempt)[1:3] == ["message", "what-about"]


def test_messages_that_were_not_sent_or_not_judged_are_not_answered(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[LEFT], fails="The engine crashed.") as made:
        with pytest.raises(Exception, match="crashed"):
            leave(made)
        made.recognisers[0].fails = ""
        made.worker.calls.start(MESSAGE)
        made.worker.calls.leave()
        made.settle()
        assert {attempt.state for attempt in made.attempts()} == {"waiting", "abandoned"}
        assert made.worker.review.message_left(made.worker.library.scenario(CALL_BACK)).result() is None


def test_what_was_left_is_told_before_the_call(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[LEFT]) as made:
        left = leave(made)
        told = made.worker.review.message_left(made.worker.library.scenario(CALL_BACK)).result()
    assert told
    assert (told.attempt, told.said) == (left.id, LEFT)


def test_a_deleted_message_leaves_nothing_in_the_call_that_answered_it(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[LEFT, "", VAGUE]) as made:
        left = leave(made)
        attempt = called_back(made)
        made.worker.store.do(lambda store: store.delete([left.id])).result(timeout=20)
        kept = made.worker.review.attempt(attempt.id).result()
        scenario = made.worker.library.scenario(CALL_BACK)
    assert kept.own_message is None
    assert kept.context.message_left == scenario.default_message
    assert not any(b"flat packs please call" in file.read_bytes() for file in tmp_path.rglob("history*"))


def test_the_caller_plays_the_users_own_words(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[LEFT, "", VAGUE]) as made:
        left = own_message(leave(made))
        assert left
        sound = sound_of(tmp_path, left)
        (tmp_path / left.take.path).unlink()
        gone = sound_of(tmp_path, left)
    assert sound
    assert sound.seconds == pytest.approx(left.end_s - left.start_s, abs=0.01)
    assert sound.over_the_line
    assert gone is None
