"""What is quoted as evidence: clauses that a person can read, and the same words for the fix as before."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides

GUIDE = load_guides()["sell-the-call"]
CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "prospect_name": "Owen", "referrer": "Ruth Kemp", "situation": "referral",
}  # fmt: skip


def quotes(check: str, text: str, kind: str = "voicemail", **context: str) -> list[str]:
    request: dict[str, Any] = {"kind": kind, "text": text, "context": {**CONTEXT, **context}}
    findings = judge(read_request(request), GUIDE).findings
    return [one.quote for finding in findings if finding.check == check for one in finding.evidence]


@pytest.mark.parametrize(
    ("check", "text", "quoted"),
    [
        (
            "no-referral-pitch",
            "Hi Owen. Ruth Kemp bought it last year and she loves it. Call me.",
            ["Ruth Kemp bought it last year and she loves it."],
        ),
        (
            "no-product-pitch",
            "hi owen nadia here our platform checks every single bill please call me back",
            ["our platform checks every single bill"],
        ),
        (
            "strong-opening",
            "Hi Owen. I'm just checking in. Two lorries run empty.",
            ["I'm just checking in."],
        ),
        ("friendly-close", "Call me on 0113 496 0107. I look forward to it.", ["I look forward to it."]),
        (
            "no-company-pitch",
            "hi owen nadia from tallis freight we are the leading carrier in the north",
            ["we are the leading carrier in the north"],
        ),
        (
            "one-ask",
            "please call me back or send me an email and have a look at our website",
            ["or send me an email and have a look at our website"],
        ),
    ],
)
def test_a_finding_quotes_whole_clauses(check: str, text: str, quoted: list[str]) -> None:
    assert quotes(check, text) == quoted


@pytest.mark.parametrize(
    ("check", "quoted"),
    [("own-name", ["Nadia Tallis"]), ("number", ["0113 496 0107."]), ("company", ["Tallis Freight."])],
)
def test_names_and_numbers_are_quoted_alone(check: str, quoted: list[str]) -> None:
    text = "Hi Owen, this is Nadia Tallis from Tallis Freight. Please call me on 0113 496 0107."
    assert quotes(check, text) == quoted


def test_a_firm_is_quoted_with_all_its_words() -> None:
    text = "Owen, Nadia Tallis, Mourne Water. You asked which office drinks most."
    assert quotes("company", text, caller_company="Mourne Water Coolers") == ["Mourne Water."]


def test_no_quote_begins_in_a_sentence_that_went_before() -> None:
    text = "You asked what the house went for. It closed yesterday. Call me and I'll give you the figure."
    for quote in quotes("reason-to-call", text):
        assert not quote.startswith("It closed")
        assert quote[0].isupper()


def test_a_long_clause_is_quoted_from_joint_to_joint() -> None:
    text = (
        "it's the no show message got a pen it goes we're holding two o'clock for you friday reply one to "
        "keep it or two to give it to someone waiting and that is all of it"
    )
    left = "Two words end your no-shows. Call me and I'll read them to you."
    for quote in quotes("keeps-promise", text, "callback", message_left=left):
        assert len(quote.split()) <= 24
        assert not quote.endswith((" or", " and", " to"))


def test_hesitations_at_the_edge_are_not_quoted() -> None:
    text = "Sorry, who is this? I wasn't expecting you to call. Uh, one moment."
    assert all(not quote.endswith("Uh,") for quote in quotes("steady", text, "callback"))
