"""TOML files that people write: read whatever they hold, and say on which line a key stands.

`tomllib` forgets the lines, and whoever mends the file needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trainer.errors import Mistakes

MOST_BYTES = 256 * 1024
"""A larger file is no scenario, seller or guide; refused unread."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=(.*)$""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_ERROR_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")


def load(path: Path) -> tuple[str, dict[str, Any]]:
    """The file's text and what it says.

    Raises:
        Mistakes: it cannot be read, is too large, or is no TOML; with the line where there is one.
    """
    import tomllib  # here, because most starts find nothing to parse (trainer.parsed_files)

    text = _text(path)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, what = split_error(error)
        place = f"line {line}" if line else f"line {max(1, len(text.splitlines()))}, at its end"
        raise Mistakes(path, [f"{place}: this is not TOML: {what[:1].lower()}{what[1:]}."]) from None
    except RecursionError:
        raise Mistakes(path, ["line 1: is nested too deeply."]) from None
    except ValueError:  # more digits than Python reads
        raise Mistakes(path, ["a number in it has too many digits."]) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Mistakes(path, [f"is larger than {MOST_BYTES // 1024} KB; a page of text is enough."])
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistakes(path, [f"is not UTF-8 text (byte {error.start}). Save it as UTF-8."]) from None
    except OSError as error:
        raise Mistakes(path, [f"cannot be read ({error.strerror or error})."]) from None


def line_of(text: str, where: str) -> int:
    """Line (from 1) of the dotted place `where` ("prompts.0.audio") in the TOML `text`.

    A key that is not there (it is missing, or lies in an inline table) is placed at its nearest parent
    that is; line 1 when there is none.
    """
    wanted = tuple(where.split(".")) if where else ()
    best, line = 0, 1
    for number, place in _places(text):
        shared = len(place) if wanted[: len(place)] == place else 0
        if shared > best:
            best, line = shared, number
    return line


def split_error(error: Exception) -> tuple[int, str]:
    """A `tomllib.TOMLDecodeError` as (line from 1, what is wrong); an end-of-file error has line 0."""
    text = str(error)
    found = _ERROR_LINE.search(text)
    if found is None:
        return 0, text.removesuffix(" (at end of document)")
    return int(found[1]), text[: found.start()]


def _places(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every header and key with its line; tables of an array are counted from 0."""
    table: tuple[str, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    closing: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = None if closing in line else closing
        elif header := _HEADER.match(line):
            table = _split(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
            table = _with_index(table, counts)
            yield number, table
        elif key := _KEY.match(line):
            yield number, table + _split(key[1])
            closing = _still_open(key[2])


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _with_index(table: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> tuple[str, ...]:
    """`prompts` -> `prompts.2` inside the third `[[prompts]]`, also for tables below it."""
    out: list[str] = []
    for size, part in enumerate(table, start=1):
        out.append(part)
        if table[:size] in counts:
            out.append(str(counts[table[:size]]))
    return tuple(out)


def _still_open(value: str) -> str | None:
    """The quotes that a multi-line text still waits for, None when the value ends on its line."""
    for quotes in ('"""', "'''"):
        if value.lstrip(" [").startswith(quotes) and value.count(quotes) % 2 == 1:
            return quotes
    return None
