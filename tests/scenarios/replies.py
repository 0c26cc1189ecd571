"""What a user may say to each line of the shipped call backs, and where the call goes then.

`calls/<scenario>.toml` holds it, in words as a recogniser hands them over: small letters, no punctuation; ""
is silence. Below `[lines.<line>]` stands what leads to which line: every branch is chosen by one reply or
more, and the first one is used in the walks. `[[calls]]` are whole calls, reply by reply.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Replies = dict[str, list[tuple[str, str]]]
"""Line -> (what is said, the line that follows)."""
CALLS = Path(__file__).with_name("calls")


@dataclass(frozen=True)
class WholeCall:
    """One call from its first reply to its end: what is said in order, and the caller's last line."""

    what: Literal["good", "poor"]
    says: tuple[str, ...]
    ends: str


@dataclass(frozen=True)
class Talk:
    """`interested` is the line to which the model answers lead."""

    replies: Replies
    interested: str
    calls: tuple[WholeCall, ...]


def _read(path: Path) -> Talk:
    data = tomllib.loads(path.read_text("utf-8"))
    replies = {
        line: [(said, to) for to, sayings in goals.items() for said in sayings]
        for line, goals in data["lines"].items()
    }
    calls = tuple(WholeCall(one["what"], tuple(one["says"]), one["ends"]) for one in data["calls"])
    return Talk(replies, data["interested"], calls)


TALKS: dict[str, Talk] = {path.stem: _read(path) for path in sorted(CALLS.glob("*.toml"))}
"""By the ids of the scenarios."""
