"""What a page of calls can be at, and the words for it."""

from __future__ import annotations

from typing import Literal

State = Literal[
    "idle", "before", "calling", "ringing", "line", "turn", "menu", "between",
    "hearing", "trouble", "waiting", "missed",
]  # fmt: skip
OPEN: tuple[State, ...] = ("calling", "ringing", "line", "turn", "menu", "between")
"""The line is open."""
ON_THE_LINE: tuple[State, ...] = ("calling", "line", "turn", "menu")
"""Somebody speaks, or is about to."""
PILL: dict[State, str] = {
    "before": "Before the call", "calling": "Calling", "ringing": "Ringing", "line": "They are speaking",
    "turn": "Recording", "menu": "Mailbox menu", "between": "Between two goes",
    "hearing": "Listening", "trouble": "Stopped", "waiting": "Kept", "missed": "Missed",
}  # fmt: skip
