"""Unpack a zip that is not trusted: all of it below one folder of ours, or nothing and a sentence why."""

from __future__ import annotations

import errno
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from trainer.errors import BadInput
from trainer.paths import make_private_dir

LONGEST_NAME = 120
"""Characters of one part of a path: file systems end at 255 bytes, and a letter takes up to 4 (ours)."""
_END = b"PK\x05\x06"
_END_REACH = 65_557
"""The end record and the longest comment behind it."""
_LISTING_BYTES = 4 * 2**20
"""Longest list of contents; it is read into memory whole."""
_ZIP64 = 0xFFFF
_COPY_BYTES = 1 << 20
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"|?*\\')
"""What Windows takes in no name."""
_UNREADABLE = (
    zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError,
    struct.error, zlib.error,
)  # fmt: skip
"""All that `zipfile` raises at damaged, encrypted or unusual archives."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a zip may become. `bytes` and `times` bound what it unpacks to, as its bytes come."""

    what: str
    """What it should be ("a scenario pack"), for the sentence."""
    files: int
    bytes: int
    times: int = 100
    """Most that it may grow."""
    small_bytes: int = 16 * 2**20
    """It may always grow to this, however small it is."""
    suffixes: frozenset[str] | None = None
    """Endings of the files that belong in it, in small letters; None: any."""
    durable: bool = True
    """Whether the files are on the disk when they are unpacked; needless where they are only looked at."""


def unpack(path: Path, folder: Path, limits: Limits) -> list[PurePosixPath]:
    """Unpack the zip at `path` into the empty `folder`; returns the files' places below it.

    Directories are 0700, files 0600 and, if `limits` want it so, on the disk when this returns.

    Raises:
        BadInput: it is no zip that can be read, or not one to be trusted. `folder` may then hold a part.
        OSError: it could not be read or written.
    """
    allowed = min(limits.bytes, max(limits.small_bytes, limits.times * path.stat().st_size))
    placed = []
    try:
        _check_listing(path, limits)
        with zipfile.ZipFile(path) as archive:
            for entry in _checked(archive, path, limits):
                with archive.open(entry) as source:
                    allowed -= write(source, folder / entry.filename, allowed, path, limits)
                placed.append(PurePosixPath(entry.filename))
    except _UNREADABLE as error:
        raise unreadable(path, error) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place outside the file that a damaged list names
            raise unreadable(path, error) from error
        raise
    return placed


def write(source: IO[bytes], target: Path, allowed: int, path: Path, limits: Limits) -> int:
    """Copy `source` to the new file `target`, at most `allowed` bytes; returns how many.

    Counted as they come, because a zip may lie about its sizes.

    Raises:
        BadInput: there are more; `path` and `limits` say of which file and what it should be.
        OSError: it could not be written.
    """
    make_private_dir(target.parent)
    written = 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while data := source.read(_COPY_BYTES):
            written += len(data)
            if written > allowed:
                raise not_trusted(path, "it", f"unpacks to far more than {limits.what}")
            file.write(data)
        if limits.durable:
            file.flush()
            os.fsync(file.fileno())
    return written


def unreadable(path: Path, error: Exception) -> BadInput:
    """What is said of a file that is no zip, or damaged."""
    return BadInput(f"{path.name} is not a zip file that can be read ({error}).")


def not_trusted(path: Path, what: str, why: str) -> BadInput:
    """The refusal of the archive or folder at `path`."""
    return BadInput(f"{path.name} was not unpacked: {what} {why}.")


def _check_listing(path: Path, limits: Limits) -> None:
    """Bound the list of contents before `zipfile` reads it whole."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _END_REACH))
        tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        raise zipfile.BadZipFile("it does not end as a zip does")
    disk, first_disk, _, entries, listing = struct.unpack_from("<HHHHI", tail, end + 4)
    if disk or first_disk:
        raise zipfile.BadZipFile("it is one part of several")
    if entries > limits.files and entries != _ZIP64:
        raise not_trusted(path, "it", f"holds more than {limits.files} files")
    if entries == _ZIP64 or listing > _LISTING_BYTES:
        raise not_trusted(path, "it", f"is larger than {limits.what}")


def _checked(archive: zipfile.ZipFile, path: Path, limits: Limits) -> list[zipfile.ZipInfo]:
    """The files, if every one of them may be written below a folder of ours."""
    entries = archive.infolist()
    if len(entries) > limits.files:
        raise not_trusted(path, "it", f"holds more than {limits.files} files")
    files = [entry for entry in entries if not entry.is_dir()]
    for entry in entries:
        reason = objection(entry) or _misfit(entry, limits)
        if reason:
            raise not_trusted(path, ascii(entry.orig_filename[:60]), reason)
    twice = next(clashes(entry.filename for entry in files), None)
    if twice:
        raise not_trusted(path, ascii(twice[:60]), "is there twice, or as a file and a folder")
    return files


def _misfit(entry: zipfile.ZipInfo, limits: Limits) -> str | None:
    suffix = PurePosixPath(entry.filename).suffix.lower()
    if limits.suffixes is not None and not entry.is_dir() and suffix not in limits.suffixes:
        return f"does not belong into {limits.what}"
    return None


def objection(entry: zipfile.ZipInfo) -> str | None:
    """Why this entry must not be unpacked, whatever it is for; None: it may."""
    name = entry.orig_filename  # zipfile tidies `filename`
    parts = name.removesuffix("/").split("/")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or "\\" in name or ".." in parts or re.match(r"[A-Za-z]:", name):
        return "leads out of its folder"
    if not name.isprintable():
        return "has a name that cannot be shown"
    if any(_bad_part(part) for part in parts):
        return "has a name that not every system can store"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a special file"
    if entry.flag_bits & 1:
        return "is encrypted"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in an unusual way"  # LZMA could ask for gigabytes of memory
    return None


def _bad_part(part: str) -> bool:
    return (
        not part
        or part == "."
        or len(part) > LONGEST_NAME
        or part != part.rstrip(". ")
        or bool(_FORBIDDEN.intersection(part))
        or bool(_RESERVED.fullmatch(part))
    )


def clashes(names: Iterable[str]) -> Iterator[str]:
    """Names that some file system would take for another one of them, or for a folder above one."""
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        # Folding case can undo a composition, so compose again after it.
        same = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        above = [str(folder) for folder in PurePosixPath(same).parents if str(folder) != "."]
        if same in seen or same in folders or seen.intersection(above):
            yield name
        seen.add(same)
        folders.update(above)
