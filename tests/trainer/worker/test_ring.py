"""A prospect who rings by surprise: never into another call, and never where nothing can record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import Vanish
from tests.trainer.test_session import CALLBACK, VOICEMAIL, rig
from trainer import events
from trainer.ambush_keeper import DAMAGED, FILE_NAME
from trainer.errors import DeviceError


def test_the_phone_rings_and_the_call_can_be_taken_over(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        assert made.worker.calls.running() is None
        attempt_id = made.worker.calls.ring(CALLBACK).result(timeout=20)
        ringing = made.until(events.Ringing)
        assert (ringing.attempt_id, ringing.ring, ringing.of) == (attempt_id, 1, 5)
        on = made.worker.calls.running()
        assert on == events.RunningCall(attempt_id=ringing.attempt_id, scenario_id=CALLBACK)
        made.worker.calls.answer()
        assert made.until(events.YourTurn).attempt_id == attempt_id


def test_a_call_that_is_on_is_left_alone(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.start(VOICEMAIL)
        made.until(events.Dialling)
        assert made.worker.calls.ring(CALLBACK).result(timeout=20) is None
        on = made.worker.calls.running()
        assert on is not None
        assert on.scenario_id == VOICEMAIL


def test_without_a_microphone_nothing_rings_and_nothing_is_stored(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.microphone.refuses = "There is no microphone."
        with pytest.raises(DeviceError, match="There is no microphone"):
            made.worker.calls.ring(CALLBACK).result(timeout=20)
        assert made.worker.calls.running() is None
        assert made.attempts() == []
        assert made.player.played == []


def test_a_ring_that_could_not_sound_is_kept_as_missed_with_the_reason(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.keep_missed(CALLBACK, "There is no microphone.")
        made.until(events.AttemptMissed)
        (kept,) = made.attempts()
        assert made.worker.calls.running() is None
    assert (kept.state, kept.scenario.id) == ("missed-ring", CALLBACK)
    assert kept.note.startswith("Dana Whitfield left word:")
    assert kept.note.endswith("There is no microphone.")


def test_a_microphone_that_goes_while_it_rings_leaves_a_missed_ring_with_the_reason(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.ring(CALLBACK).result(timeout=20)
        made.until(events.Ringing)
        made.microphone.script = [Vanish("The microphone was pulled out.")]
        made.microphone.deliver()
        assert made.until(events.Trouble).fatal
        made.until(events.AttemptMissed)
        (kept,) = made.attempts()
    assert kept.state == "missed-ring"
    assert kept.note.endswith("The microphone was pulled out.")


def test_a_ring_that_is_put_off_is_left_and_not_missed(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.ring(CALLBACK).result(timeout=20)
        made.worker.calls.leave()
        assert made.until(events.CallEnded).kept is False
        made.settle()
        assert made.worker.calls.running() is None
        assert [attempt.state for attempt in made.attempts()] == ["abandoned"]


def test_a_test_of_the_microphone_is_known(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        listening = made.worker.listening
        assert not listening.testing()
        listening.record_test(5.0)
        made.settle()
        assert listening.testing()
        listening.stop_test()
        made.settle()
        assert not listening.testing()


def test_a_damaged_diary_is_among_the_notices(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    with rig(tmp_path) as made:
        assert made.worker.ambush.diary.armed is None
        assert DAMAGED in made.worker.notices
