"""6: what is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from trainer.records.heard import Transcript
from trainer.records.judged import Context, Feedback, Headline, Revision, Timing
from trainer.records.names import AttemptState, BrokenOff, Kind
from trainer.records.practised import Scenario, Seller
from trainer.records.prepared import MyPoints
from trainer.records.recorded import Take


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvent:
    """Something that happened in a call. `at_s` is seconds on the call's audio clock, 0 at its start."""

    at_s: float
    name: str
    """What the machine was told (`trainer.call_log`), what it notes, and what the line did: "ring",
    "line-started", "line-ended", "beep", "spoke-over", those of `broken_off_by`; after the call "retake"
    (`trainer.practice.retake`), whose time is that of the words it stands for."""
    detail: str = ""


BREAKS = ("left", "device-lost", "broken-off")
"""Names of the events that end a call before its end. "left" has a `BrokenOff` for detail, or none where the
user left; the others the message that the user was shown."""


def broken_off_by(name: str, detail: str) -> BrokenOff | None:
    """What ended the call, by the name and detail of an event; None for one that does not end it."""
    if name == "left":
        return next((how for how in get_args(BrokenOff) if how == detail), "left")
    others: dict[str, BrokenOff] = {"device-lost": "microphone", "broken-off": "trouble"}
    return others.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What the user guessed after hanging up, before the feedback; None: that question was skipped."""

    seconds: float | None = None
    """How long they think they spoke (compare `Feedback.seconds`)."""
    aim: Literal["yes", "no", "not-sure"] | None = None
    """Whether they think that they kept to the call's one aim, which `aim_check` decides."""
    aim_check: str | None = None
    """Id of the check that the question of `aim` was about; None without an answer to it."""
    ready: Literal["yes", "nearly", "no"] | None = None
    """Whether they felt ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMessage:
    """The message of the user's own that a call back answers, as it was when the call began."""

    attempt: str
    """Id of the attempt in which it was left."""
    take: Take
    said: str
    """All its words, as heard and corrected."""
    snippet: str
    """The words between `start_s` and `end_s`."""
    start_s: float
    """Where in the take the part begins that the caller plays back, in seconds."""
    end_s: float
    left_utc: str
    """When it was left: ISO 8601, UTC."""
    utc_offset_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of a stored attempt: what was played and the take that answers it."""

    index: int
    prompt_id: str | None
    caller_line: str | None
    timing: Timing = Timing()  # noqa: RUF009 - frozen
    takes: tuple[Take, ...] = ()
    """In the order of recording; the last one with purpose "answer" is the turn's reply."""
    transcripts: dict[str, tuple[Transcript, ...]] = field(default_factory=dict)
    """Take id -> transcripts, one per engine, newest last."""

    @property
    def take(self) -> Take | None:
        """The reply that counts."""
        answers = [take for take in self.takes if take.purpose == "answer"]
        return answers[-1] if answers else None

    @property
    def transcript(self) -> Transcript | None:
        """The newest transcript of the reply that counts."""
        heard = self.transcripts.get(self.take.id, ()) if self.take else ()
        return heard[-1] if heard else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One stored attempt with its snapshots, turns, events, revisions and newest judgement."""

    id: str
    sequence: int
    """Order of creation, safe against clocks that jump."""
    started_utc: str
    """ISO 8601, UTC."""
    utc_offset_min: int
    state: AttemptState
    scenario: Scenario
    seller: Seller
    context: Context
    guide: str
    group: str | None = None
    turns: tuple[Turn, ...] = ()
    events: tuple[CallEvent, ...] = ()
    revisions: tuple[Revision, ...] = ()
    feedback: Feedback | None = None
    prediction: Prediction | None = None
    """What the user guessed before the feedback; None: not asked, or skipped."""
    own_message: OwnMessage | None = None
    """For a call back: the message that it answers; None where the user had left none."""
    points: MyPoints | None = None
    """What the user had prepared for the prospect when the call began; None: nothing."""
    note: str = ""
    tags: tuple[str, ...] = ()
    """The user's own words for it, in alphabetical order."""
    favourite: bool = False
    sitting: str | None = None
    """Id of the sitting in which it was made; None: outside of any."""
    from_files: bool = False
    """Whether the answers came from files; then it neither rates nor enters progress."""

    @property
    def broken_off(self) -> BrokenOff | None:
        """What ended the call before its end; None: it ran to its end, or nobody noted why it did not."""
        breaks = (broken_off_by(event.name, event.detail) for event in self.events)
        return next(filter(None, breaks), None)

    @property
    def engine(self) -> str | None:
        """Which engine heard it; None before anything was heard."""
        for turn in reversed(self.turns):
            if turn.transcript:
                return turn.transcript.engine
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """One line of History."""

    id: str
    sequence: int
    started_utc: str
    utc_offset_min: int
    state: AttemptState
    kind: Kind
    scenario_id: str
    title: str
    prospect: str
    company: str | None
    guide: str
    engine: str | None
    seconds: float | None
    headline: Headline | None
    fix: str | None
    """Check id of the one fix."""
    length_state: Literal["met", "near", "missed"] | None
    first_word_latency_s: float | None
    note: str = ""
    prospect_id: str = ""
    tags: tuple[str, ...] = ()
    favourite: bool = False
    broken_off: BrokenOff | None = None
