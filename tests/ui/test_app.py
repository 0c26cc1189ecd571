"""The real program in a process of its own: it starts, tells how long it took, and ends cleanly."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ui.start_clock import age_s

START = "import sys; from pathlib import Path; from ui.app import run; sys.exit(run(Path(sys.argv[1]), True))"


def start(folder: Path, code: str = START) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(folder)],
        capture_output=True, text=True, timeout=150, env=environment, check=False,
    )  # fmt: skip


def test_it_opens_measures_itself_and_closes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = start(folder)
    assert done.returncode == 0, done.stderr
    times = json.loads(done.stdout)
    assert set(times) == {"usable_ms", "recogniser_ready_ms"}
    assert times["usable_ms"] > 0
    log = folder / "logs" / "ringback.log"
    assert "Traceback" not in log.read_text(encoding="utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert not (folder / "window.lock").exists()


def test_garbage_is_collected_again_once_the_window_is_there(tmp_path: Path) -> None:
    code = (
        "import gc, sys; from trainer.cli import main; "
        "status = main(['--measure-start', '--data-dir', sys.argv[1]]); "
        "sys.exit(status or not (gc.isenabled() and gc.get_freeze_count()))"
    )
    assert start(tmp_path, code).returncode == 0


def test_threads_that_compute_give_way_to_the_window_while_it_is_open(tmp_path: Path) -> None:
    code = """
import sys, threading, time
from pathlib import Path
from ui import app
before, seen = sys.getswitchinterval(), set()
def look():
    while True:
        seen.add(sys.getswitchinterval())
        time.sleep(0.01)
threading.Thread(target=look, daemon=True).start()
status = app.run(Path(sys.argv[1]), True)
assert min(seen) < 0.001 < before == sys.getswitchinterval(), seen
sys.exit(status)
"""
    done = start(tmp_path, code)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells when a process started")
def test_the_process_is_older_than_the_code_that_asks() -> None:
    code = "import time; time.sleep(0.3); from ui.start_clock import age_s; print(age_s())"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert float(printed) >= 0.29
    assert age_s() > 0
