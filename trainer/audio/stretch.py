"""Slower and faster speech at its own pitch.

WSOLA (Verhelst and Roelands, "An overlap-add technique based on waveform similarity", ICASSP 1993): frames
are laid over each other closer together or further apart, each taken from where the wave goes on most like
the one before, so that no period of the voice is cut.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from trainer.audio import Pcm
from trainer.records import SAMPLE_RATE

SLOWEST, FASTEST = 0.5, 2.0
"""Beyond these, frames would repeat or skip whole sounds of speech."""
_HOP = SAMPLE_RATE // 50
"""20 ms; a frame is two of them, three periods of a low voice."""
_FRAME = 2 * _HOP
_REACH = SAMPLE_RATE // 100
"""10 ms to either side holds a whole period of a voice down to 50 Hz."""
_COARSE = 4
"""Every fourth sample is enough to find where waves are alike: voices have their strength under 2 kHz."""


def stretched(pcm: Pcm, speed: float) -> Pcm:
    """Mono `pcm`, shape (n,) at 16 kHz, as (n / speed,): 1.5 is faster and shorter, the pitch stays.

    Raises:
        ValueError: `speed` is outside 0.5 to 2.
    """
    if not SLOWEST <= speed <= FASTEST:
        raise ValueError(f"speed {speed} is not from {SLOWEST} to {FASTEST}")
    if speed == 1.0 or len(pcm) < _FRAME:
        return pcm
    length = round(len(pcm) / speed)
    frames = length // _HOP + 1
    samples = np.zeros(len(pcm) + 2 * (_FRAME + _REACH) + _FRAME, np.float32)
    begin = _FRAME + _REACH
    samples[begin : begin + len(pcm)] = pcm
    window = np.hanning(_FRAME + 1)[:-1].astype(np.float32)
    made = np.zeros((frames + 1) * _HOP, np.float32)
    at = begin - _HOP
    for frame in range(frames):
        # Half a frame early, so that the first samples lie under a full window too.
        wanted = begin - _HOP + round(frame * _HOP * speed)
        at = _likest(samples, wanted, at + _HOP) if frame else wanted
        made[frame * _HOP : frame * _HOP + _FRAME] += samples[at : at + _FRAME] * window
    sound = made[_HOP : _HOP + length]
    return np.clip(np.rint(sound), -32768, 32767).astype(np.int16)


def _likest(samples: npt.NDArray[np.float32], wanted: int, following: int) -> int:
    """Where near `wanted` the wave is most like what really follows at `following`."""
    last = len(samples) - _FRAME
    wanted, following = min(wanted, last - _REACH), min(following, last)
    target = samples[following : following + _FRAME : _COARSE]
    around = samples[wanted - _REACH : wanted + _REACH + _FRAME : _COARSE]
    alike = np.correlate(around, target, "valid")
    return wanted - _REACH + int(alike.argmax()) * _COARSE
