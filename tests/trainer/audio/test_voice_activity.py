"""Where speech starts and stops, on shipped voices between known silences."""

from __future__ import annotations

import itertools
import statistics

import numpy as np
import pytest
import soxr

from trainer.audio import Pcm
from trainer.audio.files import load_sound
from trainer.audio.voice_activity import VoiceActivity, all_zero, level_of, voiced_spans
from trainer.paths import ASSETS
from trainer.records import SAMPLE_RATE, Span
from trainer.scenarios import load_library

AUDIBLE = 0.02
"""Share of the peak from which a sound counts as begun."""


MOST = 20
"""Lines to listen to: about so many of the library's that were said in a quiet room, evenly taken."""


def voices() -> list[Pcm]:
    """Two seconds of each prompt, from its first audible sample on, at half of full scale."""
    clips = []
    quiet = (one for each in load_library().scenarios for one in each.prompts if one.background is None)
    paths = sorted({ASSETS / prompt.audio for prompt in quiet})
    for path in paths[:: len(paths) // MOST]:
        sound = load_sound(path)
        pcm = soxr.resample(sound.pcm.astype(np.float64), sound.rate, SAMPLE_RATE)
        audible = np.flatnonzero(np.abs(pcm) > AUDIBLE * np.abs(pcm).max())
        clip = pcm[audible[0] : audible[0] + 2 * SAMPLE_RATE]
        clips.append((clip * 16_000 / np.abs(clip).max()).astype(np.int16))
    assert len(clips) >= 8
    return clips


VOICES = voices()


def between_silences(clip: Pcm, lead: int, noise: float = 0.0) -> Pcm:
    pcm = np.concatenate((np.zeros(lead), clip, np.zeros(SAMPLE_RATE)))
    return (pcm + np.random.default_rng(6).normal(0, noise, len(pcm)) if noise else pcm).astype(np.int16)


@pytest.mark.parametrize("noise", [0.0, 60.0, 200.0])
def test_the_onset_is_exact(noise: float) -> None:
    errors_ms = []
    for number, clip in enumerate(VOICES):
        lead = 9_000 + 517 * number
        spans = voiced_spans(between_silences(clip, lead, noise))
        errors_ms.append(abs(spans[0].start_s * SAMPLE_RATE - lead) / 16)
    assert statistics.median(errors_ms) < 40
    assert max(errors_ms) < 150


def test_a_pause_between_phrases_is_found() -> None:
    one, two = VOICES[0][:16_000], VOICES[1][:16_000]
    pcm = np.concatenate((np.zeros(8000), one, np.zeros(16_000), two, np.zeros(16_000))).astype(np.int16)
    spans = voiced_spans(pcm)
    silent = [(a.end_s, b.start_s) for a, b in itertools.pairwise(spans)]
    longest = max(silent, key=lambda gap: gap[1] - gap[0])
    assert longest[0] == pytest.approx(1.5, abs=0.25)
    assert longest[1] == pytest.approx(2.5, abs=0.15)


def test_streaming_in_odd_blocks_hears_the_same() -> None:
    pcm = between_silences(VOICES[2], 12_345)
    activity, changes = VoiceActivity(), []
    for start in range(0, len(pcm), 333):
        known_at = start + 333
        for what, sample in activity.feed(pcm[start : start + 333]):
            assert sample < known_at
            changes.append((what, sample))
    spans = activity.finish()
    assert spans == voiced_spans(pcm)
    assert [what for what, _ in changes] == ["started", "ended"] * len(spans)
    assert changes[0][1] == round(spans[0].start_s * SAMPLE_RATE)
    assert changes[1][1] == round(spans[0].end_s * SAMPLE_RATE)


def test_speech_that_is_cut_off_ends_with_the_take() -> None:
    pcm = np.concatenate((np.zeros(8000, np.int16), VOICES[3][:9000]))
    spans = voiced_spans(pcm)
    assert spans
    assert spans[-1].end_s <= len(pcm) / SAMPLE_RATE


def test_spans_lie_in_order_and_do_not_overlap() -> None:
    pcm = np.concatenate([between_silences(clip, 3000, 100.0) for clip in VOICES])
    spans = voiced_spans(pcm)
    times = [time for span in spans for time in (span.start_s, span.end_s)]
    assert times == sorted(times)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 3.0])
def test_silence_noise_and_clicks_are_no_speech(seconds: float) -> None:
    frames = round(seconds * SAMPLE_RATE)
    assert voiced_spans(np.zeros(frames, np.int16)) == ()
    assert voiced_spans(np.random.default_rng(7).normal(0, 150, frames).astype(np.int16)) == ()
    clicks = np.zeros(frames, np.int16)
    clicks[1000::9000] = 30_000
    assert voiced_spans(clicks) == ()


def test_the_level_is_that_of_the_speech_not_of_the_silence() -> None:
    n = np.arange(SAMPLE_RATE)
    tone = (3276.7 * np.sqrt(2) * np.sin(2 * np.pi * 400 * n / SAMPLE_RATE)).astype(np.int16)
    pcm = np.concatenate((np.zeros(SAMPLE_RATE * 3, np.int16), tone))
    level = level_of(pcm, (Span(start_s=3.0, end_s=4.0),))
    assert level.speech_dbfs == pytest.approx(-20.0, abs=0.1)
    assert level.peak_dbfs == pytest.approx(-17.0, abs=0.1)
    assert level.clipped_share == 0.0


def test_clipping_is_a_share_of_all_samples() -> None:
    pcm = np.array([32767, -32768, 0, 100] * 500, np.int16)
    assert level_of(pcm, ()).clipped_share == 0.5


def test_where_nothing_is_voiced_there_is_no_speech_level() -> None:
    level = level_of(np.zeros(0, np.int16), ())
    assert (level.speech_dbfs, level.peak_dbfs, level.clipped_share) == (None, -90.0, 0.0)


def test_all_zero_tells_a_forbidden_microphone_from_a_quiet_room() -> None:
    assert all_zero(np.zeros(100, np.int16))
    assert not all_zero(np.array([0, 1, 0], np.int16))
