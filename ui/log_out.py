"""The end of a desktop session: the window closes when asked, and is not opened again by the next session."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

_LASTS_S = 60.0
"""A log-out that has not ended the program by then was called off; nobody tells programs so."""


class LogOut(QObject):
    """Follows what the session manager says to the application.

    It first announces the end (`QGuiApplication.commitDataRequest`), then asks all windows to close; by then
    Qt's own `isSavingSession` is false again.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds that only rise."""
        super().__init__()
        self._clock = clock
        self._announced_s: float | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(self._on_end)
        app.saveStateRequest.connect(self.never_restart)

    @property
    def under_way(self) -> bool:
        """Whether the session is ending."""
        return self._announced_s is not None and self._clock() - self._announced_s < _LASTS_S

    @Slot("QSessionManager&")
    def never_restart(self, manager: QSessionManager) -> None:
        """Do not let the next session start it, which it would with arguments of its own making."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)

    @Slot()
    def _on_end(self) -> None:
        self._announced_s = self._clock()
