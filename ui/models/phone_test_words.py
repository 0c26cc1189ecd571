"""The sentences of the phone test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trainer.practice.phone_test import moved
from ui.models.phrasing import day_words, lower_first

if TYPE_CHECKING:
    from trainer.practice.phone_test import Moved, Run

_MOST_NAMED = 3
"""Skills told of in a sentence; the table has them all."""


def state_words(newest: Run | None) -> str:
    """Where the user stands."""
    if newest is None:
        return "You have not taken it yet."
    if newest.left:
        left = "one call" if len(newest.left) == 1 else f"{len(newest.left)} calls"
        return f"Begun on {day_of(newest)}; {left} left."
    return f"Taken last on {day_of(newest)}."


def begin_words(newest: Run | None) -> str:
    """What the button does."""
    if newest and newest.left:
        return f"Go on with call {len(newest.done) + 1} of {len(newest.done) + len(newest.left)}"
    return "Take it again" if newest else "Take the phone test"


def day_of(run: Run) -> str:
    """ "22 November 2026"."""
    return day_words(date.fromisoformat(run.day))


def moved_words(tests: list[Run]) -> str:
    """What is different from the oldest of these tests (newest first); "" where there are not two of them."""
    told = moved(tests)
    if told is None:
        return ""
    oldest, changes = told
    since = f"Since {day_of(oldest)}"
    if not changes:
        return f"{since} every skill is where it was."
    sure = [one for one in changes if one.sure]
    said = ", ".join(_from_to(one) for one in sure[:_MOST_NAMED] or changes[:1])
    more = len(sure) - _MOST_NAMED
    said += f" and {more} more" if more > 0 else ""
    return f"{since}: {said}." if sure else f"{since}: {said}. No change that can be trusted yet."


def _from_to(one: Moved) -> str:
    before, now = one.before, one.now
    return f"“{lower_first(one.skill)}” from {before.shown} of {before.of} to {now.shown} of {now.of}"


def column_words(run: Run) -> str:
    """ "22 Nov 2026" over its column, and whether it is not finished."""
    day = date.fromisoformat(run.day)
    return f"{day.day} {day:%b %Y}" + (", not finished" if run.left else "")


def profile_lines(tests: list[Run]) -> list[tuple[str, list[str]]]:
    """Skill -> "2 of 5" in each of these tests, "" where it was not touched; in the order of the skills."""
    names = list(dict.fromkeys(one.skill for run in tests for one in run.profile))
    table = []
    for name in names:
        shown = ({one.skill: one for one in run.profile}.get(name) for run in tests)
        table.append((name, [f"{one.shown} of {one.of}" if one else "" for one in shown]))
    return table
