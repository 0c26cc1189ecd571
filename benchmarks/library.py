"""How long the library takes to read, and how the Scenarios page does with thousands of own scenarios.

    python benchmarks/library.py [--own 5000] [--runs 7]

What ships is read in a process of its own each time, as a start does: with nothing kept from an earlier
start, then with it. Own scenarios are made from the shipped ones into a temporary data folder; the real
window over them opens Scenarios, somebody types a search and scrolls (no display: QT_QPA_PLATFORM=offscreen).
"Longest stall" is the longest gap between two turns of the event loop; beside it, what the window's own
thread worked in its longest turn, which other programs on the machine do not stretch.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import tomli_w  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from benchmarks.history_window import until  # noqa: E402
from benchmarks.machine import facts, print_table  # noqa: E402
from trainer.paths import SCENARIOS  # noqa: E402
from trainer.records import Seller  # noqa: E402
from trainer.worker import Worker  # noqa: E402
from ui import app as program  # noqa: E402
from ui import screens, theme  # noqa: E402
from ui.ahead import Ahead  # noqa: E402
from ui.bridge import Bridge  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.screens.scenarios import ScenariosScreen  # noqa: E402

READ = """
import json, sys, time
from pathlib import Path
from trainer.own_scenarios import library_of
wall, cpu = time.perf_counter(), time.process_time()
library = library_of(Path(sys.argv[1]))
times = [1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)]
print(json.dumps([len(library.scenarios), len(library.broken), *times]))
"""
SETTLES_S = 2.1
"""So long after files have changed they are parsed once more (`trainer.parsed_files.SETTLED_NS`)."""
TYPED = "roof repair 17"


class Turns:
    """The longest turn of the event loop since it was made, in milliseconds: by the clock, and worked."""

    def __init__(self) -> None:
        self.stall_ms = self.worked_ms = 0.0
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.stall_ms = max(self.stall_ms, 1000 * (now[0] - self._last[0]))
        self.worked_ms = max(self.worked_ms, 1000 * (now[1] - self._last[1]))
        self._last = now

    def __str__(self) -> str:
        return f"{self.stall_ms:.0f} ms ({self.worked_ms:.0f} ms worked)"


def read(data_dir: Path) -> tuple[int, float, float]:
    """(scenarios, processor milliseconds, milliseconds) of reading the library in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(data_dir)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    scenarios, broken, cpu_ms, ms = json.loads(done.stdout)
    assert not broken
    return scenarios, cpu_ms, ms


def told(reads: list[tuple[int, float, float]]) -> str:
    cpu = [one[1] for one in reads]
    return (
        f"{statistics.median(cpu):.0f} ms ({min(cpu):.0f} to {max(cpu):.0f}), "
        f"{statistics.median(one[2] for one in reads):.0f} ms by the clock"
    )


def cold_and_warm(data_dir: Path, runs: int, cold_runs: int) -> dict[str, str]:
    cold, cache = [], data_dir / "cache"
    for _ in range(cold_runs):
        for kept in cache.glob("*"):
            kept.unlink()
        cold.append(read(data_dir))
    time.sleep(SETTLES_S)
    for kept in cache.glob("*"):
        kept.touch()
    return {
        "scenarios": str(cold[0][0]),
        "processor time, nothing kept": told(cold),
        "processor time, kept from an earlier start": told([read(data_dir) for _ in range(runs)]),
    }


def make_own(data_dir: Path, number: int) -> None:
    """So many scenarios, copies of what ships with names and titles of their own."""
    folder = data_dir / "scenarios"
    folder.mkdir(parents=True)
    shipped = [tomllib.loads(path.read_text("utf-8")) for path in sorted(SCENARIOS.glob("*.toml"))]
    for each in range(number):
        one = dict(shipped[each % len(shipped)])
        one["id"], one["title"] = f"own-{each:05}", f"{one['title']} {each}"
        (folder / f"{one['id']}.toml").write_text(tomli_w.dumps(one), "utf-8")


def measure_window(data_dir: Path, number: int) -> dict[str, str]:
    """The real window over these own scenarios, from its first painting on."""
    bridge = Bridge()
    worker = Worker(data_dir, bridge.post, own_later=True)
    worker.settings = dataclasses.replace(
        worker.settings, profile=Seller(id="me", name="Sam Reyes"), welcome_step=4
    )
    window = MainWindow(worker, bridge, screens.find())
    window.resize(1280, 800)
    window.go("today")
    window.show()
    until(window.isVisible)
    behind, opened = Turns(), worker.open_in_background()
    figures = {
        "all of them read, behind the window": f"{until(lambda: len(worker.scenarios) >= number):.0f} ms",
        "longest stall meanwhile": "",
    }
    until(opened.done)
    ahead = Ahead(window.build, window.places, window)
    ahead.finished.connect(worker.rehearse_in_background)
    ahead.start()
    QTest.qWait(3000)
    figures["longest stall meanwhile"] = str(behind)
    figures |= _measure_page(window)
    window.close()
    worker.close()
    return figures


def _measure_page(window: MainWindow) -> dict[str, str]:
    figures = {}
    for visit in ("the first time", "again"):
        begun, turns = time.perf_counter(), Turns()
        window.go("scenarios")
        window.repaint()
        figures[f"Scenarios opens, {visit}"] = f"{1000 * (time.perf_counter() - begun):.0f} ms"
        QTest.qWait(1000)
        figures[f"longest stall, {visit}"] = str(turns)
        page = window.screen_shown()
        assert isinstance(page, ScenariosScreen)
        figures |= _use(page) if visit == "again" else {}
        window.go("today")
        QTest.qWait(500)
    return figures


def _use(page: ScenariosScreen) -> dict[str, str]:
    def stall_of(do: Callable[[], None]) -> str:
        turns = Turns()
        do()
        QTest.qWait(500)
        return str(turns)

    def type_words() -> None:
        for letter in TYPED:
            QTest.keyClicks(page.filters.search, letter)
            QTest.qWait(60)

    def scroll() -> None:
        for place in range(20):
            bar = page.grid.verticalScrollBar()
            bar.setValue(bar.maximum() * place // 20)
            QTest.qWait(30)

    figures = {
        f'longest stall while "{TYPED}" is typed': stall_of(type_words),
        "longest stall while it is given up": stall_of(page.filters.search.clear),
        "longest stall while scrolling": stall_of(scroll),
    }
    assert len(page.cards.shown) == len(page.cards.all_cards)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--own", type=int, default=5000, help="how many own scenarios")
    parser.add_argument("--runs", type=int, default=7)
    args = parser.parse_args()
    app = QApplication([])
    theme.apply("light")
    sys.setswitchinterval(program.GIVE_WAY_S)
    with tempfile.TemporaryDirectory() as folder:
        ships, own = Path(folder, "ships"), Path(folder, "own")
        ships.mkdir()
        make_own(own, args.own)
        print_table("Machine", facts())
        print_table("What ships", cold_and_warm(ships, args.runs, args.runs))
        print_table(f"With {args.own} own scenarios", cold_and_warm(own, 3, 1))
        print_table("Their page in the window", measure_window(own, args.own))
    app.quit()


if __name__ == "__main__":
    main()
