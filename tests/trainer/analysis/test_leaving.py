"""Reasons for and against a message are understood by what they mean, however they are put."""

from __future__ import annotations

import pytest

from trainer.analysis.language.leaving import facts_of, named
from trainer.analysis.language.speech import normalise
from trainer.facts import FACTS, REASONS

MEANS = [
    ("we have spoken before and he liked it", "spoken-before"),
    ("I talked to her last week", "spoken-before"),
    ("we already had a good conversation", "spoken-before"),
    ("she gave me positive feedback last time", "spoken-before"),
    ("because we met at the fair and she was positive", "spoken-before"),
    ("He knows me.", "spoken-before"),
    ("it is a hot lead", "good-lead"),
    ("they asked for a quote on our web site", "good-lead"),
    ("she showed real interest", "good-lead"),
    ("I am following up an enquiry", "good-lead"),
    ("he is interested", "good-lead"),
    ("I have information that he needs", "needed-information"),
    ("there is something she needs to know", "needed-information"),
    ("I've got news they can use", "needed-information"),
    ("valuable information for them", "needed-information"),
    ("my message is prepared and has impact", "prepared-message"),
    ("I prepared a strong message", "prepared-message"),
    ("we are in the middle of a sale", "mid-sale"),
    ("the deal is under way", "mid-sale"),
    ("the surcharge changes, so it cannot wait", "timely-information"),
    ("he must know before Friday", "timely-information"),
    ("it's urgent", "timely-information"),
    ("they are an existing customer", "existing-customer"),
    ("she already buys from us", "existing-customer"),
    ("he's a client of ours", "existing-customer"),
    ("there is something in it for him", "something-for-them"),
    ("I have a sales lead for them", "something-for-them"),
    ("it's a cold call", "cold-call"),
    ("we have never spoken", "cold-call"),
    ("he does not know me", "cold-call"),
    ("I don't know her at all", "cold-call"),
    ("just an exploratory call", "cold-call"),
    ("they probably already have one", "already-has-it"),
    ("she surely has what I sell", "already-has-it"),
    ("he doesn't need it", "already-has-it"),
    ("they are loyal to another supplier", "existing-relationship"),
    ("he works with a competitor", "existing-relationship"),
    ("I'm up against an existing relationship", "existing-relationship"),
    ("she is happy with her current provider", "existing-relationship"),
    ("I'm collecting money for a charity", "fund-raising"),
    ("it is fundraising", "fund-raising"),
    ("I sell insurance", "insurance-or-investments"),
    ("I'm a financial planner", "insurance-or-investments"),
    ("stocks and shares", "insurance-or-investments"),
]
DOES_NOT_MEAN = [
    ("we have never spoken before", "spoken-before"),
    ("it is not a cold call", "cold-call"),
    ("they are not a customer of ours", "existing-customer"),
    ("he showed no interest", "good-lead"),
    ("I have nothing prepared", "prepared-message"),
    ("I do not sell insurance", "insurance-or-investments"),
    ("they have no supplier yet", "existing-relationship"),
    ("she does not know me", "spoken-before"),
    ("he is a new customer somewhere", "cold-call"),
    ("it felt right", "prepared-message"),
    ("I like leaving messages", "spoken-before"),
]


@pytest.mark.parametrize(("said", "fact"), MEANS)
def test_a_reason_is_understood(said: str, fact: str) -> None:
    assert fact in {label for label, _ in named(normalise(said.split()))}


@pytest.mark.parametrize(("said", "fact"), DOES_NOT_MEAN)
def test_what_is_denied_or_not_said_is_no_reason(said: str, fact: str) -> None:
    assert fact not in {label for label, _ in named(normalise(said.split()))}


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.id)
def test_entries_are_known_by_id_and_title(fact: object) -> None:
    assert isinstance(fact, type(FACTS["cold-call"]))
    assert facts_of([fact.id]) == facts_of([fact.title.capitalize() + "."]) == (fact.id,)
    assert facts_of([fact.id.upper().replace("-", " ")]) == (fact.id,)


def test_what_is_no_entry_is_left_out() -> None:
    assert facts_of(["the weather", "", "cold-call"]) == ("cold-call",)


def test_every_reason_has_a_key_of_its_own() -> None:
    assert all(len(reasons) <= 9 for reasons in REASONS.values())
    assert set(REASONS["leave"]) | set(REASONS["hang-up"]) == set(FACTS)
