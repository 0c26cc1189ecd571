"""Joins the lines of the form, the microphone, the loudspeaker and sound files."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from trainer.authoring.form import lines_of
from trainer.errors import WorldError
from trainer.records import SAMPLE_RATE, Level, Transcript
from ui.bridge import Bridge
from ui.form_parts.lines import LinesPart
from ui.models.engine_words import level_verdict
from ui.models.phrasing import length
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.sound_row import SoundRow

if TYPE_CHECKING:
    from trainer.worker.authoring import LineSound

LONGEST_S = 120.0
"""Longer than any line of a call; then the microphone closes by itself."""
_LEVEL_MS = 50
_RECORDING = "Another line is being recorded."
_FILES = "Sound files (*.wav *.flac *.ogg *.mp3 *.aiff *.aif *.au *.caf *.w64 *.rf64)"


class LineSounds(QObject):
    """Opens the microphone from one press of a line's button to the next, and at no other time.

    Signals:
        changed: what the keys mean on the page has changed.
    """

    changed = Signal()
    _heard = Signal(int)

    def __init__(self, services: Services, bridge: Bridge, lines: LinesPart) -> None:
        super().__init__(lines)
        self._services, self._bridge, self._lines = services, bridge, lines
        self._lengths: dict[str, float] = {}
        self._measured: list[_Measured] = []
        self._run: _Run | None = None
        self._heard_words: _Words | None = None
        """Held here, as the bridge holds it weakly."""
        self._playing, self._plays = "", 0
        self._began_s = 0.0
        self._levels = QTimer(self)
        self._levels.setInterval(_LEVEL_MS)
        self._levels.timeout.connect(self._read_level)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        lines.made.connect(self._follow)
        lines.file_dropped.connect(self.take_file)

    @property
    def recording(self) -> bool:
        """Whether the microphone is open."""
        return self._levels.isActive()

    @Slot()
    def show_sounds(self) -> None:
        """Show which line has a sound, and how long it is."""
        if self._run is not None:
            return
        for line in lines_of(self._lines.form):
            row = self._row(line.id)
            if row is not None:
                known = self._lengths.get(line.audio)
                row.show_sound(bool(line.audio), length(known) if known else "")
                row.play.set_playing(line.id == self._playing)
                if line.audio and known is None:
                    self._measure(line.audio)

    def stop(self) -> None:
        """Close the microphone and be silent; what was being recorded is given up."""
        run, self._run = self._run, None
        if self.recording:
            self._levels.stop()
            self._services.listening.stop_test()
        if self._playing:
            self._playing = ""
            self._services.listening.stop()
        if run is not None:
            self._settle()

    # ------------------------------------------------------------------ recording

    def _record(self, line_id: str) -> None:
        """Begin to record this line, or end it."""
        if self.recording:
            self._services.listening.stop_test()
            return
        self.stop()
        self._run = run = _Run(self, line_id)
        for other in self._lines.editors:
            self._lines.editors[other].sound.set_usable(other == line_id, _RECORDING)
        row = self._row(line_id)
        assert row is not None
        row.show_recording()
        announce(row, "Recording")
        self._began_s = time.monotonic()
        self._levels.start()
        self._bridge.when_done(self._services.listening.record_test(LONGEST_S), run.recorded, run.failed)
        self.changed.emit()

    @Slot()
    def _read_level(self) -> None:
        row = self._row(self._run.line_id) if self._run else None
        if row is not None:
            row.level.add(self._services.listening.level_dbfs())
            row.show_seconds(time.monotonic() - self._began_s)

    def take_recording(self, run: _Run, pcm: bytes, level: Level) -> None:
        """What was said is complete."""
        if run is not self._run:
            return
        self._levels.stop()
        run.verdict = level_verdict(level)
        row = self._row(run.line_id)
        if row is not None:
            row.show_busy("A moment…")
        self._bridge.when_done(self._services.authoring.recorded(pcm), run.made, run.failed)
        self._heard_words = words = _Words(self, run.line_id)
        self._bridge.when_done(self._services.listening.hear_test(pcm), words.heard, words.unheard)

    @Slot(str, str)
    def take_file(self, line_id: str, path: str) -> None:
        """The line's sound is in this file."""
        if self._run is not None:
            return
        self.stop()
        self._run = run = _Run(self, line_id)
        row = self._row(line_id)
        if row is not None:
            row.tell("")
            row.show_busy("A moment…")
        self._bridge.when_done(self._services.authoring.taken(Path(path)), run.made, run.failed)

    def take_sound(self, run: _Run, made: LineSound) -> None:
        """It is a line's sound now."""
        if run is not self._run:
            return
        self._run = None
        self._lengths[made.place] = made.seconds
        self._lines.put_sound(run.line_id, made.place)
        self._settle()
        row = self._row(run.line_id)
        if row is not None:
            if run.verdict is not None:
                row.show_verdict(*run.verdict)
            row.play.setFocus()
            announce(row, " ".join((run.verdict or ("", "Taken."))[1:]) + f" {length(made.seconds)}")

    def take_words(self, line_id: str, transcript: Transcript) -> None:
        """What the speech model heard; it saves the typing where nothing is written yet."""
        text = transcript.text
        self._lines.put_words(line_id, text[:1].upper() + text[1:])

    def take_failure(self, run: _Run, error: Exception) -> None:
        """There is no new sound; the line keeps the one it had."""
        if run is not self._run:
            return
        self._run = None
        self._levels.stop()
        self._settle()
        if not isinstance(error, WorldError):
            raise error
        row = self._row(run.line_id)
        if row is not None:
            row.tell(str(error))
            row.record.setFocus()
            announce(row, str(error))

    def _settle(self) -> None:
        for editor in self._lines.editors.values():
            editor.sound.set_usable(True)
        self.show_sounds()
        self.changed.emit()

    # ------------------------------------------------------------------ files and listening

    def _choose(self, line_id: str) -> None:
        dialog = QFileDialog(self._lines, "Choose a sound file")
        dialog.setNameFilter(_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self.take_file, line_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _play(self, line_id: str) -> None:
        """Play this line, or silence it."""
        was = self._playing
        self.stop()
        if was != line_id:
            line = next(line for line in lines_of(self._lines.form) if line.id == line_id)
            self._playing = line_id
            self._bridge.when_done(self._services.authoring.pcm(line.audio), self._sound, self._not_sound)
        self.show_sounds()

    def _sound(self, pcm: bytes) -> None:
        if self._playing:
            self._plays += 1
            self._services.listening.play_pcm(pcm, partial(self._report, self._plays))

    def _not_sound(self, error: Exception) -> None:
        row, self._playing = self._row(self._playing), ""
        self.show_sounds()
        if not isinstance(error, WorldError):
            raise error
        if row is not None:
            row.tell(str(error))

    def _report(self, number: int, position: float | None) -> None:
        """From any thread."""
        if position is None:
            self._heard.emit(number)

    @Slot(int)
    def _on_heard(self, number: int) -> None:
        if number == self._plays:  # not of one that was stopped for another
            self._playing = ""
            self.show_sounds()

    def _measure(self, place: str) -> None:
        self._lengths[place] = 0.0  # asked once
        measured = _Measured(self, place)
        self._measured.append(measured)
        self._bridge.when_done(self._services.authoring.pcm(place), measured.known, measured.unknown)

    def take_length(self, place: str, seconds: float) -> None:
        """A sound is so long."""
        self._lengths[place] = seconds
        self.show_sounds()

    # ------------------------------------------------------------------ rows

    @Slot()
    def _follow(self) -> None:
        for line_id, editor in self._lines.editors.items():
            editor.sound.record_wanted.connect(partial(self._record, line_id))
            editor.sound.play_wanted.connect(partial(self._play, line_id))
            editor.sound.file_wanted.connect(partial(self._choose, line_id))

    def _row(self, line_id: str) -> SoundRow | None:
        editor = self._lines.editors.get(line_id)
        return editor.sound if editor else None


class _Run:
    """One new sound on its way. The bridge holds it weakly: the answers of one given up go nowhere."""

    def __init__(self, sounds: LineSounds, line_id: str) -> None:
        self._sounds, self.line_id = sounds, line_id
        self.verdict: tuple[Any, str, str] | None = None

    def recorded(self, result: tuple[bytes, Level]) -> None:
        self._sounds.take_recording(self, *result)

    def made(self, sound: LineSound) -> None:
        self._sounds.take_sound(self, sound)

    def failed(self, error: Exception) -> None:
        self._sounds.take_failure(self, error)


class _Words:
    """The words of one recording on their way."""

    def __init__(self, sounds: LineSounds, line_id: str) -> None:
        self._sounds, self._line_id = sounds, line_id

    def heard(self, transcript: Transcript) -> None:
        self._sounds.take_words(self._line_id, transcript)

    def unheard(self, error: Exception) -> None:
        """Then the user writes them: without a speech model, for instance."""
        if not isinstance(error, WorldError):
            raise error


class _Measured:
    """One length on its way."""

    def __init__(self, sounds: LineSounds, place: str) -> None:
        self._sounds, self._place = sounds, place

    def known(self, pcm: bytes) -> None:
        self._sounds.take_length(self._place, len(pcm) / 2 / SAMPLE_RATE)

    def unknown(self, error: Exception) -> None:
        """Whoever plays it is told why."""
        if not isinstance(error, WorldError):
            raise error
