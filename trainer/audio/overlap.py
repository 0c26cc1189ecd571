"""Whether the user talks while the other side does: voice activity, told apart from the line's own echo."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from trainer.audio import Pcm, Sound
from trainer.audio.voice_activity import Change, VoiceActivity
from trainer.records import SAMPLE_RATE

BLOCK_S = 0.02
"""Stretch of sound of which one loudness is taken."""
LONGEST_ECHO_S = 0.3
"""A loudspeaker's sound reaches the microphone, and this program, at most so late (device delays)."""
ALIKE = 0.7
"""Correlation of two loudness curves from which one is the other's echo. Measured after 1 s on 24 shipped
voices: echoes (20 to 250 ms late, room noise 20 dB below) 0.83 and more, two different voices 0.6 at most."""
ENOUGH_S = 1.0
"""Shorter stretches are too short to tell an echo (after 0.5 s both overlap)."""


class Overlap:
    """The microphone while `sound` is heard; use from one thread.

    Where the microphone hears the loudspeaker, nothing is noticed: the user's voice could not be told from
    the line. With a headset there is no such echo.
    """

    def __init__(self, name: str, sound: Sound, first: int) -> None:
        """`name` of the line; `first`: index of the microphone sample (16 kHz) at which its sound begins."""
        self._curve = loudness(sound.pcm, sound.rate)
        self.name, self._first = name, first
        self._heard: Pcm = np.zeros(0, np.int16)
        self._voice = VoiceActivity()
        self._untold: list[Change] = []
        """Noticed before it can be told whose voice it is."""
        self.onset: int | None = None
        """Microphone sample at which the user first began to speak; None: has not."""

    def hear(self, pcm: Pcm, first: int) -> list[Change]:
        """Take the next samples, the first of which has index `first`; returns what the user did, in order.

        Samples in the result are the microphone's.
        """
        inside = pcm[max(0, self._first + len(self._heard) - first) :]
        if not len(inside):
            return []
        self._heard = np.concatenate((self._heard, inside))
        self._untold += [(what, self._first + at) for what, at in self._voice.feed(inside)]
        if not self._untold or len(self._heard) < ENOUGH_S * SAMPLE_RATE:
            return []
        changes, self._untold = self._untold, []
        if likeness(loudness(self._heard, SAMPLE_RATE), self._curve) >= ALIKE:
            return []
        if self.onset is None:
            self.onset = next((at for what, at in changes if what == "started"), None)
        return changes if self.onset is not None else []


def loudness(pcm: Pcm, rate: int) -> npt.NDArray[np.float64]:
    """The effective value of each 20 ms block, shape (blocks,)."""
    step = round(BLOCK_S * rate)
    blocks = pcm[: len(pcm) // step * step].reshape(-1, step).astype(np.float64)
    return np.asarray(np.sqrt((blocks**2).mean(axis=1)))


def likeness(heard: npt.NDArray[np.float64], played: npt.NDArray[np.float64]) -> float:
    """The greatest correlation (-1 to 1) of the two curves, `heard` being up to 0.3 s late."""
    best = -1.0
    for late in range(round(LONGEST_ECHO_S / BLOCK_S) + 1):
        count = min(len(heard) - late, len(played))
        if count < 2:
            break
        ours, theirs = heard[late : late + count], played[:count]
        if ours.std() > 0 and theirs.std() > 0:
            best = max(best, float(np.corrcoef(ours, theirs)[0, 1]))
    return best
