"""1: a run of tries on one prospect, across days that pass at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Meets = Literal["mailbox", "assistant", "no-answer", "call-tomorrow", "vacation"]
"""What a try comes up against. The last two put the user off while they sound like news."""
Asked = Literal["decision", "reason", "next-try", "reading", "when-to-call", "selling"]
"""What a user is asked: to leave a message or hang up; why; what to do next; what to make of a try; when to
place the (next) call; what to sell in it."""
Reading = Literal["interest", "brush-off"]
"""What somebody took a try for."""
PUTS_OFF: frozenset[Meets] = frozenset({"call-tomorrow", "vacation"})
"""What article 001 tells as a brush-off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """What one try of a scenario meets, whenever the user makes it."""

    meets: Meets
    line: str | None = None
    """Id of the line that is heard; None: it rings out."""
    since: str = ""
    """What has happened since the try before, in a sentence the user reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TryMade:
    """One try of the user's."""

    day: int
    """Working day, counted from 1."""
    minute: int
    """Minute of that day, from midnight."""
    left: bool
    """Whether a message was left."""
    meets: Meets
    taken_for: Reading | None = None
    """What the user took it for, where that was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Where the user stands: the moment, what was tried, and what has happened since."""

    day: int
    minute: int
    made: tuple[TryMade, ...] = ()
    since: str = ""
