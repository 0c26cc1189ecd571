"""The shipped answers, heard by the engine in force: the right words and the right checks."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from rapidfuzz.distance import LCSseq

from tests.trainer.cli.conftest import Ringback
from trainer.paths import ASSETS

pytestmark = pytest.mark.slow

SAMPLES: dict[str, dict[str, Any]] = {
    sample["id"]: sample
    for sample in tomllib.loads((ASSETS / "samples" / "samples.toml").read_text(encoding="utf-8"))["samples"]
}
EXPECTED: dict[str, dict[str, Any]] = {
    "good-voicemail": {
        "met": "asks-for-call-back one-ask no-appointment no-email no-website own-name own-name-twice "
        "greets-by-name names-referrer promises-brevity number number-twice length no-product-pitch "
        "no-company-pitch",
        "missed": "",
        "share": (0.75, 1.0),
    },
    "poor-voicemail": {
        "met": "number own-name greets-by-name",
        "missed": "one-ask no-appointment no-email no-website no-product-pitch no-company-pitch "
        "own-name-twice number-twice promises-brevity",
        "share": (0.0, 0.5),
    },
    "ready-callback": {
        "met": "quick-first-word core-in-ten respects-their-time next-step own-name within-limit",
        "missed": "",
        "share": (0.75, 1.0),
    },
    "stumbling-callback": {
        "met": "",
        "missed": "quick-first-word core-in-ten fillers steady",
        "share": (0.0, 0.6),
    },
    "asks-for-a-page": {
        "keys": "20",
        "met": "reached-a-person asked-for-live courteous",
        "missed": "",
        "share": (0.75, 1.0),
    },
}
UNSURE_FOR_NUMBERS = {"number-right"}
"""The engine may lose a digit: then "could not tell" is right, and "missed" never."""


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z']+|\d", text.lower().replace("oh one", "0 1"))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_heard_and_judged_as_it_is_meant(ringback: Ringback, name: str) -> None:
    sample, expected = SAMPLES[name], EXPECTED[name]
    practise = ("practise", sample["scenario"], "--as", sample["seller"])
    keys = ("--step", f"key={expected['keys']}") if "keys" in expected else ()
    done = ringback(*practise, *keys, "--answer", ASSETS / sample["file"], "--json")
    assert done.status == 0, done.err
    said, heard = words_of(sample["text"]), words_of(" ".join(turn["text"] for turn in done.json["turns"]))
    assert LCSseq.normalized_similarity(said, heard) > 0.7
    checks = {check["id"]: check["outcome"] for check in done.json["feedback"]["checks"]}
    assert {check for check in expected["met"].split() if checks[check] != "met"} == set()
    assert {check for check in expected["missed"].split() if checks[check] != "missed"} == set()
    assert {check for check in UNSURE_FOR_NUMBERS if checks.get(check) == "missed"} == set()
    head, (least, most) = done.json["feedback"]["headline"], expected["share"]
    assert least <= head["met"] / head["of"] <= most
