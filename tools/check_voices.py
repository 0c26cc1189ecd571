"""Does the embedded engine hear what the shipped voices say? Prints word errors of every rendered line.

    python tools/check_voices.py [NAME ...]     only files whose path holds one of these words

Run it in the project's own environment (extra `embedded`). A name counts as heard when it sounds alike, a
number by its digits. Exit status 1 when the library has more than 5 % word errors, or a line more than 25 %
and at least two: mend that with `SAY` in tools/speech.py, or say it in other words.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

import jellyfish
import soundfile
import soxr
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer.records import SAMPLE_RATE  # noqa: E402
from trainer.scenarios import load_library  # noqa: E402
from trainer.transcription import Transcriber, whisper_engine  # noqa: E402

ASSETS = ROOT / "assets"
WORST_LIBRARY, WORST_LINE, WORST_WORDS = 0.05, 0.25, 2
"""Share of word errors over all lines; share and number of them in one line."""
NAME_ALIKE = 0.7
"""Share of its sound in which a name must be heard: engines spell unknown names as they like."""
FILLERS = {"um", "uh", "hmm", "er", "ah"}
DIGITS = {
    "oh": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30",
}  # fmt: skip


def main(names: list[str]) -> int:
    """Print a table and the sums; returns the exit status."""
    engine = whisper_engine.load(whisper_engine.model_dir(), whisper_engine.NAME)
    wrong = said = lines = 0
    failed = []
    for file, entry in json.loads((ASSETS / "MANIFEST.json").read_text("utf-8"))["files"].items():
        if entry["text"] is None or (names and not any(name in file for name in names)):
            continue
        heard = transcribe(engine, ASSETS / file)
        errors, size = word_errors(entry["text"], heard)
        wrong, said, lines = wrong + errors, said + size, lines + 1
        print(f"{errors / size:5.0%}  {entry['seconds']:5.1f} s  {entry['voice']:21} {file}", flush=True)
        if errors:
            print(f"       said:  {entry['text']}\n       heard: {heard}")
        if errors / size > WORST_LINE and errors >= WORST_WORDS:
            failed.append(file)
    print(f"{lines} lines, {wrong} of {said} words wrong ({wrong / max(1, said):.1%})")
    for file in failed:
        print(f"says something else than its text: {file}")
    return int(bool(failed) or wrong > WORST_LIBRARY * said)


def transcribe(engine: Transcriber, path: Path) -> str:
    """What the engine hears in the file."""
    audio, rate = soundfile.read(path, dtype="int16")
    hearing = engine.hear()
    hearing.feed(soxr.resample(audio, rate, SAMPLE_RATE))
    return " ".join(word.word for word in hearing.finish())


def word_errors(wanted: str, heard: str) -> tuple[int, int]:
    """(sounds to insert, delete or replace; sounds wanted); where words are cut does not count."""
    texts = [[sound(word) for word in words(text)] for text in (wanted, heard)]
    names = [name for name in texts[0] if name in name_sounds()]
    texts[1] = [nearest(word, names) for word in texts[1]]
    split_alike = "".join(texts[0]) == "".join(texts[1])
    return 0 if split_alike else Levenshtein.distance(*texts), len(texts[0])


@cache
def name_sounds() -> frozenset[str]:
    """Sounds of everybody's and every company's name in the library."""
    library = load_library()
    people = [name for scenario in library.scenarios for name in (scenario.prospect.name, scenario.referrer)]
    companies = [scenario.prospect.company for scenario in library.scenarios]
    sellers = [name for seller in library.sellers.values() for name in (seller.name, seller.company)]
    return frozenset(sound(word) for name in (*people, *companies, *sellers) if name for word in words(name))


def nearest(word: str, names: list[str]) -> str:
    """The name of which `word` is a hearing, else the word itself."""
    best = process.extractOne(word, names, scorer=Levenshtein.normalized_similarity, score_cutoff=NAME_ALIKE)
    return best[0] if best else word


def words(text: str) -> list[str]:
    """Lower-case words without fillers; every digit is a word of its own, as in a spoken number."""
    plain = text.lower().replace("-", "").replace("%", " percent")
    spoken = [DIGITS.get(word, word) for word in re.findall(r"[a-z']+|\d", plain)]
    return [
        part for word in spoken if word not in FILLERS for part in ([*word] if word.isdigit() else [word])
    ]


def sound(word: str) -> str:
    """The word by its sound; digits stay."""
    return word if word.isdigit() else jellyfish.metaphone(word) or word


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
