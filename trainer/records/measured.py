"""6: what is kept of an attempt in brief, for the schedule and for progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.records.names import AttemptState, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One attempt in figures; a history is a sequence of these, ordered by `sequence`."""

    sequence: int
    """Order of creation, safe against clocks that jump."""
    id: str
    day: str
    """The date where it was made, "2026-11-22"."""
    state: AttemptState
    kind: Kind
    scenario_id: str
    prospect_id: str
    engine: str | None = None
    """Which engine heard it; None before anything was heard."""
    judge: str | None = None
    """Version of the judge that judged it; None: not judged."""
    met: tuple[str, ...] = ()
    """Checks that count and are met; disputed ones are in neither list."""
    missed: tuple[str, ...] = ()
    """Checks that count and are missed."""
    fix: str | None = None
    """Check id of the one fix."""
    seconds: float | None = None
    """First to last voiced sound."""
    guess_s: float | None = None
    """How long the user thought they had spoken."""
    aim: Literal["yes", "no", "not-sure"] | None = None
    """Whether the user thought that they had kept to the call's one aim."""
    aim_kept: bool | None = None
    """Whether they had, whatever the guide counts; None: not to be told, disputed or not asked."""
    words: int = 0
    fillers: int = 0
    first_word_latency_s: float | None = None
    from_files: bool = False
    """Whether the answers came from files, not from somebody who was speaking."""
    sitting: str | None = None
    """The sitting in which it was made."""
    moved_on: bool = False
    """Whether the user drew the line under this prospect and went on to somebody new."""

    @property
    def judged(self) -> bool:
        """Whether it enters progress and the schedule."""
        return self.state == "judged" and self.judge is not None
