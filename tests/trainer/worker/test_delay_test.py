"""The delay is measured through the devices, and what cannot be measured says why."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from tests.fakes import Vanish, blocks_of, silence
from tests.trainer.test_session import VOICEMAIL, Rig, rig
from trainer import events
from trainer.audio.delay import GAPS_S, click
from trainer.errors import BadInput, DeviceError
from trainer.worker.delay_test import _Running


def room(made: Rig, *parts: np.ndarray) -> None:
    """Deliver these sounds to the microphone."""
    made.microphone.script = [block for part in parts for block in blocks_of(part)]  # type: ignore[arg-type]
    made.microphone.deliver(len(made.microphone.script))
    made.settle()


def say_when(made: Rig, running: _Running, expected: list[int]) -> None:
    """The player reports the clicks for these samples, then all is over."""
    start_s = running.rig.sample_at(0.0) / 16_000
    running.clicks_s[:] = [at / 16_000 - start_s for at in expected]
    made.worker.delays._conclude(running)


def test_the_clicks_come_back_and_give_the_delay(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.player.hold, made.microphone._clock = True, time.monotonic
        found = made.worker.delays.measure()
        made.settle()
        assert made.worker.delays.measuring()
        room(made, silence(1.2))
        assert [sound.name for _, sound, _ in made.player.played] == ["gap", "click"] * len(GAPS_S)
        running = made.worker.delays._now
        assert running
        # Where the clocks of the fake devices expect the clicks, and what is heard 0.12 s later.
        first = running.rig.sample_at(running.rig.now_s())
        expected = [first + round(at_s * 16_000) for at_s in np.cumsum(GAPS_S)]
        heard = np.zeros(first + 5 * 16_000, dtype=np.int16)
        for at in expected:
            late = at + round(0.12 * 16_000)
            heard[late : late + len(click().pcm)] = click().pcm // 4
        running.heard[:] = [heard]
        made.worker.calls._post(lambda: say_when(made, running, expected))
        delay = found.result(timeout=20)
        assert delay
        assert delay.delay_s == pytest.approx(0.12, abs=0.002)
        assert not made.microphone.is_open
        assert not made.worker.delays.measuring()


def test_a_quiet_room_says_what_to_do(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        found = made.worker.delays.measure()
        made.settle()
        room(made, silence(5.0))
        with pytest.raises(BadInput, match="Hold an earphone right at the microphone"):
            found.result(timeout=20)


def test_a_microphone_that_is_missing_or_goes_is_said(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.microphone.refuses = "There is no microphone."
        with pytest.raises(DeviceError, match="There is no microphone"):
            made.worker.delays.measure().result(timeout=20)
        made.microphone.refuses = None
        found = made.worker.delays.measure()
        made.settle()
        made.microphone.script = [Vanish("It was pulled out.")]
        made.microphone.deliver()
        with pytest.raises(DeviceError, match="It was pulled out"):
            found.result(timeout=20)


def test_it_can_be_cancelled_and_does_not_disturb_a_call(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        found = made.worker.delays.measure()
        made.worker.delays.cancel()
        assert found.result(timeout=20) is None
        made.worker.calls.start(VOICEMAIL)
        made.until(events.Dialling)
        with pytest.raises(DeviceError, match="in use"):
            made.worker.delays.measure().result(timeout=20)
        assert made.worker.calls.running()
