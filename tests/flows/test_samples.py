"""The demonstration: each shipped sample answer, from its file to its words and checks."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from trainer.paths import ASSETS

SAMPLES = {one["id"]: one for one in tomllib.loads((ASSETS / "samples/samples.toml").read_text())["samples"]}
GOOD = {
    "asks-for-call-back", "one-ask", "no-appointment", "no-email", "no-website", "promises-brevity",
    "number-twice", "number-right", "own-name-twice", "greets-by-name", "names-referrer", "length",
}  # fmt: skip
POOR = {
    "one-ask", "no-appointment", "no-email", "no-website", "promises-brevity", "number-twice",
    "no-product-pitch", "no-company-pitch", "own-name-twice",
}  # fmt: skip
READY = {"recalls-reason", "respects-their-time", "next-step", "core-in-ten", "quick-first-word", "own-name"}
STUMBLING = {"core-in-ten", "quick-first-word", "own-name"}


@pytest.mark.parametrize(
    ("sample", "words", "met", "missed"),
    [
        ("good-voicemail", "please call me back", GOOD, set()),
        ("poor-voicemail", "come and see you next tuesday", {"own-name", "number-right"}, POOR),
        ("ready-callback", "one of your bills together", READY, set()),
        ("stumbling-callback", "let me find my notes", set(), STUMBLING),
    ],
)
def test_a_sample_earns_what_it_was_made_for(
    sample: str, words: str, met: set[str], missed: set[str], tmp_path: Path
) -> None:
    result = practise(sample, tmp_path)
    assert words in " ".join(turn["text"] for turn in result["turns"]).lower()
    checks = result["feedback"]["checks"]
    assert met <= {check["id"] for check in checks if check["outcome"] == "met"}
    assert missed <= {check["id"] for check in checks if check["outcome"] == "missed"}


def practise(sample: str, data: Path) -> Any:
    """`ringback practise … --json` with this sample, as the seller who speaks in it."""
    one = SAMPLES[sample]
    command = [sys.executable, "-m", "trainer", "practise", one["scenario"], "--answer", ASSETS / one["file"]]
    command += ["--as", one["seller"], "--data-dir", data, "--json"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=120).stdout)
