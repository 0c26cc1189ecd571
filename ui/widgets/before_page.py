"""Between Start and the dial tone: what are you selling, and three seconds to take a breath."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.records import SELLING, Scenario, Selling
from ui.models.points_words import PointLine
from ui.models.scenario_list import who
from ui.models.selling_words import BEFORE, CHOICES, QUESTION
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.closing_ring import ClosingRing
from ui.widgets.label import Label
from ui.widgets.points_card import PointsCard
from ui.widgets.wide_choice import WideChoice

COUNT_S = 3
_SECOND_MS = 1000
_COLUMN, _CHOICES = 480, 360
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_SPOKEN = f"The call starts in {COUNT_S} seconds. Enter begins at once, Escape goes back."


class BeforePage(QWidget):
    """`prepare` it, and wait until it is `ready`; `stop` it when the user goes back.

    Signals:
        ready: the call may begin; what the user sells ("call-back" or "meeting"), "" if they did not say.
        changed: what the keys mean here has changed.
    """

    ready = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selling = ""
        self._counts = False
        self._gone_s = 0
        self.ticks = QTimer(self)
        self.ticks.setInterval(_SECOND_MS)
        self.ticks.timeout.connect(self._tick)
        self.ring = ClosingRing()
        self.ring.set_limit(COUNT_S)
        self.now = Button("Call now", "primary", 56, icon="phone", key="Enter")
        self.now.clicked.connect(self._go)
        self.choices = {one: WideChoice(CHOICES[one], str(key)) for key, one in enumerate(SELLING, start=1)}
        for one, button in self.choices.items():
            button.clicked.connect(partial(self._choose, one))
        self.unsaid = Button("Go on without saying", "quiet", key="Enter")
        self.unsaid.clicked.connect(self._count)
        self.points = PointsCard()
        self._lay_out()

    def prepare(self, scenario: Scenario, *, asks: bool, counts: bool) -> bool:
        """Begin; False where there is nothing to wait for. `asks`: what is sold; `counts`: to three."""
        self._name.setText(who(scenario))
        self._company.setText(scenario.prospect.company or scenario.prospect.role or "")
        self._selling, self._counts = "", counts
        self.show_points(())
        if asks:
            self._steps.setCurrentIndex(0)
            announce(self, f"{QUESTION} {BEFORE}")
        elif counts:
            self._begin_counting()
        return asks or counts

    def show_points(self, lines: Sequence[PointLine]) -> None:
        """What the user has prepared, below all else."""
        self.points.show_lines(lines)
        self.points.setVisible(bool(lines))

    @property
    def asking(self) -> bool:
        """Whether the question is there to be answered."""
        return self._steps.currentIndex() == 0

    def stop(self) -> None:
        """The user has gone back."""
        self.ticks.stop()

    def action(self) -> QWidget:
        """What takes the focus: the way on, or where two answers are as good, neither."""
        return self if self.asking else self.now

    def _choose(self, selling: Selling, _checked: bool = False) -> None:
        self._selling = selling
        self._count()

    @Slot()
    def _count(self) -> None:
        if self._counts:
            self._begin_counting()
            self.now.setFocus()
            self.changed.emit()
        else:
            self._go()

    def _begin_counting(self) -> None:
        self._gone_s = 0
        self.ring.set_seconds(0.0)
        self._steps.setCurrentIndex(1)
        self.ticks.start()
        announce(self, _SPOKEN)

    @Slot()
    def _tick(self) -> None:
        self._gone_s += 1
        self.ring.set_seconds(float(self._gone_s))
        if self._gone_s >= COUNT_S:
            self._go()

    @Slot()
    def _go(self) -> None:
        self.ticks.stop()
        self.ready.emit(self._selling)

    def _lay_out(self) -> None:
        self._name = Label(size=28, weight=600, elide=True)
        self._company = Label(tone="ink2", elide=True)
        for label in (self._name, self._company):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._question())
        self._steps.addWidget(self._countdown())
        self.points.setMaximumWidth(_COLUMN)
        card = QHBoxLayout()
        card.addStretch(1)
        card.addWidget(self.points, 100)
        card.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(self._name)
        column.addWidget(self._company)
        column.addSpacing(16)
        column.addWidget(self._steps, alignment=_MIDDLE)
        column.addSpacing(20)
        column.addLayout(card)
        column.addStretch(3)

    def _question(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(8)
        for label in (Label(QUESTION, 20, 600), Label(BEFORE, tone="ink2")):
            column.addWidget(label, alignment=_MIDDLE)
        column.addSpacing(12)
        for button in self.choices.values():
            button.setFixedWidth(_CHOICES)
            column.addWidget(button, alignment=_MIDDLE)
        column.addSpacing(4)
        column.addWidget(self.unsaid, alignment=_MIDDLE)
        return page

    def _countdown(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(20)
        column.addWidget(self.ring, alignment=_MIDDLE)
        column.addWidget(self.now, alignment=_MIDDLE)
        return page
