"""My points, to be looked at: a caption and a few words each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.models.points_words import PointLine
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.row_grid import RowGrid

MUST = "must"


class PointsCard(Card):
    """`edit` opens what changes them; it is hidden where nothing can be changed."""

    def __init__(
        self, title: str = "My points", *, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.edit = Button("Edit", "quiet", key="M", flush=True)
        self.edit.setAccessibleName("Edit my points")
        self._lines: tuple[PointLine, ...] = ()
        self._rows: QWidget = QWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(title, 15, 600), 1)
        head.addWidget(self.edit)
        self.body.addLayout(head)
        self._whose = Label(size=13, tone="ink2", elide=True)
        self._whose.hide()
        self.body.addWidget(self._whose)
        self.edit.setVisible(editable)  # not before it has a place, or it would be a window for a moment
        self.body.addWidget(self._rows)

    def say_whose(self, name: str) -> None:
        """For which prospect they are; the same in all calls with them."""
        self._whose.setText(f"For {name}, in every call with them")
        self._whose.show()

    def show_lines(self, lines: Sequence[PointLine], nothing: str = "") -> None:
        """Show these; `nothing` says what there could be where there are none."""
        self._lines = tuple(lines)
        rows = _rows(self._lines) if self._lines else Label(nothing, tone="ink2", wrap=True)
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def lines(self) -> tuple[PointLine, ...]:
        """What is shown."""
        return self._lines


def _rows(lines: Sequence[PointLine]) -> QWidget:
    """Captions under each other, their words beside them; a long caption stands above its words."""
    rows = RowGrid(6)
    grid = rows.grid
    for number, line in enumerate(lines):
        place = 2 * number
        words = Label(line.text, tone="ink" if line.caption else "ink2", wrap=True)
        policy = words.sizePolicy()  # a copy, which knows that the height follows from the width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        words.setSizePolicy(policy)
        if len(line.caption) > _SHORT:
            grid.addWidget(_caption(line.caption), place, 0, 1, 3)
            grid.addWidget(words, place + 1, 0, 1, 3)
            continue
        grid.addWidget(_caption(line.caption or "–"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, place, 1)
        if line.must:
            mark = Label(MUST, 13, 500, "accent")
            mark.setContentsMargins(0, 2, 0, 0)
            grid.addWidget(mark, place, 2, Qt.AlignmentFlag.AlignTop)
    return rows


_SHORT = 9
"""Letters of the longest caption that stands beside its words."""


def _caption(text: str) -> Label:
    caption = Label(text, 13, 500, "ink2")
    caption.setContentsMargins(0, 2, 0, 0)
    return caption
