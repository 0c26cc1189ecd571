"""A measured delay: kept for its devices, stored with each call, taken off what is judged and shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import blocks_of, silence
from tests.trainer.practice.test_readiness import READY, call_back, turn
from tests.trainer.test_session import CALLBACK, babble, from_files, rig
from trainer import events
from trainer.cli.attempt_json import attempt_json
from trainer.cli.readiness import readiness_lines
from trainer.guides import load_guides
from trainer.judging import judgement_of, request_of
from trainer.practice.device_delay import EVENT, delay_of, detail_of, in_force, kept, may_be_bluetooth
from trainer.practice.readiness import DEVICE_S, VOICE_S, WORDS_S, readiness
from trainer.records import Attempt, CallEvent, DeviceDelay, Finding
from trainer.rigs.scripted import Step
from trainer.settings import DeviceName, Settings, load, save

SLOW = DeviceDelay(delay_s=0.18, uncertainty_s=0.002)
HEADSET = DeviceName(name="USB headset", host_api="ALSA")


def measured(attempt: Attempt, delay: DeviceDelay = SLOW) -> Attempt:
    """The attempt, held on devices with this delay, judged."""
    attempt = replace(attempt, events=(CallEvent(at_s=0.0, name=EVENT, detail=detail_of(delay)),))
    return replace(attempt, feedback=judgement_of(attempt, load_guides())[0])


def finding(attempt: Attempt, check: str) -> Finding:
    assert attempt.feedback
    return next(one for one in attempt.feedback.findings if one.check == check)


def test_it_is_taken_off_what_is_judged_and_the_raw_time_stays() -> None:
    raw = call_back(turn(0), turn(1, READY, 1.3))
    attempt = measured(raw)
    assert attempt.turns[1].timing.first_word_latency_s == 1.3
    assert request_of(attempt).turns[1].timing.first_word_latency_s == pytest.approx(1.12)
    assert (finding(raw, "quick-first-word").outcome, finding(attempt, "quick-first-word").outcome) == (
        "missed",
        "met",
    )


def test_the_parts_are_earlier_by_it_and_surer() -> None:
    raw = call_back(turn(0), turn(1, READY, 0.9), turn(2, READY, 0.8))
    before, after = readiness(raw), readiness(measured(raw))
    assert before
    assert after
    for old, new in zip(before, after, strict=True):
        if old.since == "line" and old.seconds is not None and new.seconds is not None:
            assert old.seconds - new.seconds == pytest.approx(SLOW.delay_s)
        else:
            assert old.seconds == new.seconds
        surer = {DEVICE_S: VOICE_S + SLOW.uncertainty_s, WORDS_S: WORDS_S}
        assert new.uncertainty_s == pytest.approx(surer[old.uncertainty_s])


def test_it_is_said() -> None:
    raw = call_back(turn(0), turn(1, READY))
    assert readiness_lines(raw)[0] == "Readiness (your device's delay is not measured)"
    assert readiness_lines(measured(raw))[0] == "Readiness (180 ms of your devices are taken off)"
    assert attempt_json(measured(raw))["device_delay"] == {"seconds": 0.18, "uncertainty": 0.002}
    assert attempt_json(raw)["device_delay"] is None


def test_a_damaged_one_is_none() -> None:
    raw = call_back(turn(0), turn(1, READY))
    assert delay_of(replace(raw, events=(CallEvent(at_s=0.0, name=EVENT, detail="soon"),))) is None


def test_each_pair_of_devices_has_its_own(tmp_path: Path) -> None:
    settings = Settings()
    settings = replace(settings, delays=kept(settings, SLOW))
    with_headset = replace(settings, input_device=HEADSET)
    assert (in_force(settings), in_force(with_headset)) == (SLOW, None)
    quick = DeviceDelay(delay_s=0.02, uncertainty_s=0.001)
    with_headset = replace(with_headset, delays=kept(with_headset, quick))
    assert in_force(with_headset) == quick
    save(tmp_path, with_headset)
    read, lost = load(tmp_path)
    assert (read, lost) == (with_headset, [])
    assert in_force(replace(read, delays=kept(read, None))) is None
    assert in_force(replace(read, input_device=None)) == SLOW


def test_a_live_call_keeps_what_was_known_of_its_devices_and_one_from_files_nothing(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.settings = replace(made.worker.settings, delays=kept(made.worker.settings, SLOW))
        answered = from_files(made, CALLBACK, Step("say", pcm=babble(1.0)))
        made.worker.calls.start(CALLBACK)
        made.until(events.Ringing)
        made.worker.calls.answer()
        made.until(events.YourTurn)
        made.settle()
        made.microphone.script = blocks_of(silence(0.2))
        made.microphone.deliver(10)
        made.worker.calls.leave()
        made.until(events.CallEnded)
        live = next(one for one in made.attempts() if one.id != answered.id)
    assert delay_of(live) == SLOW
    assert delay_of(answered) is None
    assert "from files" in readiness_lines(answered)[0]


@pytest.mark.parametrize(
    ("name", "looks"),
    [
        ("AirPods Pro", True), ("bluez_output.00_11", True), ("Headset (Hands-Free AG Audio)", True),
        ("Galaxy Buds2", True), ("Galaxy Buds 2", True), ("USB Audio Device", False), ("default", False),
    ],
)  # fmt: skip
def test_bluetooth_is_guessed_from_the_name(name: str, looks: bool) -> None:
    assert may_be_bluetooth(DeviceName(name=name, host_api="x")) is looks
    assert not may_be_bluetooth(None)
