"""What was said in two or three takes, clause beside clause, to read instead of to hear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from trainer.practice.comparison import Row, differing
from trainer.records import Clause
from ui import theme
from ui.models.phrasing import PART_WORDS
from ui.models.take_compare import ComparedTake
from ui.widgets.label import Label

_LINE = 24
_NOT_SAID = "not said"


class MarkedWords(QWidget):
    """Words that wrap, those in `marked` (indexes) underlined and heavier."""

    def __init__(
        self, words: Sequence[str], marked: frozenset[int] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._marked = tuple(words), marked
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        only = " ".join(words[index] for index in sorted(marked))
        self.setAccessibleName(" ".join(words) + (f" (only here: {only})" if only else ""))

    def hasHeightForWidth(self) -> bool:
        """More lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        places = self._places(width)
        return round((places[-1].y() if places else 0) + self._line())

    def sizeHint(self) -> QSize:
        """A comfortable line."""
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(120, round(self._line()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, (word, place) in enumerate(zip(self._words, self._places(self.width()), strict=True)):
            font = self._font(index)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(theme.color("ink"))
            box = QRectF(place, QSizeF(metrics.horizontalAdvance(word) + 2, self._line()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), word)
            if index in self._marked:
                painter.setPen(QPen(theme.color("accent"), 2))
                y = box.center().y() + metrics.ascent() / 2 + 3
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right() - 2, y))

    def _font(self, index: int) -> QFont:
        return theme.font(15, 600 if index in self._marked else 400)

    def _line(self) -> float:
        return max(float(_LINE), QFontMetricsF(theme.font(15)).height() + 5)

    def _places(self, width: int) -> list[QPointF]:
        """Top left corner of each word."""
        places, x, y = [], 0.0, 0.0
        space = QFontMetricsF(theme.font(15)).horizontalAdvance(" ")
        for index, word in enumerate(self._words):
            wide = QFontMetricsF(self._font(index)).horizontalAdvance(word)
            if x and x + wide > width:
                x, y = 0.0, y + self._line()
            places.append(QPointF(x, y))
            x += wide + space
        return places


class CompareWords(QWidget):
    """A table: a row for each clause, a column for each take; words that only one take has are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._shown: list[QWidget] = []

    def show_takes(self, takes: Sequence[ComparedTake], aligned: Sequence[Row]) -> None:
        """Show what was said in these takes."""
        for widget in self._shown:
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._shown = []
        for column, take in enumerate(takes, start=1):
            self._grid.setColumnStretch(column, 1)
            self._put(Label(f"{column}  {take.name}", 13, 600, tone="ink2"), 0, column)
        clauses = [take.clauses for take in takes]
        for line, row in enumerate(aligned, start=1):
            here = [_clause(each, index) for each, index in zip(clauses, row, strict=True)]
            part = "\nnow ".join(dict.fromkeys(PART_WORDS[one.part] for one in here if one))
            self._put(Label(part, 13, tone="ink2"), line, 0)
            for column, cell in enumerate(_cells(here), start=1):
                self._put(cell, line, column)

    @property
    def texts(self) -> list[str]:
        """What the cells say, row by row, as a screen reader reads them."""
        return [widget.accessibleName() for widget in self._shown if isinstance(widget, MarkedWords)]

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._shown.append(widget)
        side = Qt.AlignmentFlag.AlignTop
        if isinstance(widget, MarkedWords):
            self._grid.addWidget(widget, row, column)
        else:
            widget.setContentsMargins(0, 3, 0, 0)
            self._grid.addWidget(widget, row, column, side)


def _clause(clauses: Sequence[Clause], index: int | None) -> Clause | None:
    return None if index is None else clauses[index]


def _cells(clauses: Sequence[Clause | None]) -> list[QWidget]:
    """The words of one row; each take is held against the one before it, the first against the second."""
    words = [clause.quote.split() if clause else [] for clause in clauses]
    cells: list[QWidget] = []
    for number, said in enumerate(words):
        if not said:
            cells.append(Label(_NOT_SAID, 13, tone="ink2", italic=True))
            continue
        other = words[number - 1] if number else words[1]
        # A clause that stands alone is new as a whole; marking all its words would say nothing more.
        only = differing(said, other)[0] if other else frozenset()
        cells.append(MarkedWords(said, only))
    return cells
