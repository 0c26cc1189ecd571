"""What the feedback page may ask for about a part that is said again."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before what loads numpy
    from trainer.practice.retake import Place, Retaken


class Retakes(Protocol):
    """One part of a reply, recorded anew."""

    def start(self, attempt_id: str, place: Place) -> Future[Retaken | None]:
        """Record this place anew, after a cue; the future has it once it is heard, None when cancelled.

        It raises WorldError without a microphone or speech model, and where nothing was said.
        """

    def finish(self) -> None:
        """It has been said."""

    def cancel(self) -> None:
        """Forget what was recorded."""

    def recording(self) -> bool:
        """Whether the microphone is open for a retake."""

    def level_dbfs(self) -> float:
        """Peak level of the newest block, decibels below full scale (-90 = silence)."""

    def seconds(self) -> float:
        """How long it is so far."""

    def last(self, attempt_id: str) -> Future[Retaken | None]:
        """The newest retake of an attempt; None without one."""

    def remove(self, made: Retaken) -> Future[None]:
        """Delete a retake with its audio."""

    def whole(self, made: Retaken) -> Future[bytes]:
        """The reply with the new part in it: 16 kHz mono int16, little endian. It is stored nowhere."""
