"""The delay of the devices, found in recordings whose delay is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trainer.test_session import babble
from trainer.audio import Pcm
from trainer.audio.delay import GAPS_S, LEAST_CLICKS, click, delay_in
from trainer.records import SAMPLE_RATE

BEGAN = round(1.2 * SAMPLE_RATE)
EXPECTED = [BEGAN + round(at_s * SAMPLE_RATE) for at_s in np.cumsum(GAPS_S)]


def recorded(delay_s: float, *, loud: float = 0.2, noise: float = 30.0, seed: int = 0) -> Pcm:
    """Five seconds of a noisy room (`noise`: its standard deviation) in which the clicks come late."""
    rng = np.random.default_rng(seed)
    room = rng.normal(0.0, noise, 5 * SAMPLE_RATE)
    played = click().pcm * loud
    for at in EXPECTED:
        first = at + round(delay_s * SAMPLE_RATE)
        room[first : first + len(played)] += played
    return np.clip(room, -32768, 32767).astype(np.int16)


@settings(max_examples=40, deadline=None)
@given(
    delay_s=st.floats(-0.1, 0.85),
    loud=st.sampled_from([0.02, 0.2, -0.2, 1.0]),
    noise=st.sampled_from([0.0, 5.0, 30.0]),
    seed=st.integers(0, 99),
)
def test_a_known_delay_is_found_within_2_ms_in_a_noisy_room(
    delay_s: float, loud: float, noise: float, seed: int
) -> None:
    found = delay_in(recorded(delay_s, loud=loud, noise=noise, seed=seed), EXPECTED)
    assert found
    assert found.delay_s == pytest.approx(delay_s, abs=0.002)
    assert 0.001 <= found.uncertainty_s <= 0.015


@pytest.mark.parametrize("seed", range(20))
def test_noise_alone_has_no_delay(seed: int) -> None:
    assert delay_in(recorded(0.1, loud=0.0, noise=300.0, seed=seed), EXPECTED) is None


def test_silence_and_nothing_have_none() -> None:
    assert delay_in(recorded(0.1, loud=0.0, noise=0.0), EXPECTED) is None
    assert delay_in(np.zeros(0, dtype=np.int16), EXPECTED) is None


def test_somebody_who_talks_has_none() -> None:
    for before in range(0, BEGAN, 1000):
        speech = np.concatenate([np.zeros(before, dtype=np.int16), babble(4.0)])
        assert delay_in(speech, EXPECTED) is None


def test_a_slammed_door_and_speech_beside_it_do_not_move_it() -> None:
    pcm = recorded(0.18).astype(np.int32)
    pcm[BEGAN + 9000 : BEGAN + 9400] += np.random.default_rng(1).normal(0, 12_000, 400).astype(np.int32)
    pcm[-SAMPLE_RATE:] += babble(1.0)
    found = delay_in(np.clip(pcm, -32768, 32767).astype(np.int16), EXPECTED)
    assert found
    assert found.delay_s == pytest.approx(0.18, abs=0.002)


def test_clicks_that_are_cut_off_are_no_measurement() -> None:
    pcm = recorded(0.1)
    kept = round((1.2 + 0.1 + 0.9) * SAMPLE_RATE)  # two clicks of six
    assert LEAST_CLICKS > 2
    assert delay_in(pcm[:kept], EXPECTED) is None


def test_what_was_not_played_to_its_end_is_no_measurement() -> None:
    assert delay_in(recorded(0.1), EXPECTED[:3]) is None
    assert delay_in(recorded(0.1), []) is None


def test_a_player_that_tells_beginnings_only_roughly_makes_it_less_sure() -> None:
    told = [at + shift for at, shift in zip(EXPECTED, (0, 96, -80, 40, -130, 16), strict=True)]
    found = delay_in(recorded(0.1), told)
    assert found
    assert found.delay_s == pytest.approx(0.1, abs=0.006)
    assert 0.004 <= found.uncertainty_s <= 0.015
