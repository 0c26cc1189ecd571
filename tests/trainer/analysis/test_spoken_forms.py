"""What is written one way and said in several words is the same to the judge."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.analysis.language.speech import normalise
from trainer.contract import read_request
from trainer.records import Guide

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})
SELLER = {"caller_name": "Nadia Farrow", "caller_company": "Tallis Freight", "prospect_name": "Dana"}


def texts(said: str) -> list[str]:
    return [token.text for token in normalise(said.split()).tokens]


def outcome(check: str, text: str) -> str:
    findings = judge(read_request({"kind": "voicemail", "text": text, "context": SELLER}), PLAIN).findings
    return next(one.outcome for one in findings if one.check == check)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("the IRS wrote to you", "the i r s wrote to you"),
        ("we sell a CRM", "we sell a c r m"),
        ("it is an AI tool", "it is an a i tool"),
        ("I work with B2B firms", "i work with b two b firms"),
    ],
)
def test_initials_are_one_word_however_they_are_said(written: str, spoken: str) -> None:
    assert texts(spoken) == texts(written)


@pytest.mark.parametrize("said", ["take plan b i think it suits", "it is a p and i saw it", "i a am here"])
def test_a_pronoun_or_article_is_no_initial(said: str) -> None:
    assert "i" in texts(said)


def test_a_count_of_minutes_after_a_number_is_no_digit_of_it() -> None:
    said = "two oh six five five five oh one four nine two minutes"
    tokens = normalise(said.split()).tokens
    assert [token.number.digits for token in tokens if token.number] == ["2065550149", "2"]


@pytest.mark.parametrize(
    ("check", "wanted"), [("no-email", "missed"), ("no-website", "met"), ("own-name-twice", "missed")]
)
@pytest.mark.parametrize(
    "address", ["nadia@tallisfreight.org", "nadia at tallis freight dot org", "nadia at t f dot org"]
)
def test_an_address_is_an_email_and_neither_a_page_nor_a_name(address: str, check: str, wanted: str) -> None:
    assert outcome(check, f"hi dana this is nadia farrow you can write to {address} thanks") == wanted
