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
_TAKES_BACK = TAKES_BACK | word_set("make")
"""Between two numbers "make" takes the first back, too ("make that 0107")."""
_BESIDE = word_set("im i am so that thats its it is me excuse um uh oh my mistake let again pardon or")
_AFTER = word_set(
    "thanks thank again so and thats please call ring bye or i im you before if when until my its"
)
"""Words after a number; before any other a short run of digits counts something ("sorry, 2026 rates")."""


def numbers_said(turn: Heard, is_own: Callable[[str], bool]) -> Iterator[tuple[Span, str]]:
    """Every number that could be dialled, in order: where it is said and its digits, corrected where it is.

    `is_own` tells the profile's number, which shows how much of what stood before was taken back.
    """
    tokens = turn.speech.tokens
    at = 0
    while at < len(tokens):
        last, digits = _said_last(tokens, at, is_own)
        if digits:
            yield Span(turn.index, at, last), digits
        at = last + 1


def takes_back(turn: Heard) -> bool:
    """Whether digits are corrected anywhere, so that the words alone do not tell which of them stay."""
    tokens = turn.speech.tokens
    return any(
        (later := _corrects(tokens, at)) and _digits(tokens[later]) != _digits(tokens[at])
        for at in range(len(tokens))
    )


def _said_last(tokens: Sequence[Token], at: int, is_own: Callable[[str], bool]) -> tuple[int, str]:
    """The last token of the number that begins at `at` and its digits; none where it cannot be dialled."""
    number = tokens[at].number
    last, digits, before = at, number.digits if number and number.dialable else "", _digits(tokens[at])
    while (later := _corrects(tokens, last)) is not None:
        meant = _mended(before, tokens, later, is_own)
        if not meant:
            break
        last, digits, before = later, meant, meant
    return last, digits


def _corrects(tokens: Sequence[Token], at: int) -> int | None:
    """The token with the digits that take back those at `at`; None where nothing does."""
    if not _digits(tokens[at]):
        return None
    between: list[str] = []
    for later in range(at + 1, min(at + 2 + LONGEST_BETWEEN, len(tokens))):
        if _digits(tokens[later]):
            return later if not _TAKES_BACK.isdisjoint(between) else None
        if tokens[later].text not in _TAKES_BACK | _BESIDE:
            return None
        between.append(tokens[later].text)
    return None


def _digits(token: Token) -> str:
    """The digits of a number that may be dialled, or of a piece of one; empty for other tokens."""
    digits = token.number.digits if token.number and not token.number.measured else ""
    return digits if len(digits) >= SHORTEST_PIECE else ""


def _mended(first: str, tokens: Sequence[Token], later: int, is_own: Callable[[str], bool]) -> str | None:
    """The number that is meant by the digits at `later` after those of `first`.

    None where `first` was right or is said again, and where it is not plain how much of it was taken back.
    """
    last = _digits(tokens[later])
    if is_own(first) or first == last:
        return None
    meant = [first[:kept] + last for kept in range(len(first), -1, -1)]
    if own := next(filter(is_own, meant), None):
        return own
    counts = later + 1 < len(tokens) and tokens[later + 1].text not in _AFTER
    if len(first) < SHORTEST or (len(last) < SHORTEST and counts):
        return None
    return last if len(last) >= len(first) else first[: -len(last)] + last
