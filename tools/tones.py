"""The telephone's own sounds, made from sines: dial tone, ring-back, ring and beep.

Dial tone, ring-back and the cadence of the ring follow a country's plan (ITU-T E.180 lists them): the British
one where nothing else is known, the North American one below `us/`. The beep of mailboxes has no standard; it
is the same everywhere. All are a little softer than the voices (tools/speech.py): nobody is to be startled.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

RATE = 24_000
"""Samples a second; the voices' own rate."""
LEVEL_DBFS = -24.0
"""RMS while the tone sounds."""
EDGE_S = 0.01
"""Soft edges: without them a tone starts and ends with a click."""

Signal = npt.NDArray[np.float64]


def tones() -> dict[str, Signal]:
    """Every tone by its path below `tones/`, without suffix; mono float, shape (n,), at `RATE`."""
    return {
        "dial": dial(),
        "ring-back": ring_back(),
        "ring": ring(),
        "beep": beep(),
        "us/ring-back": us_ring_back(),
        "us/ring": us_ring(),
        **{f"key-{name}": key(row, column) for name, (row, column) in KEYS.items()},
    }


KEYS = {
    name: (row, column)
    for row, names in ((697, "1 2 3"), (770, "4 5 6"), (852, "7 8 9"), (941, "star 0 hash"))
    for column, name in zip((1209, 1336, 1477), names.split(), strict=True)
}
"""Every key of a telephone with its two frequencies in Hz (ITU-T Q.23)."""
KEY_S = 0.15
"""How long a key sounds; exchanges want 0.04 s at least (ITU-T Q.24)."""


def key(row: int, column: int) -> Signal:
    """What is heard when a key is pressed: both its frequencies at once."""
    return _sines((row, column), KEY_S)


def dial() -> Signal:
    """350 and 440 Hz for 1.2 s: the same in both plans."""
    return _sines((350, 440), 1.2)


def ring_back() -> Signal:
    """What the caller hears: 400 and 450 Hz, 0.4 s on, 0.2 s off, 0.4 s on, then 1 s of the pause (2 s)."""
    burst = _sines((400, 450), 0.4)
    return np.concatenate([burst, _silence(0.2), burst, _silence(1.0)])


def us_ring_back() -> Signal:
    """440 and 480 Hz, 2 s on, then 1 s of the pause (4 s)."""
    return np.concatenate([_sines((440, 480), 2.0), _silence(1.0)])


def ring() -> Signal:
    """What the called one hears: 0.4 s on, 0.2 s off, 0.4 s on, then 1 s of the pause (2 s)."""
    stroke = _bell(0.4)
    return np.concatenate([stroke, _silence(0.2), stroke, _silence(1.0)])


def us_ring() -> Signal:
    """One long ring of 2 s."""
    return _bell(2.0)


def _bell(seconds: float) -> Signal:
    """A soft bell warble, 20 strokes a second as in a bell telephone."""
    time = np.arange(int(RATE * seconds)) / RATE
    strokes = (time * 20).astype(int)
    since_stroke = time - strokes / 20
    pitch = np.where(strokes % 2 == 0, 784.0, 988.0)
    bell = np.sin(2 * np.pi * pitch * since_stroke) + 0.35 * np.sin(2 * np.pi * 2.76 * pitch * since_stroke)
    struck = np.minimum(since_stroke / 0.003, 1.0) * np.exp(-since_stroke * 14)
    fade_out = np.clip((0.05 - since_stroke) / 0.004, 0.0, 1.0)
    return _soft(bell * struck * fade_out)


def beep() -> Signal:
    """The mailbox's sign to speak: 1000 Hz for 0.4 s."""
    return _sines((1000,), 0.4)


def _sines(frequencies: tuple[float, ...], seconds: float) -> Signal:
    time = np.arange(int(RATE * seconds)) / RATE
    return _soft(sum((np.sin(2 * np.pi * hertz * time) for hertz in frequencies), np.zeros(len(time))))


def _soft(signal: Signal) -> Signal:
    """At `LEVEL_DBFS`, with raised-cosine edges."""
    out = signal * (10 ** (LEVEL_DBFS / 20) / np.sqrt(np.mean(signal**2)))
    edge = 0.5 - 0.5 * np.cos(np.pi * np.arange(int(RATE * EDGE_S)) / (RATE * EDGE_S))
    out[: len(edge)] *= edge
    out[-len(edge) :] *= edge[::-1]
    return out


def _silence(seconds: float) -> Signal:
    return np.zeros(int(RATE * seconds))
