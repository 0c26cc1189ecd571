"""Where a speaker is, heard behind the voice: an office, a car, a street. All of it is computed.

They are made of filtered noise whose loudness wanders, so that no two seconds are alike; the seed is the
file's name, so that a file is always rendered alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

RATE = 24_000
BEFORE_S = 0.3
"""The room is heard a moment before the voice."""
EDGE_S = 0.1

Signal = npt.NDArray[np.float64]


def behind(name: str, seconds: float, seed: str) -> Signal:
    """The room `name` for so many seconds: mono, shape (n,), at `RATE`, faded at both ends.

    Its level is arbitrary; whoever mixes it sets that.

    Raises:
        KeyError: there is no such room.
    """
    random = np.random.default_rng(zlib.crc32(seed.encode()))
    signal = ROOMS[name](int(seconds * RATE), random)
    edge = np.linspace(0.0, 1.0, int(EDGE_S * RATE))
    signal[: len(edge)] *= edge
    signal[-len(edge) :] *= edge[::-1]
    return signal


def office(size: int, random: np.random.Generator) -> Signal:
    """A murmur of people too far off to be understood, and now and then a key that is struck."""
    people = [_wandering(_band(size, random, 180, 1400), random, 4.0) for _ in range(5)]
    air = _band(size, random, 60, 400)
    return sum(people, 0.5 * air) + 1.5 * _keys(size, random)


def car(size: int, random: np.random.Generator) -> Signal:
    """An engine that hums, tyres and wind."""
    turns = 2 * np.pi * np.cumsum(42 + 3 * _slow(size, random, 0.5)) / RATE
    engine = sum((np.sin(n * turns) / n for n in (1, 2, 3, 4)), np.zeros(size))
    tyres = _band(size, random, 40, 500)
    wind = _wandering(_band(size, random, 300, 2500), random, 0.7)
    return 0.6 * engine + 2.0 * tyres + 0.5 * wind


def street(size: int, random: np.random.Generator) -> Signal:
    """Traffic that comes and goes, and people passing."""
    traffic = [_wandering(_band(size, random, 50, high), random, 0.35) for high in (600, 1200, 3000)]
    steps = _wandering(_band(size, random, 800, 2500), random, 1.8)
    return sum(traffic, 0.25 * steps)


ROOMS: dict[str, Callable[[int, np.random.Generator], Signal]] = {
    "office": office,
    "car": car,
    "street": street,
}
"""By the names of a prompt's `background`."""


def _band(size: int, random: np.random.Generator, low_hz: float, high_hz: float) -> Signal:
    """Noise between two pitches, at an RMS of 1, falling by 3 dB an octave as rooms do."""
    spectrum = np.fft.rfft(random.standard_normal(size))
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    inside = (hertz >= low_hz) & (hertz <= high_hz)
    shaped = np.where(inside, spectrum / np.sqrt(np.maximum(hertz, low_hz)), 0)
    signal = np.fft.irfft(shaped, size)
    return signal / np.sqrt(np.mean(signal**2))


def _slow(size: int, random: np.random.Generator, hertz: float) -> Signal:
    """A value that wanders between about -1 and 1, turning `hertz` times a second."""
    points = random.uniform(-1, 1, int(size / RATE * hertz) + 3)
    return np.interp(np.linspace(0, len(points) - 1, size), np.arange(len(points)), points)


def _wandering(signal: Signal, random: np.random.Generator, hertz: float) -> Signal:
    return signal * (0.55 + 0.45 * _slow(len(signal), random, hertz))


def _keys(size: int, random: np.random.Generator) -> Signal:
    """About two strokes a second, each a click of 15 ms."""
    out = np.zeros(size)
    stroke = np.exp(-np.arange(int(0.015 * RATE)) / (0.003 * RATE))
    for start in random.integers(0, max(1, size - len(stroke)), int(2 * size / RATE)):
        out[start : start + len(stroke)] += stroke * random.standard_normal(len(stroke))
    return out
