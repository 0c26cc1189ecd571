"""How long sound takes from the speaker's clock to the microphone's: clicks played, recorded and compared.

Pure. Both devices report when a sample is heard; what they do not know (a headset's own processing, a radio
link) makes every reaction look slower by the same time. Clicks that go from an earphone straight into the
microphone show that time.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from trainer.audio import Pcm, Sound
from trainer.records import SAMPLE_RATE, DeviceDelay

CLICKS_AT_S = (0.3, 0.71, 1.27, 1.58, 2.13, 2.49)
"""Uneven gaps, so that the pattern fits itself at one place only."""
LENGTH_S = 2.8
CLICK_S = 0.012
LOW_HZ, HIGH_HZ = 900.0, 5200.0
"""A falling chirp within what every headset passes is told from noise better than a single pulse."""
EARLIEST_S, LATEST_S = -0.15, 0.9
"""Delays that are looked for: drivers may claim more than they take, and a radio link takes up to 0.4 s."""
CLEAR = 6.0
"""A click counts as heard when it stands out from the noise so many times (ours; in plain noise a place that
is chosen for its best fit reaches 4.5)."""
NEAR_S = 0.012
"""A click is looked for so far around where the pattern fits."""
AGREE_S = 0.003
"""Clicks that are heard say the same to within this; speech that fits by chance does not."""
LEAST_CLICKS = 5
SHORTEST_S = 0.001
"""No measurement is taken for surer than this."""

Curve = npt.NDArray[np.float64]


def clicks() -> Sound:
    """What is played: chirps at `CLICKS_AT_S`, 16 kHz mono, half of full scale."""
    pcm = np.zeros(round(LENGTH_S * SAMPLE_RATE), dtype=np.int16)
    click = (_click() * 16_000).astype(np.int16)
    for at_s in CLICKS_AT_S:
        first = round(at_s * SAMPLE_RATE)
        pcm[first : first + len(click)] = click
    return Sound("clicks", pcm, SAMPLE_RATE)


def delay_in(recorded: Pcm, began: int) -> DeviceDelay | None:
    """The delay by which `clicks` are heard in `recorded` (16 kHz mono int16, shape (n,)).

    `began`: the sample at which they should begin by the devices' own clocks. None when fewer than
    `LEAST_CLICKS` of them stand out and agree: too quiet, too noisy, or something else was heard.
    """
    if not 0 <= began < len(recorded):
        return None
    whole = began + round((LENGTH_S + LATEST_S) * SAMPLE_RATE)  # one that ends early holds fewer clicks
    fit = _fit(np.pad(recorded.astype(np.float64), (0, max(0, whole - len(recorded)))))
    lags = _lags(fit, [began + round(at_s * SAMPLE_RATE) for at_s in CLICKS_AT_S])
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


def _lags(fit: Curve, expected: list[int]) -> list[int]:
    """By how many samples each click that is heard comes after `expected`, where all of them fit best.

    Their fits are added up on a logarithmic scale, so that one slammed door does not outweigh the pattern.
    """
    noise = max(1.0, float(np.median(fit)) / 0.6745)  # the scale of normal noise from its median size
    first, last = round(EARLIEST_S * SAMPLE_RATE), round(LATEST_S * SAMPLE_RATE)
    near = round(NEAR_S * SAMPLE_RATE)
    clear = np.pad(np.log1p(fit / noise), (-first, 0))
    scores = np.sum([clear[at : at + last - first] for at in expected], axis=0)
    lag = first + int(np.argmax(scores))
    lags = []
    for at in expected:
        around = fit[max(0, at + lag - near) : at + lag + near + 1]
        if len(around) and around.max() >= CLEAR * noise:
            lags.append(max(0, at + lag - near) + int(np.argmax(around)) - at)
    return lags
