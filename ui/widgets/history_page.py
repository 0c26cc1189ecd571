"""Where the parts of History stand; no behaviour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.attempt_filters import AttemptFilters
from ui.widgets.attempt_marks import AttemptMarks
from ui.widgets.attempt_view import AttemptView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.history_head import HistoryHead
from ui.widgets.notice import Notice


class HistoryPage(QWidget):
    """Above what can be done, then what is looked for, the list, what is marked; figures beside it."""

    def __init__(
        self,
        head: HistoryHead,
        filters: AttemptFilters,
        view: AttemptView,
        nothing: Notice,
        marks: AttemptMarks,
        all_with_them: Button,
    ) -> None:
        """`nothing` stands where the first line of `view` would."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(head)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addLayout(_list_side(filters, view, marks, all_with_them), 1)
        self._column.addLayout(self._beside, 1)
        instead_of_lines = QVBoxLayout(view.viewport())
        instead_of_lines.addWidget(nothing)
        instead_of_lines.addStretch()

    def add_figures(self, figures: QWidget) -> None:
        """Put these beside the list."""
        self._beside.addWidget(figures)

    def add_bars(self, bars: Sequence[QWidget]) -> None:
        """Put these, which say something for a while, below all else."""
        for bar in bars:
            self._column.addWidget(bar)

    def fit(self, width: int) -> None:
        """Narrow windows (px) have smaller margins."""
        side = theme.page_margin(width)
        self._column.setContentsMargins(side, 14, side, 20)


def _list_side(
    filters: AttemptFilters, view: AttemptView, marks: AttemptMarks, all_with_them: Button
) -> QVBoxLayout:
    card = Card(inside=1)
    card.body.setSpacing(0)
    card.body.addWidget(view, 1)
    below = QHBoxLayout()
    below.addWidget(marks, 1)
    below.addWidget(all_with_them)
    side = QVBoxLayout()
    side.setSpacing(12)
    side.addWidget(filters)
    side.addWidget(card, 1)
    side.addLayout(below)
    return side
