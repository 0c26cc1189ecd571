"""A private screen to measure windows on: Xvfb with a small window manager."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMPILED = Path(__file__).resolve().parent.parent / "build" / "compiled"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment that puts a program on a screen of its own; both end with the block."""
    receive, send = os.pipe()
    command = ["Xvfb", "-displayfd", str(send), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[send], stderr=subprocess.DEVNULL)
    os.close(send)
    try:
        with os.fdopen(receive) as number:
            env = {**os.environ, "DISPLAY": f":{number.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        env.pop("WAYLAND_DISPLAY", None)
        # Compiled code is kept, as on a person's machine, whatever the shell here says.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env["PYTHONPYCACHEPREFIX"] = str(COMPILED)
        manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL)
        try:
            yield env
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()
