"""Let the workload do everything once, cut the power at many moments of that, and start on what is left."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.disk import Disk, Step
from tests.faults.jobs import old_history
from tests.faults.promises import Found, Promises, check
from tests.faults.traced import STRACE, steps
from trainer.errors import WorldError
from trainer.paths import ROOT

MOST_LOST_MS = 1500.0
"""A take is synced every second (`recording.SYNC_EVERY`); the rest is the time that this takes."""


@dataclass
class Tally:
    """What the cuts cost. `broken` should stay empty."""

    cuts: int = 0
    calls: int = 0
    """Those that changed or synced something, of which any could be the last."""
    takes: int = 0
    audio_lost_ms: float = 0.0
    broken: list[str] = field(default_factory=list)


def cut_many(folder: Path, cuts: int, seed: int) -> Tally:
    """Do everything once and cut the power `cuts` times, at moments and with losses that `seed` decides.

    Raises:
        AssertionError: the workload could not run, or the model of the disk has not followed it.
    """
    home = folder / "home"
    old_history(home / "data")
    disk, promised = Disk(home), Promises(judged={"A1"})
    happened = _record(folder, home, seed)
    rng = random.Random(seed)
    tally = Tally(calls=sum(isinstance(one, Step) for one in happened))
    moments = sorted(rng.sample(range(len(happened)), cuts))
    for moment, one in enumerate(happened):
        while moments and moments[0] == moment:
            in_order = bool(moments.pop(0) % 2)
            found = _after_a_cut(disk, folder / "left", rng, promised, in_order=in_order)
            _count(found, tally, f"seed {seed}, call {moment}, names {'in' if in_order else 'out of'} order")
        if isinstance(one, Step):
            disk.take(one)
        else:
            promised.add(one.strip())
    assert disk.now() == Disk(home).now(), "the model has not followed the program"
    return tally


def _record(folder: Path, home: Path, seed: int) -> list[Step | str]:
    """Every call of the workload, and its promises between them."""
    log, journal = folder / "log", folder / "journal"
    arguments = [str(home / "data"), str(journal), str(seed), "1"]
    command = [*STRACE, "-o", str(log), sys.executable, "-m", "tests.faults.workload", *arguments]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return list(steps(log, home, journal))


def _after_a_cut(disk: Disk, left: Path, rng: random.Random, promised: Promises, *, in_order: bool) -> Found:
    shutil.rmtree(left, ignore_errors=True)
    disk.leave(left, rng, in_order=in_order)
    try:
        return check(left / "data", promised, MOST_LOST_MS)
    except WorldError as error:
        return Found(broken=[str(error)])


def _count(found: Found, tally: Tally, where: str) -> None:
    tally.cuts, tally.takes = tally.cuts + 1, tally.takes + found.takes
    tally.audio_lost_ms = max(tally.audio_lost_ms, found.audio_lost_ms)
    tally.broken += [f"{where}: {problem}" for problem in found.broken]
