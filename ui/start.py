"""What happens once the window is seen: the services are built behind it, and the start may be measured."""

from __future__ import annotations

import gc
import json
import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from trainer.errors import WorldError
from ui.ahead import Ahead
from ui.bridge import Bridge
from ui.crash import Notice
from ui.main_window import MainWindow
from ui.start_clock import age_s

if TYPE_CHECKING:
    from trainer.worker import Worker

_log = logging.getLogger(__name__)


class Start(QObject):
    """Follows one start to its end.

    Signals:
        engine_ready: the recogniser has loaded its model; emitted from any thread.
        usable: the window is painted and answers; nothing is open behind it yet.
        opened: the services are there.
    """

    engine_ready = Signal()
    usable = Signal()
    opened = Signal()

    def __init__(self, bridge: Bridge, measure: bool) -> None:
        """With `measure`, the times are printed once they are known, and the window closes."""
        super().__init__()
        self._bridge, self._measure = bridge, measure
        self._times: dict[str, float | None] = {}
        self.engine_ready.connect(self._on_engine_ready)

    def follow(self, window: MainWindow, worker: Worker) -> None:
        """From the first paint of `window` on."""
        self._window, self._worker = window, worker
        window.first_painted.connect(self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        # The turn of the event loop after the first paint is the first that can answer input.
        QTimer.singleShot(0, self._on_usable)

    @Slot()
    def _on_usable(self) -> None:
        self._note("usable_ms", age_s())
        gc.freeze()  # what is here by now stays, and need not be looked through
        gc.enable()
        self.usable.emit()
        self._bridge.when_done(self._worker.open_in_background(), self._on_open, self._on_failure)

    def _on_open(self, engine: str | None) -> None:
        self.opened.emit()
        for notice in self._worker.notices:
            self._window.tell(notice)
        ahead = Ahead(self._window.build, self._window.places, self._window)
        ahead.finished.connect(self._worker.rehearse_in_background)
        ahead.start()
        if engine is None:
            self._note("recogniser_ready_ms", None)

    def _on_failure(self, error: Exception) -> None:
        """Without services there is nothing to practise with: say why, then end with the error's status."""
        if not isinstance(error, WorldError | OSError):
            raise error
        _log.warning("cannot start: %s", type(error).__name__)
        self._status = error.exit_status if isinstance(error, WorldError) else 1
        self._notice = Notice("Ringback cannot start.", str(error), parent=self._window)
        self._notice.finished.connect(self._give_up)
        self._notice.open()

    @Slot()
    def _give_up(self) -> None:
        QCoreApplication.exit(self._status)

    @Slot()
    def _on_engine_ready(self) -> None:
        self._note("recogniser_ready_ms", age_s())

    def _note(self, name: str, seconds: float | None) -> None:
        self._times.setdefault(name, None if seconds is None else round(seconds * 1000, 1))
        if self._measure and len(self._times) == 2:
            self._measure = False
            sys.stdout.write(json.dumps(self._times) + "\n")
            sys.stdout.flush()
            self._window.close()
