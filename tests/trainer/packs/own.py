"""An own library to export, and packs made by hand to import."""

from __future__ import annotations

import hashlib
import io
import json
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import soundfile

SELLER = 'id = "ann-own"\nname = "Ann Own"\nnumber = "0113 496 0199"\n'


def scenario(name: str, *, sound: str = "own/hello.flac", title: str = "Mine", more: str = "") -> str:
    """A voicemail of one's own, as TOML."""
    return f"""\
id = "{name}"
kind = "voicemail"
title = "{title}"
industry = "bakery"
situation = "cold"
seller = "ann-own"
trains = "Something."
difficulty = 1
{more}
[prospect]
id = "bo-lee"
name = "Bo Lee"

[[prompts]]
id = "greeting"
text = "Leave a message."
audio = "{sound}"
voice = "mine"
"""


def call_back(name: str, follows: str) -> str:
    """A call back of one's own after the voicemail `follows`."""
    more = f'follows = ["{follows}"]\ndefault_message = "Call me."'
    return scenario(name, more=more).replace('kind = "voicemail"', 'kind = "callback"')


def sound(seconds: float = 0.5, pitch_hz: float = 440.0) -> bytes:
    """A tone as FLAC."""
    times = np.arange(int(8000 * seconds)) / 8000
    data = io.BytesIO()
    soundfile.write(data, 0.2 * np.sin(2 * np.pi * pitch_hz * times), 8000, format="FLAC")
    return data.getvalue()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`."""
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)


def good() -> dict[str, bytes]:
    """The files of a pack of one scenario, without its list."""
    return {
        "mine.toml": scenario("mine").encode(),
        "sellers/ann-own.toml": SELLER.encode(),
        "own/hello.flac": sound(),
    }


def listed(files: Mapping[str, bytes], /, **changes: object) -> dict[str, bytes]:
    """`files` with the list that belongs to them, of which `changes` replace members."""
    names = [place.removesuffix(".toml") for place in files if place.endswith(".toml") and "/" not in place]
    sums = {place: hashlib.sha256(data).hexdigest() for place, data in files.items()}
    contents = {"ringback_pack": 1, "scenarios": names, "files": sums, **changes}
    return {"pack.json": json.dumps(contents).encode(), **files}


def zipped(files: Mapping[str, bytes] | list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """A zip of `files`; given as a list, names may come twice."""
    data = io.BytesIO()
    entries = files if isinstance(files, list) else list(files.items())
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a name comes twice is meant
        for name, content in entries:
            archive.writestr(name, content)
    return data.getvalue()
