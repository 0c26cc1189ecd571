"""4: what is heard."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.records.spoken import Word


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
