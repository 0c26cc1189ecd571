"""What Settings may ask for to measure the delay of the sound devices."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import DeviceDelay


class Delays(Protocol):
    """Clicks from an earphone into the microphone."""

    def measure(self) -> Future[DeviceDelay | None]:
        """Play the clicks and find them in what is recorded; None when cancelled.

        It raises WorldError without a microphone or speaker, and where the clicks were not heard.
        """

    def cancel(self) -> None:
        """Be silent and close the microphone."""

    def measuring(self) -> bool:
        """Whether the microphone is open for it."""

    def level_dbfs(self) -> float:
        """Peak level of the newest block, decibels below full scale (-90 = silence)."""
