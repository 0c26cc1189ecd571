"""A number that is corrected in the same breath ("… 0132, sorry, 0123"): what is said last counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from trainer.analysis.call import Heard, Span
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.numbers import SHORTEST, TAKES_BACK
from trainer.analysis.language.speech import Token

SHORTEST_PIECE = 3
"""Digits from which a piece of a number is one that somebody corrects."""
LONGEST_BETWEEN = 5
"""Words that a correction takes at most ("no wait I mean make that")."""
_BESIDE = word_set("im i am so that thats its it is make me excuse um uh oh my mistake let again pardon")


def numbers_said(turn: Heard, is_own: Callable[[str], bool]) -> Iterator[tuple[Span, str]]:
    """Every number that could be dialled, in order: where it is said and its digits, corrected where it is.

    `is_own` tells the profile's number, which shows how much of what stood before was taken back.
    """
    tokens = turn.speech.tokens
    at = 0
    while at < len(tokens):
        later = _corrects(tokens, at)
        digits = _mended(tokens[at], tokens[later], is_own) if later else None
        if later and digits:
            yield Span(turn.index, at, later), digits
            at = later
        elif (number := tokens[at].number) and number.dialable:
            yield Span(turn.index, at, at), number.digits
        at += 1


def _corrects(tokens: Sequence[Token], at: int) -> int | None:
    """The token with the digits that take back those at `at`; None where nothing does."""
    if not _digits(tokens[at]):
        return None
    between: list[str] = []
    for later in range(at + 1, min(at + 2 + LONGEST_BETWEEN, len(tokens))):
        if _digits(tokens[later]):
            return later if not TAKES_BACK.isdisjoint(between) else None
        if tokens[later].text not in TAKES_BACK | _BESIDE:
            return None
        between.append(tokens[later].text)
    return None


def _digits(token: Token) -> str:
    """The digits of a number that may be dialled, or of a piece of one; empty for other tokens."""
    digits = token.number.digits if token.number and not token.number.measured else ""
    return digits if len(digits) >= SHORTEST_PIECE else ""


def _mended(before: Token, after: Token, is_own: Callable[[str], bool]) -> str | None:
    """The number that is meant; None where it is not plain how much of `before` was taken back."""
    first, last = _digits(before), _digits(after)
    meant = [first[:kept] + last for kept in range(len(first), -1, -1)]
    if own := next(filter(is_own, meant), None):
        return own
    if len(first) < SHORTEST:
        return None
    return last if len(last) >= len(first) else first[: -len(last)] + last
