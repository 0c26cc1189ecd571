"""The composition root: everything the window needs, built in order and closed in reverse."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from trainer import events, log_file, paths
from trainer.audio import Sink
from trainer.errors import WorldError
from trainer.transcription import EngineReady
from trainer.transcription.engines import EngineChoice
from trainer.transcription.recogniser import ChildRecogniser
from trainer.worker import Worker
from ui import screens, theme
from ui.bridge import Bridge
from ui.crash import Notice, Reporter
from ui.main_window import MainWindow
from ui.single_instance import SingleInstance
from ui.start_clock import age_s

WELCOME_DONE = 4
"""`Settings.welcome_step` once all steps of Welcome are done."""

_log = logging.getLogger(__name__)
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def run(data_dir: Path | None, measure_start: bool = False) -> int:
    """Open the window and stay until it is closed; returns the process's exit status.

    `data_dir` None: the usual place. With `measure_start` it closes as soon as its first screen is painted
    and answers input and the recogniser is ready (if there is one), and prints both times as one JSON
    object: `usable_ms` and `recogniser_ready_ms` (null without an engine), from the process's start.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Ringback")
    folder = paths.data_dir(data_dir)
    theme.apply("system")
    with ExitStack() as closing:
        try:
            return _stay(app, folder, closing, measure_start)
        except (WorldError, OSError) as error:
            _log.warning("cannot start: %s", type(error).__name__)
            Notice("Ringback cannot start.", str(error)).exec()
            return error.exit_status if isinstance(error, WorldError) else 1


def _stay(app: QApplication, folder: Path, closing: ExitStack, measure_start: bool) -> int:
    """Build everything, show the window, run; `closing` undoes it in reverse."""
    paths.make_private_dir(folder)
    instance = SingleInstance(folder)
    if not instance.first:
        return 0 if instance.raise_first() else 1
    closing.callback(instance.close)
    log_file.start(folder)
    closing.callback(log_file.stop)
    qInstallMessageHandler(_log_qt)
    closing.callback(qInstallMessageHandler, None)
    reporter = Reporter(version("ringback"))
    closing.callback(reporter.close)
    bridge, start = Bridge(), Start()
    worker = build_worker(folder, bridge.post, start.engine_ready.emit)
    closing.callback(worker.close)
    theme.apply(worker.settings.theme)
    window = open_window(worker, bridge)
    closing.callback(window.deleteLater)
    instance.raised.connect(window.come_forward)
    window.first_painted.connect(start.window_usable)
    start.usable.connect(worker.warm)
    start.usable.connect(worker.recover)
    if measure_start:
        start.expect(has_engine=worker.models.engine_in_force() is not None)
        start.measured.connect(window.close)
    return app.exec()


def build_worker(
    folder: Path, emit: Callable[[events.CoreEvent], None], on_engine_ready: Callable[[], None]
) -> Worker:
    """The real services; `on_engine_ready` may be called from any thread.

    Raises:
        WorldError: the data folder's history or guides cannot be used.
        OSError: the folder cannot be written.
    """

    def recogniser(choice: EngineChoice, sink: Sink) -> ChildRecogniser:
        def tell(item: object) -> None:
            if isinstance(item, EngineReady):
                on_engine_ready()
            sink(item)

        return ChildRecogniser(choice, tell)

    return Worker(folder, emit, make_recogniser=recogniser)


def open_window(worker: Worker, bridge: Bridge) -> MainWindow:
    """The window at its first screen: Welcome until it is done, then Today."""
    found = screens.find()
    window = MainWindow(worker, bridge, found)
    begun = worker.settings.welcome_step < WELCOME_DONE and "welcome" in found
    window.go("welcome" if begun else "today")
    window.show()
    for notice in worker.notices:
        window.tell(notice)
    return window


class Start(QObject):
    """Watches the start, and measures it where that is wanted.

    Signals:
        engine_ready: emitted from any thread.
        usable: the first screen has been painted and the event loop is answering.
        measured: both times are known and printed.
    """

    engine_ready = Signal()
    usable = Signal()
    measured = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._times: dict[str, float | None] = {}
        self._wanted: set[str] = set()
        self.engine_ready.connect(self._on_engine_ready)

    def expect(self, *, has_engine: bool) -> None:
        """Print the times once they are known; without an engine only the window's is waited for."""
        self._wanted = {"usable_ms", "recogniser_ready_ms"}
        if not has_engine:
            self._note("recogniser_ready_ms", None)

    @Slot()
    def window_usable(self) -> None:
        """The first paint has begun; the turn of the event loop after it can answer input."""
        QTimer.singleShot(0, self._on_usable)

    @Slot()
    def _on_usable(self) -> None:
        self._note("usable_ms", age_s())
        self.usable.emit()

    @Slot()
    def _on_engine_ready(self) -> None:
        self._note("recogniser_ready_ms", age_s())

    def _note(self, name: str, seconds: float | None) -> None:
        self._times.setdefault(name, None if seconds is None else round(seconds * 1000, 1))
        if self._wanted and self._wanted <= set(self._times):
            self._wanted = set()
            sys.stdout.write(json.dumps(self._times) + "\n")
            sys.stdout.flush()
            self.measured.emit()


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.ERROR), "%s", message)
