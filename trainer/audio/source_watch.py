"""Whether the sound server still records from the microphone that it gave at first. PortAudio does not tell.

PulseAudio and PipeWire move a recording to another source when its own goes or the user wants it so, perhaps
to the monitor of a speaker, which hears nothing of the user. `pactl` tells; without it nobody can know. It is
asked in a child process that is there before the recording: starting programs beside the audio callback can
cost samples.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

from trainer.audio import DeviceReplaced, Sink

CHILD = Path(__file__).with_name("source_child.py")
ENDS_S = 0.5
"""Patience with a child that is told to end; it takes 10 ms where the sound server answers."""


class SourceWatch:
    """Follows one recording of this process, and reports each move as `DeviceReplaced` to `sink`."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._child: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Before the recording begins. Without `pactl`, or room for a process, nothing will be reported."""
        pactl = shutil.which("pactl")
        if not pactl:
            return
        command = [sys.executable, "-I", "-S", str(CHILD), pactl, str(os.getpid())]
        with suppress(OSError):
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in the terminal hangs up the call; this goes on to its end
            )
            reports = _pipe(self._child.stdout)
            self._reader = threading.Thread(
                target=self._read, args=(reports,), name="source watch", daemon=True
            )
            self._reader.start()

    def follow(self) -> None:
        """The recording has begun."""
        if self._child:
            with suppress(OSError):  # it has ended: the sound server was gone
                stdin = _pipe(self._child.stdin)
                stdin.write(b"\n")
                stdin.flush()

    def stop(self) -> None:
        """End it; after this nothing is reported."""
        child, reader = self._child, self._reader
        self._child = self._reader = None
        if child is None or reader is None:
            return
        with child:
            with suppress(OSError):
                _pipe(child.stdin).close()  # it ends what it has begun, and itself
            reader.join(ENDS_S)
            if reader.is_alive():
                os.killpg(child.pid, signal.SIGKILL)
            reader.join()

    def _read(self, reports: IO[bytes]) -> None:
        with suppress(ValueError):  # half a line: it was ended while it wrote
            for line in reports:
                source = json.loads(line)
                self._sink(DeviceReplaced(_words(source["description"], is_monitor=source["is_monitor"])))


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # both were asked for
    return pipe


def _words(description: str, *, is_monitor: bool) -> str:
    if is_monitor:
        return "Only what this computer plays is recorded now. Connect the microphone again."
    return f"The microphone is now '{description}'; the recording goes on."
