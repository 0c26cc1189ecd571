"""The real program, ended by the system."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from trainer.paths import ROOT

READY_WITHIN_S = 60.0


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_the_system_can_end_the_program_as_closing_the_window_does(tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-m", "trainer", "--data-dir", str(data)]
    screenless = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=screenless, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        ends = time.monotonic() + READY_WITHIN_S
        while not (data / "recording.lock").exists():  # the last thing that opens behind the window
            assert program.poll() is None
            assert time.monotonic() < ends
            time.sleep(0.05)
        time.sleep(0.5)
        program.send_signal(signal.SIGTERM)
        out, err = program.communicate(timeout=30)
    assert program.returncode == 0, err
    assert "Traceback" not in out + err
