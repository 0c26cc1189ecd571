"""A user's day in a process of its own: who can read its files, whom it connects to, where the words are."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.privacy.canary_engine import CANARY
from trainer.paths import ROOT

USE = ROOT / "tests" / "privacy" / "scripted_use.py"
WORDS = CANARY.encode()
TO_A_NETWORK = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_(?!UNIX|NETLINK|UNSPEC)")
"""A line of strace in which something is sent to, or connected with, an address of a network."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of files, and strace, are of POSIX systems")


@dataclass(frozen=True)
class Day:
    """What a day left: its data folder and, where strace is installed, what it connected to."""

    data: Path
    trace: Path | None


def without_routes() -> list[str]:
    """The command that cuts a program off every network; nothing where the system does not allow that."""
    command = ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], capture_output=True).returncode:
        return []
    return command


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The day of `scripted_use`, with a umask that leaves every file open to all."""
    folder = tmp_path_factory.mktemp("day")
    data, trace = folder / "data", folder / "trace"
    watched = shutil.which("strace") is not None
    strace = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-e", "signal=none"]
    command = without_routes() + ([*strace, "-o", str(trace)] if watched else [])
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "RINGBACK_DATA_DIR": str(data),
    }
    (folder / "out").mkdir()
    done = subprocess.run(
        [*command, sys.executable, str(USE), str(folder / "out")],
        env=environment, umask=0, capture_output=True, text=True, timeout=150,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert CANARY not in done.stderr
    return Day(data, trace if watched else None)


def files_of(data: Path) -> list[Path]:
    return [path for path in data.rglob("*") if path.is_file()]


def test_nobody_else_can_read_the_folder_or_a_file_in_it(day: Day) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [day.data, *day.data.rglob("*")]}
    assert {str(path): oct(mode) for path, mode in modes.items() if mode & 0o077} == {}
    names = {path.name for path in modes}
    assert names >= {"settings.json", "ringback.db", "window.ini", "ringback.log", "mine.toml"}


def test_nothing_connects_to_a_network(day: Day) -> None:
    if day.trace is None:
        pytest.skip("strace is not installed")
    lines = day.trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [line for line in lines if TO_A_NETWORK.search(line)] == []


def test_the_watch_would_see_it() -> None:
    seen = '7 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = -1'
    assert TO_A_NETWORK.search(seen)
    assert not TO_A_NETWORK.search('7 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0')


def test_no_word_is_in_the_log_though_a_mistake_of_ours_held_it(day: Day) -> None:
    logs = list((day.data / "logs").iterdir())
    assert any(b"in break_down\nRuntimeError" in log.read_bytes() for log in logs)
    assert not any(WORDS in log.read_bytes() for log in logs)


def test_after_delete_all_the_words_are_nowhere(day: Day, tmp_path: Path) -> None:
    data = tmp_path / "copy"
    shutil.copytree(day.data, data)
    assert any(WORDS in path.read_bytes() for path in files_of(data)), "they were there before"
    command = [sys.executable, "-m", "trainer", "attempts", "delete", "--all", "--data-dir", str(data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in files_of(data) if WORDS in path.read_bytes()] == []
    assert not [path for path in files_of(data) if path.suffix == ".wav"]
