"""A box that narrows a list to one of several things, or to none of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.widgets.narrow_box import NarrowBox


class FilterBox(NarrowBox):
    """One choice; the first entry is none of them."""

    def __init__(self, everything: str, parent: QWidget | None = None) -> None:
        super().__init__(190, parent)  # a long title must not widen the page
        self._everything = everything
        self.setAccessibleName(f"Only: {everything.lower()}")
        self.currentTextChanged.connect(self._tell_whole)
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

    @Slot(str)
    def _tell_whole(self, words: str) -> None:
        self.setToolTip(words if self.chosen is not None else "")
