"""Each rule holds on sentences that were written before it: one file a check, `outcome: sentence` a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.records import Guide

SENTENCES = Path(__file__).parent / "sentences"
PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})
CONTEXT = {
    "caller_name": "Nadia Farrow",
    "caller_company": "Tallis Freight",
    "prospect_name": "Dana",
    "referrer": "Ruth Kemp",
    "phone_number": "0113 496 0107",
}
KINDS = {
    "recalls-reason": "callback",
    "next-step": "callback",
    "respects-their-time": "callback",
    "invites-conversation": "elevator",
}
"""The kind of the checks that are not those of a voicemail."""
CASES = [
    pytest.param(path.stem, *line.split(": ", 1), id=f"{path.stem}: {line[:60]}")
    for path in sorted(SENTENCES.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("check", "outcome", "text"), CASES)
def test_sentence_is_taken_for_what_it_is(check: str, outcome: str, text: str) -> None:
    request = read_request({"kind": KINDS.get(check, "voicemail"), "text": text, "context": CONTEXT})
    findings = judge(request, PLAIN).findings
    assert next(one for one in findings if one.check == check).outcome == outcome
