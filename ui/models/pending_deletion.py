"""Deletions that can still be taken back: nothing is deleted before its time has passed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

UNDO_S = 10.0
"""Seconds during which a deletion can be taken back."""


class PendingDeletion(QObject):
    """Holds one deletion at a time; another one, the end of its time or of the program lets it happen.

    Signals:
        due: ids of attempts that are to be deleted now.
        changed: what is held is different.
    """

    due = Signal(list)
    changed = Signal()

    def __init__(self, undo_s: float = UNDO_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(undo_s * 1000))
        self._timer.timeout.connect(self.happen)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.happen)

    @property
    def held(self) -> tuple[str, ...]:
        """Ids of the attempts that are as good as deleted."""
        return self._held

    def hold(self, attempt_ids: Iterable[str]) -> None:
        """Delete these when the time has passed; what was held before is deleted now."""
        self.happen()
        self._held = tuple(attempt_ids)
        self._timer.start()
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take it back."""
        self._let_go()

    @Slot()
    def happen(self) -> None:
        """Delete now what is held."""
        if self._held:
            self.due.emit(list(self._held))
            self._let_go()

    def _let_go(self) -> None:
        self._timer.stop()
        self._held = ()
        self.changed.emit()
