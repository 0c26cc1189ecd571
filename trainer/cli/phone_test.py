"""The phone test in the terminal: each `practise phone-test` is its next call."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.practice.phone_test import Run


def test_json(test: Run) -> dict[str, Any]:
    """How far it is, and the profile so far (docs/command-line.md)."""
    return asdict(test)


def test_text(test: Run) -> str:
    """How far it is; at the end the profile."""
    of = len(test.done) + len(test.left)
    if test.left:
        return f"\nPhone test: {len(test.done)} of {of} calls done. The next: ringback practise phone-test"
    width = max(len(one.skill) for one in test.profile)
    lines = [f"  {one.skill:<{width}}  {one.shown} of {one.of}" for one in test.profile]
    return "\n".join(
        ("", f"Phone test: all {of} calls done. Calls in which you showed all of a skill:", *lines)
    )
