"""Could they write your number down? Only that part of a take is heard, and typed by ear."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trainer.records import Attempt, Take
from ui.bridge import Bridge
from ui.models.dictation_words import NumberSaid, dictated, number_said
from ui.models.take_player import Stretch, TakePlayer
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.digit_rows import DigitField, DigitRows
from ui.widgets.glyph import StateGlyph
from ui.widgets.label import Label

TITLE = "Your number by ear"
ICON = "audio-lines"
ORDER = None

_AGAIN = "A"
_AROUND_S = 0.2
"""Heard before and after the number: cut at its exact times its first and last digit are hard to tell."""
_WIDTH = 620
_ASK = "You hear only the part with your number, once, as they did. Type what you hear."


class Dictate(Screen):
    """Entered with an attempt in which a whole number was said."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._attempt_id = ""
        self._said: NumberSaid | None = None
        self._take: Take | None = None
        self._player = TakePlayer(services.listening, self)
        self._player.stopped.connect(self._show_silence)
        self.back = Button("Back to the take", "quiet", key="Esc")
        self.hear = Button("Hear it again", "secondary", 44, icon="play", key=_AGAIN)
        self.compare = Button("Compare", "primary", 44, key="Enter")
        self.field, self.rows = DigitField(_AGAIN), DigitRows()
        self.sentence = Label("", 15, 500, wrap=True)
        self._glyph = StateGlyph("met", 18)
        self.back.clicked.connect(self._back)
        self.hear.clicked.connect(self._hear)
        self.compare.clicked.connect(self._compare)
        self.field.again_wanted.connect(self._hear)
        self.field.returnPressed.connect(self._compare)
        self._lay_out()

    def enter(self, subject: str | None) -> None:
        """Play the number of the attempt `subject`."""
        self.field.clear()
        self._said = None
        self._show_result(False)
        self._attempt_id = subject or ""
        self.field.setFocus()
        self._bridge.when_done(self._services.review.attempt(self._attempt_id), self._show)

    def leave(self) -> None:
        """Silence."""
        self._player.stop()

    def _show(self, attempt: Attempt) -> None:
        said = number_said(attempt)
        turns = [turn for turn in attempt.turns if said and turn.index == said.place.turn]
        if said is None or not turns or turns[0].take is None:
            self._back()
            return
        self._said, self._take = said, turns[0].take
        self._hear()

    @Slot()
    def _hear(self) -> None:
        if self._said is None or self._take is None or self._said.place.start_s is None:
            return
        place, until = self._said.place, self._said.place.end_s
        start_s = max(0.0, self._said.place.start_s - _AROUND_S)
        end_s = min(self._take.seconds, until + _AROUND_S) if until is not None else None
        self.hear.set_icon("pause")
        self._player.play([Stretch(place.turn, self._take, start_s, end_s)])

    @Slot()
    def _show_silence(self) -> None:
        self.hear.set_icon("play")

    @Slot()
    def _compare(self) -> None:
        if self._said is None or not self.field.text().strip():
            self.field.setFocus()
            return
        result = dictated(self.field.text(), self._said)
        self._glyph.set_state("met" if result.right else "missed")
        self.sentence.setText(result.sentence)
        self.rows.show_lines(result.lines)
        self._show_result(True)
        self.field.selectAll()
        announce(self, f"{result.sentence} {self.rows.accessibleName()}")

    def _show_result(self, shown: bool) -> None:
        for widget in (self._glyph, self.sentence, self.rows):
            widget.setVisible(shown)

    @Slot()
    def _back(self) -> None:
        self._navigate("feedback", self._attempt_id)

    def _lay_out(self) -> None:
        card = Card(inside=24)
        card.setFixedWidth(_WIDTH)
        card.body.setSpacing(14)
        card.body.addWidget(Label("Could they write your number down?", 20, 600))
        card.body.addWidget(Label(_ASK, tone="ink2", wrap=True))
        card.body.addWidget(self.field)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self.compare)
        actions.addWidget(self.hear)
        actions.addStretch(1)
        card.body.addLayout(actions)
        found = QHBoxLayout()
        found.setSpacing(8)
        found.addWidget(self._glyph, alignment=Qt.AlignmentFlag.AlignTop)
        found.addWidget(self.sentence, 1)
        card.body.addLayout(found)
        card.body.addWidget(self.rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        outer.addStretch(2)
        middle = QHBoxLayout()  # not an alignment: that would give wrapped words too little height
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return Dictate(services, bridge, navigate)
