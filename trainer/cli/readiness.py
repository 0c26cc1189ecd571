"""Readiness in parts, for `practise` and `attempts show`: as lines and as JSON (docs/command-line.md)."""

from __future__ import annotations

from typing import Any

from trainer.practice.device_delay import delay_words
from trainer.practice.readiness import readiness, sentence
from trainer.records import Attempt

MARKS = {"met": "+", "near": "+", "missed": "x", "unsure": "?", None: " "}
_AS_SEEN = {"near": ", near the edge", "unsure": ", could not tell"}


def readiness_lines(attempt: Attempt) -> list[str]:
    """A heading and one line a part; empty for calls that are no call back."""
    parts = readiness(attempt)
    if not parts:
        return []
    lines = [f"{MARKS[part.state]} {sentence(part)}{_AS_SEEN.get(part.state or '', '')}" for part in parts]
    return [f"Readiness ({delay_words(attempt)})", *lines]


def readiness_json(attempt: Attempt) -> list[dict[str, Any]] | None:
    """One object a part, times in seconds; None for calls that are no call back."""
    parts = readiness(attempt)
    if parts is None:
        return None
    return [
        {
            "id": part.id,
            "turn": part.turn,
            "seconds": None if part.seconds is None else round(part.seconds, 3),
            "since": part.since,
            "uncertainty": part.uncertainty_s,
            "state": part.state,
            "wanted": part.wanted,
            "borderline": part.borderline,
        }
        for part in parts
    ]
