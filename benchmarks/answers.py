"""Synthetic answers whose pauses and beginning are known to the millisecond, cut from the shipped voices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import soxr

from trainer.audio import Pcm
from trainer.audio.files import load_sound
from trainer.audio.voice_activity import voiced_spans
from trainer.paths import ASSETS
from trainer.records import SAMPLE_RATE

SHORTEST_PHRASE_S, LONGEST_PHRASE_S = 0.6, 2.5
ROOM = 12.0
"""Effective value of the noise between the phrases, of 32768: a quiet room (-69 dB)."""


@cache
def phrases() -> tuple[Pcm, ...]:
    """Stretches of speech without a pause, from all shipped call backs and elevator speeches."""
    found: list[Pcm] = []
    for path in sorted((ASSETS / "voices").glob("[ce]*.ogg")):
        found += _phrases_of(path)
    return tuple(found)


def _phrases_of(path: Path) -> list[Pcm]:
    sound = load_sound(path)
    pcm = soxr.resample(sound.pcm, sound.rate, SAMPLE_RATE).astype(np.int16)
    spans = voiced_spans(pcm)
    wanted = (span for span in spans if SHORTEST_PHRASE_S <= span.end_s - span.start_s <= LONGEST_PHRASE_S)
    return [pcm[round(span.start_s * SAMPLE_RATE) : round(span.end_s * SAMPLE_RATE)] for span in wanted]


def answer(draw: np.random.Generator, gap_s: float, pauses_s: Sequence[float], after_s: float) -> Pcm:
    """Silence of `gap_s`, then phrases with these pauses between them, then silence; all with room noise."""
    parts: list[Pcm] = [_silence(gap_s)]
    for pause_s in (*pauses_s, None):
        parts.append(phrases()[draw.integers(len(phrases()))])
        parts.append(_silence(after_s if pause_s is None else pause_s))
    pcm = np.concatenate(parts).astype(np.float64) + draw.normal(0, ROOM, sum(map(len, parts)))
    return np.clip(pcm, -32768, 32767).astype(np.int16)


def _silence(seconds: float) -> Pcm:
    return np.zeros(round(seconds * SAMPLE_RATE), np.int16)
