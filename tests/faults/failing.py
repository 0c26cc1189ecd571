"""Let one call to the system fail while the program does one job: the N-th, or all from the N-th on.

    python -m tests.faults.failing EVERY JOB…
    python -m tests.faults.failing kills JOB…

strace makes the call fail, so SQLite's own writes are reached as well. The job runs in a fork of this
process, in which everything is imported already; EVERY 1 tries each call, EVERY 5 each fifth. With "kills" it
is killed at each call instead. Prints one JSON line a job.
"""

from __future__ import annotations

import ctypes
import dataclasses
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import trainer.cli
from tests.faults.jobs import JOBS, Job, Picture, allowed, picture, prepare, warm_up
from trainer.errors import WorldError

ERRORS = {
    "openat": ("ENOSPC", "EIO", "EACCES", "EMFILE"), "mkdir": ("ENOSPC", "EIO", "EACCES"),
    "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC", "EIO"), "ftruncate": ("EIO",),
    "read": ("EIO",), "pread64": ("EIO",), "fsync": ("EIO",), "fdatasync": ("EIO",),
    "rename": ("ENOSPC", "EIO", "EACCES"), "link": ("ENOSPC", "EIO", "EACCES"),
    "unlink": ("EIO", "EACCES"), "unlinkat": ("EIO", "EACCES"), "rmdir": ("EIO", "EACCES"),
    "chmod": ("EIO", "EACCES"), "fchmod": ("EIO", "EACCES"), "getdents64": ("EIO",),
}  # fmt: skip
"""Calls that reach a disk, with what they may answer (their manual pages)."""
PR_SET_PTRACER, PR_SET_PTRACER_ANY = 0x59616D61, ctypes.c_ulong(-1)
ATTACHED_WITHIN_S = 20.0
ANSWERS_WITHIN_S = 40.0
BUG, ENDED = 70, 137
KILL = "SIGKILL"
MEMORY = Path("/dev/shm")
"""A disk that need not be waited for: what a call answers is decided by strace, not by the disk."""


@dataclass(frozen=True)
class Fault:
    """Which call fails, and how."""

    call: str
    number: int
    error: str
    lasting: bool

    def __str__(self) -> str:
        return f"{self.call} {self.number}{' and all later' if self.lasting else ''}: {self.error}"


Faults = Callable[[Counter[str]], Iterator[Fault]]
"""From how often each call is made."""


@dataclass
class Tally:
    """What the faults did to one job."""

    job: str
    calls: int = 0
    faults: int = 0
    done_all_the_same: int = 0
    refused: int = 0
    broken: list[str] = field(default_factory=list)
    """Faults that were not met as promised, with what was seen."""


def failures(counted: Counter[str]) -> Iterator[Fault]:
    """Each call in each way that it may fail, once and from then on."""
    for call, most in counted.items():
        for number in range(1, most + 1):
            for error in ERRORS[call]:
                yield Fault(call, number, error, False)
                yield Fault(call, number, error, True)


def kills(counted: Counter[str]) -> Iterator[Fault]:
    """SIGKILL at each call."""
    for call, most in counted.items():
        for number in range(1, most + 1):
            yield Fault(call, number, KILL, False)


def try_all(name: str, every: int, faults: Faults = failures) -> Tally:
    """Let each `every`-th call of the job fail in each way, or do what `faults` says."""
    job, tally = JOBS[name], Tally(name)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        home = Path(folder, "home")
        _in_a_child(lambda: prepare(home, old=job.old, damaged=job.damaged))
        warm_up(job, _fresh(home, "warm"))
        before = picture(_fresh(home, "before"))
        clean = _fresh(home, "after")
        _in_a_child(lambda: _silently(job, clean))
        after = picture(clean)
        counted = _count(job, _fresh(home, "counted"), Path(folder, "log"))
        tally.calls = sum(counted.values())
        for fault in list(faults(counted))[::every]:
            _try(job, name, fault, _fresh(home, "tried"), before, after, tally)
    return tally


