"""What TOML files said when they were parsed last, kept in a file so that only changed ones are parsed again.

Parsing is more than half of what reading the library takes (benchmarks/library.py). Only what a file says is
kept, not that it is right: records are made and rules applied at every reading, so no cache, whatever it
holds and whichever version wrote it, lets something pass that the files would not.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.paths import make_private_dir, write_private
from trainer.toml_lines import load

FORMAT = 1
"""Of the file; another one is not read."""
SETTLED_NS = 2_000_000_000
"""A file that changed less than this before it was noted may change again under the same time stamp (FAT
counts in two seconds), so it is parsed once more; Git calls such entries racy."""

_Stamp = tuple[int, int, int]
"""Bytes, time of the last change of what is in it and (on Windows: of its making) of anything, in ns."""


@dataclass(frozen=True, slots=True)
class _Entry:
    stamp: _Stamp
    data: Mapping[str, Any]
    line: bytes
    """As it stands in the file."""


class ParsedFiles:
    """The files of one folder. Ask for all of them with `load`, then `keep`."""

    def __init__(self, kept: Path | None = None) -> None:
        """`kept`: where it is written, privately; None: nowhere. What is damaged or not ours is not used."""
        self._kept = kept
        self._known, self._noted_ns = _read(kept) if kept else ({}, 0)
        self._asked: dict[str, _Entry] = {}
        self._parsed = False

    def load(self, path: Path) -> Mapping[str, Any]:
        """What the file says now.

        Raises:
            Mistakes: it cannot be read or is no TOML.
        """
        name, stamp = str(path), _stamp(path)
        entry = self._known.get(name)
        if entry is None or entry.stamp != stamp or max(stamp[1:]) + SETTLED_NS >= self._noted_ns:
            _, data = load(path)
            self._note(name, stamp, data)
            return data
        self._asked[name] = entry
        return entry.data

    def keep(self) -> None:
        """Write down what was asked for, unless it stands there already; a folder that is full or read-only
        costs time at the next start and nothing else."""
        if self._kept is None or not (self._parsed or self._asked.keys() != self._known.keys()):
            return
        body = b"".join(entry.line for entry in self._asked.values())
        with contextlib.suppress(OSError):
            make_private_dir(self._kept.parent)
            write_private(self._kept, _head(body) + body)

    def _note(self, name: str, stamp: _Stamp | None, data: Mapping[str, Any]) -> None:
        if self._kept is None or stamp is None:
            return
        with contextlib.suppress(TypeError, RecursionError):  # dates, or tables without end: no field is so
            line = json.dumps([name, stamp, data], separators=(",", ":")).encode() + b"\n"
            self._asked[name] = _Entry(stamp, data, line)
            self._parsed = True


def _stamp(path: Path) -> _Stamp | None:
    """Taken before the file is read: what changes meanwhile has another one at the next start."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _read(kept: Path) -> tuple[dict[str, _Entry], int]:
    """All entries by the path of their file, and when they were written, in ns."""
    try:
        written_ns = kept.stat().st_mtime_ns
        head, _, body = kept.read_bytes().partition(b"\n")
        if head + b"\n" != _head(body):
            return {}, 0
        return dict(map(_entry, body.splitlines(keepends=True))), written_ns
    except (OSError, ValueError, TypeError, OverflowError, RecursionError):
        return {}, 0


def _entry(line: bytes) -> tuple[str, _Entry]:
    """One line: [path, stamp, data], as JSON: it can be nothing but data.

    Raises:
        ValueError, TypeError, OverflowError, RecursionError: it is something else.
    """
    name, (size, changed, made), data = json.loads(line)
    if not isinstance(name, str) or not isinstance(data, dict):
        raise TypeError
    return name, _Entry((int(size), int(changed), int(made)), data, line)


def _head(body: bytes) -> bytes:
    """Tells a file that was cut off, or written by two at once, from a whole one."""
    return f"Ringback parsed files {FORMAT} {zlib.crc32(body):08x}\n".encode()
