"""What is printed never steers the terminal: titles, names and words come from outside."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from typing import IO, Any, cast

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and line end (ECMA-48 sequences begin with ESC or one of U+0080 to U+009F),
line separators, and the characters that turn the direction of what stands beside them (UAX #9)."""


class _Literal:
    """A stream that writes such characters as JSON escapes, which leaves a JSON document the same."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text`; returns its length."""
        self._stream.write(_STEERING.sub(_escaped, text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


@contextlib.contextmanager
def literal_output() -> Iterator[None]:
    """Until it is left, everything printed is shown as letters.

    What moves the cursor on purpose (a progress bar) writes to `sys.__stderr__`.
    """
    with (
        contextlib.redirect_stdout(cast("IO[str]", _Literal(sys.stdout))),
        contextlib.redirect_stderr(cast("IO[str]", _Literal(sys.stderr))),
    ):
        yield
