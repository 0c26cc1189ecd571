"""Could they write your number down? What was typed by ear, digit by digit against what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 30
"""Digits that are compared; nobody types more for a telephone number."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One place of two numbers side by side; None: the digit is missing there."""

    left: str | None
    right: str | None

    @property
    def same(self) -> bool:
        """Whether both have the same digit here."""
        return self.left == self.right


def digits_of(text: str) -> str:
    """The decimal digits in `text`, as 0-9, at most `LONGEST`; all else (spaces, dashes, "+") is left out."""
    return "".join(str(int(mark)) for mark in text if mark.isdecimal())[:LONGEST]


def compare(left: str, right: str) -> tuple[Pair, ...]:
    """Two runs of digits side by side, with gaps where one has digits that the other lacks."""
    pairs: list[Pair] = []
    for _, left_from, left_to, right_from, right_to in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        mine, theirs = left[left_from:left_to], right[right_from:right_to]
        for place in range(max(len(mine), len(theirs))):
            pairs.append(Pair(_at(mine, place), _at(theirs, place)))
    return tuple(pairs)


def different(pairs: Sequence[Pair]) -> int:
    """In how many places the two differ."""
    return sum(not pair.same for pair in pairs)


def nearest(said: str, forms: Sequence[str]) -> str:
    """Of the ways to dial a number the one that is most like what was said; "" without any."""
    return min(forms, key=lambda form: (different(compare(said, form)), form), default="")


def _at(text: str, place: int) -> str | None:
    return text[place] if place < len(text) else None
