"""What a running attempt announces to whoever watches it (the window, the command line, a test).

Frozen records, created on the session thread; `ui.bridge` carries them to the GUI thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.records import Prompt

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Asked, Attempt, Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningCall:
    """The call that is on now; no announcement but the answer to who asks."""

    attempt_id: str
    scenario_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreEvent:
    """Root of all announcements; `attempt_id` says whose."""

    attempt_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryChanged(CoreEvent):
    """Scenarios came, changed or went; of no attempt (`attempt_id` is empty)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialling(CoreEvent):
    """The call is being placed: dial tone or ring-back sounds. The microphone is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing(CoreEvent):
    """The user's phone rings."""

    ring: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStarted(CoreEvent):
    """The other side begins to speak."""

    prompt: Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEnded(CoreEvent):
    """The other side has finished."""

    prompt: Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class YourTurn(CoreEvent):
    """The reply is being recorded from now. `take_id` names it."""

    turn: int
    take_id: str
    live_words: bool
    """Whether the engine shows words while the user speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsHeard(CoreEvent):
    """Words so far, a guess that may still change."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpent(CoreEvent):
    """Seconds since the reply began, on the audio clock; announced about ten times a second."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding(CoreEvent):
    """The user is asked to decide between `choices`."""

    about: Asked
    choices: tuple[str, ...]
    calendar: Calendar | None = None
    """Where the user stands, in a run of tries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnEnded(CoreEvent):
    """The reply is safely on disk."""

    turn: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GoEnded(CoreEvent):
    """Go number `go` of `of` is over; the user may have another one (turn done) or hang up."""

    go: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPaused(CoreEvent):
    """The user has paused the call: its clock, what is playing and the recording are held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallResumed(CoreEvent):
    """The call goes on where it was paused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded(CoreEvent):
    """The line is closed and the microphone with it; hearing and judging go on."""

    kept: bool
    """False when nothing will be judged: the user left, or what was said could not be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeingHeard(CoreEvent):
    """What was said in a call that has ended is being turned into words; its judgement follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptJudged(CoreEvent):
    """Heard, judged and stored."""

    attempt: Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptWaiting(CoreEvent):
    """Stored, but nothing could hear it yet; `message` says why and what to do."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptMissed(CoreEvent):
    """The phone was not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(CoreEvent):
    """Something went wrong in the world; the attempt may go on. Plain words, with the mend."""

    message: str
    fatal: bool
    """True when the call cannot go on; what was said so far is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPlayed(CoreEvent):
    """A take that was asked for outside of a call cannot be played; of no concern on another page."""

    message: str
