"""Every error that Ringback raises on purpose.

Two families, told apart because a person needs different words for them: `WorldError` is the world being
as it is (no microphone, a full disk, a bad file) and always says how to mend it; everything else that
escapes is our own bug and goes to the log with its traceback.
"""

from __future__ import annotations

from pathlib import Path


class RingbackError(Exception):
    """Root of all errors raised by the trainer."""


class WorldError(RingbackError):
    """The environment, not the program, is at fault; the message names what, where and how to mend it.

    `exit_status` is the command line's status for it (docs/command-line.md): 1 the input could not be
    used, 3 something that the user must provide is missing.
    """

    exit_status = 1

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(f"{message} {mend}".strip())
        self.message = message
        self.mend = mend


class BadInput(WorldError):
    """A file, argument or field that cannot be used."""


class UnknownName(BadInput):
    """A scenario, guide, engine or seller that does not exist; carries the nearest names that do."""

    def __init__(self, what: str, name: str, known: list[str], mend: str = "") -> None:
        """`mend` is what to do when no name is near; without it, `known` is listed (keep that short)."""
        from rapidfuzz import process

        near = [match for match, score, _ in process.extract(name, known, limit=3) if score >= 60]
        listing = mend or (f"There are: {', '.join(sorted(known))}." if known else "")
        hint = f"Did you mean {' or '.join(near)}?" if near else listing
        super().__init__(f"There is no {what} called '{name}'.", hint)
        self.near = near


class Mistakes(BadInput):
    """A data file with one or more mistakes, all of them listed (file, line, key, mend)."""

    def __init__(self, path: Path, mistakes: list[str]) -> None:
        super().__init__("\n".join(f"{path}: {mistake}" for mistake in mistakes))
        self.path = path
        self.mistakes = mistakes


class DeviceError(WorldError):
    """A microphone or speaker that is absent, busy, vanished or silent."""

    exit_status = 3


class ModelMissing(WorldError):
    """No speech model that can hear English is installed."""

    exit_status = 3


class RecogniserError(WorldError):
    """The recogniser crashed, hung or could not load its model; the take itself is safe."""


class StoreError(WorldError):
    """The data folder or its database cannot be used as it is."""


class AudioChanged(StoreError):
    """A recording that is not what was recorded; what was heard and judged stays as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The recording {path} has been changed since it was made.",
            "Put the original back from a copy, or go on without its sound.",
        )


class DamagedHistory(StoreError):
    """The database is not whole; a backup can take its place."""


class DamagedAttempt(StoreError):
    """One stored attempt that cannot be read; the others can."""


class DownloadError(WorldError):
    """A model download that did not end in an installed model; nothing half-installed stays."""


class Cancelled(WorldError):
    """The user stopped long work; nothing of it stays."""
