"""The three questions before the feedback; no behaviour beyond showing the number that is guessed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Prediction
from ui.models.guesses import Questions, counted_words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_bar import ChoiceBar
from ui.widgets.guess_slider import GuessSlider
from ui.widgets.label import Label

_WIDTH = 720
_SLIDER_INSET = 36
_AIM: tuple[Literal["yes", "no", "not-sure"], ...] = ("yes", "no", "not-sure")
_READY: tuple[Literal["yes", "nearly", "no"], ...] = ("yes", "nearly", "no")
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class GuessForm(QWidget):
    """Title, card with the questions, and what to do then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length, self._seconds = _question(), Label("?", 28, 600, "ink2", tabular=True)
        self.slider = GuessSlider()
        self.slider.guess_changed.connect(self._show_seconds)
        self._counted = Label(size=13, tone="ink2")
        self._aim, self._ready = _question(), _question()
        self.aim = ChoiceBar("", ("Yes", "No", "Not sure"))
        self.ready = ChoiceBar("", ("Yes", "Nearly", "No"))
        self.show_me = Button("Show me", "primary", 56, key="Enter")
        self.skip = Button("Skip", "quiet", key="Esc")
        self.never = Button("Do not ask again", "quiet")
        self.no_clock = Button("Hide the clock from now on", "quiet")
        self._questions: Questions | None = None
        self._lay_out()

    def ask(self, questions: Questions, *, clock: bool) -> None:
        """Show the questions of a kind of call, nothing guessed; `clock`: one ran on the screen meanwhile."""
        self._questions = questions
        self._length.setText(questions.length)
        counted = counted_words(questions, clock=clock)
        self._counted.setText(counted)
        self.no_clock.setVisible(clock)
        self._aim.setText(questions.aim)
        self._ready.setText(questions.ready)
        self.slider.ask(f"{questions.length} {counted}", questions.end_s, questions.tick_s)
        self.aim.name_it(questions.aim)
        self.ready.name_it(questions.ready)
        for bar in (self.aim, self.ready):
            bar.choose(None)
        for widget in (self._aim, self.aim):
            widget.setVisible(bool(questions.aim))

    def guess(self) -> Prediction:
        """What has been answered so far."""
        aim, ready = self.aim.chosen, self.ready.chosen
        check = self._questions.aim_check if self._questions and aim is not None else None
        return Prediction(
            seconds=self.slider.seconds,
            aim=_AIM[aim] if aim is not None else None,
            aim_check=check,
            ready=_READY[ready] if ready is not None else None,
        )

    @Slot()
    def _show_seconds(self) -> None:
        seconds = self.slider.seconds
        self._seconds.setText("?" if seconds is None else f"{seconds:.0f} s")
        self._seconds.set_tone("ink2" if seconds is None else "accent")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Label("Before you look", 28, 600), alignment=_CENTRE)
        column.addSpacing(6)
        column.addWidget(
            Label("A guess first helps the answer stay with you.", tone="ink2"), alignment=_CENTRE
        )
        column.addSpacing(20)
        # Stretches, not an alignment: an aligned card would get the height of a wider one.
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(self._card())
        across.addStretch()
        column.addLayout(across)
        column.addSpacing(22)
        column.addWidget(self.show_me, alignment=_CENTRE)
        column.addSpacing(8)
        others = QHBoxLayout()
        others.setSpacing(12)
        others.addStretch()
        others.addWidget(self.skip)
        others.addWidget(self.never)
        others.addWidget(self.no_clock)
        others.addStretch()
        column.addLayout(others)
        column.addStretch(1)

    def _card(self) -> Card:
        card = Card(inside=24)
        card.setMaximumWidth(_WIDTH)
        card.setMinimumWidth(640)
        body = card.body
        body.setContentsMargins(24, 26, 24, 30)
        body.setSpacing(0)
        body.addWidget(self._length, alignment=_CENTRE)
        body.addSpacing(2)
        body.addWidget(self._counted, alignment=_CENTRE)
        body.addSpacing(4)
        body.addWidget(self._seconds, alignment=_CENTRE)
        body.addSpacing(4)
        slider = QHBoxLayout()
        slider.setContentsMargins(_SLIDER_INSET, 0, _SLIDER_INSET, 0)
        slider.addWidget(self.slider)
        body.addLayout(slider)
        for question, bar in ((self._aim, self.aim), (self._ready, self.ready)):
            body.addSpacing(22)
            body.addWidget(question, alignment=_CENTRE)
            body.addSpacing(10)
            body.addWidget(bar, alignment=_CENTRE)
        return card


def _question() -> Label:
    return Label("", 20, 600)
