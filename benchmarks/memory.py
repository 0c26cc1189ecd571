"""How much memory do the window and its recogniser need, and how much of it is the model's own?

    python benchmarks/memory.py [--engine embedded|korean|PATH]

Peak resident memory of both processes after two messages of 30 s left in the real window; beside it what a
process has that only loads the same model, less what it has before. Linux only.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from leave_messages import leave  # noqa: E402
from machine import facts, peak_mb, print_table, rss_mb  # noqa: E402
from recording import engine  # noqa: E402

MESSAGES, SECONDS = 2, 30.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--engine", default="embedded")
    name = parser.parse_args().engine
    with tempfile.TemporaryDirectory() as folder, leave(Path(folder), name, SECONDS, MESSAGES) as left:
        window, recogniser = left.messages[-1]["window"], left.messages[-1]["recogniser"]
    with get_context("spawn").Pool(1) as alone:
        loaded = alone.apply(of_the_model, [name])
    with get_context("spawn").Pool(1) as alone:
        bare = alone.apply(of_a_bare_window)
    model_dir = engine(name).model_dir
    files = sum(file.stat().st_size for file in model_dir.rglob("*") if file.is_file())
    print_table("Machine", facts())
    print_table(
        "Memory",
        {
            "engine": name,
            "window, peak": f"{window:.0f} MB (a bare PySide6 window: {bare:.0f} MB)",
            "recogniser's process, peak": f"{recogniser:.0f} MB",
            "of that the loaded model": f"{loaded:.0f} MB ({files / 1e6:.0f} MB on disk)",
            "both together": f"{window + recogniser:.0f} MB",
        },
    )


def of_the_model(engine_name: str) -> float:
    """What loading the model adds to a process that has the engine's library already, MB."""
    choice = engine(engine_name)
    module = importlib.import_module(choice.module)
    importlib.import_module("vosk" if "vosk" in choice.module else "faster_whisper")
    before = rss_mb()
    transcriber = module.load(choice.model_dir, choice.name)
    assert transcriber
    return rss_mb() - before


def of_a_bare_window() -> float:
    """Peak memory of a process with an empty window (not on a screen), MB."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(["bare", "-platform", "offscreen"])
    window = QWidget()
    window.show()
    app.processEvents()
    return peak_mb()


if __name__ == "__main__":
    main()
