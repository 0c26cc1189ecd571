"""The child process of `source_watch`: says when a process's recording comes from another source than before.

    python -I -S source_child.py PACTL PID

A line on its standard input says that process PID records now; when that input ends, so does this process.
For each move it writes a line: the new source, as `Source` in JSON. It runs by its path and imports nothing
of ours, so that it is there in 20 ms.
"""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

SETTLE_S = 0.2
"""A move comes as several events; asking once after them leaves time to say it within a second."""
ANSWER_S = 1.0
"""Longest wait for an answer of the sound server; a program that ends waits for this process."""
STDIN = 0
_MATTERS = re.compile(rb"'(new|change)' on source-output|'remove' on source #|on server")
"""Events of `pactl subscribe` that a move comes with: of the recording itself, of its source that is gone, of
another source that is the system's own now. What else happens to a source is no reason to ask."""
# Not its JSON: PulseAudio 16 loses descriptions there that have other letters than ASCII's.
_OUTPUT = re.compile(
    r"^Source Output #.*\n(?:\t.*\n)*?\tSource: (\d+)\n(?:\t.*\n)*?\t\tapplication\.process\.id = \"(\d+)\"$",
    re.MULTILINE,
)
_SOURCE = re.compile(
    r"^Source #(\d+)\n(?:\t.*\n)*?\tDescription: (.*)\n(?:\t.*\n)*?\tMonitor of Sink: (.*)$", re.MULTILINE
)


class Source(NamedTuple):
    """A source of the sound server: a microphone, or the monitor of a speaker, which hears what it plays."""

    number: int
    description: str
    is_monitor: bool


def moves(looks: Iterable[Source | None]) -> Iterator[Source]:
    """Each source that is not the one before; None is a look that found no recording."""
    before: Source | None = None
    for now in filter(None, looks):
        if before and now.number != before.number:
            yield now
        before = now


def source_of(pid: int, outputs: str, sources: str) -> Source | None:
    """The source from which `pid` records, in what `pactl list` prints of source-outputs and sources."""
    number = next((source for source, owner in _OUTPUT.findall(outputs) if owner == str(pid)), None)
    for index, description, monitored in _SOURCE.findall(sources):
        if index == number:
            return Source(int(index), description, is_monitor=monitored != "n/a")
    return None


# --------------------------------------------------------------------------- the running process


def main(pactl: str, pid: int) -> None:
    """Report moves until the standard input or the sound server's reports end."""
    in_english = {**os.environ, "LC_ALL": "C"}

    def listed(kind: str) -> str:
        with suppress(OSError, subprocess.SubprocessError):
            return subprocess.run(
                [pactl, "list", kind], env=in_english, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=ANSWER_S, encoding="utf-8", errors="replace",
            ).stdout  # fmt: skip
        return ""

    def look() -> Source | None:
        outputs = listed("source-outputs")  # a server that does not answer is not asked twice
        return source_of(pid, outputs, listed("sources")) if outputs else None

    with subprocess.Popen([pactl, "subscribe"], env=in_english, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:  # fmt: skip
        assert server.stdout is not None
        try:
            for source in moves(looks(STDIN, server.stdout.fileno(), look)):
                sys.stdout.write(json.dumps(source._asdict()) + "\n")
                sys.stdout.flush()
        finally:
            server.kill()


def looks(begun: int, events: int, look: Callable[[], Source | None]) -> Iterator[Source | None]:
    """A look when the recording has begun, and one after each burst of events that matter.

    `begun` and `events` are file descriptors: of lines that say the former, and of `pactl subscribe`. It ends
    with either of them.
    """
    while True:
        readable, _, _ = select.select([begun, events], [], [])
        for source in readable:
            said = os.read(source, 65536)
            if not said:
                return
            if source == events:
                if not _MATTERS.search(said):
                    continue
                select.select([begun], [], [], SETTLE_S)
            yield look()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
