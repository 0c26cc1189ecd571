"""The audio files that belong to the rows: removing them, and comparing both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from trainer.errors import StoreError
from trainer.paths import file_sha256, sync_folder
from trainer.records import Take

FOLDER = "takes"
"""All recordings lie below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioReport:
    """Where rows and files differ: relative paths, sorted."""

    missing: tuple[str, ...]
    """Listed, but the file is gone."""
    changed: tuple[str, ...]
    """The file's checksum is not the stored one."""
    unlisted: tuple[str, ...]
    """Files that no attempt knows."""


def compare(data_dir: Path, takes: Sequence[Take]) -> AudioReport:
    """Read every recording and compare it with its row; takes that are still being recorded are left out.

    Raises:
        OSError: a file cannot be read.
        StoreError: a row's path leads out of the data folder.
    """
    finished = {take.path: take.sha256 for take in takes if take.sha256}
    files = {relative: audio_path(data_dir, relative) for relative in sorted(finished)}
    present = [relative for relative, path in files.items() if path.is_file()]
    return AudioReport(
        missing=tuple(relative for relative in files if relative not in present),
        changed=tuple(name for name in present if file_sha256(files[name]) != finished[name]),
        unlisted=unlisted(data_dir, takes),
    )


def unlisted(data_dir: Path, takes: Iterable[Take]) -> tuple[str, ...]:
    """Relative paths of audio files that belong to none of `takes`, sorted."""
    known = {take.path for take in takes}
    found = (path.relative_to(data_dir).as_posix() for path in (data_dir / FOLDER).rglob("*.wav"))
    return tuple(sorted(name for name in found if name not in known))


def audio_path(data_dir: Path, relative: str) -> Path:
    """Where the take with this stored path lies.

    Raises:
        StoreError: the path leads out of the data folder (the database was tampered with).
    """
    path = PurePosixPath(relative)
    if path.is_absolute() or ".." in path.parts or len(path.parts) < 2:
        raise StoreError(
            f"The history names a recording outside the data folder ('{relative}').",
            "Somebody has changed the database by hand; that file was left alone.",
        )
    return data_dir.joinpath(*path.parts)


def remove_audio(data_dir: Path, paths: list[str]) -> None:
    """Delete the files and the folders that this leaves empty; files that are gone already are fine.

    Not even a power cut brings them back.

    Raises:
        StoreError: a file cannot be removed.
    """
    files = [audio_path(data_dir, relative) for relative in paths]
    for path in files:
        with _removing(path), suppress(NotADirectoryError):  # then nothing lies below it
            path.unlink(missing_ok=True)
        with suppress(OSError):  # an empty folder holds nothing of anybody's
            _remove_if_empty(path.parent, data_dir)
    for folder, path in {_nearest(path): path for path in files}.items():
        with _removing(path):
            sync_folder(folder)


@contextmanager
def _removing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The recording {path} could not be deleted ({error.strerror or error}).",
            "Stop playing it, make the folder writable, and delete the attempt again.",
        ) from error


def _remove_if_empty(folder: Path, data_dir: Path) -> None:
    while folder != data_dir and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _nearest(path: Path) -> Path:
    """The innermost folder above it that is there."""
    return next(folder for folder in path.parents if folder.is_dir())
