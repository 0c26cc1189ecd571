"""What the user left for a prospect: to be heard and read before the call back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.left_words import YOURS_UNSAID, left_meta, left_quote
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.play_circle import PlayCircle
from ui.widgets.waveform import Waveform

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import OwnMessage

_WAVE_HEIGHT = 28
_COMPACT_INSIDE = 8


class LeftCard(Card):
    """A message of the user's own with `play`, or the words of the scenario's one; `compact`: only one."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(inside=_COMPACT_INSIDE if compact else 20, parent=parent)
        self._compact = compact
        self.play = PlayCircle("what I left", 28)
        self._title = Label(YOURS_UNSAID, 15, 600)
        self._meta = Label(size=13, weight=500, tone="ink2", tabular=True)
        self._quote = Label(size=13 if compact else 15, tone="ink2", italic=True, wrap=True)
        self._wave = Waveform()
        self._wave.setFixedHeight(_WAVE_HEIGHT)
        self._sound = QWidget()
        row = QHBoxLayout(self._sound)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self.play)
        row.addWidget(self._wave, 1)
        row.addWidget(self._meta)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sound)
        self.body.addWidget(self._quote)
        if compact:
            self._title.hide()
            self._quote.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_message(self, title: str, message: OwnMessage) -> None:
        """Show a message of the user's own; its sound follows with `show_pcm`."""
        self._title.setText(title)
        self._meta.setText(left_meta(message))
        self._quote.setText(left_quote(message))
        self._wave.show_pcm(b"")
        self._sound.show()
        self._quote.setHidden(self._compact)

    def show_pcm(self, pcm: bytes) -> None:
        """The message's samples, 16 kHz mono int16."""
        self._wave.show_pcm(pcm)

    def show_silent(self) -> None:
        """The recording has gone: only the words are left."""
        self._sound.hide()
        self._quote.show()

    def show_words(self, words: str) -> None:
        """Show what the scenario says that the message said."""
        self._title.setText(YOURS_UNSAID)
        self._quote.setText(f"“{words}”")
        self._sound.hide()
        self._quote.show()

    def texts(self) -> tuple[str, str]:
        """Title and quote."""
        return self._title.text(), self._quote.text()
