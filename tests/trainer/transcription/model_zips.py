"""A tiny thing that looks like a Vosk model, as a folder and as a zip."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np

from trainer.transcription.download import Published

NAME = "vosk-model-tiny-test-0.1"
FILES = {
    "am/final.mdl": np.random.default_rng(0).bytes(300_000),
    "conf/model.conf": b"--beam=10\n",
    "graph/words.txt": b"<eps> 0\nhello 1\nthe 2\n",
}


def model_folder(place: Path, words: bytes = FILES["graph/words.txt"]) -> Path:
    for name, data in {**FILES, "graph/words.txt": words}.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return place


def model_zip(top: str = f"{NAME}/") -> bytes:
    return zip_of({top + name: data for name, data in FILES.items()})


def zip_of(files: dict[str | zipfile.ZipInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def published(data: bytes) -> Published:
    return Published(NAME, hashlib.sha256(data).hexdigest(), len(data))
