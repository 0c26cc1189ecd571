"""The frozen records that pass between the steps, in the order in which a reply meets them.

Plain standard-library dataclasses, so that importing them costs nothing. At the edges (scenario files,
judge requests, settings) `trainer.strict` reads them, refuses unknown fields and lists every mistake at
once. Times are seconds (`_s`); audio is 16 kHz mono int16.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SAMPLE_RATE = 16_000
"""Samples a second of every take, and what the recognisers want."""

Kind = Literal[
    "voicemail", "callback", "elevator", "leave-or-not", "get-through", "draw-the-line", "phone-test"
]
Situation = Literal["cold", "warm", "referral", "lead", "existing_customer", "follow_up"]
Outcome = Literal["met", "missed", "unsure", "not-applicable"]
Part = Literal[
    "greeting", "who", "reason", "for-you", "ask", "number", "selling", "second-ask", "close", "padding"
]
Sold = Literal[
    "product", "company", "reputation", "justification", "referral",
    "appointment", "appointment-time", "e-mail", "web-site",
]  # fmt: skip
AttemptState = Literal[
    "recording", "interrupted", "abandoned", "waiting", "judged", "set-aside", "missed-ring"
]
TakePurpose = Literal["answer", "retake", "re-record"]


# --------------------------------------------------------------------------- 1 what is practised


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A prospect. `id` is shared by all scenario files in which the same person appears."""

    id: str
    name: str
    company: str | None = None
    role: str | None = None
    concern: str | None = None
    """What keeps THEM awake, in a few words (article 000)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """Who speaks: a shipped seller or the user's own profile."""

    id: str
    name: str = ""
    company: str | None = None
    does: str | None = None
    """What they do, in one clause ("checks freight invoices")."""
    number: str | None = None
    """The call-back number as written, for instance "0113 496 0107"."""
    region: str = "GB"
    """Two-letter country whose national numbers `number` follows."""
    own_limit: int = 7
    """Tries on one prospect before moving on (article 001 names 5, 7, 10 and 15)."""
    heard_as: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Name -> spellings that the recogniser makes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Where a call goes after a reply. All conditions that are given must hold; none: it always fits."""

    to: str
    """Id of the line that is spoken next."""
    met: tuple[str, ...] = ()
    """Checks that this reply meets."""
    missed: tuple[str, ...] = ()
    """Checks that this reply misses."""
    words: tuple[str, ...] = ()
    """Words or phrases, any of which is said."""
    silent: bool = False
    """Nothing was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One line that the other side speaks."""

    id: str
    text: str
    audio: str
    """Path below the library's audio folder, for instance "voices/vm-cold-freight-greeting.ogg"."""
    voice: str
    mood: str | None = None
    objection: bool = False
    branches: tuple[Branch, ...] = ()
    """Where the call goes after the reply, the first that fits; the last one always fits. None: the user
    ends the call."""
    ends: bool = False
    """The other side hangs up after this line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A thing that the user wants to have said, in their own short words."""

    text: str
    must: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One thing to practise, as its file under `scenarios/` describes it (scenarios/README.md)."""

    id: str
    kind: Kind
    title: str
    industry: str
    situation: Situation
    prospect: Person
    prompts: tuple[Prompt, ...]
    seller: str
    trains: str
    """One line: what this scenario trains."""
    you_know: tuple[str, ...] = ()
    """What the user knows before the call."""
    referrer: str | None = None
    follows: tuple[str, ...] = ()
    """For a call back: ids of the voicemail scenarios whose message it may answer."""
    default_message: str | None = None
    """For a call back: what the message said, where the user left none."""
    max_seconds: float = 60.0
    """Longest reply in seconds; the line closes after it."""
    model_answer: str | None = None
    guide: str | None = None
    """Guide to judge by when the user has not chosen one."""
    tags: tuple[str, ...] = ()


# --------------------------------------------------------------------------- 3 what is recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time in seconds from the start of the take."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How loud a take is. Decibels below full scale (0 is the loudest possible, -60 near silence)."""

    speech_dbfs: float | None
    """Median level of the voiced blocks; None when nothing was voiced."""
    peak_dbfs: float
    clipped_share: float
    """Share (0-1) of samples at full scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One recording: 16 kHz mono int16, kept in a file of its own beside the database."""

    id: str
    turn: int
    purpose: TakePurpose
    path: str
    """Relative to the data folder, with forward slashes."""
    frames: int = 0
    sha256: str | None = None
    """Of the file's bytes; None while it is being recorded."""
    dropped_ms: int = 0
    """Milliseconds that the device failed to deliver."""
    speech: tuple[Span, ...] = ()
    """Voiced stretches by voice activity."""
    first_word_latency_s: float | None = None
    """From the end of the line (or beep) to the first voiced sound; None when nothing was voiced."""
    level: Level | None = None

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.frames / SAMPLE_RATE


# --------------------------------------------------------------------------- 4 what is heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as heard. Times are seconds from the take's start, None for typed text."""

    word: str
    start_s: float | None = None
    end_s: float | None = None
    confidence: float | None = None
    """0-1 as the engine reports it; None where it reports none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """What can hear English on this machine; each engine is "vosk:NAME" or "embedded"."""

    here: tuple[str, ...] = ()
    """All of them, best first."""
    in_force: str | None = None
    """The one that hears; None when there is none."""
    removable: tuple[str, ...] = ()
    """Those whose model Ringback has installed, so that it may remove it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What one engine heard in one take."""

    engine: str
    """"vosk:NAME" or "embedded"."""
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.word for word in self.words)


# --------------------------------------------------------------------------- 5 by what it is judged


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
    thresholds: Thresholds = Thresholds()
    advice: dict[str, str] = field(default_factory=dict)
    """Check id -> what to do about a miss."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Article number -> article."""


# --------------------------------------------------------------------------- 5 what is judged


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


# --------------------------------------------------------------------------- 6 what is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvent:
    """Something that happened in a call. `at_s` is seconds on the call's audio clock, 0 at its start."""

    at_s: float
    name: str
    """"ring", "answered", "line-started", "line-ended", "beep", "speech-started", "speech-ended",
    "key", "hang-up", "start-over", "left", "device-lost", "overflow", "engine-failed"."""
    detail: str = ""


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
class Turn:
    """One turn of a stored attempt: what was played and the take that answers it."""

    index: int
    prompt_id: str | None
    caller_line: str | None
    timing: Timing = Timing()
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
    note: str = ""

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
