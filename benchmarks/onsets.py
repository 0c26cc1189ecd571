"""Answers whose first sound is known without looking for it: the truth that latency is held to.

Nothing here uses the voice activity of the trainer. Three kinds of beginning:

- "voice": a shipped line. Its clean render tells where it first is louder than the room's noise that is added
  afterwards: before that nobody could hear it.
- "plosive": a burst of noise of our own, a breath, then a shipped line at full voice.
- "cut": the line at full voice, without its soft beginning. Of both the first sample is where they were put.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt
import soxr

from trainer.audio import Pcm
from trainer.audio.files import load_sound
from trainer.paths import ASSETS
from trainer.records import SAMPLE_RATE
from trainer.scenarios import load_library

Kind = Literal["voice", "plosive", "cut"]
KINDS: tuple[Kind, ...] = ("voice", "voice", "plosive", "cut")
"""Of each four answers."""
Wave = npt.NDArray[np.float64]
SHORTEST_S, LONGEST_S = 0.2, 3.0
SPOKEN_S, AFTER_S = 1.6, 0.6
"""How long the answer goes on from its first sound, and the room after it."""
QUIET_DB, NOISY_DB = -48.0, -20.0
"""The room's noise against the speech: a quiet room, and a loud one."""
STEP = SAMPLE_RATE // 500
"""2 ms: the shortest stretch whose power says something of a voice."""
BURST_S, BREATH_S = 0.008, 0.05
"""Of a "t": the burst, and the breath until the voice sets in (Lisker and Abramson 1964: 40 to 80 ms)."""


@dataclass(frozen=True)
class Answer:
    """`pcm` begins where the turn does; the first sound is heard after `gap_s`."""

    kind: Kind
    pcm: Pcm
    gap_s: float


def answers(count: int, noise_db: float, seed: int = 0) -> list[Answer]:
    """`count` answers, of all kinds, with gaps of 0.2 to 3 s and the room's noise throughout."""
    draw = np.random.default_rng(seed)
    gaps_s = np.linspace(SHORTEST_S, LONGEST_S, count)[draw.permutation(count)]
    return [_answer(draw, KINDS[n % len(KINDS)], float(gap_s), noise_db) for n, gap_s in enumerate(gaps_s)]


def _answer(draw: np.random.Generator, kind: Kind, gap_s: float, noise_db: float) -> Answer:
    line = _lines()[draw.integers(len(_lines()))]
    noise_power = _loudness(line) ** 2 * 10 ** (noise_db / 10)
    spoken, first = line, _first_over(line, noise_power)
    if kind != "voice":
        loud = line[_first_over(line, _loudness(line) ** 2) :]  # full voice, without a soft beginning
        lead = _plosive(draw, _loudness(line)) if kind == "plosive" else loud[:0]
        spoken, first = np.concatenate([lead, loud]), 0
    at = round(gap_s * SAMPLE_RATE)
    first = min(first, at)  # what is before it is softer than the room
    spoken = spoken[max(0, first - at) :][: first + round(SPOKEN_S * SAMPLE_RATE)]
    whole = np.concatenate([np.zeros(at - first), spoken, np.zeros(round(AFTER_S * SAMPLE_RATE))])
    whole += _pink(draw, len(whole)) * np.sqrt(noise_power)
    return Answer(kind, np.clip(whole, -32768, 32767).astype(np.int16), at / SAMPLE_RATE)


@cache
def _lines() -> tuple[Wave, ...]:
    """Shipped lines of callers and strangers whose render is clean: nothing sounds behind the voice."""
    kinds = ("callback", "elevator")
    prompts = [
        one for scenario in load_library().scenarios if scenario.kind in kinds for one in scenario.prompts
    ]
    waves = []
    for prompt in (one for one in prompts if one.background is None):
        sound = load_sound(ASSETS / prompt.audio)
        waves.append(soxr.resample(sound.pcm.astype(np.float64), sound.rate, SAMPLE_RATE))
    return tuple(waves)


def _powers(wave: Wave) -> Wave:
    steps: Wave = (wave[: len(wave) // STEP * STEP].reshape(-1, STEP) ** 2).mean(axis=1)
    return steps


def _loudness(wave: Wave) -> float:
    """Effective value of its louder half."""
    powers = np.sort(_powers(wave))
    return float(np.sqrt(powers[len(powers) // 2 :].mean()))


def _first_over(wave: Wave, power: float) -> int:
    """The first sample of the first 2 ms that are louder than `power`."""
    return int(np.argmax(_powers(wave) >= power)) * STEP


def _plosive(draw: np.random.Generator, loudness: float) -> Wave:
    burst = draw.normal(0, loudness / 2, round(BURST_S * SAMPLE_RATE))
    return np.concatenate([burst, draw.normal(0, loudness / 10, round(BREATH_S * SAMPLE_RATE))])


def _pink(draw: np.random.Generator, samples: int) -> Wave:
    """A room's noise, louder below than above; effective value 1."""
    spectrum = np.fft.rfft(draw.standard_normal(samples))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    wave: Wave = np.fft.irfft(spectrum, samples)
    return wave / float(wave.std())
