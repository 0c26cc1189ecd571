"""What a round shows: its three choices, the wait for the next ring, and the sheet of timings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.practice.readiness import PartId, ReadinessPart, sentence
from trainer.practice.round import COLUMNS, USUAL, Round, Sheet
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.form import TitledCard, note, say, stacked
from ui.widgets.glyph import StateGlyph
from ui.widgets.label import Label
from ui.widgets.plain_tip import plain_tip
from ui.widgets.ring_mark import RingDots

HEADS: dict[PartId, str] = {
    "pick-up": "Picked up", "first-sound": "First word", "name": "Your name", "reason": "Why you called",
    "next-step": "Next step",
}  # fmt: skip
_CALLS = (2, 3, 4, 5, 6, 8, 10)
_MINUTES = (2, 5, 10, 15, 20, 30, 45, 60)
_LIMITS_S = (10, 15, 20, 30, 45)
_FIELD_WIDTH = 176
_CARD_WIDTH = 620
_ABOUT = "They ring at moments of their own while you stay here. At the end there is one sheet of timings."
_ABOUT_LIMIT = "What you say after it is cut off, so that the point comes first."
_STATE = {"near": ", near the edge", "unsure": ", could not tell", "met": ", met", "missed": ", missed"}
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class RoundSetup(QWidget):
    """Signals:
    wanted: the `trainer.practice.round.Round` to hold.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calls = _box("Calls", _CALLS, "{} calls", USUAL.calls)
        self.minutes = _box("Minutes", _MINUTES, "{} minutes", USUAL.minutes)
        self.limit = _box("Longest answer", _LIMITS_S, "{} s", USUAL.limit_s)
        self.start = Button("Start the round", "primary", 56, icon="phone-incoming", key="Enter")
        self.start.clicked.connect(self._on_start)
        self._note = note()
        card = TitledCard("A round of calls")
        card.setMaximumWidth(_CARD_WIDTH)
        card.body.addWidget(Label(_ABOUT, tone="ink2", wrap=True))
        card.add_row("How many", self.calls, self.calls)
        card.add_row("Within", self.minutes, self.minutes)
        card.add_row("Answers up to", stacked(self.limit, note(_ABOUT_LIMIT)), self.limit)
        card.body.addSpacing(8)
        card.body.addWidget(self.start)
        card.body.addWidget(self._note)
        _in_the_middle(self, card)

    def show_note(self, sentence: str) -> None:
        """What stands in the way; "" for nothing."""
        say(self._note, sentence)

    @Slot()
    def _on_start(self) -> None:
        self.wanted.emit(
            Round(
                calls=self.calls.currentData(),
                minutes=self.minutes.currentData(),
                limit_s=self.limit.currentData(),
            )
        )


class RoundWait(QWidget):
    """Between two calls, and while the last ones are heard. `end` is its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end = Button("End the round", key="Esc")
        self._dots = RingDots()
        self._title = Label(size=28, weight=600)
        self._sentence = Label(tone="ink2")
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self._dots, alignment=_MIDDLE)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(10)
        column.addWidget(self.end, alignment=_MIDDLE)
        column.addStretch(3)

    def show_wait(self, number: int, of: int) -> None:
        """Call `number` of `of` is next."""
        self._dots.set_ring(number - 1, of)
        self._title.setText(f"Call {number} of {of} comes when it likes")
        self._sentence.setText("Answer with Space when it rings. Hang up with Space when you are done.")
        self.end.show()

    def show_hearing(self, of: int) -> None:
        """All calls are over."""
        self._dots.set_ring(of, of)
        self._title.setText("Listening to what you said")
        self._sentence.setText("Your takes are safe. The sheet is here in a moment.")
        self.end.hide()

    def texts(self) -> tuple[str, str]:
        """Title and sentence shown."""
        return self._title.text(), self._sentence.text()


class RoundSheet(QWidget):
    """One row a call, and the middle of each column below. `again` and `back` are its buttons.

    Signals:
        chosen: the id of the attempt to look at.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again = Button("Another round", "primary", 44, key="Enter")
        self.back = Button("Back to Today", "secondary", 44, key="Esc")
        self._title = Label(size=28, weight=600)
        self._card = Card(inside=24)
        self._table: QWidget | None = None
        self._note = note()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.again)
        row.addWidget(self.back)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._card)
        column.addWidget(self._note)
        column.addLayout(row)
        column.addStretch()

    def show_sheet(self, made: Sheet, trouble: str) -> None:
        """Show these timings; `trouble`: what cut the round short, if something did."""
        count = len(made.lines)
        self._title.setText(
            f"{count} calls, and how each began" if count != 1 else "1 call, and how it began"
        )
        say(self._note, trouble)
        if self._table:
            self._card.body.removeWidget(self._table)
            self._table.deleteLater()
        self._table = QWidget()
        self._card.body.addWidget(self._table)
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for column, part in enumerate(COLUMNS, start=1):
            grid.addWidget(Label(HEADS[part], 13, 600, "ink2"), 0, column, Qt.AlignmentFlag.AlignRight)
        for number, line in enumerate(made.lines, start=1):
            self._add_line(grid, 2 * number, line.attempt.id, line.attempt.scenario.prospect.name, line.parts)
        last = 2 * count + 1
        grid.addWidget(Rule(), last, 0, 1, len(COLUMNS) + 2)
        grid.addWidget(Label("In the middle", 15, 600), last + 1, 0)
        for column, seconds in enumerate(made.middle, start=1):
            grid.addWidget(_time(seconds, bold=True), last + 1, column, Qt.AlignmentFlag.AlignRight)

    def _add_line(
        self, grid: QGridLayout, row: int, attempt_id: str, name: str, parts: Sequence[ReadinessPart | None]
    ) -> None:
        grid.addWidget(Label(name, 15, 500, elide=True), row, 0)
        if any(parts):
            for column, part in enumerate(parts, start=1):
                grid.addWidget(_cell(part), row, column, Qt.AlignmentFlag.AlignRight)
        else:
            grid.addWidget(Label("Missed", 15, tone="ink2"), row, 1, Qt.AlignmentFlag.AlignRight)
        show = Button("Show", "quiet")
        show.setAccessibleName(f"Show the call with {name}")
        show.clicked.connect(partial(self.chosen.emit, attempt_id))
        grid.addWidget(show, row, len(COLUMNS) + 1)


def _cell(part: ReadinessPart | None) -> QWidget:
    """A time with the glyph of its state."""
    cell = QWidget()
    line = QHBoxLayout(cell)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    if part and part.state:
        line.addWidget(StateGlyph(part.state))
    line.addWidget(_time(part.seconds if part else None))
    if part:
        cell.setToolTip(plain_tip(f"{sentence(part)}{_STATE.get(part.state or '', '')}"))
        cell.setAccessibleName(sentence(part))
    return cell


def _time(seconds: float | None, *, bold: bool = False) -> Label:
    words = "–" if seconds is None else f"{seconds:.1f} s"
    return Label(words, 15, 600 if bold else 400, tabular=True)


def _box(name: str, values: Sequence[int], words: str, chosen: int) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFixedWidth(_FIELD_WIDTH)
    for value in values:
        box.addItem(words.format(value), value)
    box.setCurrentIndex(values.index(chosen))
    return box


def _in_the_middle(page: QWidget, card: QWidget) -> None:
    """`card` up to its maximum width, in the middle of `page`."""
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(card, 100)
    across.addStretch(1)
    column = QVBoxLayout(page)
    column.addStretch(2)
    column.addLayout(across)
    column.addStretch(3)
