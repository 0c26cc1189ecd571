"""Own scenarios taken in, given away and removed from the window: each ends in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.models.pending_deletion import UNDO_S
from ui.models.shelf_words import (
    exported_words,
    imported_words,
    nothing_new_words,
    removed_words,
    undone_words,
)
from ui.services import Services

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving, Imported, OnClash

UNDO = "Undo"
_SLOW_MS = 400
"""What is done sooner is told only when it is."""
_IN_CALL = "You are in a call of it. Remove it when the call is over."


class ShelfControl(QObject):
    """One thing at a time; what is asked for while something is being done waits for it.

    Signals:
        told: a sentence, and what can be done about it (`UNDO` or nothing). An empty one: the last is over.
        previewed: (a pack's path, what is in it): ask the user what to take in.
        came: a scenario that was taken in or put back (its id), to put the keys on.
    """

    told = Signal(str, str)
    previewed = Signal(Path, tuple)
    came = Signal(str)

    def __init__(
        self, services: Services, bridge: Bridge, parent: QObject | None = None, undo_s: float = UNDO_S
    ) -> None:
        """`undo_s`: seconds during which a removal can be undone."""
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._pack = Path()
        self._asked = 0
        self._target = Path()
        self._removed: list[str] = []
        """Titles of what was removed last; empty after an import."""
        self.can_undo = False
        """Whether `undo` would do something."""
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._tell_begun)
        self._begun = ""
        """What is being done, in a few words."""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(round(undo_s * 1000))
        self._forget.timeout.connect(self.forget)

    def look_into(self, pack: str) -> None:
        """See what is in a pack; `previewed` follows, or why there is nothing to take in."""
        self._pack = Path(pack)
        self._begin(f"Looking into {self._pack.name}…")
        self._bridge.when_done(self._services.shelf.preview(self._pack), self._on_preview, self._on_failed)

    def take_in(self, pack: Path, ways: Mapping[str, OnClash]) -> None:
        """Import what was previewed; `ways` by id, for those that clash."""
        self._pack = pack
        self._begin(f"Importing {pack.name}…")
        self._bridge.when_done(self._services.shelf.take_in(pack, ways), self._on_imported, self._on_failed)

    def export(self, ids: Sequence[str], target: Path) -> None:
        """Write these scenarios into a pack."""
        self._target, self._asked = target, len(ids)
        self._begin(f"Exporting to {self._target.name}…")
        self._bridge.when_done(
            self._services.shelf.give_away(ids, self._target), self._on_exported, self._on_failed
        )

    def remove(self, ids: Sequence[str]) -> None:
        """Remove own scenarios."""
        on = self._services.calls.running()
        if on and on.scenario_id in ids:
            self._tell(_IN_CALL)
            return
        titles = {one.id: one.title for one in self._services.scenarios}
        self._removed = [titles[name] for name in ids]
        self._begin("Removing…")
        self._bridge.when_done(self._services.shelf.remove(ids), self._on_removed, self._on_failed)

    @Slot()
    def undo(self) -> None:
        """Take the last import or removal back, while that is offered."""
        if self.can_undo:
            self._begin("Undoing…")
            self.can_undo = False
            self._bridge.when_done(self._services.shelf.put_back(), self._on_undone, self._on_failed)

    @Slot()
    def forget(self) -> None:
        """What was said is over, and with it the undo."""
        self._tell("")

    # ------------------------------------------------------------------ how it ends

    def _on_preview(self, arriving: tuple[Arriving, ...]) -> None:
        if all(one.state == "same" for one in arriving):
            self._tell(nothing_new_words(self._pack.name, len(arriving)))
        else:
            self._tell("")
            self.previewed.emit(self._pack, arriving)

    def _on_imported(self, done: Imported) -> None:
        came = (*done.added, *done.replaced)
        self._removed = []
        self._tell(imported_words(done), undo=bool(came))
        if came:
            self.came.emit(came[0])

    def _on_exported(self, ids: tuple[str, ...]) -> None:
        self._tell(exported_words(self._asked, len(ids), self._target.name))

    def _on_removed(self, unfollowing: tuple[str, ...]) -> None:
        titles = {one.id: one.title for one in self._services.scenarios}
        self._tell(removed_words(self._removed, [titles[name] for name in unfollowing]), undo=True)
        self._forget.start()

    def _on_undone(self, ids: tuple[str, ...]) -> None:
        self._tell(undone_words(self._removed, len(ids)))
        here = {one.id for one in self._services.scenarios}
        back = [name for name in ids if name in here]
        if back:
            self.came.emit(back[0])

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self._tell(str(error))

    def _begin(self, words: str) -> None:
        self._begun = words
        self._slow.start()

    @Slot()
    def _tell_begun(self) -> None:
        self._tell(self._begun)

    def _tell(self, sentence: str, *, undo: bool = False) -> None:
        self._slow.stop()
        self._forget.stop()
        self.can_undo = undo
        self.told.emit(sentence, UNDO if undo else "")
