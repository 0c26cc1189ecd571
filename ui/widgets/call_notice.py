"""What a call shows once the line is closed and there is nothing to review yet: one sentence, one action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.label import Label

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do about it."""

    text: str
    act: Callable[[], None]
    key: str | None = None


class Notice(QWidget):
    """A card in the middle of the page; with `busy`, a line that moves while something is worked on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(size=28, weight=600, wrap=True)
        self._sentence = Label(tone="ink2", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Working")
        self._choices: tuple[Choice, ...] = ()
        self.first = Button("", "primary", 44)
        self.second = Button("", "secondary", 44)
        self.first.clicked.connect(self._do_first)
        self.second.clicked.connect(self._do_second)
        card = Card(inside=28)
        card.setFixedWidth(_WIDTH)
        card.body.setSpacing(12)
        card.body.addWidget(self._title)
        card.body.addWidget(self._sentence)
        card.body.addWidget(self._progress)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.first)
        row.addWidget(self.second)
        row.addStretch()
        card.body.addSpacing(8)
        card.body.addLayout(row)
        # Stretches, not an alignment: an aligned card would get the height of a wider one.
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)

    def say(self, title: str, sentence: str, *choices: Choice, busy: bool = False) -> None:
        """Show this, with up to two choices; the first is the main one unless something is being done."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._progress.setVisible(busy)
        self._choices = choices
        for button, choice in zip((self.first, self.second), (*choices, None, None), strict=False):
            button.setVisible(choice is not None)
            if choice:
                button.key = choice.key
                button.set_text(choice.text)
        kind: Kind = "secondary" if busy else "primary"
        self.first.kind = kind

    def texts(self) -> tuple[str, str]:
        """Title and sentence shown."""
        return self._title.text(), self._sentence.text()

    @Slot()
    def _do_first(self) -> None:
        self._choices[0].act()

    @Slot()
    def _do_second(self) -> None:
        self._choices[1].act()
