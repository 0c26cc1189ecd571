"""When to leave a message and when not: the entries that a decision is judged by, in one place.

The do- and the don't-entries are those of article 003; "something for them" is article 000's. A scenario
names those that apply by id, a judge request by id, title or in words
(`trainer.analysis.language.leaving`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Decision = Literal["leave", "hang-up"]
Side = Literal["do", "dont", "for-them"]


class Fact(NamedTuple):
    """One entry. `title` fits a button and follows "because"."""

    id: str
    title: str
    side: Side
    article: str


_ALL = (
    Fact("spoken-before", "you have spoken before and it went well", "do", "003"),
    Fact("good-lead", "they have shown interest", "do", "003"),
    Fact("needed-information", "you know something that they need", "do", "003"),
    Fact("prepared-message", "your message is prepared and strong", "do", "003"),
    Fact("mid-sale", "you are in the middle of a sale", "do", "003"),
    Fact("timely-information", "your news cannot wait", "do", "003"),
    Fact("existing-customer", "they are a customer of yours", "do", "003"),
    Fact("something-for-them", "there is something in it for them", "for-them", "000"),
    Fact("cold-call", "you do not know each other", "dont", "003"),
    Fact("already-has-it", "they probably have what you sell", "dont", "003"),
    Fact("existing-relationship", "they are loyal to somebody else", "dont", "003"),
    Fact("fund-raising", "you raise money for a charity", "dont", "003"),
    Fact("insurance-or-investments", "you sell insurance, shares or financial advice", "dont", "003"),
)

FACTS: dict[str, Fact] = {fact.id: fact for fact in _ALL}
"""By id, in the order in which they are shown."""

REASONS: dict[Decision, tuple[str, ...]] = {
    "leave": tuple(fact.id for fact in _ALL if fact.side != "dont"),
    "hang-up": tuple(fact.id for fact in _ALL if fact.side == "dont"),
}
"""What may be chosen as the reason of a decision; never more than there are keys from 1 to 9."""

GIVES_THEM_SOMETHING = frozenset({"something-for-them", "needed-information", "timely-information"})
"""Entries under which a message holds something for them (articles 000 and 003)."""


def on_side(facts: tuple[str, ...], side: Side) -> tuple[str, ...]:
    """Those of `facts` (ids) that are on one side."""
    return tuple(fact for fact in facts if fact in FACTS and FACTS[fact].side == side)
