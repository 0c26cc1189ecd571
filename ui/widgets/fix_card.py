"""The one thing to change: what was said, what to say instead, and the one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.records import Evidence
from ui import theme
from ui.models.fix_lines import FixLines
from ui.models.phrasing import clock, quoted
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.play_circle import PlayCircle
from ui.widgets.quote_line import QuoteLine

_NAMES_WIDTH = 104
_SHOW_WHOLE, _HIDE_WHOLE = "Show all of it", "Hide all of it"


class FixCard(Card):
    """Signals:
    retake_wanted: only what the fix is about, again.
    again_wanted: the same call again, from the start.
    play_wanted: the `Evidence` shown wants to be heard (or to stop).
    """

    retake_wanted = Signal()
    again_wanted = Signal()
    play_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=20, edge="accent", parent=parent)
        self._place: Evidence | None = None
        self.body.setContentsMargins(20, 15, 20, 12)
        self._title = Label("", 20, 600, wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _NAMES_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._said = self._said_row()
        self._instead = self._instead_row()
        self._advice = Label("", 15, wrap=True)
        self._whole = self._whole_row()
        names = ("You said", "Say instead", "Next time", "All of it")
        self._names = [Label(text, 13, 500, "ink2") for text in names]
        for at, (name, content) in enumerate(zip(self._names, self._contents(), strict=True)):
            self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(content, at, 1)
            content.setMinimumHeight(28)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._title)
        left.addLayout(self._grid)
        self.again = Button("Again", "primary", 44, icon="mic", key="R")
        self.again.clicked.connect(self.again_wanted)
        self.retake = Button("Retake just that", "primary", 44, icon="mic", key="T")
        self.retake.setAccessibleName("Retake just that")
        self.retake.clicked.connect(self.retake_wanted)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        for button in (self.again, self.retake):
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def show_fix(self, lines: FixLines) -> None:
        """Show this fix; rows without words are left out."""
        self._place = lines.place
        self._title.setText(lines.title)
        self._quote.show_quote(lines.lead, lines.marked)
        start = lines.place.start_s if lines.place else None
        self._time.setText(clock(start) if start is not None else "")
        self.play.setVisible(lines.place is not None)
        self._suggestion.setText(quoted(lines.suggestion))
        advance = QFontMetricsF(self._suggestion.font()).horizontalAdvance(self._suggestion.text())
        self._suggestion.setMaximumWidth(round(advance) + 6)
        self._shorter.setText(lines.shorter)
        self._advice.setText(lines.advice)
        self._rewrite.setText(quoted(lines.whole))
        self._rewrite_seconds.setText(lines.whole_seconds)
        self.show_whole.setVisible(bool(lines.whole))
        self.show_whole.set_text(_SHOW_WHOLE)
        shown = (bool(lines.marked), bool(lines.suggestion), bool(lines.advice), False)
        for name, content, visible in zip(self._names, self._contents(), shown, strict=True):
            name.setVisible(visible)
            content.setVisible(visible)
        self.setAccessibleName(lines.title)

    @property
    def action(self) -> Button:
        """The one button that is shown."""
        return self.again if self.retake.isHidden() else self.retake

    def offer_retake(self, offered: bool) -> None:
        """Offer to say only that part again, else the whole call."""
        self.retake.setVisible(offered)
        self.again.setHidden(offered)

    def set_compact(self, compact: bool) -> None:
        """Narrow windows leave out what "just that" is: the card says it."""
        self.retake.set_text("Retake" if compact else "Retake just that")

    def show_playing(self, place: Evidence | None) -> None:
        """Mark the button while its words are being heard."""
        self.play.set_playing(place is not None and place is self._place)

    @Slot()
    def toggle_whole(self) -> None:
        """Show or hide the whole message as it could be said."""
        shown = self._whole.isHidden()
        for widget in (self._whole, self._names[-1]):
            widget.setVisible(shown)
        self.show_whole.set_text(_HIDE_WHOLE if shown else _SHOW_WHOLE)

    def _contents(self) -> tuple[QWidget, ...]:
        return self._said, self._instead, self._advice, self._whole

    def _said_row(self) -> QWidget:
        self._quote = QuoteLine()
        self.play = PlayCircle("what you said")
        self.play.clicked.connect(self._play)
        self._time = Label("", 13, 500, "ink2", tabular=True)
        return _row(self._quote, self.play, self._time)

    def _instead_row(self) -> QWidget:
        self._suggestion = Label("", 15, 600, wrap=True)
        policy = self._suggestion.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._suggestion.setSizePolicy(policy)
        self._shorter = Label("", 13, tone="ink2", tabular=True)
        self.show_whole = Button(_SHOW_WHOLE, "quiet")
        self.show_whole.setFont(theme.font(13, 600))
        self.show_whole.clicked.connect(self.toggle_whole)
        return _row(self._suggestion, self._shorter, self.show_whole)

    def _whole_row(self) -> QWidget:
        self._rewrite = Label("", 15, wrap=True)
        self._rewrite_seconds = Label("", 13, tone="ink2", tabular=True)
        return _row(self._rewrite, self._rewrite_seconds)

    @Slot()
    def _play(self) -> None:
        self.play_wanted.emit(self._place)


def _row(*widgets: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget, 100 if widget is widgets[0] else 0)
    row.addStretch(1)
    return held
