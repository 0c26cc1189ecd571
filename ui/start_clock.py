"""How long this process has been running, from the system's own record of its start."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_imported_s = time.monotonic()


def age_s() -> float:
    """Seconds since the process started; where the system does not tell (not Linux), since this import."""
    if not sys.platform.startswith("linux"):
        return time.monotonic() - _imported_s
    # Field 22 of /proc/self/stat, counted after the command name, which may hold spaces (proc(5)).
    fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    started_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started_s
