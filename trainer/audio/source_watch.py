"""Whether the sound server still records from the microphone that it gave at first. PortAudio does not tell.

PulseAudio and PipeWire move a recording to another source when its own goes, perhaps to the monitor of a
speaker, which hears nothing of the user. `pactl` tells; without it nobody can know. It is started when the
microphone opens and looked at again only when it reports a change: starting a program holds the interpreter
up for some milliseconds, which a recording should not be asked to bear again and again.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from trainer.audio import DeviceReplaced, Sink

_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the sound server."""

    number: int
    description: str
    monitor: bool
    """It hears what a speaker plays."""


class SourceWatch:
    """Follows the source of this process's recording on a thread of its own, and reports a change."""

    def __init__(
        self,
        sink: Sink,
        changes: Callable[[], Iterator[object]] | None = None,
        look: Callable[[], Source | None] | None = None,
    ) -> None:
        """`changes` yields whenever some recording has changed, `look` gives the source now, if known."""
        self._sink, self._changes, self._look = sink, changes or self._reported, look or _source_now
        self._lock, self._stopped = threading.Lock(), False
        self._pactl: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="microphone source", daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def stop(self) -> None:
        """End it; after this nothing is reported."""
        with self._lock:
            self._stopped = True
            if self._pactl:
                self._pactl.kill()
        self._thread.join()

    def _run(self) -> None:
        source: Source | None = None
        for _ in self._changes():
            now = self._look()  # None while it is being moved, or gone, which another watch tells
            if self._stopped:
                return
            if source and now and now.number != source.number:
                self._sink(DeviceReplaced(_words(source, now)))
            source = now or source

    def _reported(self) -> Iterator[object]:
        """Once at the beginning, then at each change of a recording."""
        pactl = shutil.which("pactl")
        with self._lock:
            if self._stopped or not pactl:
                return
            self._pactl = subprocess.Popen(
                [pactl, "subscribe"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        with self._pactl as reporter:
            yield "it may be recording already"
            for line in reporter.stdout or ():
                if b"source-output" in line and b"'remove'" not in line:
                    yield line


def _source_now() -> Source | None:
    number = _source_of(_listed("source-outputs"), os.getpid())
    return None if number is None else _source(_listed("sources"), number)


def _listed(kind: str) -> Any:
    command = ["pactl", "--format=json", "list", kind]
    with suppress(OSError, ValueError, subprocess.SubprocessError):
        return json.loads(
            subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=True).stdout
        )
    return []


def _source_of(outputs: Any, pid: int) -> int | None:
    """The number of the source from which process `pid` records, in what `pactl` lists."""
    for output in outputs if isinstance(outputs, list) else ():
        match output:
            case {"source": int(number), "properties": {"application.process.id": str(owner)}}:
                if owner == str(pid):
                    return number
    return None


def _source(sources: Any, number: int) -> Source | None:
    for source in sources if isinstance(sources, list) else ():
        match source:
            case {"index": int(index), "name": str(name)} if index == number:
                return Source(number, str(source.get("description") or name), name.endswith(".monitor"))
    return None


def _words(before: Source, now: Source) -> str:
    changed = f"The microphone has changed: the system records from '{now.description}' now"
    if now.monitor:
        return f"{changed}, which hears only what this computer plays. Connect '{before.description}' again."
    return f"{changed}, no longer from '{before.description}'."
