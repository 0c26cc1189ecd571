"""The user's voice while a line is heard, told apart from the line's own echo."""

from __future__ import annotations

import numpy as np
import pytest
import soxr

from trainer.audio import Pcm, Sound
from trainer.audio.excerpt import SPEECH_DBFS, excerpt
from trainer.audio.files import load_sound
from trainer.audio.overlap import Overlap
from trainer.audio.voice_activity import level_of, voiced_spans
from trainer.paths import ASSETS
from trainer.records import SAMPLE_RATE

LINE = load_sound(ASSETS / "voices" / "callback-hurried-logistics-opening.ogg")
FIRST = 5_000
"""The microphone's sample at which the line begins."""


def spoken(file: str) -> Pcm:
    sound = load_sound(ASSETS / file)
    return at_16k(sound)


def at_16k(sound: Sound) -> Pcm:
    return soxr.resample(sound.pcm, sound.rate, SAMPLE_RATE).astype(np.int16)


def microphone(seconds: float, *sounds: tuple[float, Pcm]) -> Pcm:
    """Faint noise with each sound at its second."""
    heard = np.random.default_rng(0).normal(0, 8, round(seconds * SAMPLE_RATE))
    for at_s, pcm in sounds:
        start = round(at_s * SAMPLE_RATE)
        count = min(len(pcm), len(heard) - start)
        heard[start : start + count] += pcm[:count]
    return np.clip(heard, -32768, 32767).astype(np.int16)


def listen(pcm: Pcm, block: int = 320) -> tuple[Overlap, list[tuple[str, int]]]:
    overlap, noticed = Overlap("opening", LINE, FIRST), []
    for start in range(0, len(pcm), block):
        noticed += overlap.hear(pcm[start : start + block], FIRST + start)
    return overlap, noticed


@pytest.mark.parametrize("at_s", [0.2, 2.0, 4.0])
def test_a_voice_over_the_line_is_noticed_where_it_begins(at_s: float) -> None:
    words = spoken("samples/ready-callback.ogg")
    onset_s = at_s + voiced_spans(words)[0].start_s
    overlap, noticed = listen(microphone(6.0, (at_s, words)))
    assert noticed[0][0] == "started"
    assert overlap.onset == pytest.approx(FIRST + onset_s * SAMPLE_RATE, abs=0.05 * SAMPLE_RATE)


@pytest.mark.parametrize("late_s", [0.02, 0.1, 0.25])
@pytest.mark.parametrize("loud", [0.02, 0.1, 0.5])
def test_the_line_in_the_microphone_is_nobody(late_s: float, loud: float) -> None:
    echo = (at_16k(LINE) * loud).astype(np.int16)
    overlap, noticed = listen(microphone(6.0, (late_s, echo)))
    assert noticed == []
    assert overlap.onset is None


def test_what_was_heard_before_the_line_is_left_out() -> None:
    words = spoken("samples/ready-callback.ogg")[: 2 * SAMPLE_RATE]
    overlap = Overlap("opening", LINE, 3 * SAMPLE_RATE)
    pcm = microphone(6.0, (0.0, words))
    assert overlap.hear(pcm[: 4 * SAMPLE_RATE], 0) == []
    assert overlap.hear(pcm[4 * SAMPLE_RATE :], 4 * SAMPLE_RATE) == []
    assert overlap.onset is None


@pytest.mark.parametrize("factor", [0.3, 1.0, 2.0])
def test_part_of_a_recording_is_as_loud_as_the_voices_of_a_call(factor: float) -> None:
    pcm = np.clip(spoken("samples/good-voicemail.ogg") * factor, -32768, 32767).astype(np.int16)
    level = level_of(pcm, voiced_spans(pcm)).speech_dbfs
    sound = excerpt("own-message", pcm, level)
    heard = level_of(sound.pcm, voiced_spans(sound.pcm)).speech_dbfs
    assert heard == pytest.approx(SPEECH_DBFS, abs=1.0)
    assert sound.over_the_line
    assert sound.pcm[0] == sound.pcm[-1] == 0


def test_a_very_faint_recording_does_not_become_all_noise() -> None:
    pcm = np.full(16_000, 10, np.int16)
    assert np.abs(excerpt("x", pcm, -80.0).pcm).max() < 100
    assert len(excerpt("x", pcm[:0], None).pcm) == 0
