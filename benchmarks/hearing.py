"""How well does an engine hear? Word errors, fillers and digits over recordings whose texts are known.

    python benchmarks/hearing.py [FOLDER] [--engine vosk|vosk:NAME|embedded] [--noise DBFS] [--prompt TEXT]

FOLDER holds recordings (WAV, FLAC, OGG) with a text of the same name each (`hello.ogg`, `hello.txt`: what is
said, fillers written as um, uh, er, hmm); without it, the eight synthetic messages beside this file. Numbers
count as digits, however they are written; fillers are counted apart and are no word errors. `--noise` adds
white noise of that level; `--prompt` gives the embedded engine another prompt than its own ("" for none).
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz.distance import LCSseq, Levenshtein

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from machine import facts, print_table  # noqa: E402

from trainer.analysis.language import numbers  # noqa: E402
from trainer.audio import Pcm  # noqa: E402
from trainer.audio.files import read_answer  # noqa: E402
from trainer.paths import data_dir  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402
from trainer.transcription import Transcriber, models, whisper_engine  # noqa: E402
from trainer.transcription.engines import engine_in_force  # noqa: E402

FILLERS = frozenset(["um", "uh", "er", "erm", "hmm", "hm", "mm", "ah", "uhm"])
MESSAGES = ROOT / "benchmarks" / "messages"
SOUNDS = (".wav", ".flac", ".ogg")


@dataclass(frozen=True)
class Said:
    """A text, taken apart for counting."""

    words: tuple[str, ...]
    """Lower case, without fillers and punctuation, each digit a word of its own."""
    fillers: int
    digits: str

    @classmethod
    def of(cls, text: str) -> Said:
        plain = "".join(c if c.isalnum() or c == "'" else " " for c in text.lower().replace("%", " percent"))
        spoken = plain.split()
        rest = [word for word in spoken if word not in FILLERS]
        words = tuple(_digit_by_digit(rest))
        digits = "".join(word for word in words if word.isdigit())
        return cls(words, len(spoken) - len(rest), digits)


@dataclass
class Score:
    """Sums over recordings."""

    words: int = 0
    word_errors: int = 0
    fillers: int = 0
    fillers_heard: int = 0
    fillers_invented: int = 0
    digits: int = 0
    digits_right: int = 0
    audio_s: float = 0.0
    decode_s: float = 0.0

    def add(self, said: Said, heard: Said, audio_s: float, decode_s: float) -> None:
        self.words += len(said.words)
        self.word_errors += Levenshtein.distance(said.words, heard.words)
        self.fillers += said.fillers
        self.fillers_heard += min(said.fillers, heard.fillers)
        self.fillers_invented += max(0, heard.fillers - said.fillers)
        self.digits += len(said.digits)
        self.digits_right += LCSseq.similarity(said.digits, heard.digits)
        self.audio_s += audio_s
        self.decode_s += decode_s


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=MESSAGES)
    parser.add_argument("--engine")
    parser.add_argument("--noise", type=float, metavar="DBFS")
    parser.add_argument("--prompt", default=whisper_engine.PROMPT)
    options = parser.parse_args()
    whisper_engine.PROMPT = options.prompt
    choice = engine_in_force(options.engine, models.installed(data_dir()))
    transcriber = importlib.import_module(choice.module).load(choice.model_dir, choice.name)

    score = Score()
    print("| recording | word errors | fillers heard | digits right | words heard |\n|---|---|---|---|---|")
    for path in sorted(path for path in options.folder.iterdir() if path.suffix in SOUNDS):
        one = hear(transcriber, path, options.noise, score)
        print(one)
    print_table(f"Hearing of {choice.name} over {options.folder.name}", {**figures(score), **facts()})


def hear(transcriber: Transcriber, path: Path, noise_dbfs: float | None, total: Score) -> str:
    """Score one recording, add it to the total; its row."""
    pcm = read_answer(path)
    if noise_dbfs is not None:
        pcm = with_noise(pcm, noise_dbfs)
    began = time.perf_counter()
    hearing = transcriber.hear()
    hearing.feed(pcm)
    text = " ".join(word.word for word in hearing.finish())
    decode_s = time.perf_counter() - began
    said, heard, seconds = (
        Said.of(path.with_suffix(".txt").read_text("utf-8")),
        Said.of(text),
        len(pcm) / SAMPLE_RATE,
    )
    one = Score()
    for score in (one, total):
        score.add(said, heard, seconds, decode_s)
    counts = (
        f"{one.word_errors}/{one.words}",
        f"{heard.fillers}/{said.fillers}",
        f"{one.digits_right}/{one.digits}",
    )
    return f"| {path.stem} | {' | '.join(counts)} | {text} |"


def with_noise(pcm: Pcm, dbfs: float) -> Pcm:
    """`pcm` with white noise of this level, the same at every run."""
    noise = np.random.default_rng(0).normal(0, 32768 * 10 ** (dbfs / 20), len(pcm))
    return np.clip(pcm + noise, -32768, 32767).astype(np.int16)


def figures(score: Score) -> dict[str, str]:
    rate = score.word_errors / max(1, score.words)
    return {
        "word errors": f"{score.word_errors} of {score.words} ({rate:.1%})",
        "fillers heard": f"{score.fillers_heard} of {score.fillers}",
        "fillers invented": str(score.fillers_invented),
        "digits right": f"{score.digits_right} of {score.digits}",
        "audio": f"{score.audio_s:.0f} s",
        "time to decode": f"{score.decode_s / max(1e-9, score.audio_s):.3f} of the audio's length",
    }


def _digit_by_digit(words: Sequence[str]) -> list[str]:
    """Numbers as their digits, by the judge's own reading of them."""
    result: list[str] = []
    at = 0
    while at < len(words):
        number = numbers.read(words, at)
        result += list(number.digits) if number else [words[at]]
        at += number.length if number else 1
    return result


if __name__ == "__main__":
    main()
