"""Say some of our own labelled messages in many voices, for benchmarks/through_sound.py.

    .voices/bin/python tools/say_messages.py FOLDER --kokoro-js kokoro-js-1.2.1.tgz

The environment is that of tools/render_voices.py. FOLDER gets one recording a reply (16 kHz, mono, 16 bit;
about 25 MB in all, which is why it is not kept in the repository) and `messages.jsonl`: the rows of
tests/messages with the voice and the files of each. Which messages, voices and paces: by a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any

import soundfile
import soxr
from speech import RATE, Voices

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT / "tests" / "messages"
SEED = 20261122
HOW_MANY = {"voicemail": 18, "callback": 8, "elevator": 4}
VOICES = (
    "af_heart", "af_bella", "af_sarah", "am_michael", "am_fenrir",
    "am_puck", "bf_emma", "bf_isabella", "bm_george", "bm_fable",
)  # fmt: skip
PACES = (0.95, 1.0, 1.05, 1.12)
"""Kokoro's speed; 1 is about 160 words a minute between the pauses."""
LEAD_S, PAUSE_S, TAIL_S = 0.5, 0.35, 0.6
"""Silence before the first word, after each sentence and after the last word."""
TAKE_RATE = 16_000

_NUMBER = re.compile(r"[+(]?\d[\d\s().-]{5,}\d")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_DIGITS = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def main() -> None:
    """Choose, speak and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kokoro-js", type=Path, required=True, help="the npm package kokoro-js as a .tgz")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other messages")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    voices = Voices(arguments.kokoro_js)
    rows = chosen(random.Random(arguments.seed))
    for row in rows:
        for file, text in zip(row["files"], texts(row), strict=True):
            say(voices, arguments.folder / file, text, row["voice"], row["pace"])
            print(file, row["voice"], text, sep="  ")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (arguments.folder / "messages.jsonl").write_text(lines, "utf-8")


def chosen(draw: random.Random) -> list[dict[str, Any]]:
    """The rows, each with `voice`, `pace` and `files` (one a reply)."""
    rows = []
    for kind, count in HOW_MANY.items():
        known = [json.loads(line) for line in (MESSAGES / f"{kind}.jsonl").read_text("utf-8").splitlines()]
        # A scenario, through which the words will go, cannot say that the user may not talk now.
        rows += draw.sample([row for row in known if "can_talk" not in row["context"]], count)
    for place, row in enumerate(rows):
        row["voice"], row["pace"] = VOICES[place % len(VOICES)], draw.choice(PACES)
        row["files"] = [f"{row['id']}-{turn}.wav" for turn in range(len(texts(row)))]
    return rows


def texts(row: dict[str, Any]) -> list[str]:
    """What is said, reply by reply."""
    return [turn["text"] for turn in row["turns"]] if row.get("turns") else [row["text"]]


def say(voices: Voices, path: Path, text: str, voice: str, pace: float) -> None:
    """Write one reply, telephone numbers read digit by digit in their groups."""
    said = _NUMBER.sub(lambda found: digit_by_digit(found[0], zero="zero" if voice[0] == "a" else "oh"), text)
    sentences = [sentence for sentence in _SENTENCE.split(said) if any(map(str.isalnum, sentence))]
    parts = [(sentence, PAUSE_S) for sentence in sentences[:-1]] + [(sentences[-1], TAIL_S)]
    signal = voices.speak(parts, voice, pace, LEAD_S)
    soundfile.write(path, soxr.resample(signal, RATE, TAKE_RATE), TAKE_RATE, subtype="PCM_16")


def digit_by_digit(number: str, zero: str) -> str:
    """A telephone number in words, a comma between its groups."""
    groups = re.findall(r"\d+", number)
    spoken = ", ".join(" ".join(_DIGITS[int(digit)] for digit in group) for group in groups)
    return ("plus " if number.startswith("+") else "") + spoken.replace("oh", zero)


if __name__ == "__main__":
    main()
