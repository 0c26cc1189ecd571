"""The parts of the page that compares takes and where they stand; no behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.models.lost_sound import LOST
from ui.models.phrasing import day_of, length
from ui.models.take_compare import ComparedTake, met_words
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.chip import Chip
from ui.widgets.compare_cards import ChangesCard, SecondsByPart
from ui.widgets.compare_ribbons import CompareRibbons
from ui.widgets.compare_words import CompareWords
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.play_circle import PlayCircle

MOST_TAKES = 3
_BOX_WIDTH = 172
_PLAY = "Play from the start. The key {} plays from the clause that is being heard in the other take."


class TakeBox(QComboBox):
    """Which take stands here.

    Signals:
        picked: the id of another take.
    """

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(_BOX_WIDTH)
        self.activated.connect(self._pick)

    def offer(self, choices: Mapping[str, str], chosen: str) -> None:
        """Offer these (attempt id -> name); show `chosen`."""
        self.clear()
        for attempt_id, name in choices.items():
            self.addItem(name, attempt_id)
        self.setCurrentIndex(self.findData(chosen))
        self.setToolTip(self.currentText())

    def _pick(self, place: int) -> None:
        self.picked.emit(self.itemData(place))


class TakeHead(QWidget):
    """One take in a line: play, what it is called, when, what it met, how long it was."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = PlayCircle(f"take {number}", 28)
        self.play.setAccessibleDescription(f"Key {number}: from the same clause")
        self._place = number
        self._number = Label(str(number), 13, 600, "ink2", tabular=True)
        self.name, self._day = Label("", 15, 600, elide=True), Label("", 13, tone="ink2", tabular=True)
        self._met = Label("", 15, tone="ink2", tabular=True)
        self.seconds = Label("", 20, 600, tabular=True)
        self.seconds.setMinimumWidth(88)
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self.play, self._number, self.name, self._day):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._met)
        row.addWidget(self.seconds)

    def show_take(self, take: ComparedTake, now: datetime) -> None:
        """Show this take."""
        self.name.setText(take.name)
        day = day_of(take.attempt, now)
        # A take that is neither first, best nor latest is called by its time already.
        self._day.setText("" if day.casefold() == take.name.casefold() else day)
        self._met.setText(met_words(take.attempt))
        self.seconds.setText(length(take.seconds) if take.seconds is not None else "")
        self.play.setEnabled(take.has_sound)
        self.play.setToolTip(LOST if take.silent else _PLAY.format(self._place))


class ComparePage(QWidget):
    """Pickers above, the takes, and below what changed. Scrolls as a whole where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Label("", 28, 600, elide=True)
        self.meta = Label("", 13, tone="ink2", elide=True)
        self.sentence = Label("", 15, tone="ink2", wrap=True)
        self.caveat = Label("", 13, tone="amber", wrap=True)
        self.boxes = tuple(TakeBox(f"Take {number}") for number in range(1, MOST_TAKES + 1))
        self.as_text = Chip("As text")
        self.as_text.setToolTip("Read the takes beside each other, now and the next time")
        self.close_it = Button("Close", "secondary", key="Esc")
        self.heads = tuple(TakeHead(number) for number in range(1, MOST_TAKES + 1))
        self.ribbons, self.words = CompareRibbons(), CompareWords()
        self.seconds, self.checks = SecondsByPart(), ChangesCard()
        self.both = Button("", "soft", icon="play", key="B")
        self._legend = Label("", 13, tone="ink2")
        self._between = (Label("against", 15, tone="ink2"), Label("and", 15, tone="ink2"))
        self._lay_out()

    def show_takes(self, takes: Sequence[ComparedTake], now: datetime) -> None:
        """Name the takes in their lines."""
        for number, head in enumerate(self.heads):
            head.setVisible(number < len(takes))
            if number < len(takes):
                head.show_take(takes[number], now)
        self._legend.setText(f"outline: take 1, full: take {len(takes)}")
        self.boxes[2].setVisible(len(takes) > 2)
        self._between[1].setVisible(len(takes) > 2)

    def show_as_text(self, as_text: bool) -> None:
        """Words to read, or ribbons to hear."""
        self.as_text.setChecked(as_text)
        self.words.setVisible(as_text)
        self.ribbons.setVisible(not as_text)
        self.both.setVisible(not as_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows: pickers under the title, cards under each other."""
        super().resizeEvent(event)
        width = self.window().width()
        narrow = width < theme.NARROW_BELOW
        side = theme.page_margin(width)
        self._column.setContentsMargins(side, 16, side, 20)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(down if narrow else across)
        self._below.setDirection(down if narrow else across)

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(320, 240)

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(12)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.headline)
        titles.addWidget(self.meta)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(titles, 1)
        self._top.addLayout(self._pickers())
        self._column.addLayout(self._top)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.caveat)
        self._column.addWidget(self._takes_card())
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(16)
        self._below.addWidget(self._seconds_card(), 1)
        self._below.addWidget(self.checks, 1)
        self._column.addLayout(self._below, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Page(content))

    def _pickers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.boxes[0])
        for word, box in zip(self._between, self.boxes[1:], strict=True):
            row.addWidget(word)
            row.addWidget(box)
        row.addSpacing(4)
        row.addWidget(self.as_text)
        row.addStretch(1)
        row.addWidget(self.close_it)
        return row

    def _takes_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(24, 12, 24, 12)
        card.body.setSpacing(8)
        card.body.addWidget(self.heads[0])
        card.body.addWidget(self.ribbons)
        card.body.addWidget(self.words)
        card.body.addWidget(Rule())
        for head in self.heads[1:]:
            card.body.addWidget(head)
        return card

    def _seconds_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(24, 14, 24, 14)
        row = QHBoxLayout()
        row.addWidget(Label("Seconds by clause", 15, 600))
        row.addStretch(1)
        row.addWidget(self._legend)
        card.body.addLayout(row)
        card.body.addWidget(self.seconds)
        card.body.addStretch(1)
        card.body.addWidget(self.both)
        return card
