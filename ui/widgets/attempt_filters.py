"""What History is narrowed to: words, kinds, favourites, and boxes for what only some attempts have."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import AttemptChoices, AttemptFilter
from ui.models.check_lines import missed_words
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.filter_box import FilterBox
from ui.widgets.kind_chips import KindChips
from ui.widgets.search_field import SearchField

_DAYS = {"7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days"}
# Long enough to skip the letters in between, short enough to feel like "as you type".
_TYPING_MS = 150


class AttemptFilters(QWidget):
    """Signals:
    changed: something else is looked for.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.search = SearchField("Find a name or a word you said")
        self.kinds = KindChips()
        self.favourites = Chip("Favourites")
        self.clear_it = Button("Clear", "quiet")
        self.clear_it.setToolTip("Show all takes again")
        self.clear_it.hide()
        self.person, self.scenario = FilterBox("Anybody"), FilterBox("Any call")
        self.missed, self.tag = FilterBox("Any result"), FilterBox("Any tag")
        self.days = FilterBox("Any time")
        self.days.offer(_DAYS)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.kinds.changed.connect(self.changed)
        self.favourites.clicked.connect(self.changed)
        for box in self.boxes:
            box.activated.connect(self.changed)
        self.changed.connect(self._offer_to_clear)

    @property
    def boxes(self) -> tuple[FilterBox, ...]:
        """The boxes, from the left."""
        return (self.person, self.scenario, self.missed, self.days, self.tag)

    def wanted(self) -> AttemptFilter:
        """What is looked for, in the usual order."""
        first, last = self._from_to()
        return AttemptFilter(
            words=self.search.text().strip(),
            kinds=self.kinds.wanted,
            prospect_id=self.person.chosen,
            scenario_id=self.scenario.chosen,
            missed=self.missed.chosen,
            first_day=first,
            last_day=last,
            tag=self.tag.chosen,
            favourite=self.favourites.isChecked(),
        )

    def _from_to(self) -> tuple[str | None, str | None]:
        """First and last day of the time that is chosen; None: no matter when."""
        chosen = self.days.chosen
        if chosen is None:
            return None, None
        if chosen in _DAYS:
            return (self._today - timedelta(days=int(chosen) - 1)).isoformat(), None
        month = date.fromisoformat(chosen)
        return chosen, month.replace(day=monthrange(month.year, month.month)[1]).isoformat()

    def hurry(self) -> bool:
        """Do not wait for further letters; whether any were waited for."""
        waited = self._typing.isActive()
        if waited:
            self._typing.stop()
            self.changed.emit()
        return waited

    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self.wanted() != AttemptFilter()

    def offer(self, choices: AttemptChoices) -> None:
        """Offer what there is to filter by; what is chosen stays chosen."""
        self.person.offer(choices.prospects)
        self.scenario.offer(choices.scenarios)
        self.missed.offer({check: missed_words(check) for check in choices.missed})
        self.days.offer(_DAYS | {month: f"{date.fromisoformat(month):%B %Y}" for month in choices.months})
        self.tag.offer({tag: tag for tag in choices.tags})
        self.tag.setVisible(self.tag.count() > 1)

    @Slot()
    def clear(self) -> None:
        """Look for everything again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.kinds.clear()
        self.favourites.setChecked(False)
        for box in self.boxes:
            box.setCurrentIndex(0)
        self.changed.emit()

    @Slot()
    def _offer_to_clear(self) -> None:
        self.clear_it.setVisible(self.is_narrow())

    def only_missed(self, check: str) -> None:
        """Look for the attempts that missed this check, and for nothing else."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self.missed.choose(check, missed_words(check))
        self.changed.emit()

    def set_today(self, today: date) -> None:
        """The day that "last 7 days" ends with."""
        self._today = today

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        self.search.setMaximumWidth(292)
        first.addWidget(self.search, 100)
        first.addWidget(self.kinds)
        first.addWidget(self.favourites)
        first.addWidget(self.clear_it)
        first.addStretch(1)
        for box in self.boxes:
            second.addWidget(box, 10)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
