"""Kill the workload at random moments, start it again on the same folder, and count what was lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from trainer.audio.takes import repair
from trainer.history.backups import whole
from trainer.history.database import FILE_NAME
from trainer.history.recovery import recover
from trainer.history.store import Store
from trainer.own_scenarios import settle
from trainer.paths import ROOT, file_sha256
from trainer.records import SAMPLE_RATE
from trainer.scenarios import load_library

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


@dataclass
class Promises:
    """What the workload wrote down, read back."""

    heard: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Take -> (attempt, samples handed over)."""
    whole: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Path -> (attempt, sha256)."""
    judged: set[str] = field(default_factory=set)
    noted: dict[str, str] = field(default_factory=dict)
    deleting: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)


def kill_many(folder: Path, kills: int, seed: int) -> Tally:
    """Start, kill and check `kills` times in `folder`."""
    rng, tally = random.Random(seed), Tally()
    data_dir, journal = folder / "data", folder / "journal"
    for number in range(kills):
        _one_life(data_dir, journal, seed * 1000 + number, rng.uniform(0.0, LONGEST_LIFE_S))
        tally.kills += 1
        _check(data_dir, _promises(journal), tally)
        if tally.broken:
            tally.broken.append(f"(seed {seed}, kill {number})")
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


def _promises(journal: Path) -> Promises:
    read = Promises()
    for line in journal.read_text().splitlines():
        match line.split(" ", 3):
            case ["heard", attempt, take, frames]:
                read.heard[take] = attempt, int(frames)
            case ["whole", attempt, path, sha256]:
                read.whole[path] = attempt, sha256
            case ["judged", attempt]:
                read.judged.add(attempt)
            case ["noted", attempt, *rest]:
                read.noted[attempt] = " ".join(rest)
            case ["deleting", attempt]:
                read.deleting.add(attempt)
            case ["deleted", attempt]:
                read.deleted.add(attempt)
    return read


def _check(data_dir: Path, promised: Promises, tally: Tally) -> None:
    """Start as the program does, then hold every promise against what is there."""
    say = tally.broken.append
    store = Store.open(data_dir)  # rolls back what was being written
    if not whole(data_dir / FILE_NAME):
        say("the database is damaged")
    try:
        recover(store, data_dir, repair)
        attempts = {row.id: store.attempt(row.id) for row in store.rows()}
    finally:
        store.close()
    frames = {take.id: take for attempt in attempts.values() for turn in attempt.turns for take in turn.takes}
    for take_id, (attempt_id, handed_over) in promised.heard.items():
        if attempt_id in promised.deleting:
            continue
        if take_id not in frames:
            # The row goes before the sound; nothing is kept of a take whose row was not there yet.
            lost, what = handed_over, f"take {take_id} is not listed"
        else:
            tally.takes += 1
            lost, what = handed_over - frames[take_id].frames, f"take {take_id} lost its end"
        tally.audio_lost_ms = max(tally.audio_lost_ms, 1000 * lost / SAMPLE_RATE)
        if 1000 * lost / SAMPLE_RATE > MOST_LOST_MS:
            say(f"{what}: {1000 * lost / SAMPLE_RATE:.0f} ms")
    for path, (attempt_id, sha256) in promised.whole.items():
        gone = attempt_id in promised.deleting
        if not gone and file_sha256(data_dir / path) != sha256:
            say(f"{path} has changed")
    for attempt_id in promised.judged - promised.deleting:
        if attempts[attempt_id].state != "judged":
            say(f"attempt {attempt_id} is {attempts[attempt_id].state}")
    for attempt_id, note in promised.noted.items():
        if attempt_id not in promised.deleting and attempts[attempt_id].note != note:
            say(f"the note of {attempt_id} is another one")
    for attempt_id in promised.deleted & attempts.keys():
        say(f"{attempt_id} is back")
    for attempt_id in promised.deleting - attempts.keys():
        if (data_dir / "takes" / attempt_id).is_dir() and any((data_dir / "takes" / attempt_id).iterdir()):
            say(f"{attempt_id} is gone but for its recording")
    _check_scenarios(data_dir / "scenarios", say)


def _check_scenarios(own: Path, say: Callable[[str], None]) -> None:
    settle(own)
    for first in own.glob("own-*-a.toml"):
        second = own / first.name.replace("-a.toml", "-b.toml")
        titles = {tomllib.loads(path.read_text())["title"] for path in (first, second)}
        if len(titles) != 1:
            say(f"{first.name} and its companion are of different changes")
    if any(one.path.is_relative_to(own) for one in load_library(extra=own).broken):
        say("a scenario is broken")
