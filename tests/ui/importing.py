"""Which thread imports what of the window. Qt's classes are made when they are named first, and with two
threads that name them the program has crashed; so only the window's own thread may.

    python -m tests.ui.importing DATA_DIR

Starts the real window, waits until it has imported all screens, visits those on its rail, closes it, and
prints what another thread imported, one a line.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

OF_THE_WINDOW = ("ui", "PySide6", "shiboken6")
STEP_MS = 50


class OtherThreads(MetaPathFinder):
    """Asked first for every module that is not there yet, from the thread that wants it; finds none."""

    def __init__(self) -> None:
        self.imported: list[str] = []
        """Modules of the window, with the thread that is not its own."""

    @classmethod
    def watched(cls) -> OtherThreads:
        """From now on, to the end of the process."""
        watcher = cls()
        sys.meta_path.insert(0, watcher)
        return watcher

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        thread = threading.current_thread()
        if fullname.partition(".")[0] in OF_THE_WINDOW and thread is not threading.main_thread():
            self.imported.append(f"{fullname} ({thread.name})")
        return None


def main() -> int:
    """The program's own status."""
    others = OtherThreads.watched()
    from PySide6.QtCore import QTimer

    from ui import app
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.services import Services

    def open_window(services: Services, bridge: Bridge) -> MainWindow:
        window = opened(services, bridge)
        rail = [name for name, place in window.places.items() if place.order is not None]

        def look_round() -> None:
            if not all(f"ui.screens.{name}" in sys.modules for name in window.places):
                return
            if rail:
                window.go(rail.pop())
            else:
                timer.stop()
                window.close()

        timer = QTimer(window, interval=STEP_MS)
        timer.timeout.connect(look_round)
        bridge.opened.connect(timer.start)
        return window

    opened, app.open_window = app.open_window, open_window
    status = app.run(Path(sys.argv[1]))
    print(*others.imported, sep="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
