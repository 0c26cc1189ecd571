"""What the screens may ask for about the user's own scenarios: taken in, given away, written, removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving, Imported, OnClash
    from trainer.records import Scenario


class Shelf(Protocol):
    """The user's own scenarios. Every change is all or nothing.

    `Bridge.library_changed` announces it before the future's result arrives.
    """

    def look_again(self) -> Future[bool]:
        """Whether another program has changed own scenarios; then the library is read again."""

    def preview(self, pack: Path) -> Future[tuple[Arriving, ...]]:
        """What is in a pack and how it stands to the library; nothing is changed.

        The future raises BadInput for what is no pack to be trusted, WorldError where it cannot be read.
        """

    def take_in(self, pack: Path, on_clash: OnClash | Mapping[str, OnClash]) -> Future[Imported]:
        """Import a pack; as `trainer.packs.import_pack`."""

    def give_away(self, ids: Sequence[str], target: Path) -> Future[tuple[str, ...]]:
        """Write these scenarios, and those that they follow, into a pack; has the ids that went in."""

    def save(self, scenario_id: str, toml: bytes, sounds: Mapping[str, bytes]) -> Future[Scenario]:
        """Put a scenario in its place, new or instead of the own one with this id; has it as read back.

        `toml` is a scenario file; `sounds`: sound files by their place below the folder of scenarios. The
        future raises Mistakes (a BadInput) with all that is wrong, and then nothing was changed.
        """

    def remove(self, ids: Sequence[str]) -> Future[tuple[str, ...]]:
        """Remove own scenarios; has the ids of own call backs that followed one of them and now do not.

        `put_back` brings them back.
        """

    def put_back(self) -> Future[tuple[str, ...]]:
        """Undo the last change, if it was an import or a removal; has the ids that it concerned.

        It can be undone until the next change or the end of the program.
        """
