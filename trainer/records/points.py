"""1: what a caller means to say."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.records._record import Record


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class KeyPoint(Record):
    """A thing that the user wants to have said, in their own short words."""

    text: str
    must: bool = False
