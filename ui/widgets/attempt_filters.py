"""What History is narrowed to: words, kinds, favourites, and boxes for what only some attempts have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.records import AttemptChoices, AttemptFilter, Kind
from ui.models.check_lines import missed_words
from ui.models.phrasing import KIND_WORDS
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.search_field import SearchField

_OTHER = tuple(kind for kind in KIND_WORDS if kind not in ("voicemail", "callback"))
_KINDS: dict[str, tuple[Kind, ...]] = {
    "All": (), "Voicemail": ("voicemail",), "Call back": ("callback",), "Other": _OTHER,
}  # fmt: skip
_DAYS = {"Any time": 0, "Last 7 days": 7, "Last 30 days": 30, "Last 90 days": 90}
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
        self.kinds = QButtonGroup(self)
        self.favourites = Chip("Favourites")
        self.clear_it = Button("Clear", "quiet")
        self.clear_it.setToolTip("Show all takes again")
        self.clear_it.hide()
        self.person, self.scenario = FilterBox("Anybody"), FilterBox("Any call")
        self.missed, self.tag = FilterBox("Any result"), FilterBox("Any tag")
        self.days = FilterBox("Any time")
        self.days.offer({str(days): words for words, days in _DAYS.items() if days})
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.kinds.idClicked.connect(self.changed)
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
        days = int(self.days.chosen or 0)
        first = (self._today - timedelta(days=days - 1)).isoformat() if days else None
        return AttemptFilter(
            words=self.search.text().strip(),
            kinds=list(_KINDS.values())[self.kinds.checkedId()],
            prospect_id=self.person.chosen,
            scenario_id=self.scenario.chosen,
            missed=self.missed.chosen,
            first_day=first,
            tag=self.tag.chosen,
            favourite=self.favourites.isChecked(),
        )

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
        self.tag.offer({tag: tag for tag in choices.tags})
        self.tag.setVisible(self.tag.count() > 1)

    @Slot()
    def clear(self) -> None:
        """Look for everything again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.kinds.button(0).setChecked(True)
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
        for number, words in enumerate(_KINDS):
            chip = Chip(words, checked=number == 0)
            self.kinds.addButton(chip, number)
            first.addWidget(chip)
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


class FilterBox(QComboBox):
    """One choice; the first entry is none of them."""

    def __init__(self, everything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._everything = everything
        self.setAccessibleName(f"Only: {everything.lower()}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(190)
        # A long title must not widen the page; it is elided here and whole in the list.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.offer({})

    @property
    def chosen(self) -> str | None:
        """The key of the choice."""
        return cast("str | None", self.currentData())

    def offer(self, choices: Mapping[str, str]) -> None:
        """Offer these (key -> words) and what is chosen, which goes on narrowing the list."""
        chosen, words_chosen = self.chosen, self.currentText()
        self.clear()
        self.addItem(self._everything, None)
        for key, words in choices.items():
            self.addItem(words, key)
        if chosen is not None:
            self.choose(chosen, words_chosen)

    def choose(self, key: str, words: str) -> None:
        """Choose this one, whether it has been offered yet or not."""
        if self.findData(key) < 0:
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(key))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(96, super().minimumSizeHint().height())
