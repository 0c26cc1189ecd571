"""5: by what it is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trainer.records.names import Kind, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A check that a guide counts, and where."""

    check: str
    situations: tuple[Situation, ...] = ()
    """Only in these situations; empty: in all. Where it does not hold, the check is not counted."""
    weight: float = 1.0
    """How much a miss of it costs when the one fix is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Seconds: good from `good_from` to `good_to`, near to `near_from` and `near_to`, beyond that missed."""

    near_from: float
    good_from: float
    good_to: float
    near_to: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What a guide may move. The defaults are those of guidance.md section 3, with their sources there."""

    length_s: Band = Band(near_from=8.0, good_from=15.0, good_to=30.0, near_to=50.0)
    turn_limit_s: float = 30.0
    turn_near_s: float = 45.0
    first_word_s: float = 1.2
    under_s: float = 10.0
    """The elevator speech, and "who and what" (article 001)."""
    digits_a_second: float = 2.5
    digit_pause_s: float = 0.2
    leave_when: Literal["entries", "always", "something-for-them", "introduction"] = "entries"
    """When a message is right: as the do- and don't-entries say (003), always (002), if there is something
    in it for them (000), or only one that introduces the caller, hanging up being as good (001)."""
    new_way_counts: bool = False
    """Whether another way to reach them is as good as stopping at one's own limit (003)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that a guide rests on."""

    title: str
    author: str
    says: str
    """What it says, in our own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One author's view of what is good: which checks count, by which thresholds, with which advice."""

    id: str
    title: str
    author: str
    stance: str
    """In one line."""
    from_articles: bool = True
    """False: labelled "not from the articles" and never a default."""
    counts: dict[Kind, tuple[Counted, ...]]
    hands_over_to: dict[Kind, str] = field(default_factory=dict)
    """Kind -> guide that judges it where this one has no list."""
    asks_for_worry: bool = False
    """Whether it wants, before a call, one worry of theirs and one idea for it to be written down (000)."""
    thresholds: Thresholds = Thresholds()
    advice: dict[str, str] = field(default_factory=dict)
    """Check id -> what to do about a miss."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Article number -> article."""
