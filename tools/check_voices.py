"""Does the embedded engine hear what the shipped voices say? Prints word errors of every rendered line.

    python tools/check_voices.py [NAME ...]     only files whose path holds one of these words

Run it in the project's own environment (extra `embedded`). A name counts as heard when it sounds alike, a
number by its digits. Exit status 1 when a line has more than 12 % word errors: mend that with `SAY` in
tools/speech.py.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import jellyfish
import soundfile
import soxr
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer.records import SAMPLE_RATE  # noqa: E402
from trainer.transcription import Transcriber, whisper_engine  # noqa: E402

ASSETS = ROOT / "assets"
WORST_SHARE = 0.12
"""One word in eight: what the clean renders stay under, short ones too."""
FILLERS = {"um", "uh", "hmm", "er", "ah"}
DIGITS = {
    "oh": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip


def main(names: list[str]) -> int:
    """Print a table; returns the exit status."""
    engine = whisper_engine.load(whisper_engine.model_dir(), whisper_engine.NAME)
    worst = 0.0
    for file, entry in json.loads((ASSETS / "MANIFEST.json").read_text("utf-8"))["files"].items():
        if entry["text"] is None or (names and not any(name in file for name in names)):
            continue
        heard = transcribe(engine, ASSETS / file)
        share = word_error_share(entry["text"], heard)
        worst = max(worst, share)
        print(f"{share:5.0%}  {entry['seconds']:5.1f} s  {entry['voice']:12} {file}")
        if share:
            print(f"       heard: {heard}")
    return int(worst > WORST_SHARE)


def transcribe(engine: Transcriber, path: Path) -> str:
    """What the engine hears in the file."""
    audio, rate = soundfile.read(path, dtype="int16")
    hearing = engine.hear()
    hearing.feed(soxr.resample(audio, rate, SAMPLE_RATE))
    return " ".join(word.word for word in hearing.finish())


def word_error_share(wanted: str, heard: str) -> float:
    """Sounds to insert, delete or replace, as a share of those wanted; where words are cut does not count."""
    texts = [[sound(word) for word in words(text)] for text in (wanted, heard)]
    split_alike = "".join(texts[0]) == "".join(texts[1])
    return 0.0 if split_alike else Levenshtein.distance(*texts) / len(texts[0])


def words(text: str) -> list[str]:
    """Lower-case words without fillers; every digit is a word of its own, as in a spoken number."""
    plain = text.lower().replace("-", "").replace("%", " percent")
    spoken = [DIGITS.get(word, word) for word in re.findall(r"[a-z']+|\d", plain)]
    return [part for word in spoken if word not in FILLERS for part in (word if word.isdigit() else [word])]


def sound(word: str) -> str:
    """The word by its sound; digits stay."""
    return word if word.isdigit() else jellyfish.metaphone(word) or word


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
