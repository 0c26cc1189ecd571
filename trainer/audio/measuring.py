"""What can be heard in a take that is on the disk, where nobody measured while it was spoken."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from trainer.audio.takes import read_take
from trainer.audio.voice_activity import level_of, voiced_spans
from trainer.records import Take


def measured(path: Path, take: Take) -> Take:
    """`take` with the speech, latency and level that its file holds.

    Raises:
        WorldError, OSError: it cannot be read.
    """
    pcm = read_take(path)
    spans = voiced_spans(pcm)
    return dataclasses.replace(
        take,
        speech=spans,
        first_word_latency_s=spans[0].start_s if spans else None,
        level=level_of(pcm, spans),
    )
