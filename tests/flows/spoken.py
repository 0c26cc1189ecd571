"""What is said into the microphone in the flows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import soundfile

from tests.flows.desktop import wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.virtual_sound import VirtualSound
from trainer.paths import ASSETS

GOOD_MESSAGE = ASSETS / "samples" / "good-voicemail.ogg"
"""A message for Dana Whitfield; its first words name Sam Reyes, Fieldline and Priya Patel."""
NUMBER_BEGINS = ("0113", "oh one one three")
"""How an engine may write the beginning of the number in it."""
READY_REPLY = ASSETS / "samples" / "ready-callback.ogg"
"""A reply to Dana Whitfield of 17 s; it begins "Dana, thanks for calling back"."""
ENOUGH_S = 6.0
"""So much of the good message holds "… asked me to ring you", which no engine spells in another way."""


def beginning(sound: Path, to: Path, seconds: float = ENOUGH_S, volume: float = 1.0) -> Path:
    """The first `seconds` of a sound as the file `to`, for a flow that need not hear all of it."""
    samples, rate = soundfile.read(sound, frames=int(seconds * soundfile.info(sound).samplerate))
    soundfile.write(to, samples * volume, rate)
    return to


@contextmanager
def speaking(sound: VirtualSound, speech: Path, first: Path) -> Iterator[None]:
    """In the block `speech` goes on, its beginning `first` being said already; it stops with the block.

    So a user hangs up in the middle of a reply, and no pause invites the other side to speak.
    """
    with sound.record("virtmic") as said:
        process = sound.speak(speech, wait=False)
        try:
            wait_until(lambda: likeness(said.pcm, first) > ALIKE, "the beginning of the reply")
            yield
        finally:
            process.kill()
            process.wait()
