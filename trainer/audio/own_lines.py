"""Lines that users record or bring themselves: cut to the voice and made as loud as the shipped ones."""

from __future__ import annotations

import io

import numpy as np
import soundfile

from trainer.audio import Pcm
from trainer.audio.voice_activity import level_of, voiced_spans
from trainer.records import SAMPLE_RATE, Span

SPEECH_DBFS = -22.0
"""Level of the voiced parts of the shipped lines: their middle, of 24 of them (-24 to -20)."""
PEAK_DBFS = -1.0
"""No peak is raised above it; a voice with sharp peaks stays softer instead of being clipped."""
MOST_GAIN_DB = 30.0
"""More would make a whisper of noise of a room."""
BEFORE_S, AFTER_S = 0.15, 0.30
"""What stays around the voice: a breath, and the room's own end. Shipped lines have about that."""


def as_line(pcm: Pcm) -> Pcm:
    """16 kHz mono samples as a line of a call. Where no voice is found, they stay as they are."""
    spans = voiced_spans(pcm)
    if not spans:
        return pcm
    return _cut(_evened(pcm, spans), spans)


def flac_of(pcm: Pcm) -> bytes:
    """16 kHz mono samples as the bytes of a FLAC file."""
    file = io.BytesIO()
    soundfile.write(file, pcm, SAMPLE_RATE, format="FLAC", subtype="PCM_16")
    return file.getvalue()


def _evened(pcm: Pcm, spans: tuple[Span, ...]) -> Pcm:
    level = level_of(pcm, spans)
    assert level.speech_dbfs is not None  # there is voice
    gain_db = min(SPEECH_DBFS - level.speech_dbfs, PEAK_DBFS - level.peak_dbfs, MOST_GAIN_DB)
    evened: Pcm = np.clip(np.rint(pcm * 10 ** (gain_db / 20)), -32768, 32767).astype(np.int16)
    return evened


def _cut(pcm: Pcm, spans: tuple[Span, ...]) -> Pcm:
    first = max(0, round((spans[0].start_s - BEFORE_S) * SAMPLE_RATE))
    return pcm[first : round((spans[-1].end_s + AFTER_S) * SAMPLE_RATE)]
