"""The ambush at work: looks once a second whether somebody is to ring, and sees the ring to its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from trainer import events
from trainer.errors import DeviceError, WorldError
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.keeper import not_saved
from ui.left_control import LeftControl
from ui.main_window import MainWindow
from ui.models.ambush_words import LAPSED, NO_CALL_BACK, missed_words
from ui.services import Services
from ui.widgets.ring_window import RingWindow

_LOOK_MS = 1000
_TRY_AGAIN_S = 60.0
"""A history that cannot be written is tried no more often than this."""


def local_now() -> datetime:
    """The wall clock, with its time zone."""
    return datetime.now().astimezone()


class AmbushControl(QObject):
    """Rings, answers, puts off. `start` it once the services are open.

    `clock` gives monotonic seconds, `now` an aware local time; `is_due` says which call backs are to be
    preferred.
    """

    def __init__(
        self,
        services: Services,
        bridge: Bridge,
        window: MainWindow,
        *,
        now: Callable[[], datetime] = local_now,
        clock: Callable[[], float] = time.monotonic,
        is_due: Callable[[Scenario], bool] = lambda _: False,
    ) -> None:
        super().__init__()
        self._services, self._bridge, self._window = services, bridge, window
        self._now, self._clock, self._is_due = now, clock, is_due
        self._not_before_s = float("-inf")
        self._scenario: Scenario | None = None
        """Who is about to ring, rings, or has just stopped ringing."""
        self._attempt: str | None = None
        self._ringing = False
        self.ring_window = RingWindow(clock)
        self._left = LeftControl(services, bridge, self.ring_window.left)
        self._left.told.connect(self.ring_window.show_left)
        self.ring_window.answered.connect(self._answer)
        self.ring_window.put_off.connect(self._put_off)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        bridge.core_event.connect(self._on_event)

    @Slot()
    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def close(self) -> None:
        """Look no more; a ring window that is up goes away."""
        self._timer.stop()
        self.ring_window.hide()
        self.ring_window.deleteLater()

    @Slot()
    def look(self) -> None:
        """Whether it is time."""
        keeper = self._services.ambush
        if keeper.diary.armed is None:
            return
        verdict = keeper.verdict(self._now(), self._services.settings.ambush, busy=self._busy())
        if verdict == "ring":
            self._begin()
        elif verdict == "lapsed":
            self._give_up(keeper.obstacle or LAPSED)

    # ------------------------------------------------------------------ the ring

    def _busy(self) -> bool:
        return (
            self._ringing
            or self._window.screen_name == "round"  # which rings by itself
            or self._clock() < self._not_before_s
            or self._services.calls.running() is not None
            or self._services.listening.testing()
            or self._services.retakes.recording()
            or self._services.delays.measuring()
        )

    def _begin(self) -> None:
        scenario = self._services.ambush.caller(self._services.scenarios, self._is_due)
        if scenario is None:
            self._give_up(NO_CALL_BACK)
            return
        self._scenario, self._ringing = scenario, True
        self._services.listening.stop()  # a take that is being played would go on under the ring
        self._bridge.when_done(self._services.calls.ring(scenario.id), self._on_begun, self._on_failed)

    def _on_begun(self, attempt_id: str | None) -> None:
        self._attempt = attempt_id
        if attempt_id is None or self._scenario is None:
            self._over()  # a call has just begun: it waits for its end
            return
        with self._keeping():
            self._services.ambush.rung(self._scenario, self._now())
        self.ring_window.show_call(self._scenario)
        self._left.show_for(self._scenario)

    def _on_failed(self, error: Exception) -> None:
        """Without a microphone it is missed; what may mend itself stays armed, and Today says why."""
        scenario, why = self._over(), f"It could not ring. {error}"
        if not isinstance(error, WorldError):
            raise error
        if scenario and isinstance(error, DeviceError):
            self._services.calls.keep_missed(scenario.id, why)
            with self._keeping():
                self._services.ambush.could_not_ring(scenario, self._now(), why)
            self._tell_missed(scenario, why)
            return
        self._not_before_s = self._clock() + _TRY_AGAIN_S
        self._services.ambush.obstacle = why
        self._bridge.ambush_changed.emit()

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if self._attempt is None or event.attempt_id != self._attempt:
            return
        match event:
            case events.Ringing(ring=ring, of=of):
                self._show_ring(event.attempt_id, ring, of)
            case events.AttemptMissed():
                self._miss()
            case events.CallEnded():  # missed, of which we hear next, or ended by another call
                self.ring_window.hide()
                self._ringing = False
            case events.YourTurn():
                self._over()

    def _show_ring(self, attempt_id: str, ring: int, of: int) -> None:
        """In its own window, unless the user has gone to this call: one ring has one button to answer it."""
        seen = self._window.isVisible() and not self._window.isMinimized()
        if seen and self._window.screen_shown().follows(attempt_id):
            self.ring_window.hide()
        else:
            self.ring_window.show_ring(ring, of)

    @Slot()
    def _answer(self) -> None:
        """Pick up; the window comes forward with the call."""
        on = self._services.calls.running()
        if on is None or on.attempt_id != self._attempt:
            self.ring_window.hide()  # it has just stopped ringing, of which we hear next
            return
        scenario = self._over()
        if scenario:
            self._services.calls.answer()
            # A page that shows this call already would leave it on its way out.
            if not self._window.screen_shown().follows(on.attempt_id):
                self._window.go("call", scenario.id)
            self._window.come_forward()

    @Slot()
    def _put_off(self) -> None:
        scenario = self._over()
        if scenario:
            self._services.calls.leave()
            with self._keeping():
                self._services.ambush.snooze(scenario, self._now())

    def _miss(self) -> None:
        """Kept without blame: told on Today, and where another screen is shown in its message bar."""
        scenario = self._over()
        if scenario is None:
            return
        with self._keeping():
            self._services.ambush.missed(scenario, self._now())
        self._tell_missed(scenario)

    def _tell_missed(self, scenario: Scenario, why: str = "") -> None:
        now = self._now()
        if self._window.screen_name != "today":
            told = missed_words(scenario, now.timestamp(), now, why)
            self._window.messages.tell(told, "Call back now", partial(self._call_back, scenario.id))

    def _call_back(self, scenario_id: str) -> None:
        with self._keeping():
            self._services.ambush.called_back()
        self._window.go("call", scenario_id)

    def _over(self) -> Scenario | None:
        """The ring is over, however; returns who rang."""
        self._left.stop()
        self.ring_window.hide()
        scenario, self._scenario, self._attempt, self._ringing = self._scenario, None, None, False
        return scenario

    def _give_up(self, why: str) -> None:
        with self._keeping():
            self._services.ambush.disarm()
            self._services.ambush.obstacle = why

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        """A change of the diary: told to whoever shows it, and also where it could not be written."""
        try:
            yield
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
        self._bridge.ambush_changed.emit()
