"""One part said again: what to say while the microphone is open, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.phrasing import clock, quoted
from ui.models.retake_words import Aim, Outcome
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.form import bullet
from ui.widgets.glyph import StateGlyph
from ui.widgets.held_level import HeldLevel
from ui.widgets.label import Label
from ui.widgets.play_circle import PlayCircle

_LEVEL_WIDTH = 220
_NAMES_WIDTH = 104


class RetakeCard(Card):
    """Stands where the fix stood. Its buttons are attributes; it knows no services."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=20, edge="accent", parent=parent)
        self.body.setContentsMargins(20, 15, 20, 14)
        self.done = Button("I am done", "primary", 44, key="Space")
        self.cancel = Button("Cancel", "quiet", key="Esc")
        self.keep = Button("Keep it", "primary", 44, key="K")
        self.again = Button("Try again", "secondary", key="T")
        self.discard = Button("Discard it", "quiet", key="D")
        self.play_before, self.play_now = PlayCircle("what you said before"), PlayCircle("the new part")
        self.whole = Button("Hear the whole with it", "secondary", icon="play", key="W")
        self._pages = [self._speaking_page(), self._hearing_page(), self._outcome_page()]
        for page in self._pages:
            self.body.addWidget(page)
        self.hide()

    def show_aim(self, aim: Aim) -> None:
        """The microphone is open."""
        self._title.setText(aim.title)
        self._said.setText(f"You said: {quoted(aim.said)}" if aim.said else "")
        self._said.setVisible(bool(aim.said))
        while (item := self._points.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for text in aim.points:
            self._points.addWidget(_point(text))
        self._points_caption.setVisible(bool(aim.points))
        self.level.clear()
        self.show_seconds(0.0)
        self._show(0)
        self.setAccessibleName(f"{aim.title}. Recording.")
        self.done.setFocus()

    def show_seconds(self, seconds: float) -> None:
        """How long it is so far."""
        self._timer.setText(clock(seconds))

    def show_hearing(self) -> None:
        """It is being turned into words."""
        self._show(1)

    def show_outcome(self, outcome: Outcome) -> None:
        """It has been heard."""
        self._before.setText(quoted(outcome.before))
        self._before_length.setText(outcome.before_length)
        self._now.setText(quoted(outcome.now))
        self._now_length.setText(outcome.now_length)
        self._glyph.setVisible(outcome.state is not None)
        if outcome.state is not None:
            self._glyph.set_state(outcome.state)
        self._verdict.setText(outcome.verdict)
        self._reply.setText(outcome.reply)
        self.show_whole_playing(False)
        self._outcome_title.setText(outcome.title)
        self._show(2)
        self.setAccessibleName(f"{outcome.title}. {outcome.verdict}")
        self.keep.setFocus()

    def show_whole_playing(self, playing: bool) -> None:
        """Whether the spliced reply is being heard."""
        self.whole.set_icon("pause" if playing else "play")
        self.whole.set_text("Stop" if playing else "Hear the whole with it")

    def _show(self, page: int) -> None:
        for place, widget in enumerate(self._pages):
            widget.setVisible(place == page)
        self.show()

    def _speaking_page(self) -> QWidget:
        self._title, self._said = Label("", 20, 600, wrap=True), Label("", tone="ink2", wrap=True)
        self._points_caption = Label("In your own words", 13, 500, "ink2")
        self._points = QVBoxLayout()
        self._points.setSpacing(4)
        self.level = HeldLevel()
        self.level.setFixedWidth(_LEVEL_WIDTH)
        self._timer = Label("0:00", 28, 500, tabular=True)
        self._timer.setAccessibleName("Seconds so far")
        left = QVBoxLayout()
        left.setSpacing(8)
        for label in (self._title, self._said, self._points_caption):
            left.addWidget(label)
        left.addLayout(self._points)
        meter = QHBoxLayout()
        meter.setSpacing(16)
        meter.addWidget(self._timer)
        meter.addWidget(self.level)
        meter.addStretch(1)
        left.addLayout(meter)
        return _page(left, self.done, self.cancel)

    def _hearing_page(self) -> QWidget:
        left = QVBoxLayout()
        left.addWidget(Label("Listening to the new part", 20, 600))
        left.addWidget(Label("Your take is as it was.", tone="ink2"))
        return _page(left)

    def _outcome_page(self) -> QWidget:
        self._outcome_title = Label("", 20, 600)
        self._before, self._now = Label("", wrap=True), Label("", 15, 600, wrap=True)
        self._before_length, self._now_length = (Label("", 13, 500, "ink2", tabular=True) for _ in range(2))
        self._verdict, self._reply = Label("", 15, 500), Label("", 13, tone="ink2", tabular=True, wrap=True)
        self._glyph = StateGlyph("met", 18)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _NAMES_WIDTH - 10)
        grid.setColumnStretch(1, 1)
        rows = (
            ("Before", self._before, self.play_before, self._before_length),
            ("Now", self._now, self.play_now, self._now_length),
        )
        for at, (name, *widgets) in enumerate(rows):
            grid.addWidget(Label(name, 13, 500, "ink2"), at, 0)
            for column, widget in enumerate(widgets, start=1):
                grid.addWidget(widget, at, column)
        found = QHBoxLayout()
        found.setSpacing(8)
        found.addWidget(self._glyph)
        found.addWidget(self._verdict)
        found.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.whole)
        below.addWidget(self._reply, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._outcome_title)
        left.addLayout(grid)
        left.addLayout(found)
        left.addLayout(below)
        return _page(left, self.keep, self.again, self.discard)


def _page(left: QVBoxLayout, *buttons: Button) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(24)
    row.addLayout(left, 1)
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addStretch(1)
    for button in buttons:
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    row.addLayout(column)
    return page


def _point(text: str) -> QWidget:
    held = QWidget()
    row = bullet(text)
    row.setContentsMargins(0, 0, 0, 0)
    held.setLayout(row)
    return held
