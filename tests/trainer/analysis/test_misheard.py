"""What was hardly heard is not quoted back as something to say."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Fix

CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "prospect_name": "Owen",
}  # fmt: skip
TEXT = (
    "hi owen nadia from tallis freight i noticed that two trucks of yours leave leeds half empty every night "
    "our boxes are the best in the country please call me back on 0113 496 0107"
)


def fix(doubtful: str) -> Fix:
    words = [{"word": word, "confidence": 0.1 if word == doubtful else 0.9} for word in TEXT.split()]
    request: dict[str, Any] = {"kind": "voicemail", "words": words, "context": CONTEXT}
    found = judge(read_request(request), load_guides()["sell-the-call"]).fix
    assert found is not None
    return found


@pytest.mark.parametrize("doubtful", ["", "nadia", "please", "boxes"])
def test_a_message_heard_well_is_rewritten(doubtful: str) -> None:
    """A name, a small word, and a word that goes in any case may be heard badly."""
    assert "half empty" in (fix(doubtful).rewrite or "")


def test_a_message_with_a_doubtful_word_is_not() -> None:
    found = fix("trucks")
    assert found.rewrite is None
    assert "trucks" not in (found.suggestion or "")
    assert found.advice
