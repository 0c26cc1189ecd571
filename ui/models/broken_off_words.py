"""What became of a call that did not come to its end, without blame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.records import Attempt, AttemptRow, BrokenOff


@dataclass(frozen=True, slots=True)
class _Words:
    line: str
    """In the list of attempts."""
    headline: str
    sentence: str


_KEPT = "so it was not judged. What you said up to there is kept."
_WORDS: Mapping[BrokenOff | None, _Words] = {
    "left": _Words("left", "Left before the end", f"You left this call, {_KEPT}"),
    "started-over": _Words("started over", "Started over", f"You started this call over, {_KEPT}"),
    "closed": _Words(
        "program closed", "Ringback was closed", f"Ringback was closed during this call, {_KEPT}"
    ),
    "microphone": _Words(
        "microphone lost",
        "The microphone went away",
        "The microphone went away before you spoke, so the call stopped there.",
    ),
    "trouble": _Words("stopped", "The call stopped", "Something got in the way, and the call stopped there."),
    None: _Words("ended early", "Ended early", "This call ended before there was anything to judge."),
}
"""What broke it off (None: nobody noted it, or the user hung up before it was their turn) -> the words."""
_DURING: Mapping[BrokenOff, str] = {
    "microphone": "The microphone went away during this call; what came before it is here.",
    "trouble": "This call stopped before its end; what came before that is here.",
}


def line_words(row: AttemptRow) -> str:
    """Two or three words for the list."""
    return _WORDS[row.broken_off].line


def unjudged_headline(attempt: Attempt) -> str:
    """What stands in the place of "19 of 22 met"."""
    return _WORDS[attempt.broken_off].headline


def unjudged_sentence(attempt: Attempt) -> str:
    """What happened, and what was in the way where something was ("The disk is full. …")."""
    return " ".join([_WORDS[attempt.broken_off].sentence, *_message(attempt)])


def broken_off_sentence(attempt: Attempt) -> str:
    """What a call that was judged all the same should say of its end; "" for one that came to it."""
    return _DURING.get(attempt.broken_off, "") if attempt.broken_off else ""


def _message(attempt: Attempt) -> list[str]:
    """What the user was told when something other than the microphone was in the way."""
    return [event.detail for event in attempt.events if event.name == "broken-off" and event.detail][:1]
