"""What `run.py test` runs, and how: the checks first, then the tests in two rows beside each other.

Used by `run.py`, so standard library only.
"""

import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, NamedTuple

REAL_SOUND = ("tests/flows", "tests/faults/test_starts_and_exits.py")
REAL_SOUND_OF_TRAINER = "tests/trainer/audio/test_live.py"
"""These go by the clock and mostly wait. No two such steps run at once, or their sound would have gaps."""


class Step(NamedTuple):
    """One command, and what is written above its output."""

    heading: str
    command: list[str]


class Rows(NamedTuple):
    """All steps: `checks` come first; then `by_the_clock` and `computing` go on beside each other."""

    checks: list[Step]
    by_the_clock: list[Step]
    computing: list[Step]
    """At a lower priority: what goes by the clock must not be kept waiting."""


class Done(NamedTuple):
    """How a step went."""

    heading: str
    passed: bool
    seconds: float


class Suite:
    """The tests of the checkout `root`; `tool` gives the path of a program in its environment."""

    def __init__(self, root: Path, environment: Mapping[str, str], tool: Callable[[str], str]) -> None:
        self._root, self._environment, self._tool = root, environment, tool

    def everything(self) -> list[Done]:
        """Run all steps, and say at the end how long each took."""
        checks, by_the_clock, computing = self.rows()
        begun = time.monotonic()
        done = self.run(checks) + self.run_beside(by_the_clock, computing)
        print(f"\n=== All in {(time.monotonic() - begun) / 60:.0f} min")
        for one in done:
            print(f"{'passed' if one.passed else 'NOT PASSED':10} {one.seconds / 60:5.1f} min  {one.heading}")
        return done

    def only(self, pytest_arguments: list[str]) -> list[Done]:
        """Run nothing but pytest with these arguments."""
        heading = "pytest " + " ".join(map(shlex.quote, pytest_arguments))
        return self.run([Step(heading, self._pytest(*pytest_arguments))])

    def rows(self) -> Rows:
        """What `everything` runs."""
        python = self._tool("python")
        without_qt = ("-p", "no:pytest-qt", "-p", "tests.without_qt")
        elsewhere = [f"--ignore={path}" for path in ("tests/trainer", "tests/ui", *REAL_SOUND)]
        return Rows(
            checks=[
                Step("Style (ruff check)", [python, "-m", "ruff", "check", "."]),
                Step("Layout (ruff format)", [python, "-m", "ruff", "format", "--check", "."]),
                Step("Types (mypy)", [python, "-m", "mypy"]),
                Step("Walls between the steps (import-linter)", [self._tool("lint-imports")]),
            ],
            by_the_clock=[
                Step(
                    "Real sound of the trainer, PySide6 not importable",
                    self._pytest(*without_qt, REAL_SOUND_OF_TRAINER),
                ),
                Step("Flows in the real window, starts and exits", self._pytest(*REAL_SOUND)),
                Step("Tests of the window", self._pytest("tests/ui")),
            ],
            computing=[
                Step(
                    "Tests of the trainer, PySide6 not importable",
                    self._pytest(*without_qt, "tests/trainer", f"--ignore={REAL_SOUND_OF_TRAINER}"),
                ),
                Step("Tests of the rest: faults, strange bytes, privacy, set-up", self._pytest(*elsewhere)),
            ],
        )

    def run(
        self, steps: list[Step], output: IO[str] | None = None, over: threading.Event | None = None
    ) -> list[Done]:
        """Run every step, also after one that did not pass.

        With `output` everything is written there, at a lower priority; after `over` no further step begins.
        """
        gives_way = ["nice"] if output and shutil.which("nice") else []
        done = []
        for heading, command in steps:
            if over and over.is_set():
                break
            print(f"\n=== {heading}", file=output, flush=True)
            begun = time.monotonic()
            status = subprocess.call(
                [*gives_way, *command], cwd=self._root, env=self._environment, stdout=output, stderr=output
            )
            done.append(Done(heading, status == 0, time.monotonic() - begun))
        return done

    def run_beside(self, shown: list[Step], later: list[Step]) -> list[Done]:
        """`run` both at once: `shown` is seen as it goes, `later` once both are over."""
        over = threading.Event()
        print(f"\nBeside what follows, and shown after it: {'; '.join(step.heading for step in later)}")
        with tempfile.TemporaryFile("w+", encoding="utf-8") as output, ThreadPoolExecutor(1) as pool:
            beside = pool.submit(self.run, later, output, over)
            try:
                done = self.run(shown) + beside.result()
            finally:
                over.set()
            sys.stdout.flush()
            output.seek(0)
            shutil.copyfileobj(output.buffer, sys.stdout.buffer)
        return done

    def _pytest(self, *arguments: str) -> list[str]:
        return [self._tool("python"), "-m", "pytest", *arguments]
