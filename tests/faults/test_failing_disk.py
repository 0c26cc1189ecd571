"""Calls to the system fail, some of each kind in each job. All of them: `benchmarks/failing_disk.py`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest

from trainer.paths import ROOT

EVERY = 60
"""One call in so many fails, which is done in about half a minute."""


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.timeout(600)
def test_a_job_is_done_or_refused_in_words_whatever_call_fails() -> None:
    tallies = tried(str(EVERY))
    assert [problem for tally in tallies for problem in tally["broken"]] == []
    assert sum(tally["refused"] for tally in tallies) > 20


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("job", ["update", "mend"])
def test_a_history_that_is_updated_or_mended_may_be_killed_at_any_call(job: str) -> None:
    (tally,) = tried("kills", job)
    assert tally["broken"] == []
    assert tally["refused"] > 50  # so many died of it


def tried(*arguments: str) -> list[dict[str, Any]]:
    """What `tests.faults.failing` prints, in a process that has no threads yet."""
    command = [sys.executable, "-m", "tests.faults.failing", *arguments]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if "could not attach" in ran.stderr:
        pytest.skip("strace may not attach to a process here")
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]
