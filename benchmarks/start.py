"""How long until the window can be used, beside a bare PySide6 window on the same screen?

    python benchmarks/start.py [--runs 9]

Both are measured from the process's start, as the kernel recorded it, to the first turn of the event loop
after the first paint; bare and ours take turns, so that a machine busy with other things slows both. The
screen is a private one (Xvfb with a window manager). Linux only.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from machine import facts, print_table  # noqa: E402
from screen import screen  # noqa: E402

from trainer.settings import Settings, save  # noqa: E402

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, usable)

def usable():
    with open("/proc/self/stat") as stat:
        started_s = int(stat.read().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
    print(1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - started_s))
    app.quit()

app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
WELCOME_DONE = 4
TARGET = 3.0
"""How many times the bare window's time ours may take."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with screen() as env, tempfile.TemporaryDirectory() as folder:
        used = Path(folder, "used")
        save(used, Settings(welcome_step=WELCOME_DONE))
        ours(used, env), bare(env)  # so that files are in memory and code is compiled
        rounds = [(bare(env), ours(used, env), ours(Path(folder, f"fresh-{n}"), env)) for n in range(runs)]
    print_table("Machine", facts())
    report(rounds)


def bare(env: Mapping[str, str]) -> float:
    """Milliseconds from process start until a plain window can be used."""
    return float(run([sys.executable, "-c", BARE], env))


def ours(data: Path, env: Mapping[str, str]) -> dict[str, float]:
    """What `ringback --measure-start` says with this data folder."""
    command = [sys.executable, "-m", "trainer", "--measure-start", "--json", "--data-dir", str(data)]
    times: dict[str, float] = json.loads(run(command, env))
    return times


def run(command: list[str], env: Mapping[str, str]) -> str:
    return subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def report(rounds: list[tuple[float, dict[str, float], dict[str, float]]]) -> None:
    bares = [bare_ms for bare_ms, _, _ in rounds]
    base = statistics.median(bares)
    rows = {"bare window usable": f"{base:.0f} ms ({min(bares):.0f} to {max(bares):.0f}), {len(bares)} runs"}
    for column, name in ((1, "Ringback usable, later starts (Today)"), (2, "first start (Welcome)")):
        ms = [each[column]["usable_ms"] for each in rounds]  # type: ignore[index]
        median = statistics.median(ms)
        rows[name] = f"{median:.0f} ms ({min(ms):.0f} to {max(ms):.0f})"
        ratio = statistics.median(own / bare_ms for own, bare_ms in zip(ms, bares, strict=True))
        rows[f"{name}, times the bare window"] = f"{ratio:.2f} (at most {TARGET:g} is wanted)"
    ready = [later["recogniser_ready_ms"] for _, later, _ in rounds if later["recogniser_ready_ms"]]
    if ready:
        rows["recogniser ready, behind the window"] = f"{statistics.median(ready):.0f} ms"
    print_table("Start", rows)


if __name__ == "__main__":
    main()
