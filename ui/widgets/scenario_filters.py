"""What the library is narrowed to: words, kinds, and a box for each other thing that cards differ in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from trainer.records import Kind
from ui import theme
from ui.models.phrasing import KIND_WORDS
from ui.models.scenario_cards import DIFFICULTY_WORDS, SITUATION_WORDS, STANDING_WORDS, CardFilter
from ui.widgets.chip import Chip
from ui.widgets.narrow_box import NarrowBox
from ui.widgets.search_field import SearchField

_TYPING_MS = 80
_KINDS: tuple[Kind, ...] = tuple(kind for kind in KIND_WORDS if kind != "phone-test")
"""The phone test is made of the others and has a page of its own."""
_ROOM_FOR_ANY = 100
"""Px of words from which "Any situation" has room, and not only "Situation"."""


class ScenarioFilters(QWidget):
    """Signals:
    changed: something else is looked for.
    """

    changed = Signal()

    def __init__(self, skills: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField("Find")
        self.kinds = QButtonGroup(self)
        self.boxes = {
            "industry": _Choice("Industry", "Any industry", {}),
            "situation": _Choice("Situation", "Any situation", _turned(SITUATION_WORDS)),
            "skill": _Choice("Skill", "Any skill", {skill: skill for skill in skills}),
            "difficulty": _Choice("Difficulty", "Any difficulty", _turned(DIFFICULTY_WORDS)),
            "standing": _Choice("Which", "All of them", _turned(STANDING_WORDS)),
        }
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.kinds.idToggled.connect(self._on_kind)
        for box in self.boxes.values():
            box.activated.connect(self.changed)

    def wanted(self) -> CardFilter:
        """What is looked for."""
        kind: Kind | None = [None, *_KINDS][self.kinds.checkedId()]
        choices: dict[str, Any] = {name: box.currentData() for name, box in self.boxes.items()}
        return CardFilter(self.search.text(), kind, **choices)

    def offer_industries(self, industries: Sequence[str]) -> None:
        """Offer those that there are; what is chosen stays chosen if it is among them."""
        box, chosen = self.boxes["industry"], self.boxes["industry"].currentData()
        if [box.itemData(place) for place in range(1, box.count())] != list(industries):
            box.offer({industry[:1].upper() + industry[1:]: industry for industry in industries})
            box.setCurrentIndex(max(0, box.findData(chosen)))

    @Slot()
    def clear(self) -> None:
        """Look for everything again."""
        self.search.clear()
        self.kinds.button(0).setChecked(True)
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self._typing.stop()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search stands before the kinds, or before the boxes where there is no room."""
        super().resizeEvent(event)
        narrow = self.window().width() < theme.NARROW_BELOW
        wanted = self._lower if narrow else self._upper
        if wanted.indexOf(self.search) < 0:
            wanted.insertWidget(0, self.search, 10 if narrow else 100)

    @Slot(int, bool)
    def _on_kind(self, _kind: int, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def _lay_out(self) -> None:
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self.search.setMaximumWidth(260)
        self._upper.addWidget(self.search, 100)
        for number, words in enumerate(("All", *(KIND_WORDS[kind] for kind in _KINDS))):
            chip = Chip(words, checked=number == 0)
            self.kinds.addButton(chip, number)
            self._upper.addWidget(chip)
        for box in self.boxes.values():
            self._lower.addWidget(box, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (self._upper, self._lower):
            row.setSpacing(8)
            row.addStretch(1)
            column.addLayout(row)


class _Choice(NarrowBox):
    """One of a few; the first entry means any, and where that has no room only the name is shown."""

    def __init__(self, name: str, everything: str, entries: dict[str, Any]) -> None:
        super().__init__(200)
        self._name, self._everything = name, everything
        self.setFont(theme.font(13))
        self.setAccessibleName(name)
        self.offer(entries)

    def offer(self, entries: dict[str, Any]) -> None:
        """Offer these (words -> value) and any; that is chosen then."""
        self.clear()
        self.addItem(self._everything, None)
        for words, value in entries.items():
            self.addItem(words, value)

    def words_for(self, room: int) -> str:
        """Only the name where "any" has no room."""
        return self._name if self.currentIndex() == 0 and room < _ROOM_FOR_ANY else self.currentText()


def _turned(words: dict[Any, str]) -> dict[str, Any]:
    return {text: value for value, text in words.items()}