def _try(
    job: Job, name: str, fault: Fault, home: Path, before: Picture, after: Picture, tally: Tally
) -> None:
    when = f"{fault.number}{'+' if fault.lasting else ''}"
    effect = "signal=KILL" if fault.error == KILL else f"error={fault.error}"
    rule = f"inject={fault.call}:{effect}:when={when}"
    status, said = _run(job, home, "-e", f"trace={fault.call}", "-e", rule)
    tally.faults += 1
    if fault.error == KILL and status == ENDED:
        status, said = 1, "It was killed. It says no more."
    tally.done_all_the_same += status == 0
    tally.refused += status == 1
    problem = _problem(name, status, said, home, before, after)
    if problem:
        tally.broken.append(f"{name}, {fault}: {problem}")


def _problem(name: str, status: int, said: str, home: Path, before: Picture, after: Picture) -> str:
    """What of the promises does not hold; "" if all do."""
    if status not in (0, 1):
        return f"status {status}\n{said}"
    if status == 1 and said.count(".") < 2:
        return f"it says only {said!r}"
    try:
        seen = picture(home)
    except (AssertionError, WorldError, OSError) as error:
        return f"status {status}, {said!r}, and then {type(error).__name__}: {error}"
    if status == 0 and seen != after:
        return "it says that it is done, and is not"
    return "" if allowed(name, seen, before, after) else f"half done; {said!r}"


def _in_a_child(work: Callable[[], object]) -> None:
    """Do it in a fork: the threads of native libraries that it starts would not survive the next fork."""
    child = os.fork()
    if child == 0:
        sys.stdout = io.StringIO()
        try:
            work()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0


def _fresh(home: Path, name: str) -> Path:
    """A copy of the home to work in."""
    target = home.with_name(name)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(home, target)
    return target


def _count(job: Job, home: Path, log: Path) -> Counter[str]:
    """How often the busiest thread makes each call."""
    _run(job, home, "-o", str(log), "-e", f"trace={','.join(ERRORS)}")
    found = re.findall(r"^(\d+) +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE)
    most: Counter[str] = Counter()
    for (_, call), number in Counter(found).items():
        most[call] = max(most[call], number)
    return most


def _run(job: Job, home: Path, *options: str) -> tuple[int, str]:
    """The job in a child under strace; its status and what it said."""
    ours, theirs = socket.socketpair()
    ours.settimeout(ANSWERS_WITHIN_S)
    child = os.fork()
    if child == 0:
        ours.close()
        _be_the_child(job, home, theirs)
    theirs.close()
    output = () if "-o" in options else ("-o", os.devnull)
    with subprocess.Popen(
        ["strace", "-f", "-q", "-p", str(child), *output, *options], stderr=subprocess.DEVNULL
    ):
        _wait_until_traced(child)
        ours.sendall(b"go")
        with ours, ours.makefile("rb") as answer:
            told = answer.read() or json.dumps([ENDED, "it ended without a word"]).encode()
        os.waitpid(child, 0)
    status, said = json.loads(told)
    return int(status), str(said)


def _be_the_child(job: Job, home: Path, parent: socket.socket) -> None:
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0)
    try:
        parent.recv(2)
        parent.sendall(json.dumps(_silently(job, home)).encode())
    finally:
        os._exit(0)


def _silently(job: Job, home: Path) -> tuple[int, str]:
    """The job's status and words, told as the command line tells them."""
    out, sys.stdout = sys.stdout, io.StringIO()
    errors, sys.stderr = sys.stderr, io.StringIO()
    trainer.cli._bug = _raise
    try:
        return job.run(home), sys.stderr.getvalue()
    except WorldError as error:
        return 1, str(error)
    except OSError as error:
        return 1, trainer.cli._plain(error)
    except Exception:
        return BUG, traceback.format_exc()
    finally:
        sys.stdout, sys.stderr = out, errors


def _raise(_args: object) -> int:
    """In place of the line for our own mistakes: let the mistake be seen."""
    raise


def _wait_until_traced(child: int) -> None:
    ends = time.monotonic() + ATTACHED_WITHIN_S
    while "TracerPid:\t0" in Path(f"/proc/{child}/status").read_text():
        if time.monotonic() > ends:
            raise RuntimeError("strace could not attach")
        time.sleep(0.001)


if __name__ == "__main__":
    for chosen in sys.argv[2:] or JOBS:
        killing = sys.argv[1] == "kills"
        done = try_all(chosen, 1, kills) if killing else try_all(chosen, int(sys.argv[1]))
        print(json.dumps(dataclasses.asdict(done)), flush=True)
