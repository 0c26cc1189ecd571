"""SIGTERM, as a system that shuts down sends it, ends the program as closing the window does."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot


class EndSignal(QObject):
    """Calls `end` on the GUI thread when the signal comes. POSIX only; Windows closes windows itself.

    Python sees a signal only between two of its own steps, and Qt's loop takes none while nothing happens: so
    the signal also writes to a socket that the loop watches.
    """

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self._end = end
        if sys.platform == "win32":
            return
        self._read, self._write = socket.socketpair()
        for each in (self._read, self._write):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._old_fd = signal.set_wakeup_fd(self._write.fileno())
        self._old = signal.signal(signal.SIGTERM, lambda *_: None)

    def close(self) -> None:
        """Leave signals as they were found."""
        if sys.platform == "win32":
            return
        signal.signal(signal.SIGTERM, self._old)
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    @Slot()
    def _on_signal(self) -> None:
        if signal.SIGTERM in self._read.recv(64):
            self._end()
