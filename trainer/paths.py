"""Where things are: the shipped files, and the one folder that everything is written to, safely."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
"""The checkout: `scenarios/`, `assets/` and `trainer/guides/` lie below it."""
ASSETS = ROOT / "assets"
SCENARIOS = ROOT / "scenarios"
GUIDES = ROOT / "trainer" / "guides"


def data_dir(chosen: str | os.PathLike[str] | None = None) -> Path:
    """The data folder: `chosen`, else RINGBACK_DATA_DIR, else the system's place. Not created here."""
    place = chosen or os.environ.get("RINGBACK_DATA_DIR")
    if place:
        return Path(place).expanduser().resolve()
    return Path(platformdirs.user_data_dir("Ringback", appauthor=False))


def make_private_dir(path: Path, *, lasting: bool = False) -> None:
    """Create `path` (and parents) readable by this user only (mode 0700).

    `lasting`: what is made survives a power cut.

    Raises:
        OSError: it cannot be made.
    """
    for folder in (*reversed(path.parents), path):  # mkdir(parents=True) would give parents the usual mode.
        if not folder.is_dir():
            folder.mkdir(exist_ok=True, mode=0o700)
            if lasting:
                sync_folder(folder.parent)
    if os.name == "posix":
        path.chmod(0o700)


def write_private(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step (temporary file, fsync, rename, fsync of the folder), mode 0600.

    Raises:
        OSError: the folder cannot be written or the disk is full; the old file is untouched, or the new one
            is in its place and might not survive a power cut.
    """
    partial = path.with_name(path.name + ".partial")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        sync_folder(path.parent)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make what was created, renamed or removed in `folder` survive a power cut.

    Windows has no such call and does it by itself; so do file systems that refuse it, as some of networks do.

    Raises:
        OSError: the disk failed.
    """
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # it may be written but not read, so it is not one of ours
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    import hashlib  # here, as it is a twentieth of the start of what needs none

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
