"""Kill the workload at random moments, start it again on the same folder, and count what was lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.promises import check, read
from trainer.paths import ROOT

STARTS_WITHIN_S = 60.0
MOST_LOST_MS = 100.0
"""A kill costs at most this much of what the device had handed over."""
LONGEST_LIFE_S = 1.5
"""Of one run, counted from when it is ready; a step takes 5 to 150 ms."""


@dataclass
class Tally:
    """What the kills cost. All lists should stay empty."""

    kills: int = 0
    takes: int = 0
    audio_lost_ms: float = 0.0
    """The most that one kill cost."""
    broken: list[str] = field(default_factory=list)
    """Promises that did not hold, in words."""


def kill_many(folder: Path, kills: int, seed: int) -> Tally:
    """Start, kill and check `kills` times in `folder`."""
    rng, tally = random.Random(seed), Tally()
    data_dir, journal = folder / "data", folder / "journal"
    for number in range(kills):
        _one_life(data_dir, journal, seed * 1000 + number, rng.uniform(0.0, LONGEST_LIFE_S))
        found = check(data_dir, read(journal.read_text().splitlines()), MOST_LOST_MS)
        tally.kills, tally.takes = tally.kills + 1, tally.takes + found.takes
        tally.audio_lost_ms = max(tally.audio_lost_ms, found.audio_lost_ms)
        if found.broken:
            tally.broken += [*found.broken, f"(seed {seed}, kill {number})"]
            break
    return tally


def _one_life(data_dir: Path, journal: Path, seed: int, life_s: float) -> None:
    before = journal.stat().st_size if journal.exists() else 0
    command = [sys.executable, "-m", "tests.faults.workload", str(data_dir), str(journal), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        ends = time.monotonic() + STARTS_WITHIN_S
        while not (journal.exists() and journal.stat().st_size > before):
            if process.poll() is not None or time.monotonic() > ends:
                process.kill()
                raise AssertionError((process.stderr.read() if process.stderr else b"").decode()[-2000:])
            time.sleep(0.005)
        time.sleep(life_s)
        if process.poll() is not None:
            raise AssertionError((process.stderr.read() if process.stderr else b"").decode()[-2000:])
        process.send_signal(signal.SIGKILL)
        process.wait()
