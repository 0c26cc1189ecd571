"""What is said into the microphone in the flows."""

from __future__ import annotations

from pathlib import Path

import soundfile

from trainer.paths import ASSETS

GOOD_MESSAGE = ASSETS / "samples" / "good-voicemail.ogg"
"""A message for Dana Whitfield; its first words name Sam Reyes, Fieldline and Priya Patel."""
READY_REPLY = ASSETS / "samples" / "ready-callback.ogg"
ENOUGH_S = 6.0
"""So much of the good message holds "… asked me to ring you", which no engine spells in another way."""


def beginning(sound: Path, to: Path, seconds: float = ENOUGH_S, volume: float = 1.0) -> Path:
    """The first `seconds` of a sound as the file `to`, for a flow that need not hear all of it."""
    samples, rate = soundfile.read(sound, frames=int(seconds * soundfile.info(sound).samplerate))
    soundfile.write(to, samples * volume, rate)
    return to
