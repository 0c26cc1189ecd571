"""What the screens may ask for while a scenario is being written."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before what writes scenarios
    from trainer.authoring.drafts import Draft
    from trainer.worker.authoring import LineSound


class Authoring(Protocol):
    """The draft of an own scenario and the sounds of its lines; done one after the other, in order."""

    def kept(self) -> Future[Draft | None]:
        """The draft that is on disk; None if there is none that can be read."""

    def keep(self, draft: Draft) -> Future[None]:
        """Write the draft, with the sounds it uses already there; the future raises WorldError."""

    def discard(self) -> Future[None]:
        """Forget the draft; until `sweep` it can be kept again as it was."""

    def sweep(self) -> Future[None]:
        """Remove the sounds that the draft on disk does not use."""

    def bring(self, places: Collection[str]) -> Future[None]:
        """Copy these own sounds beside the draft, so that undo finds them whatever is saved."""

    def recorded(self, pcm: bytes) -> Future[LineSound]:
        """Make a line's sound of 16 kHz mono int16 samples: cut to the voice, as loud as the others."""

    def taken(self, path: Path) -> Future[LineSound]:
        """Make a line's sound of somebody's sound file; BadInput says why it cannot be used."""

    def pcm(self, place: str) -> Future[bytes]:
        """A line's sound as 16 kHz mono int16 samples; BadInput where it is gone."""

    def sounds(self, places: Collection[str]) -> Future[dict[str, bytes]]:
        """Those of the sounds that lie beside the draft, as files: what has to be saved with a scenario."""

    def text(self, scenario_id: str, new_id: str, title: str) -> Future[bytes]:
        """A scenario's file under another id and title, with everything else as its author wrote it."""
