"""Calls to the system fail, some of each kind in each job. All of them: `benchmarks/failing_disk.py`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from trainer.paths import ROOT

EVERY = 60
"""One call in so many fails, which is done in about half a minute."""


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.timeout(600)
def test_a_job_is_done_or_refused_in_words_whatever_call_fails() -> None:
    command = [sys.executable, "-m", "tests.faults.failing", str(EVERY)]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if "could not attach" in ran.stderr:
        pytest.skip("strace may not attach to a process here")
    assert ran.returncode == 0, ran.stderr
    tallies = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [problem for tally in tallies for problem in tally["broken"]] == []
    assert sum(tally["refused"] for tally in tallies) > 20
