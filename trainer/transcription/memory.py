"""What the child does so that an engine that wants too much memory costs a message, and nothing else."""

from __future__ import annotations

import contextlib
import re
import sys
from pathlib import Path

GROWTH_BYTES = 2 * 1024**3
"""What hearing may take beyond the loaded model. The longest reply (300 s) took 0.24 GB with either engine;
the stacks of 64 threads (8 MB each) would be half a gigabyte."""
_PRIVATE_KB = re.compile(r"^VmData:\s*(\d+) kB", re.MULTILINE)


def end_first() -> None:
    """Where memory runs out, let Linux end this process before the window; elsewhere nothing."""
    with contextlib.suppress(OSError):  # not Linux, or not allowed: then the system chooses
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def limit_growth(growth_bytes: int = GROWTH_BYTES) -> None:
    """Let an allocation fail that would take this process `growth_bytes` beyond what it has now.

    On Linux, by RLIMIT_DATA (getrlimit(2)), which counts what is written to and not what is only mapped or
    reserved; elsewhere nothing. There a child that eats all is ended as one that hangs.
    """
    if sys.platform != "linux":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):  # a stricter limit is in force already
        found = _PRIVATE_KB.search(Path("/proc/self/status").read_text(encoding="ascii"))
        if found:
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            resource.setrlimit(resource.RLIMIT_DATA, (int(found[1]) * 1024 + growth_bytes, most))
