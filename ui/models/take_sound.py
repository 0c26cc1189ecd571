"""The samples of one turn on their way to the strip."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trainer.errors import AudioChanged, WorldError


class TakeSound(QObject):
    """Remembers which turn it waits for.

    Signals:
        loaded: the turn and its samples (16 kHz mono int16, little endian).
        missing: there is no such recording any more; whether there is another one in its place.
    """

    loaded = Signal(int, bytes)
    missing = Signal(bool)

    def __init__(self, turn: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turn = turn

    def deliver(self, pcm: bytes) -> None:
        """They are here."""
        self.loaded.emit(self._turn, pcm)

    def fail(self, error: Exception) -> None:
        """They cannot be had; anything but the world's fault is our bug and is raised."""
        if not isinstance(error, WorldError):
            raise error
        self.missing.emit(isinstance(error, AudioChanged))
