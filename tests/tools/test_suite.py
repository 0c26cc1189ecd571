"""The order in which `run.py test` runs everything, and what it shows of it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tools.suite import Done, Rows, Step, Suite

ROOT = Path(__file__).resolve().parents[2]
TESTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py"))


@pytest.fixture
def suite() -> Suite:
    return Suite(ROOT, os.environ, lambda name: name)


def says(text: str, status: int = 0) -> Step:
    """A step with the heading `text` that prints it and ends with this status."""
    return Step(text, [sys.executable, "-c", f"print('ran {text}'); exit({status})"])


def run_by(step: Step) -> set[str]:
    """The test files that a step of pytest runs."""
    arguments = step.command[3:]
    given = tuple(one for one in arguments if one.startswith("tests/")) or ("tests/",)
    left_out = tuple(one.removeprefix("--ignore=") for one in arguments if one.startswith("--ignore="))
    return {test for test in TESTS if test.startswith(given) and not test.startswith(left_out or ("-",))}


def steps_of_pytest(rows: Rows) -> list[Step]:
    return [step for step in (*rows.by_the_clock, *rows.computing) if step.command[1:3] == ["-m", "pytest"]]


def test_the_checks_come_first(suite: Suite) -> None:
    checks = " ".join(" ".join(step.command) for step in suite.rows().checks)
    assert all(name in checks for name in ("ruff check", "ruff format --check", "mypy", "lint-imports"))


def test_every_test_runs_once(suite: Suite) -> None:
    ran = [test for step in steps_of_pytest(suite.rows()) for test in run_by(step)]
    assert sorted(ran) == TESTS


def test_qt_is_absent_for_the_trainer_and_only_there(suite: Suite) -> None:
    for step in steps_of_pytest(suite.rows()):
        of_trainer = {test.startswith("tests/trainer/") for test in run_by(step)}
        assert of_trainer == {"tests.without_qt" in step.command}, step.heading


def test_real_sound_goes_by_the_clock_and_is_not_kept_waiting(suite: Suite) -> None:
    uses_it = re.compile(r"^from tests.* virtual_sound|^from tests.virtual_sound", re.MULTILINE)
    sounds = {test for test in TESTS if uses_it.search((ROOT / test).read_text(encoding="utf-8"))}
    sounds |= {test for test in TESTS if test.startswith("tests/flows/")}
    assert sounds <= set().union(*map(run_by, suite.rows().by_the_clock))
    assert "tests/trainer/audio/test_live.py" in sounds


def went(done: list[Done]) -> list[tuple[str, bool]]:
    return [(step.heading, step.passed) for step in done]


def test_with_arguments_only_pytest_runs(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    suite = Suite(tmp_path, os.environ, lambda name: "echo")
    assert went(suite.only(["tests/ui", "-k", "a b"])) == [("pytest tests/ui -k 'a b'", True)]
    assert capfd.readouterr().out == "\n=== pytest tests/ui -k 'a b'\n-m pytest tests/ui -k a b\n"


def test_a_step_that_does_not_pass_counts_and_the_next_one_runs(
    suite: Suite, capfd: pytest.CaptureFixture[str]
) -> None:
    assert went(suite.run([says("first", 1), says("second")])) == [("first", False), ("second", True)]
    assert capfd.readouterr().out == "\n=== first\nran first\n\n=== second\nran second\n"


def test_what_runs_beside_is_shown_afterwards_and_counts(
    suite: Suite, capfd: pytest.CaptureFixture[str]
) -> None:
    done = suite.run_beside([says("one", 1)], [says("two"), says("three", 1)])
    assert went(done) == [("one", False), ("two", True), ("three", False)]
    said = capfd.readouterr().out.split("\n\n")
    assert said[0] == "\nBeside what follows, and shown after it: two; three"
    assert said[1:] == ["=== one\nran one", "=== two\nran two", "=== three\nran three\n"]


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a program of POSIX systems")
def test_at_the_end_each_step_is_listed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    suite = Suite(tmp_path, os.environ, lambda name: "false" if name == "lint-imports" else "true")
    done = suite.everything()
    assert [step.heading for step in done if not step.passed] == ["Walls between the steps (import-linter)"]
    summary = capfd.readouterr().out.partition("=== All in 0 min\n")[2].splitlines()
    assert len(summary) == len(done) == sum(map(len, suite.rows()))
    assert "NOT PASSED   0.0 min  Walls between the steps (import-linter)" in summary
