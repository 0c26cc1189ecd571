"""Why something is to be practised, in a few words, for the window and the terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the scheduler takes long to load
    from trainer.practice.due import Due, DueItem


def why_words(item: DueItem, today: date, title_of: Callable[[str], str]) -> str:
    """ "last time you missed: One ask", "never called before"; `title_of` names a check by its id."""
    match item.why:
        case "due" if item.weak:
            return f"last time you missed: {title_of(item.weak)}"
        case "due":
            return f"this call last practised {days_ago(item.last_day, today)}"
        case "ahead":
            return f"not due yet, this call last practised {days_ago(item.last_day, today)}"
        case "new-prospect":
            return "never called before"
        case "after-moving-on":
            return "somebody new, now that you have moved on"
        case "new":
            return "new to you"


def days_ago(day: date | None, today: date) -> str:
    """ "today", "yesterday", "12 days ago"; "never" for None."""
    if day is None:
        return "never"
    days = (today - day).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"


def due_words(due: Due) -> str:
    """ "6 due, about 9 minutes."; without any, when the next one is."""
    if due.items:
        minutes = "1 minute" if due.minutes == 1 else f"{due.minutes} minutes"
        return f"{len(due.items)} due, about {minutes}."
    if due.next_day is None:
        return "Nothing is due."
    days = (due.next_day - due.today).days
    when = "tomorrow" if days == 1 else f"in {days} days"
    return f"Nothing is due today; the next one is {when}."
