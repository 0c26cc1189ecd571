"""The sound of a line: record it, hear it, or take it from a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.phrasing import clock
from ui.widgets.button import Button
from ui.widgets.form import note, say
from ui.widgets.glyph import State, StateWord
from ui.widgets.held_level import HeldLevel
from ui.widgets.label import Label
from ui.widgets.play_circle import PlayCircle

RECORD, AGAIN, DONE = "Record it", "Record it again", "I have said it"
_LEVEL_WIDTH = 200


class SoundRow(QWidget):
    """Buttons and a meter; knows no services. `line` says whose sound it is.

    Signals:
        record_wanted: the microphone is to be opened, or what is said is complete.
        play_wanted: it is to be heard, or silenced.
        file_wanted: a file is to be chosen.
    """

    record_wanted = Signal()
    play_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._has_sound = line, False
        self.record = Button(RECORD, icon="mic")
        self.play = PlayCircle(line, 32)
        self.choose = Button("Choose a file…", "quiet")
        self.level, self.timer = HeldLevel(), Label("0:00", 15, 500, tabular=True)
        self.level.setFixedWidth(_LEVEL_WIDTH)
        self.timer.setAccessibleName("Seconds so far")
        self._about, self._verdict = Label("", 13, tone="ink2", tabular=True), StateWord()
        self.note = note()
        self.record.clicked.connect(self.record_wanted)
        self.play.clicked.connect(self.play_wanted)
        self.choose.clicked.connect(self.file_wanted)
        self._lay_out()
        self.show_sound(False)

    def show_sound(self, has_sound: bool, about: str = "") -> None:
        """At rest. `about`: its length, or what else is known of it."""
        self._has_sound = has_sound
        self.record.key = None
        self.record.kind = "secondary"
        self.record.set_text(AGAIN if has_sound else RECORD)
        self.record.setAccessibleName(f"{self.record.text()}: {self._line}")
        self.play.setVisible(has_sound)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._set_recording(False)

    def show_recording(self) -> None:
        """The microphone is open."""
        self.level.clear()
        self.show_seconds(0.0)
        self.tell("")
        self.record.key = "Space"
        self.record.kind = "soft"
        self.record.set_text(DONE)
        self.record.setAccessibleName(DONE)
        self._set_recording(True)
        self.record.setFocus()

    def show_busy(self, words: str) -> None:
        """Something is being made of what came."""
        self.show_sound(self._has_sound, words)
        self.record.setEnabled(False)

    def show_seconds(self, seconds: float) -> None:
        """How long it is so far."""
        self.timer.setText(clock(seconds))

    def show_verdict(self, state: State, words: str, mend: str) -> None:
        """How loud it was."""
        self._verdict.show_state(state, words)
        self._verdict.show()
        self.tell(mend, keep_verdict=True)

    def tell(self, sentence: str, *, keep_verdict: bool = False) -> None:
        """A sentence about the last try; "" is nothing."""
        self._verdict.setVisible(keep_verdict)
        say(self.note, sentence)

    def set_usable(self, usable: bool, why_not: str = "") -> None:
        """Whether anything may be recorded, played or chosen now."""
        for button in (self.record, self.play, self.choose):
            button.setEnabled(usable)
            button.setToolTip("" if usable else why_not)

    def _set_recording(self, recording: bool) -> None:
        self.record.setEnabled(True)
        self.record.update()
        for widget in (self.level, self.timer):
            widget.setVisible(recording)
        self.choose.setVisible(not recording)
        if recording:
            self.play.hide()
            self._about.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        for widget in (
            self.record,
            self.play,
            self._about,
            self.choose,
            self.timer,
            self.level,
            self._verdict,
        ):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.note)
        self._verdict.hide()
