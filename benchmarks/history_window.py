"""How long the window takes to show History and one take, and the longest time that it does not answer.

python benchmarks/history_window.py DATA_DIR      (a data set of half_a_year.py or history.py --keep)

The real window over the real store, without a display (QT_QPA_PLATFORM=offscreen): from asking for the page
until its lines are painted, when what the page before had asked of the store is answered. "Longest stall" is
the longest gap between two turns of the event loop while somebody types a search and scrolls.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.machine import facts, print_table
from trainer.records import AttemptFilter, Seller
from trainer.worker import Worker
from ui import screens, theme
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.feedback import FeedbackScreen
from ui.screens.history import HistoryScreen

RUNS = 7
LIMIT_S = 30.0


class Stalls:
    """The longest time between two turns of the event loop, in milliseconds."""

    def __init__(self) -> None:
        self.worst_ms, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.worst_ms, self._last = max(self.worst_ms, 1000 * (now - self._last)), now


def until(holds: Callable[[], bool]) -> float:
    """Milliseconds until `holds`, with the window answering meanwhile."""
    begun = time.perf_counter()
    while not holds():
        QApplication.processEvents()
        if time.perf_counter() - begun > LIMIT_S:
            raise TimeoutError(f"nothing after {LIMIT_S:.0f} s")
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)


def told(times: list[float]) -> str:
    return f"{statistics.median(times):.0f} ms ({min(times):.0f} to {max(times):.0f})"


def measure(data_dir: Path) -> dict[str, str]:
    bridge = Bridge()
    worker = Worker(data_dir, bridge.post)
    worker.settings = dataclasses.replace(
        worker.settings, profile=Seller(id="me", name="Sam Reyes"), welcome_step=4
    )
    worker.open()
    window = MainWindow(worker, bridge, screens.find())
    window.resize(1280, 800)
    window.show()
    until(window.isVisible)
    figures = {"History, the first time": f"{_open_history(window, worker):.0f} ms"}
    figures["History, again"] = told([_open_history(window, worker) for _ in range(RUNS)])
    history = window.screen_shown()
    assert isinstance(history, HistoryScreen)
    ids = [row.id for row in history.table.shown if row.state == "judged"][:RUNS]
    figures["a take, the first time"] = f"{_open_take(window, ids[0]):.0f} ms"
    figures["a take, others"] = told([_open_take(window, one) for one in ids])
    _open_history(window, worker)
    figures["longest stall while searching and scrolling"] = f"{_stall(history):.0f} ms"
    window.close()
    worker.close()
    return figures


def _open_history(window: MainWindow, worker: Worker) -> float:
    window.go("today")
    for _ in range(2):  # an answer may lead the page to ask once more
        until(worker.browsing.count(AttemptFilter()).done)
    begun = time.perf_counter()
    window.go("history")
    history = window.screen_shown()
    assert isinstance(history, HistoryScreen)
    history.table.put([])
    until(lambda: bool(history.table.shown))
    history.view.viewport().repaint()
    return 1000 * (time.perf_counter() - begun)


def _open_take(window: MainWindow, attempt_id: str) -> float:
    begun = time.perf_counter()
    window.go("feedback", attempt_id)
    screen = window.screen_shown()
    assert isinstance(screen, FeedbackScreen)
    until(lambda: screen.attempt is not None and screen.attempt.id == attempt_id)
    window.repaint()
    return 1000 * (time.perf_counter() - begun)


def _stall(history: HistoryScreen) -> float:
    stalls = Stalls()
    for letter in "number again":
        QTest.keyClicks(history.filters.search, letter)
        QTest.qWait(60)
    QTest.qWait(500)
    history.filters.clear()
    for _ in range(20):
        history.view.scrollToBottom()
        QTest.qWait(50)
    return stalls.worst_ms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data_dir", type=Path)
    args = parser.parse_args()
    app = QApplication([])
    theme.apply("light")
    print_table("Machine", facts())
    print_table(f"History of {args.data_dir}", measure(args.data_dir))
    app.quit()


if __name__ == "__main__":
    main()
