"""What a power cut may leave of the files that a program has written: a model of a disk.

It is stricter than the file systems in use. What was written to a file since its last fsync may be there or
not, in pieces of 512 or 4,096 bytes, each by itself; lost pieces before the last one that is there read as
zeros. A name that was made, moved or removed since the last fsync of its folder may be as before or as after;
a rename happens as one. Names change either in the order in which they were changed, up to some moment, as
the journal of a file system keeps them, or each by itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

PIECES = (512, 4096)
"""Bytes that a disk writes whole: an old sector, and a page."""
SHARES = (0.0, 0.2, 0.5, 0.8, 1.0)
"""How much of what was not synced is there; drawn anew for each file, and for the names."""

What = Literal["create", "folder", "write", "cut", "sync", "remove", "rename", "link"]


@dataclass(frozen=True, slots=True)
class Step:
    """One call that changes or syncs something; paths are relative to the folder that is watched."""

    what: What
    path: str
    to: str = ""
    at: int = 0
    """Where `data` goes; of a cut, the length that stays."""
    data: bytes = b""


@dataclass(eq=False)
class File:
    """What lies at a name, and keeps lying there when the name changes. A folder holds nothing itself."""

    folder: bool = False
    synced: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Place and bytes of what was written since; None: cut at that place."""

    def sync(self) -> None:
        """All of it is on the disk."""
        self.synced = self.left(random.Random(0), 1.0)
        self.pending = []

    def left(self, rng: random.Random, share: float) -> bytearray:
        """What may be there when that share of it has reached the disk."""
        content, piece = bytearray(self.synced), rng.choice(PIECES)
        for at, data in self.pending:
            if data is None:
                if rng.random() < share:
                    _cut(content, at)
                continue
            begin = at
            while begin < at + len(data):
                end = min(at + len(data), (begin // piece + 1) * piece)
                if rng.random() < share:
                    _put(content, begin, data[begin - at : end - at])
                begin = end
        return content


Names = dict[str, File]
Edit = dict[str, File | None]
"""What one call does to names; None takes the name away."""


class Disk:
    """Files below one folder. `take` every step; `leave` what a cut may leave at that moment."""

    def __init__(self, folder: Path) -> None:
        """Begin with what lies in `folder`, all of it synced."""
        self._now: Names = {}
        for path in folder.rglob("*"):
            content = b"" if path.is_dir() else path.read_bytes()
            name = path.relative_to(folder).as_posix()
            self._now[name] = File(path.is_dir(), bytearray(content))
        self._synced = dict(self._now)
        self._pending: list[Edit] = []

    def take(self, step: Step) -> None:
        """Let it happen."""
        there = self._now.get(step.path)
        match step.what:
            case "create" if there is None:
                self._edit({step.path: File()})
            case "folder":
                self._edit({step.path: File(folder=True)})
            case "write" if there:
                there.pending.append((step.at, step.data))
            case "cut" if there:
                there.pending.append((step.at, None))
            case "sync" if there and not there.folder:
                there.sync()
            case "sync":
                self._sync_names(step.path)
            case "remove":
                self._edit({step.path: None})
            case "rename" if there:
                self._edit({step.path: None, step.to: there})
            case "link" if there:
                self._edit({step.to: there})

    def leave(self, target: Path, rng: random.Random, *, in_order: bool) -> None:
        """Write below `target` what may be left if the power goes now."""
        names, share = dict(self._synced), rng.choice(SHARES)
        kept = [rng.random() < share for _ in self._pending]
        if in_order:
            kept = sorted(kept, reverse=True)
        for edit, happened in zip(self._pending, kept, strict=True):
            if happened:
                _apply(edit, names)
        _write(names, target, lambda file: file.left(rng, rng.choice(SHARES)))

    def now(self) -> dict[str, bytes | None]:
        """What the program sees: place -> content, None for a folder."""
        every = random.Random(0)
        return {
            name: None if file.folder else bytes(file.left(every, 1.0)) for name, file in self._now.items()
        }

    def _edit(self, edit: Edit) -> None:
        _apply(edit, self._now)
        self._pending.append(edit)

    def _sync_names(self, folder: str) -> None:
        later = []
        for edit in self._pending:
            if any(_folder(name) == folder for name in edit):
                _apply(edit, self._synced)
            else:
                later.append(edit)
        self._pending = later


def _apply(edit: Edit, names: Names) -> None:
    for name, file in edit.items():
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _write(names: Names, target: Path, content: Callable[[File], bytes]) -> None:
    """A name whose folder is not there cannot be reached, and is not there either."""
    target.mkdir(parents=True)
    for name, file in sorted(names.items()):
        path = target / name
        if not path.parent.is_dir():
            continue
        if file.folder:
            path.mkdir()
        else:
            path.write_bytes(content(file))


def _folder(name: str) -> str:
    folder = PurePosixPath(name).parent.as_posix()
    return "" if folder == "." else folder


def _put(content: bytearray, at: int, data: bytes) -> None:
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


def _cut(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))
