"""Prompts on their way to the device: the telephone's band, and pieces that add up to the whole."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.audio import Sound
from trainer.audio.line import pieces, telephone

RATES = [16_000, 24_000, 44_100]


def tone(hz: float, rate: int) -> Sound:
    n = np.arange(rate)
    return Sound("tone", (10_000 * np.sin(2 * np.pi * hz * n / rate)).astype(np.int16), rate)


def change_db(before: Sound, after: Sound) -> float:
    middle = slice(len(before.pcm) // 4, -len(before.pcm) // 4)
    power = [float((s.pcm[middle].astype(float) ** 2).mean()) for s in (before, after)]
    return 10 * float(np.log10(max(power[1], 1e-3) / power[0]))


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("hz", [400, 1000, 2000, 3200])
def test_the_voice_band_passes_unchanged(hz: float, rate: int) -> None:
    sound = tone(hz, rate)
    assert abs(change_db(sound, telephone(sound))) < 0.5


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("hz", [50, 150, 3700, 6000])
def test_what_a_telephone_does_not_carry_is_gone(hz: float, rate: int) -> None:
    sound = tone(hz, rate)
    assert change_db(sound, telephone(sound)) < -40


def test_the_telephone_moves_nothing_in_time() -> None:
    pcm = np.zeros(24_000, np.int16)
    pcm[12_000] = 20_000
    filtered = telephone(Sound("click", pcm, 24_000))
    assert len(filtered.pcm) == len(pcm)
    assert np.abs(filtered.pcm).argmax() == 12_000


@pytest.mark.parametrize("through_telephone", [True, False])
def test_pieces_at_the_same_rate_are_the_sound_itself(through_telephone: bool) -> None:
    pcm = np.random.default_rng(3).integers(-9000, 9000, 24_000 * 2 + 77, dtype=np.int16)
    sound = Sound("noise", pcm, 24_000)
    cut = list(pieces(sound, 24_000, piece_s=0.01, through_telephone=through_telephone))
    assert {len(piece) for piece in cut} == {240}
    whole = telephone(sound).pcm if through_telephone else pcm
    assert np.abs(np.concatenate(cut)[: len(whole)].astype(int) - whole).max() <= 1
    assert not np.concatenate(cut)[len(whole) :].any()


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_pieces_at_another_rate_last_as_long(rate: int) -> None:
    sound = tone(1000, 24_000)
    resampled = np.concatenate(list(pieces(sound, rate, piece_s=0.01, through_telephone=False)))
    assert len(resampled) == pytest.approx(rate, abs=rate // 100)
    assert np.abs(np.fft.rfft(resampled[:rate])).argmax() == pytest.approx(1000, abs=1)


def test_no_sound_is_no_pieces() -> None:
    assert (
        list(pieces(Sound("", np.zeros(0, np.int16), 24_000), 48_000, piece_s=0.01, through_telephone=True))
        == []
    )
