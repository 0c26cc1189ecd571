"""Only the window's thread imports what is of the window."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from tests.ui.importing import OtherThreads
from trainer.paths import ROOT


def test_no_other_thread_of_a_start_imports_screens_or_qt(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.ui.importing", str(tmp_path / "data")],
        cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=150, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.split("\n") == ["", ""]


def test_another_thread_is_seen() -> None:
    others = OtherThreads()

    def ask() -> None:
        for name in ("ui.screens.none", "PySide6.QtNone", "json", "uiless"):
            assert others.find_spec(name, None) is None

    ask()
    thread = threading.Thread(target=ask, name="screens")
    thread.start()
    thread.join()
    assert others.imported == ["ui.screens.none (screens)", "PySide6.QtNone (screens)"]
