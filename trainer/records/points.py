"""1: what a caller means to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A thing that the user wants to have said, in their own short words."""

    text: str
    must: bool = False
