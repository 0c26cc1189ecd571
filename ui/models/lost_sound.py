"""What every page says of a take whose recording is missing or is another one."""

from __future__ import annotations

from collections.abc import Sequence

LOST = "The recording of this take is missing, so it cannot be played."
CHANGED = "The recording of this take has been changed since, so it is not played."
STILL_HERE = "The words and checks are here."


def lost_words(takes: Sequence[int]) -> str:
    """The same of takes that stand beside others, by their numbers; "" for none."""
    if not takes:
        return ""
    if len(takes) == 1:
        return LOST.replace("this take", f"take {takes[0]}")
    *most, last = map(str, takes)
    return f"The recordings of takes {', '.join(most)} and {last} are missing, so they cannot be played."
