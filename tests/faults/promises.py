"""What the workload promised, line by line, held against what the next start finds."""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from trainer import settings
from trainer.audio.takes import repair
from trainer.history.backups import backups, whole
from trainer.history.database import FILE_NAME
from trainer.history.mending import open_or_mend
from trainer.history.recovery import recover
from trainer.own_scenarios import settle
from trainer.paths import file_sha256
from trainer.records import SAMPLE_RATE, Attempt, Take
from trainer.scenarios import load_library

EXPORT = "export.zip"
"""Beside the data folder."""
NOT_YET = ("", None)
"""A value before it was ever changed."""


@dataclass
class Promises:
    """What was written down, read back."""

    heard: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Take -> (attempt, samples handed over)."""
    whole: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Path -> (attempt, sha256)."""
    judged: set[str] = field(default_factory=set)
    values: dict[str, list[str | None]] = field(default_factory=dict)
    """What -> the values that it may have: the last that was promised, and those that were begun since."""
    deleting: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)

    def add(self, line: str) -> None:
        """Note one more line."""
        match line.split(" ", 3):
            case ["heard", attempt, take, frames]:
                self.heard[take] = attempt, int(frames)
            case ["whole", attempt, path, sha256]:
                self.whole[path] = attempt, sha256
            case ["judged", attempt]:
                self.judged.add(attempt)
            case ["changing", what, value]:
                self.values.setdefault(what, list(NOT_YET)).append(value)
            case ["changed", what, value]:
                self.values[what] = [value]
            case ["deleting", attempt]:
                self.deleting.add(attempt)
            case ["deleted", attempt]:
                self.deleted.add(attempt)


def read(lines: Iterable[str]) -> Promises:
    """All of them."""
    promised = Promises()
    for line in lines:
        promised.add(line)
    return promised


@dataclass
class Found:
    """What the next start found."""

    takes: int = 0
    """How many were looked at."""
    audio_lost_ms: float = 0.0
    """The most that a take lost of what had been handed over."""
    broken: list[str] = field(default_factory=list)
    """Promises that did not hold, in words."""


def check(data_dir: Path, promised: Promises, most_lost_ms: float) -> Found:
    """Start as the program does, then hold every promise against what is there.

    Raises:
        WorldError: the program could not start.
    """
    found = Found()
    say = found.broken.append
    store, mended = open_or_mend(data_dir)  # rolls back what was being written
    with closing(store):
        recover(store, data_dir, repair)
        attempts = {row.id: store.attempt(row.id) for row in store.rows()}
        problems = store.problems()
    if mended or problems or not whole(data_dir / FILE_NAME):
        say(f"the database is damaged: {mended} {problems}")
    for copy in backups(data_dir):
        if not whole(copy.path):
            say(f"the backup {copy.path.name} is damaged")
    _check_recordings(data_dir, promised, attempts, most_lost_ms, found)
    for attempt_id in promised.judged - promised.deleting:
        state = attempts[attempt_id].state if attempt_id in attempts else "gone"
        if state != "judged":
            say(f"attempt {attempt_id} is {state}")
    _check_deletions(data_dir, promised, attempts, say)
    settle(data_dir / "scenarios")
    _check_values(data_dir, promised, attempts, say)
    return found


def _check_recordings(
    data_dir: Path, promised: Promises, attempts: dict[str, Attempt], most_lost_ms: float, found: Found
) -> None:
    takes: dict[str, Take] = {
        take.id: take for attempt in attempts.values() for turn in attempt.turns for take in turn.takes
    }
    for take_id, (attempt_id, handed_over) in promised.heard.items():
        if attempt_id in promised.deleting:
            continue
        if take_id not in takes:
            # The row goes before the sound; nothing is kept of a take whose row was not there yet.
            lost, what = handed_over, f"take {take_id} is not listed"
        else:
            found.takes += 1
            lost, what = handed_over - takes[take_id].frames, f"take {take_id} lost its end"
        lost_ms = 1000 * lost / SAMPLE_RATE
        found.audio_lost_ms = max(found.audio_lost_ms, lost_ms)
        if lost_ms > most_lost_ms:
            found.broken.append(f"{what}: {lost_ms:.0f} ms")
    for path, (attempt_id, sha256) in promised.whole.items():
        if attempt_id in promised.deleting:
            continue
        if not (data_dir / path).is_file():
            found.broken.append(f"{path} is gone")
        elif file_sha256(data_dir / path) != sha256:
            found.broken.append(f"{path} has changed")


def _check_deletions(
    data_dir: Path, promised: Promises, attempts: dict[str, Attempt], say: Callable[[str], None]
) -> None:
    for attempt_id in promised.deleted & attempts.keys():
        say(f"{attempt_id} is back")
    for attempt_id in promised.deleting - attempts.keys():
        folder = data_dir / "takes" / attempt_id
        if folder.is_dir() and any(folder.iterdir()):
            say(f"{attempt_id} is gone but for its recording")


def _check_values(
    data_dir: Path, promised: Promises, attempts: dict[str, Attempt], say: Callable[[str], None]
) -> None:
    chosen, lost = settings.load(data_dir)
    seen: dict[str, str | None] = {f"note:{attempt.id}": attempt.note for attempt in attempts.values()}
    seen |= {"name": chosen.profile.name, "export": _export(data_dir.with_name(EXPORT))}
    seen |= _titles(data_dir / "scenarios", say)
    for what, allowed in promised.values.items():
        attempt_id = what.removeprefix("note:")
        if attempt_id not in promised.deleting and seen.get(what) not in allowed:
            say(f"{what} is {seen.get(what)!r}, not {allowed}")
    if lost:
        say(f"settings: {lost}")


def _titles(own: Path, say: Callable[[str], None]) -> dict[str, str | None]:
    """Titles of the own scenarios, which are changed in pairs."""
    titles: dict[str, str | None] = {}
    for first in own.glob("own-*-a.toml"):
        pair = [first, own / first.name.replace("-a.toml", "-b.toml")]
        each = {tomllib.loads(path.read_text())["title"] for path in pair if path.is_file()}
        if len(each) != 1 or not all(path.is_file() for path in pair):
            say(f"{first.name} and its companion are of different changes")
        titles[f"title:{first.name.split('-')[1]}"] = each.pop()
    if any(one.path.is_relative_to(own) for one in load_library(extra=own).broken):
        say("a scenario is broken")
    return titles


def _export(path: Path) -> str | None:
    """What was said of the zip, which is whole or not there; None if it is not."""
    if not path.is_file():
        return None
    with zipfile.ZipFile(path) as archive:
        return "damaged" if archive.testzip() else "written"
