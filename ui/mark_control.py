"""Keeps what the user marks on a take of History."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ui.bridge import Bridge
from ui.services import Services
from ui.widgets.attempt_marks import AttemptMarks


class MarkControl(QObject):
    """Signals:
    kept: a mark has been kept; the list should show it.
    """

    kept = Signal()

    def __init__(self, services: Services, bridge: Bridge, marks: AttemptMarks, parent: QObject) -> None:
        super().__init__(parent)
        self._browsing, self._bridge = services.browsing, bridge
        marks.favourite_set.connect(self._set_favourite)
        marks.note_set.connect(self._set_note)
        marks.tags_set.connect(self._set_tags)

    @Slot(str, bool)
    def _set_favourite(self, attempt_id: str, favourite: bool) -> None:
        self._bridge.when_done(self._browsing.set_favourite(attempt_id, favourite), self._on_marked)

    @Slot(str, str)
    def _set_note(self, attempt_id: str, note: str) -> None:
        self._bridge.when_done(self._browsing.set_note(attempt_id, note), self._on_marked)

    @Slot(str, list)
    def _set_tags(self, attempt_id: str, tags: list[str]) -> None:
        self._bridge.when_done(self._browsing.set_tags(attempt_id, tags), self._on_marked)

    def _on_marked(self, _nothing: None) -> None:
        self.kept.emit()
