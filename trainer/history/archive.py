"""The whole history in one zip: attempts as JSON Lines, their recordings, and a table for spreadsheets.

    history.json     what this is, its version, how many attempts and recordings
    attempts.jsonl   one attempt a line (`carried.Carried`): everything that is kept of it
    attempts.csv     the same in columns, for people
    besides.json     what is kept besides the attempts (`besides.Besides`), if there is something
    takes/…          the recordings under their stored paths

`arriving` reads it back.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import BadInput, DamagedAttempt, UnknownName
from trainer.history import columns
from trainer.history.audio_files import audio_path
from trainer.history.besides import Besides
from trainer.history.carried import Carried
from trainer.history.export import csv_lines
from trainer.history.migrations import STEPS
from trainer.paths import file_sha256, sync_folder
from trainer.records import Attempt, Take
from trainer.spreadsheet import ENCODING

FORMAT, VERSION = "ringback-history", 1
MANIFEST, ATTEMPTS, TABLE, BESIDES = "history.json", "attempts.jsonl", "attempts.csv", "besides.json"

Progress = Callable[[int, int], None]
"""(attempts done, attempts in all); what it raises ends the work, and nothing of it stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export wrote."""

    attempts: int
    recordings: int
    left_out: tuple[str, ...]
    """Relative paths of recordings that are gone or are not what was recorded."""
    unreadable: tuple[str, ...] = ()
    """Ids of attempts that are damaged, or were deleted meanwhile."""


def write_archive(
    path: Path,
    items: Iterable[Carried],
    total: int,
    data_dir: Path,
    on_progress: Progress,
    besides: Besides = Besides(),  # noqa: B008 (frozen)
) -> Exported:
    """Write the archive to `path`, readable by this user only; all of it or, when anything fails, nothing.

    Raises:
        BadInput: `path` is a folder or lies inside the data folder.
        OSError: it cannot be written, or the disk is full; what was there is untouched.
    """
    if path.is_dir() or data_dir in path.resolve().parents:
        raise BadInput(f"{path} cannot take the export.", "Name a file outside the data folder.")
    folder = Path(tempfile.mkdtemp(prefix=".ringback-", dir=path.parent))  # mode 0700
    try:
        whole = folder / "whole.zip"
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
            exported = _fill(archive, folder, items, total, data_dir, on_progress)
            if besides != Besides():
                archive.writestr(BESIDES, columns.to_json(besides))
        with whole.open("r+b") as file:
            os.fsync(file.fileno())
        whole.chmod(0o600)
        whole.replace(path)
        sync_folder(path.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return exported


def readable(
    attempt_ids: Iterable[str], carried: Callable[[str], Carried], left_out: list[str]
) -> Iterator[Carried]:
    """The attempts, one after the other; ids of those that are damaged or gone are added to `left_out`."""
    for attempt_id in attempt_ids:
        try:
            yield carried(attempt_id)
        except (DamagedAttempt, UnknownName):
            left_out.append(attempt_id)


def _fill(
    archive: zipfile.ZipFile,
    folder: Path,
    items: Iterable[Carried],
    total: int,
    data_dir: Path,
    on_progress: Progress,
) -> Exported:
    attempts = recordings = 0
    left_out: list[str] = []
    lines, table = folder / ATTEMPTS, folder / TABLE
    with lines.open("w", encoding="utf-8") as out, table.open("w", encoding=ENCODING, newline="") as cells:
        cells.writelines(csv_lines([]))
        for item in items:
            out.write(columns.to_json(item) + "\n")
            cells.writelines(list(csv_lines([_with_feedback(item)]))[1:])
            takes = [take for turn in item.attempt.turns for take in turn.takes]
            whole = [take.path for take in takes if _is_whole(data_dir, take)]
            for relative in whole:
                # Stored as it is: speech shrinks by little, and copying is several times as fast.
                archive.write(audio_path(data_dir, relative), relative, zipfile.ZIP_STORED)
            left_out += [take.path for take in takes if take.path not in whole]
            attempts, recordings = attempts + 1, recordings + len(whole)
            on_progress(attempts, total)
    manifest = {
        "format": FORMAT, "version": VERSION, "data_version": len(STEPS), "attempts": attempts,
        "recordings": recordings, "sha256": file_sha256(lines),
    }  # fmt: skip
    archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
    archive.write(lines, ATTEMPTS)
    archive.write(table, TABLE)
    return Exported(attempts=attempts, recordings=recordings, left_out=tuple(left_out))


def _with_feedback(item: Carried) -> Attempt:
    newest = item.judgements[-1].feedback if item.judgements else None
    return dataclasses.replace(item.attempt, feedback=newest)


def _is_whole(data_dir: Path, take: Take) -> bool:
    path = audio_path(data_dir, take.path)
    return take.sha256 is not None and path.is_file() and file_sha256(path) == take.sha256
