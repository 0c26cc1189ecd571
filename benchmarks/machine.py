"""The facts of the machine that every table of figures carries, and how such a table is printed."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

PACKAGES = ("PySide6-Essentials", "sounddevice", "vosk", "faster-whisper", "sqlite-utils", "numpy", "soxr")


def facts() -> dict[str, str]:
    """What the figures depend on: processor, cores, memory, system, Python and the libraries' versions."""
    return {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "memory": _memory(),
        "system": platform.platform(terse=True),
        "Python": platform.python_version(),
        "libraries": ", ".join(f"{name} {version}" for name in PACKAGES if (version := _version(name))),
    }


def rss_mb(pid: int | None = None) -> float:
    """Resident memory of a process (None: this one) in megabytes, Linux only."""
    status = Path(f"/proc/{pid or 'self'}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def peak_mb(pid: int | None = None) -> float:
    """The most resident memory that a process (None: this one) has had so far, in megabytes, Linux only."""
    status = Path(f"/proc/{pid or 'self'}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def print_table(title: str, rows: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
    """A Markdown table of two columns under a heading, ready for docs/benchmarks.md."""
    print(f"\n### {title}\n\n| what | figure |\n|---|---|")
    for what, figure in rows.items() if isinstance(rows, Mapping) else rows:
        print(f"| {what} | {figure} |")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    if not hasattr(os, "sysconf"):
        return "unknown"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
