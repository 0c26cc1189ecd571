"""Deleting attempts in History: hidden at once, gone when their time has passed, brought back until then."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ui.bridge import Bridge
from ui.models.pending_deletion import PendingDeletion
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.notice import Notice


class DeletionControl(QObject):
    """Tells in `bar` what is being deleted, with the button that brings it back.

    Signals:
        changed: other attempts are listed now.
        brought_back: ids of attempts whose deletion was taken back; they are listed again soon.
    """

    changed = Signal()
    brought_back = Signal(list)

    def __init__(self, services: Services, bridge: Bridge, bar: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._bar = services, bridge, bar
        self.pending = PendingDeletion(parent=self)
        self.pending.changed.connect(self._tell)
        self.pending.due.connect(self._delete)
        bar.chosen.connect(self.undo)

    def hold(self, attempt_ids: list[str]) -> None:
        """Delete these, unless it is taken back in time."""
        self.pending.hold(attempt_ids)
        self._bridge.when_done(self._services.browsing.hide(attempt_ids), self._on_done)
        announce(self._bar, self._bar.text)

    @Slot()
    def undo(self) -> None:
        """Take it back, if there is something to take back."""
        held = list(self.pending.held)
        self.pending.undo()
        if held:
            self.brought_back.emit(held)
            self._bridge.when_done(self._services.browsing.show_again(held), self._on_done)

    @Slot()
    def _tell(self) -> None:
        held = self.pending.held
        takes = "1 take" if len(held) == 1 else f"{len(held):,} takes"
        self._bar.tell(f"{takes} deleted with the recording." if held else "", "Undo")

    @Slot(list)
    def _delete(self, attempt_ids: list[str]) -> None:
        self._bridge.when_done(self._services.review.delete(attempt_ids), self._on_done)

    def _on_done(self, _nothing: None) -> None:
        self.changed.emit()
