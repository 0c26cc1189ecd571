"""A user's day in a process that is cut off from every network and watched: what it tried to reach."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.privacy.canary_engine import CANARY
from trainer.paths import ROOT

USE = ROOT / "tests" / "privacy" / "scripted_use.py"
TO_A_NETWORK = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_(?!UNIX|NETLINK|UNSPEC)")
"""A line of strace in which something is sent to, or connected with, an address of a network."""
_CALL = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg)\(.*sa_family=(AF_\w+)")
_WATCH = (
    "strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-e", "signal=none",
)  # fmt: skip


@dataclass(frozen=True)
class Day:
    """What a day left: its data folder and, where strace is installed, what it connected to."""

    data: Path
    trace: Path | None

    def calls(self) -> list[str]:
        """The lines of the trace."""
        text = self.trace.read_text(encoding="utf-8", errors="replace") if self.trace else ""
        return text.splitlines()

    def reached(self) -> list[str]:
        """Those that tell of an address of a network."""
        return [line for line in self.calls() if TO_A_NETWORK.search(line)]

    def families(self) -> Counter[str]:
        """How many calls there were to addresses of each family."""
        return Counter(found[2] for line in self.calls() if (found := _CALL.search(line)))


def without_routes() -> list[str]:
    """The command that cuts a program off every network; nothing where the system does not allow that."""
    command = ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], capture_output=True).returncode:
        return []
    return command


def live_a_day(folder: Path, times: int = 1, limit_s: float = 150) -> Day:
    """Run `scripted_use` in a new `folder`, with a umask that leaves every file open to all.

    Raises:
        AssertionError: it ended with an error, or said what must not be said.
        subprocess.TimeoutExpired: it took longer than `limit_s`.
    """
    data, trace = folder / "data", folder / "trace"
    watched = shutil.which("strace") is not None
    command = without_routes() + ([*_WATCH, "-o", str(trace)] if watched else [])
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "RINGBACK_DATA_DIR": str(data),
    }
    (folder / "out").mkdir(parents=True)
    done = subprocess.run(
        [*command, sys.executable, str(USE), str(folder / "out"), str(times)],
        env=environment, umask=0, capture_output=True, text=True, timeout=limit_s,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert CANARY not in done.stderr
    return Day(data, trace if watched else None)


def rid_of_everything(data: Path) -> None:
    """Delete all that a user can delete: attempts, points and scripts at once, own scenarios, the draft."""
    program = [sys.executable, "-m", "trainer", "--data-dir", str(data)]
    for command in (["attempts", "delete", "--all"], ["scenarios", "remove", "mine", "secret"]):
        done = subprocess.run([*program, *command], cwd=ROOT, capture_output=True, text=True, timeout=100)
        assert done.returncode == 0, done.stderr
    discard = "import sys; from pathlib import Path; from trainer.authoring.drafts import Drafts\n"
    discard += "drafts = Drafts(Path(sys.argv[1])); drafts.discard(); drafts.sweep()"  # as the form does
    subprocess.run([sys.executable, "-c", discard, str(data)], cwd=ROOT, check=True, timeout=100)


def places_of_words(data: Path) -> list[str]:
    """Files of the data folder in which the word stands, or in whose path."""
    files = [path for path in data.rglob("*") if path.is_file()]
    word = CANARY.encode()
    return [str(path) for path in files if word in path.read_bytes() or CANARY in str(path)]
