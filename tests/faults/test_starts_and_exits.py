"""Starts at once, and ends in any state. More of both: `benchmarks/exits.py`, `benchmarks/starts.py`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import virtual_sound
from tests.faults.exits import environment, somebody_speaks, visit
from tests.faults.starts import kill_one, start_at_once

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="POSIX signals"),
    pytest.mark.timeout(600),
]
STARTS = 4


def test_of_many_starts_at_once_one_window_stays(tmp_path: Path) -> None:
    kill_one(tmp_path / "data")  # and what it left does not matter
    outcome = start_at_once(tmp_path / "data", STARTS)
    assert outcome.windows == 1, outcome
    assert outcome.statuses == (0,) * (STARTS - 1)
    assert outcome.last == 0
    assert "Traceback" not in outcome.said


@pytest.fixture(scope="module")
def spoken_into() -> Iterator[dict[str, str]]:
    """The environment of a program into whose microphone somebody speaks."""
    if not virtual_sound.available():
        pytest.skip("needs PulseAudio")
    with virtual_sound.virtual_sound() as sound, somebody_speaks(sound):
        yield environment(sound)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")
@pytest.mark.parametrize(
    ("state", "way"),
    [("idle", "close"), ("ringing", "log out"), ("recording", "log out"), ("hearing", "SIGTERM")],
)
def test_the_window_ends_cleanly_in_any_state(spoken_into: dict[str, str], state: str, way: str) -> None:
    assert visit(state, way, spoken_into).problems == ()
