"""A number that is corrected in the same breath counts as it was said last."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Finding

GUIDE = load_guides()["sell-the-call"]


def findings(number: str, *, known: str | None = "614-555-0192") -> dict[str, Finding]:
    text = f"hi owen this is nadia i found two mistakes on your bill call me on {number} thanks"
    context = {"caller_name": "Nadia", "phone_number": known, "region": "US"}
    request = read_request({"kind": "voicemail", "text": text, "context": context})
    return {one.check: one for one in judge(request, GUIDE).findings}


@pytest.mark.parametrize(
    "said",
    [
        "six one four five five five oh one nine three sorry oh one nine two",
        "six one four five five four sorry five five five oh one nine two",
        "six one four five five five oh two nine two no wait i mean six one four five five five oh one nine "
        "two",
        "614-555-0193, I'm sorry, 555-0192",
    ],
)
def test_what_is_said_last_counts(said: str) -> None:
    found = findings(said)
    assert found["number"].outcome == "met"
    assert found["number-right"].outcome == "met"
    assert found["number-twice"].outcome == "missed"


def test_of_several_corrections_the_last_counts() -> None:
    found = findings("614-555-0193, sorry, 614-555-0194, no, 614-555-0192")
    assert found["number-right"].outcome == "met"
    assert found["number-twice"].outcome == "missed"


@pytest.mark.parametrize("word", ["make that", "or rather", "correction", "wait", "oops"])
def test_a_correction_in_other_words_counts(word: str) -> None:
    assert findings(f"614-555-0132, {word}, 0192")["number-right"].outcome == "met"


@pytest.mark.parametrize(
    "said",
    [
        "614-555-0192. Sorry, 2026 rates end on Friday.",
        "614-555-0192, no, 365 loads are on your bill",
        "614-555-0192 sorry that is 300 pallets",
    ],
)
@pytest.mark.parametrize("known", ["614-555-0192", None])
def test_an_amount_corrects_no_number(said: str, known: str | None) -> None:
    found = findings(said, known=known)
    assert found["number-right"].outcome == ("met" if known else "not-applicable")
    assert "2026" not in str(found["number"])


@pytest.mark.parametrize("known", ["614-555-0192", None])
def test_the_same_number_after_sorry_is_said_twice(known: str | None) -> None:
    assert findings("614-555-0192, again, sorry, 614-555-0192", known=known)["number-twice"].outcome == "met"


def test_a_correction_that_is_wrong_as_well_is_wrong() -> None:
    assert findings("614-555-0193, sorry, 614-555-0774")["number-right"].outcome == "missed"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("614-555-0192, no rush, 614-555-0192", "met"), ("614-555-0192 or 614-555-0192", "met")],
)
def test_what_takes_nothing_back_is_said_twice(said: str, outcome: str) -> None:
    assert findings(said)["number-twice"].outcome == outcome


def test_without_a_profile_the_tail_is_replaced() -> None:
    found = findings("614-555-0193, sorry, 0192", known=None)
    assert found["number"].outcome == "met"
    assert found["number-twice"].outcome == "missed"


def test_a_corrected_number_is_in_no_rewritten_message() -> None:
    text = (
        "Hi Owen, Nadia here. I found two mistakes on your bill. Call me on 614-555-0193, sorry, "
        "614-555-0192. Thanks, Owen."
    )
    context = {"caller_name": "Nadia", "phone_number": "614-555-0192", "prospect_name": "Owen"}
    fix = judge(read_request({"kind": "voicemail", "text": text, "context": context}), GUIDE).fix
    assert fix is not None
    assert fix.rewrite is None
