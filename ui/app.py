"""The composition root: everything the window needs, built in order and closed in reverse."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from trainer import events, log_file, paths
from trainer.errors import WorldError
from trainer.worker import Worker
from ui import screens, theme
from ui.bridge import Bridge
from ui.crash import Notice, Reporter
from ui.draft_offer import DraftOffer
from ui.end_signal import EndSignal
from ui.main_window import MainWindow
from ui.services import Services
from ui.single_instance import SingleInstance
from ui.start import Start

if TYPE_CHECKING:
    from trainer.audio import Sink
    from trainer.transcription.engines import EngineChoice
    from trainer.transcription.recogniser import ChildRecogniser

WELCOME_DONE = 4
"""`Settings.welcome_step` once all steps of Welcome are done."""
GIVE_WAY_S = 0.0005
"""So long a thread may compute before another one goes on.

Qt lets go of the interpreter at nearly each call and asks for it again. At Python's 5 ms a page that takes
20 ms to build took 180 ms beside a thread that computed; so it takes 70.
"""

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
    with ExitStack() as closing:
        try:
            return _stay(app, folder, closing, measure_start)
        except (WorldError, OSError) as error:
            _log.warning("cannot start: %s", type(error).__name__)
            theme.apply("system")
            Notice("Ringback cannot start.", str(error)).exec()
            return error.exit_status if isinstance(error, WorldError) else 1


def _stay(app: QApplication, folder: Path, closing: ExitStack, measure_start: bool) -> int:
    """Build everything, show the window, run; `closing` undoes it in reverse."""
    closing.callback(sys.setswitchinterval, sys.getswitchinterval())
    sys.setswitchinterval(GIVE_WAY_S)
    paths.make_private_dir(folder)
    instance = SingleInstance(folder)
    if not instance.first and instance.raise_first():
        return 0
    closing.callback(instance.close)
    log_file.start(folder)
    closing.callback(log_file.stop)
    qInstallMessageHandler(_log_qt)
    closing.callback(qInstallMessageHandler, None)
    reporter = Reporter()
    closing.callback(reporter.close)
    bridge = Bridge()
    start = Start(bridge, measure_start)
    closing.callback(start.deleteLater)  # after the worker, whose engine may tell it that it is ready
    worker = build_worker(folder, bridge.post, start.engine_ready.emit)
    closing.callback(worker.close)
    theme.apply(worker.settings.theme)
    window = open_window(worker, bridge)
    closing.callback(window.deleteLater)
    instance.raised.connect(window.come_forward)
    # A window in the tray is not the end, and neither is the last dialog that closes over it.
    app.setQuitOnLastWindowClosed(False)
    window.closed.connect(app.exit)
    end_signal = EndSignal(app.exit)
    closing.callback(end_signal.close)

    def stand_by() -> None:
        from ui.stand_by import StandBy  # only now: importing it would keep the window from opening

        closing.callback(StandBy(worker, bridge, window).close)

    start.usable.connect(stand_by)
    start.opened.connect(bridge.opened)
    draft = DraftOffer(worker, bridge, window.go)
    start.opened.connect(draft.ask)
    start.follow(window, worker)
    return app.exec()


def build_worker(
    folder: Path, emit: Callable[[events.CoreEvent], None], on_engine_ready: Callable[[], None]
) -> Worker:
    """The real services; `on_engine_ready` is called from another thread once the speech model is loaded.

    Raises:
        OSError: the data folder cannot be used.
    """

    def recogniser(choice: EngineChoice, sink: Sink) -> ChildRecogniser:
        # Imported with the rest of the machinery, after the first paint.
        from trainer.transcription import EngineReady
        from trainer.transcription.recogniser import ChildRecogniser

        def tell(item: object) -> None:
            if isinstance(item, EngineReady):
                on_engine_ready()
            sink(item)

        return ChildRecogniser(choice, tell)

    return Worker(folder, emit, make_recogniser=recogniser, own_later=True)


def open_window(services: Services, bridge: Bridge) -> MainWindow:
    """The window at its first screen: Welcome until it is done, then Today."""
    found = screens.find()
    window = MainWindow(services, bridge, found)
    begun = services.settings.welcome_step < WELCOME_DONE and "welcome" in found
    window.go("welcome" if begun else "today")
    window.show()
    return window


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.ERROR), "%s", message)
