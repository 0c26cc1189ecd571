"""Put a speech model in its place, all of it or nothing, from a zip or a folder that is not trusted."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from trainer.errors import BadInput, WorldError
from trainer.paths import make_private_dir
from trainer.transcription.models import FOLDER, PARTIAL, missing_parts
from trainer.unzip import Limits, not_trusted, unpack, write

LIMITS = Limits("a speech model", files=2000, bytes=4 * 2**30)
"""The largest model that Vosk publishes takes 2.7 GB; models, being numbers, grow at most threefold."""
_STALE_S = 3600.0
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
    with _staged(data_dir) as stage:
        unpack(path, stage, LIMITS)
        return _settle(stage, name, data_dir, path)


def install_folder(path: Path, data_dir: Path) -> str:
    """Install a copy of the model folder at `path`; returns its name.

    Raises:
        BadInput, WorldError: as `import_from`.
    """
    if missing_parts(path):
        raise _no_model(path)
    with _staged(data_dir) as stage:
        allowed = LIMITS.bytes
        for source in sorted(path.rglob("*")):
            if source.is_symlink() or not (source.is_dir() or source.is_file()):
                raise not_trusted(path, source.name, "is a link or a special file")
            if source.is_file():
                with source.open("rb") as file:
                    allowed -= write(file, stage / source.relative_to(path), allowed, path, LIMITS)
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


def _settle(stage: Path, name: str, data_dir: Path, path: Path) -> str:
    """Find the model in `stage` and move it to its place in one step."""
    top = list(stage.iterdir())
    model = stage
    if missing_parts(stage) and len(top) == 1:
        model, name = top[0], top[0].name
    if missing_parts(model):
        raise _no_model(path)
    if not _NAME.fullmatch(name) or name.endswith(PARTIAL):
        raise not_trusted(path, ascii(name[:60]), "is no name for a model")
    place = data_dir / FOLDER / name
    if not missing_parts(place):
        raise BadInput(f"A model called {name} is installed already.",
                       f"Remove it first with: ringback model remove {name}")  # fmt: skip
    shutil.rmtree(place, ignore_errors=True)  # Incomplete, so of no use to anybody.
    model.rename(place)
    return name


def _no_model(path: Path) -> BadInput:
    return BadInput(f"{path.name} holds no complete Vosk speech model (am/final.mdl and conf/model.conf).")
