"""A run of tries in words: the moment, how many, what each was."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.analysis.tries import UNKNOWN_MINUTE, read_run
from trainer.decided import with_events
from trainer.records import Attempt, Calendar, Meets, TryMade

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
"""Working days; day 1 is a Monday."""
MEETS: dict[Meets, str] = {
    "mailbox": "their mailbox",
    "assistant": "an assistant",
    "no-answer": "no answer",
    "call-tomorrow": "“call me tomorrow”",
    "vacation": "a vacation greeting",
}


def calendar_of(attempt: Attempt) -> Calendar | None:
    """The tries of a stored attempt; None for other kinds of call."""
    if attempt.scenario.kind != "draw-the-line":
        return None
    made = read_run(with_events(attempt.context, attempt.events).events).tries
    last = made[-1] if made else TryMade(day=1, minute=UNKNOWN_MINUTE, left=False, meets="no-answer")
    return Calendar(day=last.day, minute=last.minute, made=made)


def weekday(day: int) -> str:
    """ "Monday" for day 1."""
    return WEEKDAYS[(day - 1) % len(WEEKDAYS)]


def week(day: int) -> int:
    """1 for the days 1 to 5."""
    return (day - 1) // len(WEEKDAYS) + 1


def moment(calendar: Calendar) -> str:
    """ "Tuesday, 13:30, week 1"."""
    clock = f"{calendar.minute // 60:02}:{calendar.minute % 60:02}"
    return f"{weekday(calendar.day)}, {clock}, week {week(calendar.day)}"


def count(made: Sequence[TryMade], limit: int) -> str:
    """ "3 tries. Your line is 7."."""
    tries = "No try yet" if not made else "1 try" if len(made) == 1 else f"{len(made)} tries"
    return f"{tries}. Your line is {limit}."


def told(made: Sequence[TryMade]) -> str:
    """All tries as a sentence for each, for a screen reader."""
    return " ".join(
        f"{weekday(one.day)} of week {week(one.day)}: {_did(one)}, {MEETS[one.meets]}." for one in made
    )


def _did(made: TryMade) -> str:
    return "message" if made.left else "call"
