"""1: what the user has prepared for one prospect, in short words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trainer.records.points import KeyPoint

PointName = Literal["who", "why", "for_them", "next_step"]
POINT_NAMES: tuple[PointName, ...] = ("who", "why", "for_them", "next_step")
"""In the order in which a call needs them."""
Selling = Literal["call-back", "meeting"]
"""What the user sets out to sell (article 002: a mailbox, the call back; a living person, the meeting)."""
SELLING: tuple[Selling, ...] = ("call-back", "meeting")


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPoints:
    """What the user wants to say to a prospect; "" for what they have not written down."""

    who: str = ""
    """Who they are."""
    why: str = ""
    """Why they call."""
    for_them: str = ""
    """What is in it for the prospect."""
    next_step: str = ""
    must: tuple[PointName, ...] = ()
    """Points that must be said: `covers-script` looks for them."""
    worry: str = ""
    """What keeps the prospect awake (article 000)."""
    idea: str = ""
    """One idea for that."""

    @property
    def empty(self) -> bool:
        """Whether nothing is written down."""
        return not (self.worry or self.idea or any(self.points()))

    def points(self) -> Iterator[tuple[PointName, str]]:
        """The points that are written down, in order."""
        for name in POINT_NAMES:
            text: str = getattr(self, name)
            if text:
                yield name, text

    def key_points(self) -> tuple[KeyPoint, ...]:
        """Those that must be said, as the judge takes them."""
        return tuple(KeyPoint(text=text, must=True) for name, text in self.points() if name in self.must)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What the user brings into a call with a prospect."""

    points: MyPoints = MyPoints()
    script: tuple[KeyPoint, ...] = ()
    """Key points of the script in force; none where the user has written points of their own."""

    @property
    def to_say(self) -> tuple[KeyPoint, ...]:
        """What `covers-script` looks for."""
        return self.points.key_points() or self.script
