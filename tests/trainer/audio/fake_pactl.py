"""A sound server as `pactl` shows it, by a script: who records from where, and what it reports."""

from __future__ import annotations

import os
import time
from pathlib import Path

_PROGRAM = """#!/bin/sh
cd "${0%/*}"
[ -e hangs ] && exec sleep 60
case "$*" in
    subscribe) echo $$ > reporter; exec tail -n +1 -f events;;
    "list source-outputs") cat outputs;;
    "list sources") cat sources; echo >> looks;;
    *) exit 1;;
esac
"""
_OUTPUT = """Source Output #7
\tDriver: protocol-native.c
\tSource: {number}
\tVolume: mono: 65536 / 100% / 0.00 dB
\t        balance 0.00
\tProperties:
\t\tmedia.name = "ALSA Capture"
\t\tapplication.process.id = "{pid}"
\t\tapplication.process.user = "sam"
"""
_SOURCE = """Source #{number}
\tState: RUNNING
\tName: source.{number}
\tDescription: {description}
\tMute: no
\tMonitor of Sink: {monitored}
\tProperties:
\t\tdevice.description = "{description}"
"""
SOURCES = ((1, "Kopfhörer", "n/a"), (2, "Laptop", "n/a"), (3, "Monitor of Speaker", "speaker"))
"""Number, description, and the speaker of which it is the monitor."""


def output(number: int, pid: int) -> str:
    """As `pactl list source-outputs` shows that `pid` records from source `number`."""
    return _OUTPUT.format(number=number, pid=pid)


def sources() -> str:
    """As `pactl list sources` shows what there is."""
    return "\n".join(
        _SOURCE.format(number=one, description=two, monitored=three) for one, two, three in SOURCES
    )


class FakePactl:
    """Lives in `folder`; a program that has this folder on its PATH asks it in place of the real one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in ("events", "looks", "reporter"):
            (folder / name).touch()
        self.show("sources", sources())
        self.records_from(1)
        (folder / "pactl").write_text(_PROGRAM)
        (folder / "pactl").chmod(0o700)

    def show(self, kind: str, listed: str) -> None:
        """What it answers when it is asked for these."""
        fresh = self._folder / "fresh"
        fresh.write_text(listed, encoding="utf-8")
        fresh.replace(self._folder / kind)

    def records_from(self, number: int, *, pid: int | None = None) -> None:
        """This process, or `pid`, records from that source."""
        self.show("outputs", output(number, pid or os.getpid()))

    def report(self, event: str = "'change' on source-output #7") -> None:
        """Say that something has happened."""
        with (self._folder / "events").open("a") as events:
            events.write(f"Event {event}\n")

    def hang(self) -> None:
        """From now on it answers nobody."""
        (self._folder / "hangs").touch()

    def looks(self) -> int:
        """How often it was asked what there is."""
        return (self._folder / "looks").read_text().count("\n")

    def until_looks(self, wanted: int) -> None:
        """Wait until it was asked so often."""
        give_up = time.monotonic() + 30
        while self.looks() < wanted:
            assert time.monotonic() < give_up, "nobody asked"
            time.sleep(0.01)

    def reporter(self) -> int:
        """The process that reports events."""
        return int((self._folder / "reporter").read_text())
