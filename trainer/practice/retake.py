"""One part of a reply said again: which part, and the words and times of the reply with the new one in it.

A retake neither rates nor counts: the reply keeps its judgement, and the new part only shows what it would
have done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.records import (
    SAMPLE_RATE,
    CallEvent,
    Clause,
    Evidence,
    Feedback,
    Kind,
    Outcome,
    Span,
    Take,
    Word,
)

EVENT = "retake"
"""Name of the call event that says which words a retake stands for."""
APART_WORDS = 2
"""Evidence with no more words between belongs to one place, as the feedback page shows it."""
MARGIN_S = 0.06
"""Sound kept around the voiced part of a retake: a soft first consonant is not yet voiced."""

_WHOLE = frozenset({"length", "under-ten", "pace", "fillers", "pauses", "restarts", "level", "steady"})
"""Checks of the reply as a whole, whatever words they quote."""
_ONE_REPLY: tuple[Kind, ...] = ("voicemail", "elevator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The words `first_word`..`last_word` (inclusive, as corrected) of a turn, and when they were said."""

    check: str
    """Id of the check that the retake is for."""
    turn: int
    first_word: int
    last_word: int
    start_s: float
    end_s: float
    whole: bool = False
    """It is the whole reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retaken:
    """A retake that was heard, beside what it stands for."""

    place: Place
    original: Take
    take: Take
    part: Span
    """What of `take` goes into the original, in seconds."""
    said_before: str
    said: str
    outcome: Outcome
    """Of the check, were the new part in the reply."""
    reply_before_s: float
    """Length of the reply in seconds, and as it would be."""
    reply_s: float

    @property
    def before_s(self) -> float:
        """Length in seconds of what was said first."""
        return self.place.end_s - self.place.start_s

    @property
    def seconds(self) -> float:
        """Length in seconds of what was said instead."""
        return self.part.end_s - self.part.start_s


def place_of(feedback: Feedback, kind: Kind, turns: Mapping[int, Sequence[Word]]) -> Place | None:
    """The clauses that the one fix is about, or the whole reply; None where there is nothing to say again.

    `turns` are the words in force by turn, of turns with a recording. Where a fix quotes no words, something
    is missing, and it may go anywhere: then the whole reply is said again, if it is the only one.
    """
    if feedback.fix is None:
        return None
    check = feedback.fix.check
    finding = next((one for one in feedback.findings if one.check == check), None)
    evidence = [one for one in finding.evidence if one.turn in turns] if finding else []
    spoken = [turn for turn, words in turns.items() if words]
    if check in _WHOLE or not evidence:
        if kind not in _ONE_REPLY or len(spoken) != 1:
            return None
        return _timed(check, spoken[0], 0, len(turns[spoken[0]]) - 1, turns, whole=True)
    turn = evidence[0].turn
    first, last = _around(_together(evidence), [one for one in feedback.ribbon if one.turn == turn])
    return _timed(check, turn, first, min(last, len(turns[turn]) - 1), turns, whole=False)


def _together(evidence: Sequence[Evidence]) -> tuple[int, int]:
    """First and last word of the first place that the evidence quotes."""
    turn, first, last = evidence[0].turn, evidence[0].first_word, evidence[0].last_word
    for one in sorted(evidence, key=lambda one: one.first_word):
        if one.turn == turn and first <= one.first_word <= last + APART_WORDS + 1:
            last = max(last, one.last_word)
    return first, last


def _around(words: tuple[int, int], clauses: Sequence[Clause]) -> tuple[int, int]:
    """The same, from the beginning of its first clause to the end of its last."""
    touched = [one for one in clauses if one.first_word <= words[1] and words[0] <= one.last_word]
    return (
        min([words[0], *(one.first_word for one in touched)]),
        max([words[1], *(one.last_word for one in touched)]),
    )


def _timed(
    check: str, turn: int, first: int, last: int, turns: Mapping[int, Sequence[Word]], *, whole: bool
) -> Place | None:
    words = turns[turn]
    if not 0 <= first <= last < len(words):
        return None
    start_s, end_s = words[first].start_s, words[last].end_s
    if start_s is None or end_s is None or end_s <= start_s:
        return None
    return Place(
        check=check, turn=turn, first_word=first, last_word=last, start_s=start_s, end_s=end_s, whole=whole
    )


def part_of(take: Take) -> Span | None:
    """What of a retake is heard: its voiced part with a little around it; None when nothing was said."""
    if not take.speech:
        return None
    return Span(
        start_s=max(0.0, take.speech[0].start_s - MARGIN_S),
        end_s=min(take.seconds, take.speech[-1].end_s + MARGIN_S),
    )


def spliced_words(words: Sequence[Word], place: Place, new: Sequence[Word], part: Span) -> tuple[Word, ...]:
    """The reply's words with `new` (timed from the start of the retake) in the place of the old ones."""
    later_s = _later_s(place, part)
    return (
        *words[: place.first_word],
        *(_moved(word, place.start_s - part.start_s) for word in new),
        *(_moved(word, later_s) for word in words[place.last_word + 1 :]),
    )


def spliced_take(original: Take, place: Place, take: Take, part: Span) -> Take:
    """What would be known of the original recording with the new part in it; nothing like it is stored."""
    later_s = _later_s(place, part)
    before = (_cut(span, 0.0, place.start_s) for span in original.speech)
    after = (_cut(span, place.end_s, original.seconds) for span in original.speech)
    speech = (
        *(span for span in before if span),
        *(_span_moved(span, place.start_s - part.start_s) for span in take.speech),
        *(_span_moved(span, later_s) for span in after if span),
    )
    frames = max(0, original.frames + round(later_s * SAMPLE_RATE))
    return replace(original, frames=frames, speech=speech)


def event_of(take_id: str, place: Place) -> CallEvent:
    """What is stored beside the recording, so that the retake can be shown again."""
    fields = (take_id, place.check, place.turn, place.first_word, place.last_word, int(place.whole))
    return CallEvent(at_s=place.start_s, name=EVENT, detail=" ".join(map(str, fields)))


def place_in(event: CallEvent, turns: Mapping[int, Sequence[Word]]) -> tuple[str, Place] | None:
    """The take's id and the place of a stored event; None where it names no words that are there."""
    try:
        take_id, check, *numbers = event.detail.split(" ")
        turn, first, last, whole = map(int, numbers)
    except ValueError:  # a history that came from elsewhere
        return None
    place = _timed(check, turn, first, last, turns, whole=bool(whole)) if turn in turns else None
    return (take_id, place) if place else None


def _later_s(place: Place, part: Span) -> float:
    """How many seconds later than before everything after the place is heard."""
    return (part.end_s - part.start_s) - (place.end_s - place.start_s)


def _moved(word: Word, by_s: float) -> Word:
    if word.start_s is None or word.end_s is None:
        return word
    return replace(word, start_s=max(0.0, word.start_s + by_s), end_s=max(0.0, word.end_s + by_s))


def _span_moved(span: Span, by_s: float) -> Span:
    return Span(start_s=max(0.0, span.start_s + by_s), end_s=max(0.0, span.end_s + by_s))


def _cut(span: Span, from_s: float, to_s: float) -> Span | None:
    """What of a span lies between the two times."""
    start_s, end_s = max(span.start_s, from_s), min(span.end_s, to_s)
    return Span(start_s=start_s, end_s=end_s) if start_s < end_s else None
