"""What is still to be mended in a form: a card beside it, or in narrow windows one line above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.glyph import StateGlyph
from ui.widgets.label import Label

WIDTH = 288
_MOST = 12
"""Rows; what is below them is mostly mended on the way."""


class MendRow(QAbstractButton):
    """One thing to mend, over as many lines as it needs; a click goes to its field."""

    def __init__(self, words: str) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(words)
        self.setAccessibleName(words)
        label = Label(words, 13, 500, "accent", wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setForegroundRole(QPalette.ColorRole.WindowText)
        self._label = label
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 5, 0, 5)
        line.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words are its label; under the pointer they are darker."""
        self._label.set_tone("accent_hover" if self.underMouse() else "accent")


class MendList(Card):
    """Signals:
    chosen: the field of the thing that is to be mended now.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=16, parent=parent)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._narrow = False
        self._filled: list[MendRow] = []
        self._glyph, self._title = StateGlyph("met"), Label("", 15, 600, wrap=True)
        self.state = Label("", 13, tone="ink2", wrap=True)
        self.next = Button("Go to the first", "quiet")
        self.next.clicked.connect(self._go_to_first)
        self._head = head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._glyph)
        head.addWidget(self._title, 1)
        head.addWidget(self.next)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self.state)
        self.body.addWidget(self._rows)

    @property
    def rows(self) -> list[MendRow]:
        """What can be clicked, in order."""
        return list(self._filled)

    @property
    def title(self) -> str:
        """What it says first."""
        return self._title.text()

    def show_mends(self, title: str, mends: Sequence[tuple[str, str]]) -> None:
        """`mends`: field and words of each, in order; none of them is good."""
        self._title.setText(title)
        self._glyph.set_state("near" if mends else "met")
        if tuple(mends) != self._shown:
            self._shown = tuple(mends)
            self._fill()
        self.set_narrow(self._narrow)

    def show_state(self, words: str) -> None:
        """Where what is written is kept."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def set_narrow(self, narrow: bool) -> None:
        """One line with a button instead of a list."""
        self._narrow = narrow
        if narrow:
            self._head.insertWidget(2, self.state, 1)
        else:
            self.body.insertWidget(1, self.state)
        self._rows.setVisible(not narrow and bool(self._shown))
        self.next.setVisible(narrow and bool(self._shown))
        self.setMaximumWidth(16_777_215 if narrow else WIDTH)
        self.setMinimumWidth(0 if narrow else WIDTH)

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._filled = []
        for field, words in (self._shown or ())[:_MOST]:
            row = MendRow(words)
            row.clicked.connect(partial(self._choose, field))
            self._column.addWidget(row)
            self._filled.append(row)

    def _choose(self, field: str, _checked: bool = False) -> None:
        self.chosen.emit(field)

    @Slot()
    def _go_to_first(self) -> None:
        if self._shown:
            self.chosen.emit(self._shown[0][0])
