"""Speak and hear: record a sentence, hear it back, and see what the engine makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.services import Services

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Level, Transcript

LONGEST_S = 6.0
"""A sentence takes two to four seconds; after this the microphone closes by itself."""
_LEVEL_MS = 50


class SpeakTest(QObject):
    """Opens the microphone from `start` to `stop` and at no other time.

    Signals:
        started: the microphone is being opened.
        level_read: peak of the last 50 ms in decibels below full scale, while it is open.
        recorded: samples (bytes, 16 kHz mono int16) and their `Level`.
        heard: the words that the engine in force hears in it.
        unheard: why nothing could hear it, with the mend.
        failed: why nothing was recorded, with the mend.
    """

    started = Signal()
    level_read = Signal(float)
    recorded = Signal(object, object)
    heard = Signal(str)
    unheard = Signal(str)
    failed = Signal(str)

    def __init__(self, services: Services, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._run: _Run | None = None
        self._pcm = b""
        self._levels = QTimer(self)
        self._levels.setInterval(_LEVEL_MS)
        self._levels.timeout.connect(self._read_level)

    @property
    def listening(self) -> bool:
        """Whether the microphone is open."""
        return self._levels.isActive()

    @Slot()
    def start_or_stop(self) -> None:
        """Begin to listen, or end the sentence."""
        if self.listening:
            self._services.listening.stop_test()
            return
        self._services.listening.stop()
        self._run = run = _Run(self)
        self._levels.start()
        self.started.emit()
        self._bridge.when_done(self._services.listening.record_test(LONGEST_S), run.recorded, run.failed)

    @Slot()
    def play_back(self) -> None:
        """Play what was recorded last."""
        self._services.listening.play_test(self._pcm)

    def cancel(self) -> None:
        """Close the microphone, be silent and forget what has not come yet."""
        self._run = None
        if self.listening:
            self._levels.stop()
            self._services.listening.stop_test()
        self._services.listening.stop()

    def take_recording(self, pcm: bytes, level: Level) -> None:
        """The sentence is complete: tell, and have it heard."""
        self._levels.stop()
        self._pcm = pcm
        self.recorded.emit(pcm, level)
        if self._run:
            self._bridge.when_done(
                self._services.listening.hear_test(pcm), self._run.heard, self._run.unheard
            )

    def take_failure(self, error: Exception) -> None:
        """Nothing was recorded; whatever the reason, the test is over."""
        self._levels.stop()
        self.failed.emit(_sentence(error))

    @Slot()
    def _read_level(self) -> None:
        self.level_read.emit(self._services.listening.level_dbfs())


class _Run:
    """One sentence. The bridge holds it weakly, so the answers of one that was given up go nowhere."""

    def __init__(self, test: SpeakTest) -> None:
        self._test = test

    def recorded(self, result: tuple[bytes, Level]) -> None:
        self._test.take_recording(*result)

    def failed(self, error: Exception) -> None:
        self._test.take_failure(error)

    def heard(self, transcript: Transcript) -> None:
        self._test.heard.emit(transcript.text)

    def unheard(self, error: Exception) -> None:
        self._test.unheard.emit(_sentence(error))


def _sentence(error: Exception) -> str:
    """What the world refused, in words; anything else is our bug and goes on up."""
    if isinstance(error, WorldError):
        return str(error)
    raise error
