"""What a pack is made of."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.unzip import Limits

FORMAT = 1
LIST = "pack.json"
SOUNDS = frozenset({".ogg", ".flac", ".wav"})
LIMITS = Limits(
    "a scenario pack",
    files=2000,
    bytes=200 * 2**20,
    suffixes=SOUNDS | {".toml", ".json"},
    durable=False,  # what comes in is written to its place anew
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackList:
    """What `pack.json` says."""

    ringback_pack: int
    scenarios: tuple[str, ...]
    files: dict[str, str]
    """Place in the zip -> sha256 of its bytes."""
