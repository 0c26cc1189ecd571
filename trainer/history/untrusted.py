"""An archive that somebody hands over, looked at before anything of it is used."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from trainer import unzip
from trainer.errors import BadInput
from trainer.history.archive import ATTEMPTS, BESIDES, FORMAT, MANIFEST, TABLE, VERSION
from trainer.history.audio_files import FOLDER
from trainer.history.besides import Besides
from trainer.history.carried import Carried
from trainer.history.migrations import STEPS
from trainer.records import Attempt
from trainer.strict import Unreadable, read
from trainer.unzip import Limits

MOST_ENTRIES = 400_000
MOST_TEXT = 8 * 2**30
"""Bytes of all attempts without their recordings: far beyond 100,000 attempts."""
LONGEST_LINE = 16 * 2**20
LONGEST_RECORDING = 512 * 2**20
"""Over four hours."""
_MANIFEST_BYTES = 64 * 2**10
LIMITS = Limits("a history of Ringback", files=MOST_ENTRIES, bytes=MOST_TEXT)
ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
RECORDING = re.compile(rf"{FOLDER}(/[0-9A-Za-z_][0-9A-Za-z_.-]{{0,79}}){{1,4}}\.wav")


def not_taken(path: Path, why: str) -> BadInput:
    """The refusal: which file, and why."""
    return BadInput(f"{path.name} was not imported: {why}.", "Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Contents:
    """An archive whose entries may be read; what they say is still to be checked."""

    archive: zipfile.ZipFile
    path: Path
    attempts: int
    """As the manifest has it."""
    recordings: tuple[str, ...]

    def unpack(self, name: str, target: Path) -> None:
        """Copy one recording to a new file, in folders that are made, and wait until it is on the disk."""
        with self.archive.open(name) as source:
            unzip.write(source, target, LONGEST_RECORDING, self.path, LIMITS)


def checked_contents(archive: zipfile.ZipFile, path: Path, data_dir: Path) -> Contents:
    """The archive, if it is ours, whole, of a version that is known here, and safe to unpack.

    Raises:
        BadInput: it is not; the reason is named.
    """
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise not_taken(path, f"it holds more than {MOST_ENTRIES} files")
    for entry in entries:
        reason = _misfit(entry) or unzip.objection(entry)
        if reason:
            raise not_taken(path, f"{entry.orig_filename[:60]!a} {reason}")
    twice = next(unzip.clashes(entry.filename for entry in entries), None)
    if twice:
        raise not_taken(path, f"{twice[:60]!a} is there twice")
    if not {MANIFEST, ATTEMPTS} <= {entry.filename for entry in entries}:
        raise not_taken(path, "it is not a history that Ringback exported")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > shutil.disk_usage(data_dir).free:
        raise not_taken(path, f"it needs {unpacked / 2**30:.1f} GiB, and the disk has less")
    manifest = _manifest(archive, path)
    if _digest(archive, path) != manifest["sha256"]:
        raise not_taken(path, f"{ATTEMPTS} is damaged or was changed")
    names = tuple(entry.filename for entry in entries if entry.filename.startswith(f"{FOLDER}/"))
    return Contents(archive, path, manifest["attempts"], names)


def _misfit(entry: zipfile.ZipInfo) -> str | None:
    """Why this entry is none of a history; `unzip.objection` tells what no archive may hold."""
    name = entry.orig_filename
    if name not in (MANIFEST, ATTEMPTS, TABLE, BESIDES) and not RECORDING.fullmatch(name):
        return "does not belong in a history"
    if entry.file_size > (LONGEST_RECORDING if name.endswith(".wav") else MOST_TEXT):
        return "is too large"
    return None


def _manifest(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    with archive.open(MANIFEST) as file:
        data = _json(file.read(_MANIFEST_BYTES), path, MANIFEST)
    wanted = {"format": str, "version": int, "data_version": int, "attempts": int, "sha256": str}
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise not_taken(path, "it is not a history that Ringback exported")
    for name, kind in wanted.items():
        if type(data.get(name)) is not kind:
            raise not_taken(path, f"{MANIFEST} does not say its {name}")
    if data["version"] > VERSION or data["data_version"] > len(STEPS):
        made_by = f"data version {data['data_version']}; this one knows up to {len(STEPS)}"
        raise not_taken(path, f"a newer Ringback made it ({made_by})")
    return data


def _digest(archive: zipfile.ZipFile, path: Path) -> str:
    found = sha256()
    with archive.open(ATTEMPTS) as file:
        for line in _lines(file, path):
            found.update(line)
    return found.hexdigest()


def lines_of(contents: Contents) -> Generator[Carried, None, None]:
    """The attempts, one after the other.

    Raises:
        BadInput: a line is not an attempt; which line, and what is wrong with it.
    """
    with contents.archive.open(ATTEMPTS) as file:
        for number, line in enumerate(_lines(file, contents.path), 1):
            where = f"{ATTEMPTS}, line {number}"
            try:
                item = read(Carried, _json(line, contents.path, where))
            except Unreadable as error:
                raise not_taken(contents.path, f"{where}: {error.problems[0]}") from error
            if why := _wrong(item.attempt):
                raise not_taken(contents.path, f"{where}: {why}")
            yield item


def besides_in(contents: Contents) -> Besides:
    """What the archive holds besides its attempts.

    Raises:
        BadInput: it is not what a history of ours holds.
    """
    if BESIDES not in contents.archive.namelist():
        return Besides()
    with contents.archive.open(BESIDES) as file:
        data = file.read(LONGEST_LINE + 1)
    if len(data) > LONGEST_LINE:
        raise not_taken(contents.path, f"{BESIDES} has more than {LONGEST_LINE >> 20} MB")
    try:
        return read(Besides, _json(data, contents.path, BESIDES))
    except Unreadable as error:
        raise not_taken(contents.path, f"{BESIDES}: {error.problems[0]}") from error


def _lines(file: IO[bytes], path: Path) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise not_taken(path, f"{ATTEMPTS} has a line of more than {LONGEST_LINE >> 20} MB")
        yield line


def _json(data: bytes, path: Path, where: str) -> Any:
    try:
        return json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise not_taken(path, f"{where} is not JSON") from error


def _refuse(name: str) -> None:
    raise ValueError(name)


def _wrong(attempt: Attempt) -> str | None:
    """What strict reading cannot tell: names, places and times that a history of ours would not have."""
    takes = [take for turn in attempt.turns for take in turn.takes]
    heard = {take_id for turn in attempt.turns for take_id in turn.transcripts}
    if not all(ID.fullmatch(name) for name in (attempt.id, *(take.id for take in takes))):
        return "an id is not one of ours"
    if not all(RECORDING.fullmatch(take.path) for take in takes):
        return "a recording lies where none may"
    if heard - {take.id for take in takes} or len({turn.index for turn in attempt.turns}) < len(
        attempt.turns
    ):
        return "its turns, recordings and transcripts do not belong together"
    if any(take.turn != turn.index for turn in attempt.turns for take in turn.takes):
        return "a recording is listed under another turn"
    if not 1 <= attempt.sequence < 2**53 or abs(attempt.utc_offset_min) > 24 * 60:
        return "its place in time cannot be"
    if not all(0 <= take.frames <= LONGEST_RECORDING for take in takes):
        return "a recording's length cannot be"
    if attempt.state == "recording":
        return "it was still being recorded"
    try:
        datetime.fromisoformat(attempt.started_utc)
    except ValueError:
        return "its time cannot be read"
    return None
