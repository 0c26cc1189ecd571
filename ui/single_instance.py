"""One window per data folder: a second start raises the first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from trainer.errors import WorldError

LOCK_NAME = "window.lock"
_ANSWER_MS = 10_000
"""A first window answers when its loop runs; on a busy machine its start takes seconds."""
_BEGUN_MS = 1000
"""Within this a start that has the lock can be reached; who cannot be reached later is looked at closely."""
_AGAIN_MS = 100


class SingleInstance(QObject):
    """Whether this process is the first one for `folder`; `first` is renewed by `raise_first`.

    Signals:
        raised: another start wants this window to come forward.
    """

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A Unix socket's path is short by law (108 bytes), hence the digest.
        self._name = f"ringback-{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process is gone
        self._server: QLocalServer | None = None
        self.first = self._lock.tryLock(0)
        if self.first:
            self._listen()

    def raise_first(self) -> bool:
        """Ask the first window to come forward; False where there is none any more: this is the first now.

        The first may be closing just now, or its process be gone and the lock left.

        Raises:
            WorldError: it does not answer.
        """
        left = QDeadlineTimer(_ANSWER_MS)
        while not self.first:
            if self._answers(left.remainingTime()):
                return True
            if left.hasExpired():
                raise WorldError(
                    "Ringback is open already, but it does not answer.",
                    "Wait a moment. If it stays so, end it in your system's list of programs.",
                )
            if left.remainingTime() < _ANSWER_MS - _BEGUN_MS:
                # Qt takes a lock for one in use while any program has its number, or if this computer had
                # another name then. This looks at the file itself, and is refused while its process lives.
                self._lock.removeStaleLockFile()
            self.first = self._lock.tryLock(_AGAIN_MS)
        self._listen()
        return False

    def _answers(self, within_ms: int) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(within_ms) and socket.waitForReadyRead(within_ms)
        socket.abort()
        return answered

    def close(self) -> None:
        """Let another process be the first."""
        if self._server:
            self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # what a killed process left behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    @Slot()
    def _on_connection(self) -> None:
        assert self._server is not None
        while socket := self._server.nextPendingConnection():
            socket.write(b"1")
            socket.disconnected.connect(socket.deleteLater)
            self.raised.emit()
