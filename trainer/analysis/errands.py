"""Why the message said that one rings where somebody else found it: told again with their name."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_ERRAND = 16
"""Words of what was found that are told again."""

_SENT_ABOUT = re.compile(
    r"\b(?:asked|told|wanted|urged|suggested|said) (?:that )?(?:me to|i|we) (?:should )?"
    r"(?:call|ring|phone|contact|talk to|talk with|speak to|speak with) you "
    r"(?:about|regarding|because of|over) (?P<what>[^.!?;:,]+)",
    re.I,
)
_FOUND = r"(?P<found>found|noticed|saw|spotted|heard|discovered|learned|came across|worked out|changed|tried)"
_SOMETHING = re.compile(
    rf"(?:something|a thing|one thing) (?:that )?(?:she|he|they) (?:has |had )?{_FOUND}\b", re.I
)
"""What they found, as the message put it ("something she found in her bills")."""
_THEY_FOUND = re.compile(
    rf"\b(?P<who>she|he|they)(?: has| had|'s)? {_FOUND} (?:something|a thing|one thing)"
    r"(?P<where> (?:in|about|on|at|with|under|behind|between) [^.!?;:,]+?)"
    r"(?= (?:that|which) |[.!?;:,]|$)",
    re.I,
)
_NOBODY_NAMED = re.compile(r"\b(?:she|he|they|his|her|their|them|him)\b", re.I)


def told(pieces: Iterable[str], referrer: str | None) -> str:
    """What the call is about, from the sentences of the message; empty where none sends the caller.

    Without a `referrer` nothing is told of a "she" whom the listener could not place.
    """
    for piece in pieces:
        sent, found = _SENT_ABOUT.search(piece), _THEY_FOUND.search(piece)
        what = ""
        if sent:
            what = _SOMETHING.sub(lambda one: f"what {referrer} {one['found']}", sent["what"].strip())
        elif found:
            what = f"what {referrer} {found['found']}{found['where']}"
        unplaced = not referrer and (found or _NOBODY_NAMED.search(what))
        if what and not unplaced and len(what.split()) <= LONGEST_ERRAND:
            return f"I called about {what}."
    return ""
