"""What a program did to its files, read from a log of strace."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.disk import Step, What

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,link,unlink,unlinkat,mkdir,rmdir,lseek"
STRACE = ("strace", "-f", "-q", "-y", "-xx", "-s", "100000000", "--seccomp-bpf", "-e", f"trace={CALLS}")
"""Follow threads, name the file behind each number, and write down all bytes; add "-o LOG"."""
_LINE = re.compile(r"(\d+) +(.*)")
_BEGUN = " <unfinished ...>"
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>")
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)", re.DOTALL)
_TEXT = re.compile(r'"([^"]*)"')
_NUMBER_AND_PATH = re.compile(r"(\d+|AT_FDCWD)<([^>]*)>(\(deleted\))?")


def steps(log: Path, root: Path, journal: Path) -> Iterator[Step | str]:
    """What changed or synced something below `root`, in order; a text is what was written to `journal`."""
    places: dict[int, int] = {}
    """Open file -> where the next write goes."""
    for line in _whole_lines(log):
        call = _CALL.match(line)
        if call and int(call[3]) >= 0:
            yield from _steps(call[1], call[2], int(call[3]), places, os.fsencode(root), os.fsencode(journal))


def _whole_lines(log: Path) -> Iterator[str]:
    """Calls in the order in which they began: what is written during a sync is not synced by it."""
    lines: list[str] = []
    begun: dict[str, int] = {}
    with log.open() as file:
        for line in file:
            found = _LINE.match(line)
            if not found:
                continue
            thread, text = found[1], found[2]
            if text.endswith(_BEGUN):
                begun[thread] = len(lines)
                lines.append(text.removesuffix(_BEGUN))
            elif thread in begun and _RESUMED.match(text):
                lines[begun.pop(thread)] += _RESUMED.sub("", text, count=1)
            else:
                lines.append(text)
    yield from lines


def _steps(
    call: str, rest: str, result: int, places: dict[int, int], root: bytes, journal: bytes
) -> Iterator[Step | str]:
    texts = [_bytes(text) for text in _TEXT.findall(rest)]
    opened = _NUMBER_AND_PATH.match(rest)
    if opened and opened[1] != "AT_FDCWD" and call not in ("openat", "unlinkat"):
        path, number = _bytes(opened[2]), int(opened[1])
        if call == "write" and path == journal:
            yield texts[0].decode()
        elif not opened[3]:  # what has no name any more is nobody's
            yield from _to_open(call, rest, result, number, _below(path, root), texts, places)
        return
    if opened:
        texts = [texts[0] if texts[0].startswith(b"/") else _bytes(opened[2]) + b"/" + texts[0]]
    names = [_below(text, root) for text in texts]
    if call == "openat":
        places[result] = 0
    if None not in names:
        yield from _to_names(call, rest, [name or "" for name in names])


def _to_open(
    call: str,
    rest: str,
    result: int,
    number: int,
    path: str | None,
    texts: Sequence[bytes],
    places: dict[int, int],
) -> Iterator[Step]:
    """What a call does to a file that is open."""
    if call == "lseek":
        places[number] = result
    if path is None:
        return
    last = rest.rpartition(", ")[2]
    if call == "write":
        at = places.get(number, 0)
        places[number] = at + result
        yield Step("write", path, at=at, data=texts[0][:result])
    elif call == "pwrite64":
        yield Step("write", path, at=int(last), data=texts[0][:result])
    elif call == "ftruncate":
        yield Step("cut", path, at=int(last))
    elif call in ("fsync", "fdatasync"):
        yield Step("sync", path)


_ON_NAMES: dict[str, What] = {
    "mkdir": "folder", "rename": "rename", "link": "link",
    "unlink": "remove", "unlinkat": "remove", "rmdir": "remove",
}  # fmt: skip


def _to_names(call: str, rest: str, names: list[str]) -> Iterator[Step]:
    if call == "openat":
        if "O_CREAT" in rest:
            yield Step("create", names[0])
        if "O_TRUNC" in rest:
            yield Step("cut", names[0])
    elif call in _ON_NAMES:
        yield Step(_ON_NAMES[call], *names)


def _bytes(shown: str) -> bytes:
    """strace shows every byte as \\xNN."""
    return bytes.fromhex(shown.replace("\\x", ""))


def _below(path: bytes, root: bytes) -> str | None:
    """Relative to `root`; None for what lies elsewhere."""
    if path == root:
        return ""
    return os.fsdecode(path[len(root) + 1 :]) if path.startswith(root + b"/") else None
