"""What is said about scenarios that come, go and are given away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving, Imported, OnClash

STATE_WORDS = {
    "new": "new",
    "same": "here already",
    "clash": "different from yours",
    "clash-shipped": "different from Ringback’s",
}
"""How a scenario of a pack stands to the library."""
WAY_WORDS: dict[OnClash, str] = {"keep-both": "Keep both", "replace": "Replace", "skip": "Leave out"}


def scenarios(number: int) -> str:
    """ "1 scenario", "12 scenarios"."""
    return "1 scenario" if number == 1 else f"{number:,} scenarios"


def preview_words(arriving: Sequence[Arriving]) -> str:
    """ "5 scenarios: 3 new, 1 here already, 1 different from yours."."""
    counted: Counter[str] = Counter(one.state for one in arriving)
    parts = [f"{counted[state]:,} {words}" for state, words in STATE_WORDS.items() if counted[state]]
    return f"{scenarios(len(arriving))}: {', '.join(parts)}."


def nothing_new_words(name: str, number: int) -> str:
    """All that a pack holds is here already."""
    what = "its scenario is" if number == 1 else f"all its {number:,} scenarios are"
    return f"There is nothing to take in from {name}: {what} here already."


def imported_words(done: Imported) -> str:
    """ "Imported 3 scenarios: 2 new, 1 in place of yours. Left out: 1."."""
    came = len(done.added) + len(done.replaced)
    if not came:
        return "Nothing was taken in. Your scenarios are as they were."
    parts = [f"{len(done.added):,} new"] if done.added else []
    parts += [f"{len(done.replaced):,} in place of yours"] if done.replaced else []
    left_out = f" Left out: {len(done.skipped):,}." if done.skipped else ""
    return f"Imported {scenarios(came)}: {', '.join(parts)}.{left_out}"


def exported_words(asked: int, went: int, name: str) -> str:
    """How many are in the pack called `name`, and why more than `asked`."""
    more = went - asked
    why = f" {more} of them because a call back answers {'it' if more == 1 else 'them'}." if more else ""
    return f"Exported {scenarios(went)} to {name}.{why}"


def removed_words(titles: Sequence[str], unfollowing: Sequence[str]) -> str:
    """What went, and which call backs answered it; all by title."""
    what = f"“{titles[0]}”" if len(titles) == 1 else scenarios(len(titles))
    one = len(titles) == 1
    words = f"Removed {what}. What you have practised with {'it' if one else 'them'} stays in History."
    if unfollowing:
        named = ", ".join(f"“{title}”" for title in unfollowing[:2])
        rest = f" and {len(unfollowing) - 2:,} more" if len(unfollowing) > 2 else ""
        stay = "it stays, with the message it came with" if len(unfollowing) == 1 else "they stay"
        words += f" {named}{rest} answered {'it' if one else 'them'}; {stay}."
    return words


def undone_words(removed: Sequence[str], number: int) -> str:
    """What is as it was; `removed`: titles of what had been removed, none after an import.

    `number`: how many scenarios that concerned; 0: something else was changed since, so nothing was undone.
    """
    if not number:
        return "That can no longer be undone: your scenarios were changed since."
    if not removed:
        return "The import was undone. Your scenarios are as they were."
    return f"“{removed[0]}” is back." if len(removed) == 1 else f"{scenarios(len(removed))} are back."
