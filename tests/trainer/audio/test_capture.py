"""From a device's blocks to 16 kHz mono, with a clock that settles and losses that are counted."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fakes import FakeMicrophone, Gap, Vanish, VirtualClock, blocks_of
from trainer.audio import Captured, CaptureFailed, Pcm
from trainer.audio.capture import DeviceConverter, peak_dbfs, silence_allowed
from trainer.records import SAMPLE_RATE


def blocks(
    pcm: Pcm, rate: int, *, start_s: float = 10.0, size: int = 441, late_s: float = 0.0
) -> list[Captured]:
    """Interleaved or mono `pcm` as a device at `rate` would deliver it from `start_s` on."""
    return [
        Captured(pcm[n : n + size].tobytes(), start_s + min(n + size, len(pcm)) / rate + late_s, False)
        for n in range(0, len(pcm), size)
    ]


def test_stereo_at_44100_becomes_16_khz_mono() -> None:
    n = np.arange(44_100)
    left = (8000 * np.sin(2 * np.pi * 500 * n / 44_100)).astype(np.int16)
    converter = DeviceConverter(44_100, 2)
    stereo = np.stack((left, left // 2), axis=1)
    pcm = np.concatenate([converter.convert(block) for block in blocks(stereo, 44_100)])
    assert pcm.dtype == np.int16
    assert 0 <= SAMPLE_RATE - len(pcm) < SAMPLE_RATE * 0.045  # held back by the resampler
    expected = 6000 * np.sin(2 * np.pi * 500 * np.arange(len(pcm)) / SAMPLE_RATE)
    assert np.abs(pcm - expected)[400:].max() < 150  # in place, not delayed


def test_16_khz_mono_passes_untouched() -> None:
    pcm = np.random.default_rng(4).integers(-32768, 32767, 4000, dtype=np.int16)
    converter = DeviceConverter(SAMPLE_RATE, 1)
    assert np.array_equal(np.concatenate([converter.convert(b) for b in blocks(pcm, SAMPLE_RATE)]), pcm)


def test_the_clock_settles_on_the_median_although_the_first_blocks_come_late() -> None:
    converter = DeviceConverter(48_000, 1)
    jitter = np.random.default_rng(5).uniform(0, 0.004, 80)
    for number, block in enumerate(blocks(np.zeros(80 * 480, np.int16), 48_000, size=480)):
        late_s = 0.7 if number < 20 else float(jitter[number])
        converter.convert(Captured(block.data, block.arrived_s + late_s, False))
    assert converter.arrival_to_sample(10.5) == pytest.approx(0.5 * SAMPLE_RATE, abs=0.01 * SAMPLE_RATE)
    assert converter.arrival_to_sample(9.0) == 0
    assert converter.dropped_ms == 0


def test_before_the_first_block_every_time_is_the_start() -> None:
    assert DeviceConverter(48_000, 1).arrival_to_sample(12.0) == 0


def test_what_overflows_is_counted_and_the_clock_moves_on() -> None:
    reports: list[object] = []
    clock = VirtualClock()
    script = [
        *blocks_of(np.ones(SAMPLE_RATE * 2, np.int16)),
        Gap(0.25),
        *blocks_of(np.ones(SAMPLE_RATE, np.int16)),
    ]
    microphone = FakeMicrophone(reports.append, script, clock=clock)
    converter = microphone.open()
    microphone.deliver(len(script))
    heard = sum(len(converter.convert(r)) for r in reports if isinstance(r, Captured))
    assert heard == SAMPLE_RATE * 3
    assert converter.dropped_ms == 250
    assert converter.arrival_to_sample(clock()) == pytest.approx(heard, abs=16)


def test_two_losses_add_up() -> None:
    reports: list[object] = []
    part = blocks_of(np.ones(SAMPLE_RATE, np.int16))
    script = [*part, Gap(0.1), *part, Gap(0.04), *part]
    microphone = FakeMicrophone(reports.append, script)
    converter = microphone.open()
    microphone.deliver(len(script))
    for report in reports:
        assert isinstance(report, Captured)
        converter.convert(report)
    assert converter.dropped_ms == 140


def test_the_fake_microphone_vanishes_like_a_real_one() -> None:
    reports: list[object] = []
    microphone = FakeMicrophone(reports.append, [np.ones(320, np.int16), Vanish("gone")])
    microphone.open()
    microphone.deliver(5)
    assert [type(report) for report in reports] == [Captured, CaptureFailed]


@pytest.mark.parametrize(
    ("sample", "dbfs"), [(0, -90.0), (32767, 0.0), (-32768, 0.0), (16384, -6.02), (328, -40.0), (1, -90.0)]
)
def test_the_meter_shows_decibels_below_full_scale(sample: int, dbfs: float) -> None:
    assert peak_dbfs(np.array([0, sample, 0], np.int16)) == pytest.approx(dbfs, abs=0.02)


def test_the_meter_of_nothing_is_silence() -> None:
    assert peak_dbfs(np.zeros(0, np.int16)) == -90.0


def test_a_busy_machine_is_not_taken_for_a_lost_microphone() -> None:
    assert silence_allowed(0.0) < 1.0  # a lost microphone is said within a second
    assert silence_allowed(0.05) == silence_allowed(0.0)
    assert silence_allowed(0.3) >= 3.0
