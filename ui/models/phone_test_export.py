"""The profiles of the phone tests as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer import spreadsheet

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.practice.phone_test import Run

_HEADING = ("begun", "finished", "skill", "calls that showed all of it", "calls that touch it")


def phone_test_table(tests: Sequence[Run]) -> bytes:
    """All profiles (newest test first) as CSV, in order of time: one line a test and skill."""
    lines = (
        (run.day, "no" if run.left else "yes", one.skill, one.shown, one.of)
        for run in reversed(tests)
        for one in run.profile
    )
    return spreadsheet.table([_HEADING, *lines])
