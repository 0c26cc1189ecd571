"""The order in which `run.py test` runs everything, and what it shows of it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tools.suite import SECOND_TRY, Done, Rows, Step, Suite

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


@pytest.fixture
def rows(suite: Suite, tmp_path: Path) -> Rows:
    return suite.rows(tmp_path)


def steps_of_pytest(rows: Rows) -> list[Step]:
    return [step for step in (*rows.by_the_clock, *rows.computing) if step.command[1:3] == ["-m", "pytest"]]


def test_the_checks_come_first(rows: Rows) -> None:
    checks = " ".join(" ".join(step.command) for step in rows.checks)
    assert all(name in checks for name in ("ruff check", "ruff format --check", "mypy", "lint-imports"))


def test_every_test_runs_once(rows: Rows) -> None:
    ran = [test for step in steps_of_pytest(rows) for test in run_by(step)]
    assert sorted(ran) == TESTS


def test_qt_is_absent_for_the_trainer_and_only_there(rows: Rows) -> None:
    for step in steps_of_pytest(rows):
        of_trainer = {test.startswith("tests/trainer/") for test in run_by(step)}
        assert of_trainer == {"tests.without_qt" in step.command}, step.heading


def test_real_sound_goes_by_the_clock_and_is_not_kept_waiting(rows: Rows) -> None:
    uses_it = re.compile(r"^from tests.* virtual_sound|^from tests.virtual_sound", re.MULTILINE)
    sounds = {test for test in TESTS if uses_it.search((ROOT / test).read_text(encoding="utf-8"))}
    sounds |= {test for test in TESTS if test.startswith("tests/flows/")}
    assert sounds <= set().union(*map(run_by, rows.by_the_clock))
    assert "tests/trainer/audio/test_live.py" in sounds


def went(done: list[Done]) -> list[tuple[str, bool]]:
    return [(one.heading, one.passed) for one in done]


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
    assert [one.heading for one in done if not one.passed] == ["Walls between the steps (import-linter)"]
    summary = capfd.readouterr().out.partition("=== All in 0 min\n")[2].splitlines()
    assert len(summary) == len(done) == sum(map(len, suite.rows(tmp_path)))
    assert f"{'NOT PASSED':24}   0.0 min  Walls between the steps (import-linter)" in summary


A_TEST = "import os\nfrom pathlib import Path\n\ndef test_it():\n    {body}\n"
ONLY_ALONE = "tried = Path('tried'); known = tried.exists(); tried.touch(); assert known"


def of_tests(folder: Path, memory: Path, bodies: dict[str, str]) -> Rows:
    """Rows of nothing but a step for each file with one test of this body."""
    for name, body in bodies.items():
        (folder / name).write_text(A_TEST.format(body=body))
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir=."]
    return Rows([], [], [Step(name, [*command, name, "-o", f"cache_dir={memory / name}"]) for name in bodies])


def test_what_fails_beside_others_is_tried_once_more_alone_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    suite = Suite(tmp_path, os.environ, lambda name: name)
    bodies = {
        "fine.py": "pass",
        "shaky.py": ONLY_ALONE,
        "broken.py": "assert False",
        "dead.py": "os._exit(1)",
    }
    monkeypatch.setattr(suite, "rows", lambda memory: of_tests(tmp_path, memory, bodies))
    done = suite.everything()
    lines = capfd.readouterr().out.partition("=== All in")[2].splitlines()[1:]
    words = {line.split("min")[1].strip(): line[:24].strip() for line in lines}
    assert words == {
        "fine.py": "passed",
        "shaky.py": "passed at a second try",
        "broken.py": "NOT PASSED",
        "dead.py": "NOT PASSED",
        f"{SECOND_TRY}shaky.py": "passed",
        f"{SECOND_TRY}broken.py": "NOT PASSED",
        f"{SECOND_TRY}dead.py": "NOT PASSED",
    }
    failed = ["broken.py", "dead.py"]
    assert [one.heading for one in done if not one.passed] == [*failed, *(SECOND_TRY + one for one in failed)]
