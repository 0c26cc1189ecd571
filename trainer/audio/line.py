"""A sound on its way to a device: band-limited if it comes over the line, resampled, cut in short pieces.

Pure and streaming: a piece costs a fraction of a millisecond, so the player never starves its device
while it prepares a long prompt.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import soxr

from trainer.audio import Pcm, Sound

TELEPHONE_BAND_HZ = (300.0, 3400.0)
"""The voice band of a telephone line (ITU-T G.712)."""

_EDGE_HZ = 150.0
"""Width of the filter's edges: decides its length."""


def telephone(sound: Sound) -> Sound:
    """`sound` as over a telephone line: only 300-3400 Hz is left. Same length, same rate, no delay."""
    taps = _band_pass(sound.rate)
    filtered = np.convolve(sound.pcm.astype(np.float32), taps)[len(taps) // 2 :][: len(sound.pcm)]
    return dataclasses.replace(sound, pcm=_to_int16(filtered))


def pieces(sound: Sound, rate: int, *, piece_s: float, through_telephone: bool) -> Iterator[Pcm]:
    """`sound` at the device's `rate`, in mono pieces of exactly `piece_s` (the last padded with silence)."""
    frames = round(piece_s * rate)
    left = np.zeros(0, np.int16)
    for block in _resampled(
        _filtered(sound, piece_s) if through_telephone else _blocks(sound, piece_s), sound, rate
    ):
        left = np.concatenate((left, block))
        while len(left) >= frames:
            yield left[:frames]
            left = left[frames:]
    if len(left):
        yield np.pad(left, (0, frames - len(left)))


def _blocks(sound: Sound, piece_s: float) -> Iterator[Pcm]:
    step = max(1, round(piece_s * sound.rate))
    for start in range(0, len(sound.pcm), step):
        yield sound.pcm[start : start + step]


def _filtered(sound: Sound, piece_s: float) -> Iterator[Pcm]:
    """Overlap-save convolution: the same samples as `telephone`, block by block."""
    taps = _band_pass(sound.rate)
    half = len(taps) // 2
    padded = np.pad(sound.pcm, (half, half)).astype(np.float32)
    step = max(1, round(piece_s * sound.rate))
    for start in range(0, len(sound.pcm), step):
        yield _to_int16(np.convolve(padded[start : start + step + 2 * half], taps, "valid"))


def _resampled(blocks: Iterator[Pcm], sound: Sound, rate: int) -> Iterator[Pcm]:
    if sound.rate == rate:
        yield from blocks
        return
    stream = soxr.ResampleStream(sound.rate, rate, 1, dtype="int16")
    for block in blocks:
        yield stream.resample_chunk(block)
    yield stream.resample_chunk(np.zeros(0, np.int16), last=True)


def _band_pass(rate: int) -> npt.NDArray[np.float32]:
    """Taps of a linear-phase windowed-sinc band-pass (Blackman), odd in number, unity gain in the band."""
    half = round(2.75 * rate / _EDGE_HZ)  # a Blackman window's edge is 5.5 / length wide
    n = np.arange(-half, half + 1)

    def low_pass(hz: float) -> npt.NDArray[np.float64]:
        return np.asarray(2 * hz / rate * np.sinc(2 * hz / rate * n), np.float64)

    low, high = TELEPHONE_BAND_HZ
    ideal = low_pass(min(high, 0.45 * rate)) - low_pass(low)
    return np.asarray(ideal * np.blackman(len(n)), np.float32)


def _to_int16(samples: npt.NDArray[np.float32]) -> Pcm:
    return np.clip(np.rint(samples), -32768, 32767).astype(np.int16)
