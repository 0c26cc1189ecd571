"""A damaged history does not keep the window shut: it is set aside and the newest whole copy put back."""

from __future__ import annotations

import shutil
from pathlib import Path

from trainer.errors import DamagedHistory, StoreError
from trainer.history.backups import JOURNALS, Backup, backups, read_through, restore, whole
from trainer.history.database import FILE_NAME, begin_anew
from trainer.history.store import Store
from trainer.paths import sync_folder


def open_or_mend(data_dir: Path) -> tuple[Store, str | None]:
    """The history, and what had to be done to open it, in plain sentences; None: nothing.

    Recordings are never touched. A history of a newer Ringback, or one that is kept busy, is no damage.

    Raises:
        StoreError: it cannot be used for another reason than damage, or could not be set aside; or it is
            damaged and the disk does not read its backups just now.
    """
    try:
        return Store.open(data_dir), None
    except DamagedHistory:
        read_through(data_dir / FILE_NAME)
    try:
        return Store.open(data_dir), None  # a disk that stumbled once has damaged nothing
    except DamagedHistory:
        backup = _newest_whole(data_dir)
    aside = _set_aside(data_dir)
    if backup:
        restore(data_dir, data_dir / FILE_NAME, backup.path)
        done = f"Its backup of {backup.day.day} {backup.day:%B %Y} was put back"
    else:
        begin_anew(data_dir)
        done = "There is no backup of it, so an empty one was begun"
    return Store.open(data_dir), (
        f"The history was damaged. {done}. All recordings are kept; the damaged file is now {aside.name}."
    )


def _newest_whole(data_dir: Path) -> Backup | None:
    """The copy to put back; None when there is none.

    Raises:
        StoreError: the disk does not read them just now.
    """
    try:
        return next((one for one in backups(data_dir) if whole(one.path)), None)
    except OSError as error:
        raise StoreError(
            f"The history in {data_dir} is damaged, and its backups cannot be read now ({error.strerror}).",
            "Check the disk, then start Ringback again. Nothing was changed.",
        ) from error


def _set_aside(data_dir: Path) -> Path:
    """Keep the damaged database, and a journal that belongs to it, under another name in the data folder.

    The database keeps its own name as well, until another takes its place in one step: where the program ends
    in between, the next start finds the damage again and not an empty place.

    Raises:
        StoreError: the folder cannot be written.
    """
    number = 1
    while (data_dir / f"ringback-damaged-{number}.db").exists():
        number += 1
    aside = data_dir / f"ringback-damaged-{number}.db"
    try:
        _also_call(data_dir / FILE_NAME, aside)
        for end in JOURNALS:
            journal = data_dir / (FILE_NAME + end)
            if journal.exists():
                journal.rename(aside.with_name(aside.name + end))
        sync_folder(data_dir)
    except OSError as error:
        raise StoreError(
            f"The history in {data_dir} is damaged and could not be set aside ({error.strerror or error}).",
            "Make the folder writable and start Ringback again.",
        ) from error
    return aside


def _also_call(path: Path, name: Path) -> None:
    if path.is_dir():  # nobody made that a database, and no file can take its place
        path.rename(name)
        return
    try:
        name.hardlink_to(path)
    except OSError:  # a file system without links
        shutil.copyfile(path, name)
        name.chmod(0o600)
