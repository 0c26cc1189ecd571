"""Readiness in parts: the way from the ring of a call back to its next step, timed.

Pure: a stored attempt in, frozen parts out. What only the clock knows comes from the turns' timing; name,
reason, core and next step come with the judge's evidence, so that they follow the user's corrections and
never contradict the checks beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from trainer.practice.device_delay import delay_of, without_delay
from trainer.records import Attempt, Band, Evidence, Finding, Turn, Word

PartId = Literal["pick-up", "first-sound", "first-content", "name", "reason", "core", "next-step", "deferral"]
State = Literal["met", "near", "missed", "unsure"]
Since = Literal["ring", "pick-up", "line"]
"""From where a part is timed: the first ring, picking up, or the end of the caller's line."""

DEVICE_S = 0.1
"""How far off a time may be, either way, while the delay of the sound device has not been measured."""
VOICE_S = 0.05
"""The same once it has been: how far off voice activity may be (docs/benchmarks.md), without what the delay
itself leaves open."""
WORDS_S = 0.3
"""The same for times that come from words: engines place a word up to 0.2 s beside its sound (seen on the
shipped samples, whose silences are known)."""
DOUBT = 0.6
"""Below this confidence a word may have been something else (as for the judge)."""

PICK_UP = Band(near_from=0.0, good_from=0.0, good_to=14.0, near_to=14.0)
"""First ring to answer: by the third ring, at one ring in 6 s. An etiquette of business; carriers give up
after 20 to 30 s (peers.md 2b)."""
AFTER_LINE = Band(near_from=0.0, good_from=0.0, good_to=0.7, near_to=1.2)
"""End of a line that is no objection to the first sound. Between people 0.2 s is usual; listeners hear less
willingness after 0.6 s and still less after 1.2 s (Roberts, Francis and Morgan 2006; peers.md 2b, 2e)."""
AFTER_OBJECTION = Band(near_from=0.3, good_from=0.3, good_to=2.0, near_to=2.0)
"""End of an objection to the first sound: a breath. Less than 0.3 s pounces (peers.md 2b, 2e)."""
FIRST_CONTENT = Band(near_from=0.0, good_from=0.0, good_to=1.2, near_to=3.0)
"""End of the line to the first word that says something. Ours after peers.md 2e: an "um" fills the wait and
does not shorten it; after 3 s the answer has stalled."""
OPENING = Band(near_from=0.0, good_from=0.0, good_to=10.0, near_to=15.0)
"""First sound to name and to reason: the ten seconds of article 001, fifteen where thanks come first."""

EMPTY_WORDS = frozenset((
    "uh", "um", "uhm", "umm", "uhh", "er", "erm", "eh", "ah", "hm", "hmm", "mm", "mhm", "oh", "well", "so",
    "like", "okay", "ok", "right", "yeah", "yes", "hello", "hi", "hey", "sorry",
))  # fmt: skip
"""Words with which people begin before they say something."""

