"""Putting a new part into a recording, without a click at its edges."""

from __future__ import annotations

import numpy as np

from trainer.audio import Pcm
from trainer.records import SAMPLE_RATE

CROSSFADE = round(0.01 * SAMPLE_RATE)
"""Samples over which one sound gives way to the other: 10 ms, too short to be heard as a fade."""


def splice(original: Pcm, span: tuple[int, int], replacement: Pcm) -> Pcm:
    """`original` with its samples `span[0]`..`span[1]` (exclusive) replaced; neither array is changed.

    The crossfades lie inside the span and the replacement, so that every sample outside stays as it was and
    the result is as long as its parts. Where a part is shorter than two fades, the fades are shorter too.

    Raises:
        ValueError: the span is not within the recording, or ends before it begins.
    """
    first, last = span
    if not 0 <= first <= last <= len(original):
        raise ValueError(f"span {span} of {len(original)} samples")
    fade = min(CROSSFADE, last - first, len(replacement) // 2)
    part = replacement.copy()
    if fade:
        rising = np.linspace(0.0, 1.0, fade, endpoint=False)
        part[:fade] = _mixed(original[first : first + fade], replacement[:fade], rising)
        part[-fade:] = _mixed(replacement[-fade:], original[last - fade : last], rising)
    return np.concatenate([original[:first], part, original[last:]])


def _mixed(going: Pcm, coming: Pcm, rising: np.typing.NDArray[np.float64]) -> Pcm:
    """`coming` faded in over `going`; a mean of two samples never leaves their range."""
    return np.rint(going * (1.0 - rising) + coming * rising).astype(np.int16)
