"""Whoever starts Ringback twice gets the window that is open already."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.flows.desktop import Desktop, wait_until


def test_a_second_start_raises_the_first_window_and_ends(desktop: Desktop, data: Path) -> None:
    def active() -> str:
        asked = subprocess.run(
            ["xdotool", "getactivewindow"], env=desktop.env, check=False, capture_output=True, text=True
        )
        return asked.stdout.strip()

    with desktop.program("--data-dir", str(data)) as window:
        window.wait_for("Other calls")
        desktop.run("xdotool", "windowminimize", window.id)
        wait_until(lambda: active() != window.id, "the window in the task bar")
        again = [sys.executable, "-m", "trainer", "--data-dir", str(data)]
        second = subprocess.run(again, env=desktop.env, check=False, timeout=60)
        assert second.returncode == 0
        wait_until(lambda: active() == window.id, "the window in front")
        window.press("ctrl+3")
        window.wait_for("History - Ringback")
