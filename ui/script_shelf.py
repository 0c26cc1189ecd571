"""The scripts that there are: listed, begun, copied, renamed, deleted with a while to undo it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from trainer.errors import WorldError
from trainer.records import Person, Script, ScriptKind
from trainer.scripts.pace import Pace
from ui.bridge import Bridge
from ui.models.pending_deletion import PendingDeletion
from ui.script_services import Scripts


class ScriptShelf(QObject):
    """Signals:
    listed: all scripts are here, or others than before; the id of the one to show, "" for any.
    changed: one `Script` says something else, or is called something else.
    deletion: how the deletion stands: the `Script` that can still be brought back, or None.
    refused: why something could not be done.
    """

    listed = Signal(str)
    changed = Signal(object)
    deletion = Signal(object)
    refused = Signal(str)

    def __init__(self, scripts: Scripts, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts, self._bridge = scripts, bridge
        self.all: list[Script] = []
        self.pace = Pace()
        self._wanted, self._deleted = "", dict[str, Script]()
        self.pending = PendingDeletion(parent=self)
        self.pending.due.connect(self._delete_now)
        self.pending.changed.connect(self._on_pending)

    def renew(self, wanted: str = "") -> None:
        """Look again; `wanted`: the id of the script to show then."""
        self._wanted = wanted
        self._bridge.when_done(self._scripts.pace(), self._on_pace, self._on_failed)

    def script(self, script_id: str) -> Script | None:
        """The script with this id, as it is kept."""
        return next((one for one in self.all if one.id == script_id), None)

    def put(self, script: Script) -> None:
        """This is how it is kept now."""
        self.all = [script if one.id == script.id else one for one in self.all]
        self.changed.emit(script)

    def begin(self, kind: ScriptKind, prospect: Person | None) -> None:
        """A new, empty one."""
        self._bridge.when_done(self._scripts.new(kind, prospect), self._on_new, self._on_failed)

    def duplicate(self, script_id: str) -> None:
        """The same again."""
        self._bridge.when_done(self._scripts.duplicate(script_id), self._on_new, self._on_failed)

    def rename(self, script_id: str, name: str) -> None:
        """Call it something else."""
        self._bridge.when_done(self._scripts.rename(script_id, name), self.put, self._on_failed)

    def delete(self, script: Script) -> None:
        """Take it out of the list; it goes for good when the time to undo has passed."""
        self._deleted[script.id] = script
        self.pending.hold([script.id])
        place = self.all.index(script)
        self.all.remove(script)
        self._bridge.when_done(self._scripts.hide([script.id]), self._on_done, self._on_failed)
        near = self.all[min(place, len(self.all) - 1)].id if self.all else ""
        self.listed.emit(near)

    @Slot()
    def undo(self) -> None:
        """Bring back what was deleted last."""
        held = list(self.pending.held)
        self.pending.undo()
        if held:
            self._wanted = held[0]
            self._bridge.when_done(self._scripts.show_again(held), self._on_back, self._on_failed)

    @Slot(list)
    def _delete_now(self, script_ids: list[str]) -> None:
        self._bridge.when_done(self._scripts.delete(script_ids), self._on_done, self._on_failed)

    @Slot()
    def _on_pending(self) -> None:
        held = self.pending.held
        self.deletion.emit(self._deleted.get(held[0]) if held else None)

    def _on_pace(self, pace: Pace) -> None:
        self.pace = pace
        self._bridge.when_done(self._scripts.all(), self._on_all, self._on_failed)

    def _on_all(self, scripts: list[Script]) -> None:
        self.all = scripts
        self.listed.emit(self._wanted)

    def _on_new(self, script: Script) -> None:
        self.renew(script.id)

    def _on_back(self, _nothing: None) -> None:
        self.renew(self._wanted)

    def _on_done(self, _nothing: None) -> None:
        pass

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self.refused.emit(str(error))
