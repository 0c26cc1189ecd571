"""docs/reliability.md names tests that exist, commands that exist, and all 81 cases."""

from __future__ import annotations

import re

from trainer.paths import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def test_every_case_has_a_row_in_order() -> None:
    numbers = [int(number) for number in re.findall(r"^\| (\d+) ", PAGE, re.MULTILINE)]
    assert numbers == list(range(1, 82))


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`((?:\w+/)*test_\w+\.py)(?:::(test_\w+))?`", PAGE)
    assert len(named) > 80
    gone = []
    for file, test in named:
        path = ROOT / "tests" / file
        if not path.is_file() or (test and f"def {test}(" not in path.read_text(encoding="utf-8")):
            gone.append(f"{file}::{test}")
    assert gone == []


def test_every_script_that_is_named_exists() -> None:
    scripts = re.findall(r"(benchmarks/\w+\.py|tests/\w[\w/]*\.py)", PAGE)
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
