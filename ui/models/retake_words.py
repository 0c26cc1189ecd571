"""A retake in the words of its card."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from trainer.practice.retake import Place, Retaken
from trainer.records import Band, Feedback
from ui.models.check_lines import title_of
from ui.models.phrasing import length, lower_first
from ui.widgets.glyph import WORDS, State, state_of

MOST_POINTS = 5
"""More than these nobody keeps in mind while speaking."""
_POINTS_END = re.compile(r"(?<=[.?!;])\s+|,\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What to do in a retake."""

    title: str
    said: str
    """The words that are said again; "" for the whole reply."""
    points: tuple[str, ...]
    """What to say, in one's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it."""

    title: str
    before: str
    before_length: str
    now: str
    now_length: str
    state: State | None
    verdict: str
    reply: str


def aim(feedback: Feedback, place: Place, said: str, band: Band | None) -> Aim:
    """What the user sees while speaking."""
    fix = feedback.fix
    shown = "" if place.whole else said
    if place.check == "length" and feedback.seconds is not None and band is not None:
        return Aim(title=length_aim(feedback.seconds, band), said=shown, points=())
    points = points_of(fix.suggestion) if fix and fix.suggestion else ()
    advice = (fix.advice,) if fix and fix.advice and not points else ()
    return Aim(title=f"Once more: {lower_first(title_of(place.check))}", said=shown, points=points or advice)


def length_aim(seconds: float, band: Band) -> str:
    """How much shorter or longer the same should be to come within the guide's good length."""
    if seconds > band.good_to:
        return f"The same in {ceil(seconds - band.good_to)} s less"
    return f"The same with {max(1, ceil(band.good_from - seconds))} s more"


def points_of(suggestion: str) -> tuple[str, ...]:
    """A suggested wording cut into short points, so that it is not read out."""
    parts = (part.strip(" .,;") for part in _POINTS_END.split(suggestion))
    return tuple(part for part in parts if part)[:MOST_POINTS]


def outcome(made: Retaken) -> Outcome:
    """The two wordings side by side, and what the new one does."""
    state, name = state_of(made.outcome), lower_first(title_of(made.place.check))
    verdict = f"With the new part, {name}: {WORDS[state].lower()}" if state else ""
    return Outcome(
        title="Before and now",
        before=made.said_before,
        before_length=length(made.before_s),
        now=made.said,
        now_length=length(made.seconds),
        state=state,
        verdict=verdict,
        reply=f"the whole: {length(made.reply_before_s)} before, {length(made.reply_s)} now",
    )
