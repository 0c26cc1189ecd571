"""Key points in a document: a property of their letters, so that they move and are undone with them."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextDocument, QTextFormat

from trainer.records import MarkedPoint

PLAIN, POINT, MUST = 0, 1, 2
_LEVEL = QTextFormat.Property.UserProperty.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 2


def point_format(level: int, number: int) -> QTextCharFormat:
    """The format of letters that are the key point `number` (`POINT`, `MUST`), or of none (`PLAIN`)."""
    made = QTextCharFormat()
    if level:
        made.setProperty(_LEVEL, level)
        made.setProperty(_NUMBER, number)
    return made


def point_of(format_: QTextFormat) -> tuple[int, int]:
    """Level and number of the key point that has this format; (0, 0) for none."""
    return int(format_.property(_LEVEL) or 0), int(format_.property(_NUMBER) or 0)


def points_in(document: QTextDocument) -> tuple[MarkedPoint, ...]:
    """All key points, in order, by Qt's positions; letters with one number are one, also across lines."""
    found: dict[int, MarkedPoint] = {}
    block = document.begin()
    while block.isValid():
        for run in block.textFormats():
            level, number = point_of(run.format)
            if level:
                start = block.position() + run.start
                before = found.get(number)
                start, end = (before.start if before else start), start + run.length
                found[number] = MarkedPoint(start=start, end=end, must=level == MUST)
        block = block.next()
    return tuple(sorted(found.values(), key=lambda point: point.start))
