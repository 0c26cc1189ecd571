"""Put a speech model in its place, all of it or nothing, from a zip or a folder that is not trusted."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from trainer.errors import BadInput, WorldError
from trainer.paths import make_private_dir
from trainer.transcription.models import FOLDER, PARTIAL, missing_parts

MOST_BYTES = 4 * 2**30
"""Largest model unpacked; the largest that Vosk publishes takes 2.7 GB."""
MOST_FILES = 2000
MOST_TIMES = 100
"""Most that a zip may grow. Models, being numbers, grow at most threefold."""
SMALL_BYTES = 16 * 2**20
"""A zip may always grow to this, however small it is."""
_STALE_S = 3600.0
_COPY_BYTES = 1 << 20
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]{0,99}")


def import_from(path: Path, data_dir: Path) -> str:
    """Install the model in the zip or folder at `path`; returns its name.

    Raises:
        BadInput: `path` is no model, or not one to be trusted, or one of that name is installed already.
        WorldError: it cannot be read or written; nothing half-installed stays.
    """
    if path.is_dir():
        return install_folder(path, data_dir)
    if path.is_file():
        return install_zip(path, path.name.removesuffix(".zip"), data_dir)
    raise BadInput(f"There is no file or folder {path}.")


def install_zip(path: Path, name: str, data_dir: Path) -> str:
    """Install the model in the zip at `path`; returns its name: that of its folder in the zip, else `name`.

    Raises:
        BadInput, WorldError: as `import_from`.
    """
    try:
        with zipfile.ZipFile(path) as archive, _staged(data_dir) as stage:
            allowed = min(MOST_BYTES, max(SMALL_BYTES, MOST_TIMES * path.stat().st_size))
            for entry in _checked(archive, path):
                if not entry.is_dir():
                    with archive.open(entry) as source:
                        allowed -= _write(source, stage / entry.filename, allowed, path)
            return _settle(stage, name, data_dir, path)
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise BadInput(f"{path.name} is not a zip file that can be read ({error}).") from error


def install_folder(path: Path, data_dir: Path) -> str:
    """Install a copy of the model folder at `path`; returns its name.

    Raises:
        BadInput, WorldError: as `import_from`.
    """
    if missing_parts(path):
        raise _no_model(path)
    with _staged(data_dir) as stage:
        allowed = MOST_BYTES
        for source in sorted(path.rglob("*")):
            if source.is_symlink() or not (source.is_dir() or source.is_file()):
                raise _not_trusted(path, source.name, "is a link or a special file")
            if source.is_file():
                with source.open("rb") as file:
                    allowed -= _write(file, stage / source.relative_to(path), allowed, path)
        return _settle(stage, path.resolve().name, data_dir, path)


@contextlib.contextmanager
def _staged(data_dir: Path) -> Iterator[Path]:
    """A new private folder on the models' own file system; gone afterwards, whatever happens."""
    models = data_dir / FOLDER
    try:
        make_private_dir(models)
        stage = Path(tempfile.mkdtemp(suffix=PARTIAL, dir=models))
    except OSError as error:
        raise WorldError(f"{models} cannot be written ({error.strerror}).") from error
    try:
        _sweep(models, stage)
        yield stage
    except OSError as error:
        raise WorldError(f"The model could not be installed ({error.strerror}).", "Free some space or "
                         "choose another data folder.") from error  # fmt: skip
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _sweep(models: Path, stage: Path) -> None:
    """Remove what installs that were killed have left; younger ones may still be at work."""
    now = stage.stat().st_mtime
    for left in models.glob("*" + PARTIAL):
        if left.is_dir() and now - left.stat().st_mtime > _STALE_S:
            shutil.rmtree(left, ignore_errors=True)


def _checked(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """The entries, if every one of them may be written below a folder of ours."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise _not_trusted(path, "it", f"holds more than {MOST_FILES} files")
    seen: set[str] = set()
    for entry in entries:
        reason = _objection(entry)
        folded = entry.filename.casefold()
        if reason is None and folded in seen:
            reason = "is there twice"
        if reason:
            raise _not_trusted(path, ascii(entry.filename[:60]), reason)
        seen.add(folded)
    return entries


def _objection(entry: zipfile.ZipInfo) -> str | None:
    """Why this entry must not be unpacked, or None. `orig_filename`: zipfile tidies `filename`."""
    name = entry.orig_filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts:
        return "leads out of its folder"
    if not name.isprintable():
        return "has a name that cannot be shown"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a special file"
    if entry.flag_bits & 1:
        return "is encrypted"
    return None


def _write(source: IO[bytes], target: Path, allowed: int, path: Path) -> int:
    """Copy `source` to the new file `target`, at most `allowed` bytes; returns how many.

    Counted as they come, because a zip may lie about its sizes.
    """
    make_private_dir(target.parent)
    written = 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while data := source.read(_COPY_BYTES):
            written += len(data)
            if written > allowed:
                raise _not_trusted(path, "it", "unpacks to far more than a speech model")
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return written


def _settle(stage: Path, name: str, data_dir: Path, path: Path) -> str:
    """Find the model in `stage` and move it to its place in one step."""
    top = list(stage.iterdir())
    model = stage
    if missing_parts(stage) and len(top) == 1:
        model, name = top[0], top[0].name
    if missing_parts(model):
        raise _no_model(path)
    if not _NAME.fullmatch(name) or name.endswith(PARTIAL):
        raise _not_trusted(path, ascii(name[:60]), "is no name for a model")
    place = data_dir / FOLDER / name
    if not missing_parts(place):
        raise BadInput(f"A model called {name} is installed already.",
                       f"Remove it first with: ringback model remove {name}")  # fmt: skip
    shutil.rmtree(place, ignore_errors=True)  # Incomplete, so of no use to anybody.
    model.rename(place)
    return name


def _no_model(path: Path) -> BadInput:
    return BadInput(f"{path.name} holds no complete Vosk speech model (am/final.mdl and conf/model.conf).")


def _not_trusted(path: Path, what: str, why: str) -> BadInput:
    return BadInput(f"{path.name} was not unpacked: {what} {why}.")
