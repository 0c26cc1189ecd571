"""Numbers as people say them: "oh eight hundred", "double five", "triple one", "forty five sixty seven"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from trainer.analysis.language.lexicon import word_set

_UNITS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TEENS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
}  # fmt: skip
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fourty": "4", "fifty": "5", "sixty": "6", "seventy": "7",
    "eighty": "8", "ninety": "9",
}  # fmt: skip
_SCALES = {"hundred": "00", "thousand": "000"}
_REPEATS = {"double": 2, "triple": 3, "treble": 3}
_MEASURES = word_set(
    """percent dollars dollar pounds pound euros grand million billion k minute minutes min mins second
    seconds hour hours day days week weeks month months year years times people reps"""
)
_LOOSE = word_set("one oh o")
"""Words that are numbers only beside another number, or before a measure."""

_SOUNDS_LIKE = {
    "won": "1", "to": "2", "too": "2", "tree": "3", "free": "3", "for": "4", "fore": "4", "fife": "5", "hive": "5",
    "sex": "6", "sicks": "6", "ate": "8", "hate": "8", "line": "9", "nein": "9", "mine": "9", "owe": "0", "ow": "0",
}  # fmt: skip
TAKES_BACK = word_set("sorry no scratch rather correction oops wait mean")
"""Words with which somebody takes back the digits before them."""
_PARTING = word_set("again or thats that and is on at extension ext repeat once so its my from by")
"""Words that stand between two numbers rather than inside one."""
STRAY_BETWEEN = 3
"""Digits that must stand on both sides of a word for it to be a mishearing inside a number."""
LONGEST_LOCAL = 10
"""From so many digits on a number may well be complete."""
SHORTEST, LONGEST = 7, 15
"""Digits of a number that can be dialled: local numbers have seven, E.164 allows fifteen."""


class Number(NamedTuple):
    """A run of number words: its digits in order, what it is worth, and how many pieces it covers."""

    digits: str
    value: int
    length: int
    parts: tuple[str, ...]
    """The digits that each piece adds (an empty text for a multiplier such as "double")."""
    measured: bool
    """It is followed by a measure (per cent, dollars, minutes), so nobody dials it."""

    @property
    def dialable(self) -> bool:
        """Whether it is a telephone number by its length."""
        return not self.measured and SHORTEST <= len(self.digits) <= LONGEST


def read(words: Sequence[str], at: int) -> Number | None:
    """The number that starts at `words[at]`, as long as it goes on; None where there is none."""
    parts: list[str] = []
    here = at
    while here < len(words):
        part = _part(words, here) if parts or words[here] != "and" else None
        part = _misheard(words, here, "".join(parts)) if part is None else part
        if part is None:
            break
        parts.append(part)
        here += 1
    if not parts or not "".join(parts):
        return None
    following = words[here] if here < len(words) else ""
    if len(parts) == 1 and words[at] in _LOOSE and following not in _MEASURES:
        return None
    digits = "".join(parts)
    return Number(digits, _value(words[at:here], digits), len(parts), tuple(parts), following in _MEASURES)


def _misheard(words: Sequence[str], at: int, digits: str) -> str | None:
    """The digit that `words[at]` sounds like inside a number; "" for one stray word in a number to dial."""
    if not digits or at + 1 >= len(words) or _part(words, at + 1) is None:
        return None
    if words[at] in _SOUNDS_LIKE and words[at + 1] not in _MEASURES:
        return _SOUNDS_LIKE[words[at]]
    ahead = words[at + 1 : at + 1 + STRAY_BETWEEN]
    whole = len(digits) >= LONGEST_LOCAL or words[at] in _PARTING or words[at] in TAKES_BACK
    digits_ahead = len(ahead) == STRAY_BETWEEN and all(word in _UNITS or word.isdecimal() for word in ahead)
    return "" if not whole and len(digits) >= STRAY_BETWEEN and digits_ahead else None


def split_repeated(number: Number) -> tuple[Number, ...]:
    """A telephone number said twice in one breath is two numbers; anything else is itself.

    So is a telephone number with an amount straight after it ("... one two three four, ten minutes").
    """
    size = len(number.digits)
    if number.measured and size > SHORTEST and number.length > 1:
        tens = number.length > 2 and len(number.parts[-1]) == 1 and number.parts[-2] in _TENS.values()
        cut = number.length - (2 if tens else 1)
        dialled = _slice(number, slice(0, cut))
        if dialled.dialable:
            return (dialled, _slice(number, slice(cut, None)))
    if number.measured or size < 2 * SHORTEST:
        return (number,)
    best: tuple[int, int] | None = None
    for cut in range(1, number.length):
        left = "".join(number.parts[:cut])
        right = number.digits[len(left) :]
        if min(len(left), len(right)) >= SHORTEST and (
            best is None or Levenshtein.distance(left, right) < best[0]
        ):
            best = (Levenshtein.distance(left, right), cut)
    if best is None or best[0] > 2:
        return (number,)
    return tuple(_slice(number, part) for part in (slice(0, best[1]), slice(best[1], None)))


def _slice(number: Number, part: slice) -> Number:
    parts = number.parts[part]
    digits = "".join(parts)
    return Number(digits, _worth(digits), len(parts), parts, measured=False)


def _part(words: Sequence[str], at: int) -> str | None:
    """The digits that `words[at]` adds to the number that it is in; None where it is no number word."""
    word = words[at]
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if word.isdecimal():
        return word if word.isascii() else "".join(str(int(mark)) for mark in word)
    if word in _UNITS:
        if before in _REPEATS:
            return _UNITS[word] * _REPEATS[before]
        return _UNITS[word]
    if word in _TEENS:
        return _TEENS[word]
    if word in _TENS:
        return _TENS[word] + ("" if following in _UNITS and _UNITS[following] != "0" else "0")
    if (
        word in _SCALES
        and at
        and (before in _UNITS or before in _TEENS or before in _TENS or before.isdecimal())
    ):
        return _SCALES[word]
    if (
        word == "and"
        and before in _SCALES
        and (following in _UNITS or following in _TEENS or following in _TENS)
    ):
        return ""
    if word in _REPEATS and following in _UNITS and (at + 2 < len(words) or before in _UNITS):
        return ""
    return None


def _value(words: Sequence[str], digits: str) -> int:
    """What the number is worth when it is said as a cardinal ("one hundred fifty"), else its digits' worth.

    Of several written numbers in a row ("5-10") the last counts.
    """
    if words[-1].isdecimal() and len(words) > 1:
        return _worth(words[-1])
    if len(words) == 1 or not any(word in _SCALES for word in words):
        return _worth(digits)
    total = current = 0
    for word in words:
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += _cardinal(word)
    return total + current


def _cardinal(word: str) -> int:
    if word in _TENS:
        return int(_TENS[word]) * 10
    return _worth(_UNITS.get(word) or _TEENS.get(word) or (word if word.isdecimal() else "0"))


def _worth(digits: str) -> int:
    """The digits as an amount; of a run that is too long to dial its beginning (Python refuses 4,300)."""
    return int(digits[:LONGEST])
