"""What was left for a prospect, in the words of the screens."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from trainer.records import Person
from ui.models.phrasing import length, quoted, started

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import OwnMessage

YOURS_UNSAID = "What your message said"
"""Over the scenario's own words, where the user has left none."""
LONGEST_QUOTE = 160
"""Letters; about three lines of the card."""


def on_day(moment: datetime, now: datetime) -> str:
    """ "today", "yesterday", "on Tuesday" within a week, then "on 4 November"."""
    days = (now.date() - moment.date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"on {moment:%A}" if days < 7 else f"on {moment.day} {moment:%B}"


def left_sentence(message: OwnMessage | None, prospect: Person, now: datetime) -> str:
    """ "You left Dana a message on Tuesday."; of one left today that the call comes days later."""
    if message is None:
        return "You left a message."
    first = prospect.name.split()[0]
    day = on_day(started(message.left_utc, message.utc_offset_min), now)
    if day == "today":
        return f"You left {first} a message today. Think of it as days ago."
    return f"You left {first} a message {day}."


def left_title(message: OwnMessage, now: datetime) -> str:
    """ "What I left on Tuesday"."""
    return f"What I left {on_day(started(message.left_utc, message.utc_offset_min), now)}"


def left_meta(message: OwnMessage) -> str:
    """Day and length: "Tue, 22.1 s"."""
    moment = started(message.left_utc, message.utc_offset_min)
    return f"{moment:%a}, {length(message.take.seconds)}"


def left_quote(message: OwnMessage) -> str:
    """What the caller will ask about, in quotation marks; of a long message the part that they play."""
    if len(message.said) <= LONGEST_QUOTE or not message.snippet:
        return quoted(shortened(message.said))
    return quoted(f"…{shortened(message.snippet)}…")


def shortened(words: str) -> str:
    """At most `LONGEST_QUOTE` letters, cut between words."""
    if len(words) <= LONGEST_QUOTE:
        return words
    return words[:LONGEST_QUOTE].rpartition(" ")[0] + "…"
