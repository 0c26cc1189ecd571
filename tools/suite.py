"""What `run.py test` runs, and how: the checks first, then the tests in two rows beside each other.

Tests that fail there are run once more at the end, when nothing else keeps the machine busy: some go by the
clock, with real sound and real windows. What fails twice has failed; what passed only then is said.

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
PYTEST = ["-m", "pytest"]
SECOND_TRY = "Once more, alone: "
TESTS_FAILED = 1
"""The status of pytest when all tests ran and some failed: the only one after which a second try is fair."""


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

    step: Step
    status: int
    seconds: float

    @property
    def heading(self) -> str:
        """The step's."""
        return self.step.heading

    @property
    def passed(self) -> bool:
        """Whether its command ended with status 0."""
        return self.status == 0


class Suite:
    """The tests of the checkout `root`; `tool` gives the path of a program in its environment."""

    def __init__(self, root: Path, environment: Mapping[str, str], tool: Callable[[str], str]) -> None:
        self._root, self._environment, self._tool = root, environment, tool

    def everything(self) -> list[Done]:
        """Run all steps, and say at the end how long each took."""
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as memory:
            checks, by_the_clock, computing = self.rows(Path(memory))
            done = self.run(checks) + self.run_beside(by_the_clock, computing)
            done += self.run([again for one in done if (again := _second_try(one))])
        print(f"\n=== All in {(time.monotonic() - begun) / 60:.0f} min")
        for one in done:
            print(f"{_in_words(one, done):24} {one.seconds / 60:5.1f} min  {one.heading}")
        return [one for one in done if not _passed_later(one, done)]

    def only(self, pytest_arguments: list[str]) -> list[Done]:
        """Run nothing but pytest with these arguments."""
        heading = "pytest " + " ".join(map(shlex.quote, pytest_arguments))
        return self.run([Step(heading, self._pytest(*pytest_arguments))])

    def rows(self, memory: Path) -> Rows:
        """What `everything` runs; below `memory`, which is new, each step notes which of its tests failed."""
        python = self._tool("python")
        without_qt = ("-p", "no:pytest-qt", "-p", "tests.without_qt")
        elsewhere = [f"--ignore={path}" for path in ("tests/trainer", "tests/ui", *REAL_SOUND)]

        def tests(heading: str, *arguments: str) -> Step:
            """With a memory of its own: steps that run at once would overwrite each other's."""
            return Step(heading, self._pytest(*arguments, "-o", f"cache_dir={memory / heading}"))

        return Rows(
            checks=[
                Step("Style (ruff check)", [python, "-m", "ruff", "check", "."]),
                Step("Layout (ruff format)", [python, "-m", "ruff", "format", "--check", "."]),
                Step("Types (mypy)", [python, "-m", "mypy"]),
                Step("Walls between the steps (import-linter)", [self._tool("lint-imports")]),
            ],
            by_the_clock=[
                tests(
                    "Real sound of the trainer, PySide6 not importable", *without_qt, REAL_SOUND_OF_TRAINER
                ),
                tests("Flows in the real window, starts and exits", *REAL_SOUND),
            ],
            computing=[
                tests("Tests of the window", "tests/ui"),
                tests(
                    "Tests of the trainer, PySide6 not importable",
                    *(*without_qt, "tests/trainer", f"--ignore={REAL_SOUND_OF_TRAINER}"),
                ),
                tests("Tests of the rest: faults, strange bytes, privacy, set-up", *elsewhere),
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
        for step in steps:
            if over and over.is_set():
                break
            print(f"\n=== {step.heading}", file=output, flush=True)
            begun = time.monotonic()
            status = subprocess.call(
                [*gives_way, *step.command],
                cwd=self._root,
                env=self._environment,
                stdout=output,
                stderr=output,
            )
            done.append(Done(step, status, time.monotonic() - begun))
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
        return [self._tool("python"), *PYTEST, *arguments]


def _second_try(one: Done) -> Step | None:
    """The tests of a step that failed, and no others; None where there is nothing to try again."""
    if one.status != TESTS_FAILED or one.step.command[1:3] != PYTEST:
        return None
    failed = ("--last-failed", "--last-failed-no-failures=none")
    return Step(SECOND_TRY + one.heading, [*one.step.command, *failed])


def _passed_later(one: Done, done: list[Done]) -> bool:
    return any(other.heading == SECOND_TRY + one.heading and other.passed for other in done)


def _in_words(one: Done, done: list[Done]) -> str:
    if one.passed:
        return "passed"
    return "passed at a second try" if _passed_later(one, done) else "NOT PASSED"
