"""1: what is practised."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer.records.names import Background, Kind, Reach, Situation, TimeOfDay
from trainer.records.tried import Try


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A prospect. `id` is shared by all scenario files in which the same person appears."""

    id: str
    name: str
    company: str | None = None
    role: str | None = None
    concern: str | None = None
    """What keeps THEM awake, in a few words (article 000)."""
    region: str | None = None
    """Two-letter country in which they are: the line sounds as it does there. None: the seller's."""


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
    about: tuple[str, ...] = ()
    """Names of lists in the scenario's `phrases`: a phrase of any of them counts like one of `words`."""
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
    speed: float = 1.0
    """How fast the voice speaks; 1 is its usual pace."""
    background: Background | None = None
    """Where the speaker is; None: a quiet room."""
    mood: str | None = None
    objection: bool = False
    branches: tuple[Branch, ...] = ()
    """Where the call goes after the reply, the first that fits; the last one always fits. None: the user
    ends the call."""
    ends: bool = False
    """The other side hangs up after this line."""
    yields: bool | None = None
    """Whether the speaker stops when the user talks over the line; None: if it is a longer one."""
    plays_message: str | None = None
    """For a call back: before this line the caller plays the user's message; where the user has left none,
    the line of this id."""
    keys: dict[str, str] = field(default_factory=dict)
    """In get-through, a recorded menu: telephone key -> id of the line that it leads to."""
    timeout_to: str | None = None
    """Where a menu leads when nothing is pressed."""
    reaches: Reach | None = None
    """In get-through: what the user has reached with this line; "person" ends the drill after it."""
    way: str | None = None
    """In get-through: the way round voicemail that led here, an id of `trainer.ways`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """What good sounds like to the author of one guide."""

    guide: str
    says: tuple[str, ...]
    """What the user says, one text a reply, in order; without the greeting on picking up."""


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
    difficulty: int
    """1 (a good first one) to 3 (hard)."""
    you_know: tuple[str, ...] = ()
    """What the user knows before the call."""
    referrer: str | None = None
    follows: tuple[str, ...] = ()
    """For a call back: ids of the voicemail scenarios whose message it may answer."""
    default_message: str | None = None
    """For a call back: what the message said, where the user left none."""
    can_talk: bool = True
    """In a call back: whether the user can talk when it comes. False: a graceful deferral is right."""
    max_seconds: float = 60.0
    """Longest reply in seconds; the line closes after it."""
    ring_backs: int = 2
    """For a voicemail: how often it rings at the other end before anything answers."""
    menu: str | None = None
    """For a voicemail: id of the line with which the mailbox offers its menu after #."""
    picks_up: str | None = None
    """For a voicemail: id of the line with which the prospect answers after all."""
    may_pick_up: bool = False
    """For a voicemail: whether the user must reckon with somebody who answers, though nobody does."""
    others: tuple[str, ...] = ()
    """For a voicemail: ids of lines, other sellers' messages in the same mailbox, heard before the call."""
    model_answers: tuple[ModelAnswer, ...] = ()
    """One for each guide that suits the scenario."""
    guide: str | None = None
    """Guide to judge by when the user has not chosen one."""
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists of words and phrases by name, for branches that listen for the same thing (`Branch.about`)."""
    rules: tuple[str, ...] = ()
    """What it trains that no check can tell: ids of `trainer.article_rules`."""
    times: dict[TimeOfDay, str] = field(default_factory=dict)
    """In get-through: when the user may call -> id of the line that answers then. Empty: always the first."""
    facts: tuple[str, ...] = ()
    """In leave-or-not: what speaks for and against leaving a message, ids of `trainer.facts`."""
    tries: tuple[Try, ...] = ()
    """In draw-the-line: what the user's tries meet, in order."""
    tags: tuple[str, ...] = ()
