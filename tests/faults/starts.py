"""Start the window many times at once on one data folder, and count the windows."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from trainer.paths import ROOT

OVER_WITHIN_S = 180.0
"""All starts but one have ended by then; on two processors each start of twenty takes its time."""
QUIET_S = 1.0
"""The one that is left is looked at once more after that."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What many starts came to."""

    windows: int
    """Programs that stayed."""
    statuses: tuple[int, ...]
    """Of those that ended by themselves."""
    last: int
    """Status of those that stayed, once they were told to end; the worst."""
    said: str
    """By any of them."""


def start_at_once(data: Path, number: int) -> Outcome:
    """Begin `number` starts in one moment; ends what is left of them."""
    with _programs(data, number) as programs:
        ends = time.monotonic() + OVER_WITHIN_S
        while sum(one.poll() is None for one in programs) > 1 and time.monotonic() < ends:
            time.sleep(0.05)
        time.sleep(QUIET_S)
        statuses = tuple(one.returncode for one in programs if one.poll() is not None)
        stayed = [one for one in programs if one.poll() is None]
        for one in stayed:
            one.send_signal(signal.SIGTERM)
        said = "".join(one.communicate()[0] for one in programs)
        return Outcome(len(stayed), statuses, max((abs(one.returncode) for one in stayed), default=0), said)


def kill_one(data: Path) -> None:
    """A start that gets the lock and is killed, so that the lock is left."""
    with _programs(data, 1) as (program,):
        ends = time.monotonic() + OVER_WITHIN_S
        while not (data / "recording.lock").exists() and time.monotonic() < ends:  # opens last
            time.sleep(0.05)
        program.kill()
        program.communicate()


@contextmanager
def _programs(data: Path, number: int) -> Iterator[list[subprocess.Popen[str]]]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "trainer", "--data-dir", str(data)],
            cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for _ in range(number)
    ]  # fmt: skip
    try:
        yield programs
    finally:
        for one in programs:
            if one.poll() is None:
                one.kill()
                one.communicate()
