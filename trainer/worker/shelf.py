"""The user's own scenarios from the window: taken in, given away, written, removed, put back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from trainer import own_changes, packs
from trainer.audio.files import check_prompt
from trainer.own_scenarios import Change, apply, state_of
from trainer.packs import Arriving, Imported, OnClash
from trainer.records import Scenario
from trainer.scenarios import Library


@dataclass(frozen=True, slots=True)
class _Undo:
    """What makes the folder as it was, held in memory: nothing that was removed stays on the disk."""

    change: Change
    ids: tuple[str, ...]


class Shelf:
    """See `ui.shelf_services.Shelf`. Public methods may be called from any thread; one does the work."""

    def __init__(
        self,
        *,
        own: Path,
        library: Callable[[], Library],
        read_again: Callable[[], None],
        guides: Collection[str],
        thread: Executor | None = None,
    ) -> None:
        """`own`: the folder of own scenarios. `read_again` is called after each change, before it is done.

        `guides`: ids of those that a scenario may name. `thread`: where the work is done; None: on its own.
        """
        self._own, self._library, self._read_again, self._guides = own, library, read_again, guides
        self._thread = thread or ThreadPoolExecutor(max_workers=1, thread_name_prefix="shelf")
        self._undo: _Undo | None = None
        self._seen = state_of(own)

    def look_again(self) -> Future[bool]:
        """Read the library again if another program has changed own scenarios, as the command line may."""

        def looked() -> bool:
            changed = state_of(self._own) != self._seen
            if changed:
                self._undo = None
                self._announce()
            return changed

        return self._thread.submit(looked)

    def preview(self, pack: Path) -> Future[tuple[Arriving, ...]]:
        """What is in a pack and how it stands to the library."""
        return self._thread.submit(lambda: packs.preview(pack, self._library(), self._own, check_prompt))

    def take_in(self, pack: Path, on_clash: OnClash | Mapping[str, OnClash]) -> Future[Imported]:
        """Import a pack."""

        def taken() -> Imported:
            change, done = packs.arrival(pack, self._library(), self._own, check_prompt, on_clash)
            self._apply(change, (*done.added, *done.replaced))
            return done

        return self._thread.submit(taken)

    def give_away(self, ids: Sequence[str], target: Path) -> Future[tuple[str, ...]]:
        """Write these scenarios, and those that they follow, into a pack."""
        return self._thread.submit(lambda: packs.export_pack(self._library(), ids, target))

    def save(self, scenario_id: str, toml: bytes, sounds: Mapping[str, bytes]) -> Future[Scenario]:
        """Put a scenario in its place."""

        def saved() -> Scenario:
            change, scenario = own_changes.saving(
                self._library(), self._guides, self._own, scenario_id, toml, sounds, check_prompt
            )
            self._apply(change)
            return scenario

        return self._thread.submit(saved)

    def remove(self, ids: Sequence[str]) -> Future[tuple[str, ...]]:
        """Remove own scenarios."""

        def removed() -> tuple[str, ...]:
            removal = own_changes.removal(self._library(), ids, self._own)
            self._apply(removal.change, tuple(ids))
            return removal.unfollowing

        return self._thread.submit(removed)

    def put_back(self) -> Future[tuple[str, ...]]:
        """Undo the last change, if it was an import or a removal."""

        def undone() -> tuple[str, ...]:
            undo = self._undo
            if undo is None:
                return ()
            self._apply(undo.change)
            return undo.ids

        return self._thread.submit(undone)

    def close(self) -> None:
        """Finish what was asked."""
        self._thread.shutdown(wait=True)

    def _apply(self, change: Change, undoable: tuple[str, ...] = ()) -> None:
        """Change the folder, on the thread. `undoable`: what it concerns, where it can be undone."""
        if change:
            before = apply(self._own, change.writes, change.removes)
            self._undo = _Undo(before, undoable) if undoable else None
            self._announce()

    def _announce(self) -> None:
        self._seen = state_of(self._own)
        self._read_again()
