"""The head of History: how much there is, and what can be done with what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label

MOST_COMPARED = 3
"""More takes side by side would be too narrow to read."""


class HistoryHead(QWidget):
    """Enter shows the one that is chosen, or compares two or three."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = _Fitting()
        self.bring = Button("Import…", "secondary", icon="folder-open")
        self.export = Button("Export…", "secondary", icon="download")
        self.delete = Button("Delete", "secondary", icon="trash-2")
        self.delete.setAccessibleDescription("Key: Delete")
        self.compare_many = Button("Compare", "secondary")
        self.compare = Button("", "primary", 44, key="Enter")
        self.show_it = Button("Show it", "primary", 44, key="Enter")
        self.setMinimumHeight(self.show_it.sizeHint().height())  # the list stays where it is without it
        self._total = self._chosen = self._hint = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("History", 28, 600))
        row.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (
            self.bring, self.export, self.delete, self.compare_many, self.compare, self.show_it
        ):  # fmt: skip
            row.addWidget(button)

    @Slot(str)
    def tell_total(self, words: str) -> None:
        """How many takes there are."""
        self._total = words
        self._tell()

    def _tell(self) -> None:
        if self._chosen:
            self.count.tell(self._chosen)
        elif self._hint and self._total:
            self.count.tell(f"{self._total}.{self._hint}", self._total, self._total.partition(" since ")[0])
        else:
            self.count.tell(self._total, self._total.partition(" since ")[0])

    def offer(self, chosen: int, words: str, *, can_compare: bool) -> None:
        """Offer what can be done with so many; `words` says how many where they are several."""
        self._chosen = words
        self._hint = " Tick two to compare them." if can_compare and chosen == 1 else ""
        self._tell()
        for button in (self.show_it, self.delete):
            button.setEnabled(chosen > 0)
            button.setToolTip("" if chosen else "Choose a take in the list first.")
        self.delete.set_text(f"Delete {chosen:,}" if chosen > 1 else "Delete")
        few = can_compare and 2 <= chosen <= MOST_COMPARED
        self.compare.set_text(f"Compare {chosen} takes")
        self.compare.setVisible(few)
        self.compare_many.setVisible(can_compare and chosen > MOST_COMPARED)
        self.show_it.setVisible(chosen < 2 or not can_compare)


class _Fitting(Label):
    """Says the first of several wordings that there is room for, else the last."""

    def __init__(self) -> None:
        super().__init__("", 13, tone="ink2", tabular=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._wordings: tuple[str, ...] = ("",)

    def tell(self, *wordings: str) -> None:
        """Say one of these, the longest first."""
        self._wordings = wordings
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More may fit now, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.fontMetrics().horizontalAdvance
        fitting = (one for one in self._wordings if wide(one) <= self.width())
        self.setText(next(fitting, self._wordings[-1]))
