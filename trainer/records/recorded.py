"""3: what is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.records.names import TakePurpose
from trainer.records.spoken import Level, Span

SAMPLE_RATE = 16_000
"""Samples a second of every take, and what the recognisers want."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceDelay:
    """By how much a speaker and a microphone together make every reaction look slower than it is."""

    delay_s: float
    uncertainty_s: float
    """How far off that may be, either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One recording: 16 kHz mono int16, kept in a file of its own beside the database."""

    id: str
    turn: int
    purpose: TakePurpose
    path: str
    """Relative to the data folder, with forward slashes."""
    frames: int = 0
    sha256: str | None = None
    """Of the file's bytes; None while it is being recorded."""
    dropped_ms: int = 0
    """Milliseconds that the device failed to deliver."""
    speech: tuple[Span, ...] = ()
    """Voiced stretches by voice activity."""
    first_word_latency_s: float | None = None
    """From the end of the line (or beep) to the first voiced sound; None when nothing was voiced."""
    level: Level | None = None

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.frames / SAMPLE_RATE
