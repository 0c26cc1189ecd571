"""Whether a window can open here, told without loading Qt, which ends the process where none can."""

from __future__ import annotations

import os
import sys

VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
"""What names a display on Linux, in the order in which Qt asks."""


def display() -> str | None:
    """What a window would open on; None when there is no display."""
    if not sys.platform.startswith("linux"):
        return "the system's own"
    named = (f"{name}={os.environ[name]}" for name in VARIABLES if os.environ.get(name))
    return next(named, None)
