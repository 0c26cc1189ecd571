"""Tells in the message bar how the writing of one file went."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.documents import show_folder


class Saving(QObject):
    """One file of several that may be under way; lives on `page` until it is told of."""

    def __init__(
        self, bridge: Bridge, target: Path, written: Future[None], done: str, failed: str, page: QObject
    ) -> None:
        """`done` is told with the file's {name}, `failed` with its {name} or {path} and {why}."""
        super().__init__(page)
        self._bridge, self._target, self._done, self._failed = bridge, target, done, failed
        bridge.when_done(written, self._on_written, self._on_failed)

    def _on_written(self, _nothing: None) -> None:
        show = partial(show_folder, self._target.parent, self._bridge)
        self._bridge.offered.emit(self._done.format(name=self._target.name), "Show the folder", show)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self.deleteLater()
        if not isinstance(error, WorldError | OSError):
            raise error
        why = (error.strerror if isinstance(error, OSError) else None) or error
        self._bridge.trouble.emit(self._failed.format(name=self._target.name, path=self._target, why=why))