_IN_FIRST_REPLY = "in your first reply"
_TITLES: dict[PartId, str] = {
    "pick-up": "Picked up",
    "first-sound": "First sound",
    "first-content": "First telling word",
    "name": "Your name",
    "reason": "Why you called",
    "core": "Who, what and why",
    "next-step": "Next step",
    "deferral": "Put off well",
}
_WANTED: dict[PartId, str] = {
    "name": f"within {OPENING.good_to:g} s of your first sound",
    "reason": f"within {OPENING.good_to:g} s of your first sound",
    "core": f"within {OPENING.good_to:g} s",
    "next-step": "before the end",
    "deferral": "their number, and a time soon",
}
"""What is wanted of the parts that the judge finds in the words."""
_SINCE: dict[Since, str] = {
    "ring": "after the first ring", "pick-up": "after you picked up", "line": "after their line",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessPart:
    """One part of a call back's beginning."""

    id: PartId
    turn: int | None
    """The turn in which it happened or was due; None for picking up."""
    seconds: float | None
    """From `since`; None where it did not happen or no time is known."""
    since: Since
    state: State | None
    """None where nothing is judged: the user disputes it, or it did not come about."""
    wanted: str
    """The band in words."""
    uncertainty_s: float = DEVICE_S
    """`seconds` may be off by this, either way."""
    edges_s: tuple[float, ...] = ()
    """Where enough and missed meet."""

    @property
    def borderline(self) -> bool:
        """Whether the time is too near such an edge for its uncertainty."""
        seconds = self.seconds
        return seconds is not None and any(abs(seconds - edge) <= self.uncertainty_s for edge in self.edges_s)


def readiness(attempt: Attempt) -> tuple[ReadinessPart, ...] | None:
    """The parts in the order in which they are due; None for other kinds of call and calls not answered."""
    if attempt.scenario.kind != "callback" or not attempt.turns:
        return None
    delay, timed = delay_of(attempt), without_delay(attempt)
    replies = [turn for turn in timed.turns if turn.index > 0]
    parts = _parts(timed, replies)
    if delay is None:
        return tuple(parts)
    return tuple(_surer(part, VOICE_S + delay.uncertainty_s) for part in parts)


def title(part: ReadinessPart) -> str:
    """What the part is called: "First sound", and in later replies "First sound, reply 2"."""
    later = f", reply {part.turn}" if part.turn is not None and part.turn > 1 else ""
    return _TITLES[part.id] + later


def value(part: ReadinessPart) -> str:
    """ "0.9 s ± 0.1", or what there is instead."""
    if part.seconds is not None:
        return f"{part.seconds:.1f} s ± {part.uncertainty_s:.1f}"
    return "said" if part.state in ("met", "near") else "not heard"


def sentence(part: ReadinessPart) -> str:
    """The part in words, without its state: "First sound: 0.9 s ± 0.1 after their line (1.2 s or less)"."""
    since = f" {_SINCE[part.since]}" if part.seconds is not None else ""
    edge = ", too near the edge to be sure" if part.borderline else ""
    return f"{title(part)}: {value(part)}{since} ({part.wanted}{edge})"


# --------------------------------------------------------------------------- finding the parts


def _parts(attempt: Attempt, replies: list[Turn]) -> Iterator[ReadinessPart]:
    found = {finding.check: finding for finding in attempt.feedback.findings} if attempt.feedback else {}
    waits = [turn.timing.pick_up_s for turn in attempt.turns if turn.timing.pick_up_s is not None]
    if waits:
        yield _timed("pick-up", None, waits[0], "ring", PICK_UP, found.get("quick-pick-up"))
    for turn in replies[:1]:
        yield _first_sound(turn, found.get("quick-first-word") if _opens(turn) else None)
        yield from _first_content(turn)
    yield from _said(attempt, "name", found.get("own-name"))
    yield from _said(attempt, "reason", found.get("recalls-reason"))
    yield from _core(replies[:1], found.get("core-in-ten"))
    for turn in replies[1:]:
        yield _first_sound(turn)
    yield from _said(attempt, "next-step", found.get("next-step"))
    yield from _said(attempt, "deferral", found.get("graceful-deferral"))


def _opens(turn: Turn) -> bool:
    return turn.timing.after == "opening"


def _first_sound(turn: Turn, finding: Finding | None = None) -> ReadinessPart:
    band = AFTER_OBJECTION if turn.timing.after == "objection" else AFTER_LINE
    return _timed("first-sound", turn.index, turn.timing.first_word_latency_s, "line", band, finding)


def _first_content(turn: Turn) -> Iterator[ReadinessPart]:
    """The first word that says something, as it was heard; nothing without one or without times.

    A word that was heard badly may say something or nothing: where that matters, it could not be told.
    """
    telling = [word for word in turn.transcript.words if _tells(word)] if turn.transcript else []
    sure = next((word for word in telling if word.confidence is None or word.confidence >= DOUBT), None)
    if sure is None or sure.start_s is None:
        return
    part = _timed("first-content", turn.index, _voiced(turn, sure.start_s), "line", FIRST_CONTENT)
    perhaps_s = _voiced(turn, telling[0].start_s if telling[0].start_s is not None else sure.start_s)
    certain = _by_clock(perhaps_s, FIRST_CONTENT) == part.state
    yield part if certain else replace(part, state="unsure")


def _tells(word: Word) -> bool:
    return word.word.casefold().strip(".,!?…-") not in EMPTY_WORDS


def _voiced(turn: Turn, start_s: float) -> float:
    """`start_s`, but no word begins before there is a sound."""
    return max(start_s, turn.timing.first_word_latency_s or 0.0)


def _said(attempt: Attempt, part: PartId, finding: Finding | None) -> Iterator[ReadinessPart]:
    """Where the judge found it said; nothing where the check does not apply."""
    if finding is None or finding.outcome == "not-applicable":
        return
    place = next((one for one in finding.evidence if one.turn < len(attempt.turns)), None)
    if finding.outcome == "missed" or place is None:
        yield ReadinessPart(
            id=part, turn=None, seconds=None, since="line", state=_state(finding), wanted=_WANTED[part]
        )
        return
    turn = attempt.turns[place.turn]
    late = turn.index > 1 and part in ("name", "reason")
    yield ReadinessPart(
        id=part,
        turn=turn.index,
        seconds=None if place.start_s is None else _voiced(turn, place.start_s),
        since="line" if turn.index > 0 else "pick-up",
        uncertainty_s=WORDS_S,
        state=_said_state(part, finding, place, turn),
        wanted=_IN_FIRST_REPLY if late else _WANTED[part],
    )


def _said_state(part: PartId, finding: Finding, place: Evidence, turn: Turn) -> State | None:
    """The judge's outcome; a name or reason that is met but comes late is near."""
    state = _state(finding)
    if state != "met" or part not in ("name", "reason"):
        return state
    after_s = (place.start_s or 0.0) - (turn.timing.first_word_latency_s or 0.0)
    return "met" if turn.index <= 1 and after_s <= OPENING.good_to else "near"


def _core(replies: list[Turn], finding: Finding | None) -> Iterator[ReadinessPart]:
    """When all of who, what and why is out; the judge counts from the first sound, we from their line."""
    if finding is None or finding.outcome == "not-applicable":
        return
    for turn in replies:
        found, latency = finding.value, turn.timing.first_word_latency_s
        yield ReadinessPart(
            id="core",
            turn=turn.index,
            seconds=found + latency if isinstance(found, int | float) and latency is not None else None,
            since="line",
            uncertainty_s=WORDS_S,
            state=_state(finding),
            wanted=finding.wanted or _WANTED["core"],
        )


# --------------------------------------------------------------------------- judging a time


def _timed(
    part: PartId,
    turn: int | None,
    seconds: float | None,
    since: Since,
    band: Band,
    finding: Finding | None = None,
) -> ReadinessPart:
    """A part that the clock decides, unless the judge has (by the guide's own threshold)."""
    if finding is not None and finding.outcome != "not-applicable":
        state, wanted = _state(finding), finding.wanted or _words(band)
    else:
        state, wanted = _by_clock(seconds, band), _words(band)
    uncertainty_s = WORDS_S if part == "first-content" else DEVICE_S
    return ReadinessPart(
        id=part,
        turn=turn,
        seconds=seconds,
        since=since,
        state=state,
        wanted=wanted,
        uncertainty_s=uncertainty_s,
        edges_s=(band.near_to,) + ((band.near_from,) if band.near_from else ()),
    )


def _surer(part: ReadinessPart, uncertainty_s: float) -> ReadinessPart:
    """`part` on devices whose delay is known; what comes from words stays as unsure as words are."""
    return replace(part, uncertainty_s=uncertainty_s) if part.uncertainty_s == DEVICE_S else part


def _by_clock(seconds: float | None, band: Band) -> State | None:
    if seconds is None:
        return None
    if band.good_from <= seconds <= band.good_to:
        return "met"
    return "near" if band.near_from <= seconds <= band.near_to else "missed"


def _state(finding: Finding) -> State | None:
    if finding.disputed or finding.outcome == "not-applicable":
        return None
    return "near" if finding.outcome == "met" and finding.near else finding.outcome


def _words(band: Band) -> str:
    if band.near_from:
        return f"{band.near_from:g}-{band.near_to:g} s"
    return f"{band.near_to:g} s or less"
