"""The audio files that belong to the rows: removing them, and comparing both sides."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from trainer.errors import StoreError


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

    Raises:
        StoreError: a file cannot be removed.
    """
    for path in [audio_path(data_dir, relative) for relative in paths]:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The recording {path} could not be deleted ({error.strerror or error}).",
                "Stop playing it, make the folder writable, and delete the attempt again.",
            ) from error
        _remove_if_empty(path.parent, data_dir)


def _remove_if_empty(folder: Path, data_dir: Path) -> None:
    while folder != data_dir and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
