"""Every target for some seconds: a door that opens too far is seen soon. Longer: `benchmarks/fuzz.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fuzz.mutating import fuzz
from tests.fuzz.targets import TARGETS

SECONDS = float(os.environ.get("RINGBACK_FUZZ_SECONDS", "20" if os.environ.get("CI") else "5"))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", TARGETS)
def test_strange_bytes_are_met_with_a_sentence(name: str, tmp_path: Path) -> None:
    run = fuzz(TARGETS[name], name, tmp_path, SECONDS)
    assert run.inputs > 10
    assert run.refused
