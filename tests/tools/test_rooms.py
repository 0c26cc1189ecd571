"""Rooms behind voices: always the same for one file, without clicks, and each with a sound of its own."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from tools.rooms import RATE, ROOMS, behind
from trainer.records import Background


def test_there_is_a_room_for_every_background() -> None:
    assert set(ROOMS) == set(get_args(Background))


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_lasts_as_long_as_asked_and_fades_at_both_ends(name: str) -> None:
    signal = behind(name, 2.0, "greeting.ogg")
    assert len(signal) == 2 * RATE
    assert np.all(np.isfinite(signal))
    assert np.max(np.abs(signal[[0, -1]])) == 0
    middle = np.sqrt(np.mean(signal[RATE // 2 : -RATE // 2] ** 2))
    assert middle > 5 * np.sqrt(np.mean(signal[: RATE // 100] ** 2))


@pytest.mark.parametrize("name", ROOMS)
def test_a_file_is_rendered_alike_again_and_another_one_differently(name: str) -> None:
    first = behind(name, 1.0, "a.ogg")
    assert np.array_equal(first, behind(name, 1.0, "a.ogg"))
    assert not np.array_equal(first, behind(name, 1.0, "b.ogg"))


def test_a_car_hums_lower_than_a_street_and_an_office_murmurs_like_voices() -> None:
    pitch = {name: middle_hz(behind(name, 4.0, "x")) for name in ROOMS}
    assert pitch["car"] < pitch["street"] < pitch["office"]
    assert 180 <= pitch["office"] <= 1400  # where voices are


def middle_hz(signal: np.ndarray) -> float:
    """Half of the power lies below."""
    power = np.cumsum(np.abs(np.fft.rfft(signal)) ** 2)
    return float(np.fft.rfftfreq(len(signal), 1 / RATE)[np.searchsorted(power, power[-1] / 2)])
