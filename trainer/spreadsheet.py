"""Lines of CSV that a spreadsheet opens without running anything, and with every letter as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

ENCODING = "utf-8-sig"
"""Spreadsheets take a file without the mark for one in the machine's old code page."""
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""OWASP, "CSV Injection": a cell that begins so may be run by a spreadsheet."""


def line(cells: Sequence[Cell]) -> str:
    """One line with its end; words that begin like a formula get a `'` before them, numbers do not.

    Half a surrogate pair, which UTF-8 cannot hold, becomes "?".
    """
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_NONNUMERIC).writerow([_safe(cell) for cell in cells])
    return text.getvalue()


def table(rows: Iterable[Sequence[Cell]]) -> bytes:
    """A whole file, ready to be written."""
    return "".join(map(line, rows)).encode(ENCODING)


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = cell.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
