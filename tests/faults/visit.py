"""One visit to the real window: it is brought into a state, waits for a word, ends in one way.

    python -m tests.faults.visit DATA_DIR STATE

Prints "reached" once it is in STATE, or what kept it from there; then a line on its standard input says how
to end: "close" as the close button does, "log out" as a session manager does. A thread that outlives the
window is told on standard error, and so is what another thread than the window's has imported of it.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from tests.ui.importing import OtherThreads
from trainer import events
from ui import app
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.services import Services

VOICEMAIL, CALL_BACK = "voicemail-cold-recruitment", "callback-hurried-logistics"
"""Of all that ship, this mailbox has the shortest greeting."""
STATES = ("idle", "ringing", "in call", "recording", "hearing", "feedback")
SPOKEN_S = 4.0
"""So long the reply is when it is heard; somebody speaks all the while."""


class Visit(QObject):
    """Leads the window into `state`."""

    _word = Signal(str)

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state, self._told = state, False
        self._word.connect(self._on_word)
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        self._word.emit(sys.stdin.readline().strip())

    def left(self) -> list[str]:
        """Threads that should have ended with the window; who is just ending has a second more."""
        expected = (threading.main_thread(), self._listener)
        others = [thread for thread in threading.enumerate() if thread not in expected]
        for thread in others:
            thread.join(1)
        return [thread.name for thread in others if thread.is_alive()]

    def open_window(self, services: Services, bridge: Bridge) -> MainWindow:
        """As the program opens it."""
        self._services, self._window = services, _open_window(services, bridge)
        bridge.opened.connect(self._on_opened)
        bridge.core_event.connect(self._on_event)
        return self._window

    @Slot()
    def _on_opened(self) -> None:
        if self._state == "idle":
            self._reach()
        else:
            self._window.go("call", CALL_BACK if self._state == "ringing" else VOICEMAIL)

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        match self._state, event:
            case (
                ("ringing", events.Ringing())
                | ("in call", events.LineStarted())
                | ("recording", events.TimeSpent())
                | ("hearing", events.BeingHeard())
            ):
                self._reach()
            case "hearing" | "feedback", events.TimeSpent(seconds=seconds) if seconds > SPOKEN_S:
                self._services.calls.hang_up()
            case "feedback", events.AttemptJudged():
                QTimer.singleShot(0, self, self._reach)  # once the page has it
            case _, events.Trouble(message=message) | events.AttemptWaiting(message=message):
                self._tell(message)

    @Slot()
    def _reach(self) -> None:
        self._tell("reached")

    def _tell(self, word: str) -> None:
        if not self._told:
            self._told = True
            print(word, flush=True)

    @Slot(str)
    def _on_word(self, word: str) -> None:
        if word == "close":
            self._window.close()
        elif word == "log out":  # what Qt does: the manager's announcement, then its request to quit
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.commitDataRequest.emit(None)
            QCoreApplication.sendEvent(application, QEvent(QEvent.Type.Quit))


_open_window = app.open_window


def main() -> int:
    """The program's own status."""
    others = OtherThreads.watched()
    visit = Visit(sys.argv[2])
    app.open_window = visit.open_window
    status = app.run(Path(sys.argv[1]))
    if left := visit.left():
        print("threads left:", ", ".join(left), file=sys.stderr)
    if others.imported:
        print("imported elsewhere:", ", ".join(others.imported), file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
