"""Slower and faster at the same pitch."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.audio import Pcm
from trainer.audio.stretch import stretched
from trainer.records import SAMPLE_RATE

SPEEDS = (0.75, 1.25, 1.5)


def tone(hertz: float, seconds: float) -> Pcm:
    at = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return np.rint(12000 * np.sin(2 * np.pi * hertz * at)).astype(np.int16)


def pitch_of(pcm: Pcm) -> float:
    """The strongest frequency, in hertz."""
    strength = np.abs(np.fft.rfft(pcm * np.hanning(len(pcm))))
    return float(np.fft.rfftfreq(len(pcm), 1 / SAMPLE_RATE)[strength.argmax()])


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("hertz", [85.0, 150.0, 220.0, 440.0])
def test_it_is_as_much_shorter_and_as_high_as_before(speed: float, hertz: float) -> None:
    made = stretched(tone(hertz, 3.0), speed)
    assert len(made) == round(3.0 * SAMPLE_RATE / speed)
    assert pitch_of(made) == pytest.approx(hertz, abs=1.5)


@pytest.mark.parametrize("speed", SPEEDS)
def test_it_is_as_loud_as_before_from_the_first_sample_to_the_last(speed: float) -> None:
    made = stretched(tone(220.0, 2.0), speed).astype(float)
    tenth = len(made) // 10
    for first in range(0, 10 * tenth, tenth):
        loud = np.sqrt(np.mean(made[first : first + tenth] ** 2))
        assert loud == pytest.approx(12000 / np.sqrt(2), rel=0.12)


@pytest.mark.parametrize("speed", SPEEDS)
def test_what_is_said_comes_at_its_time(speed: float) -> None:
    quiet, burst = np.zeros(SAMPLE_RATE, np.int16), tone(200.0, 0.5)
    made = stretched(np.concatenate([quiet, burst, quiet]), speed)
    (loud,) = np.nonzero(np.abs(made.astype(int)) > 3000)
    assert loud[0] / SAMPLE_RATE == pytest.approx(1.0 / speed, abs=0.03)
    assert loud[-1] / SAMPLE_RATE == pytest.approx(1.5 / speed, abs=0.03)


def test_at_its_own_speed_and_when_too_short_nothing_is_touched() -> None:
    sound, click = tone(220.0, 1.0), tone(220.0, 0.01)
    assert stretched(sound, 1.0) is sound
    assert stretched(click, 0.75) is click
    assert len(stretched(np.zeros(0, np.int16), 1.5)) == 0


@pytest.mark.parametrize("speed", [0.0, 0.4, 3.0])
def test_speeds_that_would_skip_or_repeat_sounds_are_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        stretched(tone(220.0, 1.0), speed)
