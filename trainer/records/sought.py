"""6: what is looked for among the attempts that are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trainer.records.names import AttemptState, Kind

AttemptOrder = Literal["when", "who", "kind", "time", "met"]
"""By order of creation, name, kind, length, or share of counted checks met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptFilter:
    """What History shows: attempts for which all that is given here holds, in this order."""

    words: str = ""
    """Each of these occurs in what was said (as heard or corrected), a name, the title, the note or a tag."""
    kinds: tuple[Kind, ...] = ()
    """One of these; empty: any."""
    states: tuple[AttemptState, ...] = ()
    """One of these; empty: any."""
    scenario_id: str | None = None
    prospect_id: str | None = None
    missed: str | None = None
    """Id of a check that counts in the newest judgement and is missed, and not disputed."""
    judged_like: str | None = None
    """Id of an attempt; judged by the same guide and the same version of the judge as that one."""
    first_day: str | None = None
    """Date where the attempt was made, "2026-11-22"."""
    last_day: str | None = None
    tag: str | None = None
    favourite: bool = False
    """Only favourites."""
    order: AttemptOrder = "when"
    rising: bool = False
    """Oldest, shortest, A first; what has no value there comes last either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptChoices:
    """What there is to filter by: of each only what some attempt has."""

    scenarios: dict[str, str] = field(default_factory=dict)
    """Id -> title, by title."""
    prospects: dict[str, str] = field(default_factory=dict)
    """Id -> name, by name."""
    missed: tuple[str, ...] = ()
    """Checks that are missed, the most missed first."""
    months: tuple[str, ...] = ()
    """First days of the months in which attempts were made, "2026-11-01", newest first."""
    tags: tuple[str, ...] = ()
