"""How exact `first_word_latency` is: the caller's line, a known gap and an answer, played as one file.

    python benchmarks/latency.py [--answers 40]

The file goes through voice activity as a microphone would deliver it, in blocks of 20 ms, with the turn
beginning where the line in the file ends. The answers' phrases were cut at edges that the same voice activity
found in clean speech, so this shows what noise, gap and blocks add to it, not where a careful person would
set the edge. What the devices and their clocks add is not in it either.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from answers import answer, phrases  # noqa: E402
from machine import facts  # noqa: E402

from trainer.audio.voice_activity import VoiceActivity  # noqa: E402
from trainer.recording import latency  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402

SHORTEST_S, LONGEST_S = 0.2, 3.0
BLOCK = SAMPLE_RATE // 50


def error_s(draw: np.random.Generator) -> float:
    """How far one measured latency is from the gap that was put there; positive: late."""
    gap_s = draw.uniform(SHORTEST_S, LONGEST_S)
    line = phrases()[draw.integers(len(phrases()))]
    file = np.concatenate([line, answer(draw, gap_s, [0.5], 1.0)])
    reply, voice = file[len(line) :], VoiceActivity()
    for start in range(0, len(reply), BLOCK):
        voice.feed(reply[start : start + BLOCK])
    measured_s = latency(voice.finish(), 0.0)
    assert measured_s is not None, "an answer was not heard at all"
    return measured_s - round(gap_s * SAMPLE_RATE) / SAMPLE_RATE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=int, default=40)
    draw = np.random.default_rng(0)
    errors = [error_s(draw) for _ in range(parser.parse_args().answers)]
    sizes = [abs(error) for error in errors]
    print(facts())
    print(f"\n{len(errors)} answers, gaps of {SHORTEST_S} to {LONGEST_S} s")
    print(f"error: median {median(sizes) * 1000:.0f} ms, worst {max(sizes) * 1000:.0f} ms,")
    print(f"mean with its sign {sum(errors) / len(errors) * 1000:+.0f} ms")


if __name__ == "__main__":
    main()
