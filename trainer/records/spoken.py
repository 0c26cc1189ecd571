"""3 and 4: what of a take is judged. In a file of its own, as the judge needs no takes and no engines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as heard. Times are seconds from the take's start, None for typed text."""

    word: str
    start_s: float | None = None
    end_s: float | None = None
    confidence: float | None = None
    """0-1 as the engine reports it; None where it reports none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time in seconds from the start of the take."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How loud a take is. Decibels below full scale (0 is the loudest possible, -60 near silence)."""

    speech_dbfs: float | None
    """Median level of the voiced blocks; None when nothing was voiced."""
    peak_dbfs: float
    clipped_share: float
    """Share (0-1) of samples at full scale."""
