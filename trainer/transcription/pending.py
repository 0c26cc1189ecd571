"""Takes that wait for their words, and which of them the engine should hear next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Pending:
    """A take that is not answered yet."""

    path: Path
    frames: int = 0
    """On disk."""
    heard: int = 0
    """Of them, heard by the child that runs now."""
    complete: bool = False
    held: bool = False
    """Not asked about before it is complete, because the engine has failed on it."""
    unwanted: bool = False
    """Only kept until the child, too, has forgotten it."""


def most_urgent(pending: Mapping[str, Pending]) -> str | None:
    """What costs nothing first: forgetting. Then complete takes, because somebody waits for their words."""
    for take_id, take in pending.items():
        if take.unwanted:
            return take_id
    for take_id, take in pending.items():
        if take.complete:
            return take_id
    for take_id, take in pending.items():
        if take.frames > take.heard and not take.held:
            return take_id
    return None
