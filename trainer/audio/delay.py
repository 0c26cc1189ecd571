"""How long sound takes from the speaker's clock to the microphone's: clicks played, recorded and compared.

Pure. Both devices report when a sample is heard; what they do not know (a headset's own processing, a radio
link) makes every reaction look slower by the same time. Clicks that go from an earphone straight into the
microphone show that time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from trainer.audio import Pcm, Sound
from trainer.records import SAMPLE_RATE, DeviceDelay

GAPS_S = (0.3, 0.41, 0.56, 0.31, 0.55, 0.36)
"""Silence before each click; uneven, so that the pattern fits itself at one place only."""
CLICK_S = 0.012
LOW_HZ, HIGH_HZ = 900.0, 5200.0
"""A falling chirp within what every headset passes is told from noise better than a single pulse."""
EARLIEST_S, LATEST_S = -0.15, 0.9
"""Delays that are looked for: drivers may claim more than they take, and a radio link takes up to 0.4 s."""
CLEAR = 6.0
"""A click counts as heard when it stands out from the noise so many times (ours; in plain noise a place that
is chosen for its best fit reaches 4.5)."""
ALIKE = 0.45
"""And when what is heard there has so much of a click's shape (1: nothing else); speech stays under 0.36."""
NEAR_S = 0.025
"""A click is looked for so far around where the pattern fits: the player tells beginnings to within 10 ms,
and a busy machine makes that 20."""
AGREE_S = 0.015
"""Clicks that say the same lie within this of their middle."""
LEAST_CLICKS = 5
SHORTEST_S = 0.001
"""No measurement is taken for surer than this."""

Curve = npt.NDArray[np.float64]


def click() -> Sound:
    """What is played after each gap: a chirp, 16 kHz mono, half of full scale.

    Each is a sound of its own, whose beginning the player reports: a device that stumbles between two of them
    spoils neither.
    """
    return Sound("click", (_click() * 16_000).astype(np.int16), SAMPLE_RATE)


def gap(seconds: float) -> Sound:
    """Silence between two clicks."""
    return Sound("gap", np.zeros(round(seconds * SAMPLE_RATE), dtype=np.int16), SAMPLE_RATE)


def delay_in(recorded: Pcm, expected: Sequence[int]) -> DeviceDelay | None:
    """The delay by which clicks are heard in `recorded` (16 kHz mono int16, shape (n,)).

    `expected`: the samples at which they should be heard by the devices' own clocks. None when fewer than
    `LEAST_CLICKS` of them stand out and agree: too quiet, too noisy, or something else was heard.
    """
    if len(expected) < LEAST_CLICKS or not 0 <= expected[0] < len(recorded):
        return None
    whole = expected[-1] + round(2 * LATEST_S * SAMPLE_RATE)  # one that ends early holds fewer clicks
    lags = _lags(np.pad(recorded.astype(np.float64), (0, max(0, whole - len(recorded)))), expected)
    middle = float(np.median(lags)) if lags else 0.0
    same = [lag - middle for lag in lags if abs(lag - middle) <= AGREE_S * SAMPLE_RATE]
    if len(same) < LEAST_CLICKS:
        return None
    spread_s = max(map(abs, same)) / SAMPLE_RATE
    return DeviceDelay(
        delay_s=round(middle / SAMPLE_RATE, 4), uncertainty_s=round(max(spread_s, SHORTEST_S), 4)
    )


def _click() -> Curve:
    times = np.arange(round(CLICK_S * SAMPLE_RATE)) / SAMPLE_RATE
    falling_hz = HIGH_HZ + (LOW_HZ - HIGH_HZ) * times / CLICK_S / 2
    shape: Curve = np.hanning(len(times)) * np.sin(2 * np.pi * falling_hz * times)
    return shape


def _fit(samples: Curve) -> Curve:
    """How well a click fits at each sample, either way up: a microphone may turn the wave over."""
    click = _click()
    size = len(samples) + len(click) - 1
    spectrum = np.fft.rfft(samples, size) * np.conj(np.fft.rfft(click, size))
    return np.abs(np.fft.irfft(spectrum, size)[: len(samples)])


def _lags(samples: Curve, expected: Sequence[int]) -> list[int]:
    """By how many samples each click that is heard comes after `expected`, where all of them fit best.

    Their fits are added up on a logarithmic scale, so that one slammed door does not outweigh the pattern.
    """
    fit = _fit(samples)
    noise = max(1.0, float(np.median(fit)) / 0.6745)  # the scale of normal noise from its median size
    first, last = round(EARLIEST_S * SAMPLE_RATE), round(LATEST_S * SAMPLE_RATE)
    near = round(NEAR_S * SAMPLE_RATE)
    shape = np.linalg.norm(_click())
    clear = np.pad(np.log1p(fit / noise), (-first, 0))
    scores = np.sum([clear[at : at + last - first] for at in expected], axis=0)
    lag = first + int(np.argmax(scores))
    lags = []
    for at in expected:
        low = max(0, at + lag - near)
        best = low + int(np.argmax(fit[low : at + lag + near + 1]))
        heard = shape * float(np.linalg.norm(samples[best : best + round(CLICK_S * SAMPLE_RATE)]))
        if fit[best] >= max(CLEAR * noise, ALIKE * heard):
            lags.append(best - at)
    return lags
