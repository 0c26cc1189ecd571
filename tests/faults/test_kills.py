"""Killed in whatever it does, the program finds what it promised. Longer: `benchmarks/kills.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.kills import kill_many

KILLS = int(os.environ.get("RINGBACK_KILLS", "8"))


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.timeout(900)
def test_nothing_that_was_promised_is_lost(tmp_path: Path) -> None:
    tally = kill_many(tmp_path, KILLS, seed=7)
    assert tally.broken == []
    assert tally.kills == KILLS
    assert tally.takes
