"""The course of a get-through call, read from the events of its context ("dialled hours", "key 0", …)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from trainer.records import Reach
from trainer.ways import HELPFUL, OPERATOR_KEY, WAY_OF_TIME, WAYS

_NAMES = {"dialed": "dialled", "call": "dialled", "called": "dialled", "pressed": "key", "keys": "key"}
_OTHER_WORDS = {"voicemail": "mailbox", "prospect": "person", "nobody": "dead-end", "times": "schedule"}
_EVENT = re.compile(r"\s*([a-z-]+)[\s:=]+(\S.*?)\s*")


class Course(NamedTuple):
    """What happened, as far as the events tell."""

    known: bool
    """Whether anything is known of it."""
    ways: tuple[str, ...]
    """The article's ways that were taken, by id, each once and in order."""
    reached: str | None
    """The best that was reached (`Reach`); None: nothing, as far as is known."""

    @property
    def got_through(self) -> bool:
        """Whether the person or a useful fact was reached."""
        return self.reached in HELPFUL


def course(events: Iterable[str]) -> Course:
    """What the events tell; those of other kinds of call, and unknown details, are passed over."""
    told = list(_told(events))
    ways = [detail for name, detail in told if name == "way" and detail in WAYS]
    if not ways:  # a record of keys and times alone
        ways = list(filter(None, (_way_of(name, detail) for name, detail in told)))
    reached = [detail for name, detail in told if name == "reached" and detail in get_args(Reach)]
    best = next((one for one in HELPFUL if one in reached), reached[-1] if reached else None)
    return Course(bool(told), tuple(dict.fromkeys(ways)), best)


def _told(events: Iterable[str]) -> Iterator[tuple[str, str]]:
    for event in events:
        match = _EVENT.fullmatch(event.casefold())
        if match:
            name, detail = match[1], match[2].replace(" ", "-").replace("_", "-")
            name = _NAMES.get(name, name)
            if name in ("dialled", "key", "way", "reached"):
                yield name, _OTHER_WORDS.get(detail, detail)


def _way_of(name: str, detail: str) -> str | None:
    """The way that a key or a time of day is."""
    if name == "key":
        return "operator" if OPERATOR_KEY in detail else None
    times = {str(when): way for when, way in WAY_OF_TIME.items()}
    return times.get(detail) if name == "dialled" else None
