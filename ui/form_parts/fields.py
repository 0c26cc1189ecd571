"""The fields of the form. Each has a `value`, shows one with `show_value`, and tells when the user edits it.

Undo is the page's, over the whole form: the fields leave its keys alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.chip import Chip
from ui.widgets.form import ADVICE_WIDTH, FIELD_WIDTH, TextField

_CHIP_GAP = 8
_MOST_LINES = 9
"""Then it scrolls."""


def is_undo(event: QEvent) -> bool:
    """Whether it asks if the keys of undo or redo mean something here."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class OneLine(TextField):
    """One line of text, without blanks around it."""

    edited = Signal()

    def __init__(self, name: str, placeholder: str = "", width: int = FIELD_WIDTH) -> None:
        super().__init__(name, placeholder)
        self.setMaximumWidth(width)
        self.setMinimumWidth(80)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        """The text."""
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """Show it, unless it is there already: the cursor stays where the user types."""
        if self.value() != value:
            self.setText(value)
            self.home(False)

    def event(self, event: QEvent) -> bool:
        """See the module."""
        if is_undo(event):
            event.ignore()
            return True
        return super().event(event)


class SeveralLines(QPlainTextEdit):
    """Text over several lines, as high as it is between `lines` and `_MOST_LINES`; Tab leaves it."""

    edited = Signal()

    def __init__(self, name: str, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._least = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # a sound file that is dropped here is meant for the line
        self.setMaximumWidth(ADVICE_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.edited)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def value(self) -> str:
        """The text."""
        return self.toPlainText().strip()

    def show_value(self, value: str) -> None:
        """Show it, unless it is there already."""
        if self.value() != value:
            with QSignalBlocker(self):
                self.setPlainText(value)

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        # The document of a plain text field counts its height in lines.
        lines = min(_MOST_LINES, max(self._least, round(self.document().size().height())))
        return QSize(FIELD_WIDTH, self.fontMetrics().lineSpacing() * lines + 30)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """See the module."""
        if is_undo(event):
            event.ignore()
            return True
        return super().event(event)


class Sentences(SeveralLines):
    """A list of texts, one a line."""

    def sentences(self) -> tuple[str, ...]:
        """The lines that say something."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def show_sentences(self, value: Iterable[str]) -> None:
        """Show them, unless they are there already."""
        value = tuple(value)
        if self.sentences() != value:
            with QSignalBlocker(self):
                self.setPlainText("\n".join(value))


class ChoiceBox(QComboBox):
    """One of a few values; `entries`: value -> words. A value that is not among them is added as it is."""

    edited = Signal()

    def __init__(self, name: str, entries: Mapping[Any, str]) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.setAccessibleName(name)
        self.setMaximumWidth(FIELD_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.offer(entries)
        self.activated.connect(self._on_activated)

    def offer(self, entries: Mapping[Any, str]) -> None:
        """Offer other values."""
        if entries == {value: self.itemText(at) for at, value in enumerate(self._values)}:
            return
        self.clear()
        self._values = list(entries)
        self.addItems(list(entries.values()))

    def value(self) -> Any:
        """The chosen one."""
        return self._values[self.currentIndex()]

    def show_value(self, value: Any, words: str = "") -> None:
        """Choose it without telling anybody; `words`: what it is called if it is not among the values."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(words or str(value))
        self.setCurrentIndex(self._values.index(value))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow; the words are elided."""
        return QSize(120, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it must not change what it passes."""
        event.ignore()

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.edited.emit()


class Chips(QWidget):
    """Chips in as many rows as they need; one is chosen, or with `several` any number."""

    edited = Signal()

    def __init__(self, name: str, entries: Mapping[Any, str], *, several: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._several = several
        self.chips = {value: Chip(words) for value, words in entries.items()}
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        rows, width = QVBoxLayout(self), ADVICE_WIDTH + 1
        rows.setContentsMargins(0, 3, 0, 3)
        rows.setSpacing(_CHIP_GAP)
        for chip in self.chips.values():
            chip.setAccessibleDescription(name)
            self._group.addButton(chip)
            if width + chip.sizeHint().width() > ADVICE_WIDTH:
                row, width = QHBoxLayout(), 0
                row.setSpacing(_CHIP_GAP)
                row.setAlignment(Qt.AlignmentFlag.AlignLeft)
                rows.addLayout(row)
            row.addWidget(chip)
            width += chip.sizeHint().width() + _CHIP_GAP
        self._group.buttonClicked.connect(self._on_clicked)
        self.setFocusProxy(next(iter(self.chips.values())))

    def value(self) -> Any:
        """The chosen value; with `several`, a tuple of them."""
        chosen = tuple(value for value, chip in self.chips.items() if chip.isChecked())
        return chosen if self._several else chosen[0]

    def show_value(self, value: Any) -> None:
        """Choose without telling anybody."""
        for one, chip in self.chips.items():
            chosen = one in value if self._several else one == value
            if chip.isChecked() != chosen:
                chip.setChecked(chosen)

    def _on_clicked(self) -> None:
        self.edited.emit()
