"""The sentences of a sitting and of its closing page."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.models.phrasing import lower_first

if TYPE_CHECKING:
    from trainer.practice.sitting import Closing


def left_words(what: str, begun: int, of: int, left_s: float) -> str:
    """ "Sitting: 2 of 6, 4 minutes left."; an endless one tells no time."""
    if math.isinf(left_s):
        return f"{what}: {begun} of {of}."
    minutes = max(0, round(left_s / 60))
    if left_s <= 0:
        time = "the time is over"
    elif left_s < 60:
        time = "less than a minute left"
    else:
        time = f"{minutes} {'minute' if minutes == 1 else 'minutes'} left"
    return f"{what}: {begun} of {of}, {time}."


def ended_words(closing: Closing) -> str:
    """The title of the closing page."""
    return "That was it" if closing.takes else "The sitting is over"


def done_words(closing: Closing) -> str:
    """What was done."""
    if not closing.takes:
        return "No take of this sitting has been judged."
    takes = "1 take" if closing.takes == 1 else f"{closing.takes} takes"
    people = "1 prospect" if closing.prospects == 1 else f"{closing.prospects} prospects"
    spoken = f"{closing.speech_s:.0f} s" if closing.speech_s < 90 else f"{closing.speech_s / 60:.0f} minutes"
    new = ""
    if closing.new_prospects:
        somebody = "one of them" if closing.new_prospects == 1 else f"{closing.new_prospects} of them"
        new = f" You had never called {somebody} before."
    return f"{takes} with {people}, {spoken} of speaking.{new}"


def met_words(closing: Closing) -> str:
    """ "52 of 61 checks met"."""
    return f"{closing.met} of {closing.decided} checks met" if closing.decided else ""


def fix_words(closing: Closing, title_of: Callable[[str], str]) -> str:
    """The fix that recurs; "" where nothing was decided of which one could be missed."""
    if closing.fix is None:
        return "Nothing that counts was missed." if closing.decided else ""
    name = lower_first(title_of(closing.fix))
    if closing.fix_takes == 1:
        return f"The one thing to change: “{name}”."
    return f"The same thing in {closing.fix_takes} of {closing.takes}: “{name}”."
