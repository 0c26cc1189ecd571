"""Where keys lead among cards that stand in rows."""

from __future__ import annotations

from PySide6.QtCore import Qt

WALKING = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
})  # fmt: skip
"""The keys that walk."""


def walked(key: Qt.Key, here: int, count: int, columns: int, rows: int) -> int:
    """The number of the card that `key` leads to from card `here` of `count`.

    `columns` cards stand in a row (the last may have fewer); a page is the `rows` of them that are seen.
    """
    last = count - 1
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return 0 if key == Qt.Key.Key_Home else last
    step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -columns, Qt.Key.Key_PageUp: -columns * rows}
    step |= {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: columns, Qt.Key.Key_PageDown: columns * rows}
    there = here + step[key]
    if there < 0:
        return here % columns if key == Qt.Key.Key_PageUp else here
    if there > last:
        # From the row above a shorter last one: to its end.
        below = here // columns < last // columns
        return last if below and key != Qt.Key.Key_Right else here
    return there
