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
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from trainer.audio import DeviceReplaced, Sink

CHILD = Path(__file__).with_name("source_child.py")


class SourceWatch:
    """Follows one recording of this process, and reports each move as `DeviceReplaced` to `sink`."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Before the recording begins. Without `pactl`, or room for a process, nothing will be reported."""
        pactl = shutil.which("pactl")
        if not pactl:
            return
        command = [sys.executable, "-I", "-S", str(CHILD), pactl, str(os.getpid())]
        with suppress(OSError):
            self._child = subprocess.Popen(
                command,
                bufsize=0,  # nothing is left over that could not be written
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in the terminal hangs up the call; this goes on to its end
            )
            # No daemon: the program does not end before its child has.
            threading.Thread(target=self._read, args=(self._child,), name="source watch").start()

    def follow(self) -> None:
        """The recording has begun."""
        if self._child and self._child.stdin:
            with suppress(OSError, ValueError):  # it has ended: the sound server was gone
                self._child.stdin.write(b"\n")

    def stop(self) -> None:
        """End it. Returns at once: the child ends by itself, and what it says from now on is not reported.

        A move that the reading thread is just handing on may still come.
        """
        child, self._child = self._child, None
        if child and child.stdin:
            child.stdin.close()

    def _read(self, child: subprocess.Popen[bytes]) -> None:
        with child:
            for line in child.stdout or ():
                source = json.loads(line)
                if child is self._child:
                    self._sink(DeviceReplaced(_words(source["description"], is_monitor=source["is_monitor"])))


def _words(description: str, *, is_monitor: bool) -> str:
    if is_monitor:
        return "Only what this computer plays is recorded now. Connect the microphone again."
    return f"The microphone is now '{description}'; the recording goes on."
