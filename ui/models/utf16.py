"""Places in a text: Python counts letters, Qt counts UTF-16 units, of which an emoji has two."""

from __future__ import annotations


def to_units(text: str, letters: int) -> int:
    """Qt's position of the letter at `letters`."""
    return letters + sum(letter > "\uffff" for letter in text[:letters])


def to_letters(text: str, units: int) -> int:
    """Python's index of the letter at Qt's position `units`."""
    at = 0
    for index, letter in enumerate(text):
        if at >= units:
            return index
        at += 2 if letter > "\uffff" else 1
    return len(text)
