"""A box that narrows a list to one of several things, or to none of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget


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

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(96, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Styled boxes cut words between two letters; these end in an ellipsis."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        option.currentText = words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    @Slot(str)
    def _tell_whole(self, words: str) -> None:
        self.setToolTip(words if self.chosen is not None else "")
