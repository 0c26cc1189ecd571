"""4: what is heard."""

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
class Engines:
    """What can hear English on this machine; each engine is "vosk:NAME" or "embedded"."""

    here: tuple[str, ...] = ()
    """All of them, best first."""
    in_force: str | None = None
    """The one that hears; None when there is none."""
    removable: tuple[str, ...] = ()
    """Those whose model Ringback has installed, so that it may remove it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What one engine heard in one take."""

    engine: str
    """"vosk:NAME" or "embedded"."""
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.word for word in self.words)
