"""The page of scenarios: where its parts stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.models.scenario_cards import CardModel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.scenario_filters import ScenarioFilters
from ui.widgets.scenario_grid import ScenarioGrid
from ui.widgets.scenario_paint import GAP


class LibraryPage(QWidget):
    """Head, what is looked for, the cards; below them what can be done with several, and news."""

    def __init__(self, cards: CardModel, skills: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.grid = ScenarioGrid(cards)
        self.filters = ScenarioFilters(skills)
        self.count = Label("", 15, tone="ink2", tabular=True, elide=True)
        self.nothing, self.news = Notice("secondary"), Notice("secondary")
        self.chosen = ChosenBar()
        self.phone_test = Button("Phone test", "quiet", icon="clipboard-check")
        self.bring = Button("Import", "quiet", icon="download")
        self.export = Button("Export", "quiet", icon="folder-open")
        self.export.setToolTip("Write the chosen scenarios into one file for somebody else (Ctrl+E).")
        self.new = Button("New scenario", "secondary", icon="plus")
        self._lay_out()
        self.grid.selection_changed.connect(self._on_chosen)

    def settle(self) -> None:
        """Count the cards, and say so when none is left."""
        shown, of = len(self._cards.shown), len(self._cards.all_cards)
        yours = self._cards.yours
        words = f"{of:,}, of which {yours:,} {'is' if yours == 1 else 'are'} yours" if yours else f"{of:,}"
        self.count.setText(words if shown == of else f"{shown:,} of {of:,}")
        self.nothing.tell("" if shown else "No scenario fits all of this.", "Show all")

    @Slot(str, str)
    def tell(self, sentence: str, action: str = "") -> None:
        """Say what has happened, and what can be done about it; an empty sentence hides it."""
        self.news.tell(sentence, action)
        self._settle_foot()
        if sentence:
            announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have smaller margins."""
        super().resizeEvent(event)
        side = theme.page_margin(self.window().width())
        # The gap beside the last card is where the scroll bar runs.
        self._column.setContentsMargins(side, 14, side - GAP, 0)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.grid.chosen_cards()
        self.chosen.show_chosen(len(chosen), sum(card.is_own for card in chosen))
        self._settle_foot()

    def _settle_foot(self) -> None:
        self._foot.setHidden(self.news.isHidden() and self.chosen.isHidden())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Scenarios", 28, 600))
        head.addSpacing(8)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.phone_test, self.bring, self.export, self.new):
            head.addWidget(button)
        above, self._foot = QVBoxLayout(), QWidget()
        above.setContentsMargins(0, 0, GAP, 0)
        above.setSpacing(12)
        above.addLayout(head)
        above.addWidget(self.filters)
        above.addWidget(self.nothing)
        below = QVBoxLayout(self._foot)
        below.setContentsMargins(0, 0, GAP, 14)
        below.addWidget(self.chosen)
        below.addWidget(self.news)
        self._foot.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addLayout(above)
        self._column.addWidget(self.grid, 1)
        self._column.addWidget(self._foot)
