"""Speech models of Vosk on this machine: where they are, and which of them know English."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import UnknownName
from trainer.paths import ROOT, make_private_dir, write_private

FOLDER = "models"
"""Below the data folder; models that Ringback has installed lie here."""
PARTIAL = ".partial"
"""Ending of everything in that folder that is not, or no longer, whole."""
_ENGLISH_CACHE = "english.json"
_ASK_LIMIT_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One Vosk model folder."""

    name: str
    """The folder's name, for instance "vosk-model-small-en-us-0.15"."""
    path: Path
    size_bytes: int
    english: bool
    ours: bool
    """Whether it lies in the data folder, where Ringback may remove it."""


def missing_parts(folder: Path) -> list[str]:
    """Files without which `folder` cannot be a Vosk speech model; empty when all are there.

    Vosk reads two layouts (its src/model.cc): since 2020 `am/final.mdl` and `conf/model.conf` in folders
    of their own, before that `final.mdl` and `mfcc.conf` side by side.
    """
    flat = (folder / "final.mdl").is_file()
    wanted = ["mfcc.conf"] if flat else ["am/final.mdl", "conf/model.conf"]
    return [part for part in wanted if not (folder / part).is_file()]


def installed(data_dir: Path) -> list[Model]:
    """All models found: in the data folder, then `VOSK_MODEL_PATH`, then Vosk's usual folders.

    Of several with one name the first counts. Whether a model knows English is asked of the model once,
    in a process of its own (up to a few seconds), and remembered in the data folder.
    """
    known = _English(data_dir)
    found: dict[str, Model] = {}
    for folder in _folders(data_dir):
        if folder.name not in found:
            found[folder.name] = Model(
                name=folder.name,
                path=folder,
                size_bytes=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()),
                english=known.english(folder),
                ours=folder.parent == data_dir / FOLDER,
            )
    return list(found.values())


def remove(name: str, data_dir: Path) -> None:
    """Delete a model that Ringback has installed.

    Raises:
        UnknownName: there is none of that name in the data folder.
        OSError: it could not be deleted.
    """
    ours = {folder.name: folder for folder in _models_in(data_dir / FOLDER)}
    if name not in ours:
        raise UnknownName("model", name, list(ours))
    # Renamed first: a deletion that is interrupted leaves no half model under its name.
    gone = ours[name].with_name(name + PARTIAL)
    shutil.rmtree(gone, ignore_errors=True)
    ours[name].rename(gone)
    shutil.rmtree(gone)


def _folders(data_dir: Path) -> Iterator[Path]:
    yield from _models_in(data_dir / FOLDER)
    chosen = os.environ.get("VOSK_MODEL_PATH")
    if chosen:
        folder = Path(chosen).expanduser().resolve()
        yield from _models_in(folder) if missing_parts(folder) else [folder]
    for place in usual_places():
        yield from _models_in(place)


def usual_places() -> list[Path]:
    """Where Vosk itself looks for models (its Python package, MODEL_DIRS)."""
    local = os.environ.get("LOCALAPPDATA")
    places = [Path("/usr/share/vosk"), Path.home() / ".cache" / "vosk"]
    return [Path(local) / "vosk", *places] if local else places


def _models_in(folder: Path) -> list[Path]:
    try:
        inside = sorted(path for path in folder.iterdir() if path.suffix != PARTIAL)
    except OSError:  # Not there, or not ours to read.
        return []
    return [path for path in inside if not missing_parts(path)]


class _English:
    """Which models know English, remembered by path and age of the model's main file."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FOLDER / _ENGLISH_CACHE
        try:
            answers = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            answers = {}
        self._answers: dict[str, bool] = answers if isinstance(answers, dict) else {}

    def english(self, folder: Path) -> bool:
        """Whether the model's vocabulary holds "the"."""
        key = f"{folder}|{_main_file(folder).stat().st_mtime_ns}"
        if key not in self._answers:
            self._answers[key] = _knows_the(folder)
            self._remember()
        return self._answers[key] is True

    def _remember(self) -> None:
        try:
            make_private_dir(self._file.parent)
            write_private(self._file, json.dumps(self._answers, indent=1).encode())
        except OSError:  # A read-only data folder: asked again next time.
            return


def _main_file(folder: Path) -> Path:
    nested = folder / "am" / "final.mdl"
    return nested if nested.is_file() else folder / "final.mdl"


def _knows_the(folder: Path) -> bool:
    """Read from the model's word list if it has one, else asked of Vosk; a model that fails knows nothing."""
    words = folder / "graph" / "words.txt"
    if words.is_file():
        with words.open(encoding="utf-8", errors="replace") as lines:
            return any(line.split(maxsplit=1)[:1] == ["the"] for line in lines)
    command = [sys.executable, "-m", "trainer.transcription.vosk_engine", str(folder), "the"]
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=_ASK_LIMIT_S, check=False)
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0
