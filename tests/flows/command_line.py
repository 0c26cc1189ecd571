"""`ringback` as a person runs it in a terminal of the desktop."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.flows.desktop import Desktop


@contextmanager
def ringback(desktop: Desktop, data: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`ringback ARGUMENTS --json` on the desktop's sound card; it ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "trainer", *arguments, "--data-dir", str(data), "--json"],
        env=desktop.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def read_until(program: subprocess.Popen[str], text: str) -> None:
    """Read the program's messages until one says `text`."""
    assert program.stderr is not None
    said = []
    for line in program.stderr:
        said.append(line)
        if text in line:
            return
    raise AssertionError(f"ended without saying '{text}':\n{''.join(said)}")


def finish(program: subprocess.Popen[str], line: str = "") -> Any:
    """Say `line` to the program and wait for its good end; returns the JSON that it printed."""
    out, err = program.communicate(line, timeout=120)
    assert program.returncode == 0, err
    return json.loads(out)


def stored(desktop: Desktop, data: Path) -> list[dict[str, Any]]:
    """The attempts in the store, newest first, as `ringback attempts list` gives them."""
    with ringback(desktop, data, "attempts", "list") as program:
        rows: list[dict[str, Any]] = finish(program)
    return rows
