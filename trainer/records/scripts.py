"""1: what the user has written down to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.records.points import KeyPoint

LONGEST_SCRIPT = 20_000
"""Characters: twenty minutes of speech. What is longer is no script."""

_BREAKS = str.maketrans({"\r": " ", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n", "\0": " "})

ScriptKind = Literal["voicemail", "callback", "elevator"]
"""Kinds of call that a script can be written for."""


def in_lines(text: str) -> str:
    """`text` with one kind of line break and no NUL, letter by letter, so that marks stay where they are."""
    return text.translate(_BREAKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPoint:
    """Words of a script that are a key point: the characters from `start` up to (not with) `end`."""

    start: int
    end: int
    must: bool = False
    """Whether it must be said; the others are worth saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptVersion:
    """A script as it was when the user stopped working on it."""

    number: int
    """1 is the first."""
    text: str
    points: tuple[MarkedPoint, ...] = ()
    """In order; they do not overlap."""
    saved_utc: str
    """When it was last changed: ISO 8601, UTC."""
    utc_offset_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One script of the user's own, with its newest version."""

    id: str
    kind: ScriptKind
    prospect_id: str | None
    """Who it is for, as scenarios name them; None: anyone."""
    prospect: str
    """Their name when the script was made; "" for anyone."""
    name: str
    """What the user calls it; "": by whom and what it is for."""
    version: ScriptVersion

    @property
    def text(self) -> str:
        """What it says now."""
        return self.version.text

    @property
    def key_points(self) -> tuple[KeyPoint, ...]:
        """Its marked words, in order, on one line each."""
        text = self.version.text
        return tuple(
            KeyPoint(text=" ".join(text[point.start : point.end].split()), must=point.must)
            for point in self.version.points
        )
