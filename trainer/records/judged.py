"""5: what is judged, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trainer.records.names import Kind, Outcome, Part, Situation, Sold
from trainer.records.points import KeyPoint
from trainer.records.spoken import Level, Span, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Times of one turn on the audio clock, in seconds; None where unknown."""

    pick_up_s: float | None = None
    """First ring to answer."""
    first_word_latency_s: float | None = None
    after: Literal["opening", "objection"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTurn:
    """One turn as the judge sees it: words, what they answer, and what the audio clock says."""

    words: tuple[Word, ...] = ()
    caller_line: str | None = None
    timing: Timing = Timing()
    voiced: tuple[Span, ...] | None = None
    """Voiced stretches, None when the turn has no audio."""
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the judge may know about the call. Every field may be missing (docs/command-line.md)."""

    caller_name: str | None = None
    caller_company: str | None = None
    caller_does: str | None = None
    phone_number: str | None = None
    region: str | None = None
    prospect_name: str | None = None
    prospect_company: str | None = None
    referrer: str | None = None
    situation: Situation | None = None
    script: tuple[KeyPoint, ...] = ()
    message_left: str | None = None
    prospect_concern: str | None = None
    facts: tuple[str, ...] = ()
    can_talk: bool = True
    own_limit: int | None = None
    decision: Literal["leave", "hang-up"] | None = None
    reason: str | None = None
    events: tuple[str, ...] = ()
    heard_as: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Replace the words `first_word`..`last_word` (inclusive) of a turn; they share the span's time."""

    turn: int
    first_word: int
    last_word: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """The user disagrees with a finding: it keeps its outcome but leaves the headline and the fix."""

    check: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Take back the last `n` revisions that are still in force."""

    n: int = 1


Revision = Correct | Dispute | Undo


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeRequest:
    """All that a judgement depends on, besides the guide."""

    id: str | None
    kind: Kind
    turns: tuple[SpokenTurn, ...]
    context: Context = Context()
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words that show a finding: inclusive word indexes within the turn, after revisions."""

    turn: int
    quote: str
    first_word: int
    last_word: int
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found."""

    check: str
    outcome: Outcome
    confidence: float
    """0-1: how sure the check is of its outcome."""
    near: bool = False
    counted: bool = False
    value: float | int | str | None = None
    wanted: str | None = None
    evidence: tuple[Evidence, ...] = ()
    sold: tuple[Sold, ...] | None = None
    disputed: bool = False
    advice: str | None = None
    source: tuple[str, ...] = ()
    """Article numbers ("002") or "ours"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A run of words of one turn with the part it plays; the ribbon is made of these."""

    turn: int
    part: Part
    quote: str
    first_word: int
    last_word: int
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """The one thing to change."""

    check: str
    advice: str
    suggestion: str | None = None
    """A wording made from the user's own sentence; None where none can be built well."""
    seconds_saved: float | None = None
    rewrite: str | None = None
    """The whole message, rewritten by the same rules."""
    rewrite_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Counted checks: met, of how many decided (met, missed or unsure), and how many unsure."""

    met: int
    of: int
    unsure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Plain counts of one attempt."""

    words: int
    fillers: int
    restarts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one author says about the decision to leave a message or not."""

    guide: str
    """Id of the shipped guide of that author."""
    article: str
    outcome: Outcome
    says: str
    """What the author would do here, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """The judge's whole answer."""

    id: str | None
    guide: str
    headline: Headline
    findings: tuple[Finding, ...]
    ribbon: tuple[Clause, ...]
    ribbon_sentence: str
    """One sentence on where the seconds went; empty when there is nothing to say."""
    fix: Fix | None
    counts: Counts
    seconds: float | None
    """First to last voiced sound (words if there is no audio); None without times."""
    handed_over_from: str | None = None
    """The guide that was asked for, where it has no list for this kind and handed over."""
    others: tuple[Opinion, ...] = ()
    """In leave-or-not: what the authors who judge by another rule say of the same decision."""
