"""Plays stretches of takes and tells where the sound is, smoothly, on the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from ui.services import Listening

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Take

_TICK_MS = 40
# Reports come about ten times a second; without one for this long the sound stands still, and so do we.
_GUESS_AT_MOST_S = 0.4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a turn's take, in seconds from its start; `end_s` None: to its end."""

    turn: int
    take: Take
    start_s: float
    end_s: float | None = None


class TakePlayer(QObject):
    """Signals:
    moved: turn and second of its take that is being heard, 25 times a second.
    stopped: nothing is heard any more.
    """

    moved = Signal(int, float)
    stopped = Signal()
    _reported = Signal(int, object)

    def __init__(self, listening: Listening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listening = listening
        self._speed = 1.0
        self._looped: list[Stretch] = []
        self._run = 0
        self._queue: list[Stretch] = []
        self._now: Stretch | None = None
        self._reported_s: float | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        # Reports come from the player's thread.
        self._reported.connect(self._on_report, Qt.ConnectionType.QueuedConnection)

    @property
    def playing(self) -> bool:
        """Whether something is being heard."""
        return self._now is not None

    @property
    def now(self) -> Stretch | None:
        """What is being heard."""
        return self._now

    @property
    def speed(self) -> float:
        """1.5 is faster, at the same pitch."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """From now on at this speed; what is playing goes on from where it is."""
        self._speed = speed
        if self._now is not None:
            here = replace(self._now, start_s=self._place_s(self._now))
            self._replace([here, *self._queue])

    def play(self, stretches: Sequence[Stretch], *, loop: bool = False) -> None:
        """Play these one after another, instead of what is playing; with `loop`, over and over."""
        self._looped = list(stretches) if loop else []
        self._replace(stretches)

    def end_loop(self) -> None:
        """Play to the end this time."""
        self._looped = []

    def _replace(self, stretches: Sequence[Stretch]) -> None:
        if self._now is not None:
            self._listening.stop()
        self._queue = list(stretches)
        self._next()

    def stop(self) -> None:
        """Silence."""
        if self._now is None:
            return
        self._run += 1
        self._queue, self._looped = [], []
        self._listening.stop()
        self._rest()

    def _next(self) -> None:
        self._run += 1
        self._reported_s = None
        self._queue = self._queue or list(self._looped)
        if not self._queue:
            self._rest()
            return
        self._now = self._queue.pop(0)
        self.moved.emit(self._now.turn, self._now.start_s)
        self._timer.start()
        self._listening.play_take(
            self._now.take,
            self._now.start_s,
            self._now.end_s,
            partial(self._reported.emit, self._run),
            self._speed,
        )

    def _rest(self) -> None:
        self._now = None
        self._timer.stop()
        self.stopped.emit()

    @Slot(int, object)
    def _on_report(self, run: int, seconds: float | None) -> None:
        if run != self._run:
            return
        if seconds is None:
            self._next()
        else:
            self._reported_s = seconds
            self._since.start()

    @Slot()
    def _tick(self) -> None:
        if self._now is not None and self._reported_s is not None:
            self.moved.emit(self._now.turn, self._place_s(self._now))

    def _place_s(self, now: Stretch) -> float:
        """Where the sound is, in seconds of the take."""
        if self._reported_s is None:
            return now.start_s
        place = self._reported_s + min(self._since.elapsed() / 1000, _GUESS_AT_MOST_S) * self._speed
        return min(place, now.end_s or place)
