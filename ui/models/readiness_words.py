"""Readiness in parts as the feedback page says it."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.practice.readiness import ReadinessPart, sentence
from ui.widgets.glyph import WORDS


def lead(parts: Sequence[ReadinessPart]) -> str:
    """One sentence on how the call began: "You picked up after 7.5 s and spoke 0.5 s after their line."."""
    pick_up = next((part.seconds for part in parts if part.id == "pick-up"), None)
    sounds = [part for part in parts if part.id == "first-sound"]
    first = sounds[0].seconds if sounds else None
    picked = f"picked up after {pick_up:.1f} s" if pick_up is not None else ""
    spoke = ""
    if first is not None:
        spoke = f"spoke {first:.1f} s after their line" if first >= 0 else "spoke before their line was over"
    told = " and ".join(words for words in (picked, spoke) if words)
    return f"You {told}." if told else ""


def read_aloud(parts: Sequence[ReadinessPart]) -> str:
    """All parts in words with their states, for screen readers."""
    return " ".join(f"{sentence(part)}{_state(part)}." for part in parts)


def _state(part: ReadinessPart) -> str:
    return f", {WORDS[part.state].lower()}" if part.state else ""
