"""A round at work: rings when a moment has come, waits until all is heard, and gives the sheet."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from trainer import events
from trainer.errors import WorldError
from trainer.practice.round import USUAL, Round, Sheet, callers, moments, next_ring, sheet
from trainer.records import Attempt, Scenario
from ui.bridge import Bridge
from ui.screens import Navigate
from ui.services import Services

State = Literal["idle", "waiting", "calling", "hearing", "done"]
_LOOK_MS = 250
_NOBODY = "There is no call back among your scenarios, so nobody can ring."


class RoundControl(QObject):
    """`clock` gives monotonic seconds, `rng` draws the moments and the callers.

    Signals:
        changed: `state`, `number` or `note` is another.
    """

    changed = Signal()

    def __init__(
        self,
        services: Services,
        bridge: Bridge,
        navigate: Navigate,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        rng: random.Random | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._clock, self._rng = clock, rng or random.SystemRandom()
        self.state: State = "idle"
        self.plan: Round = USUAL
        self.note = ""
        """What stands in the way, in a plain sentence."""
        self._forget()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        bridge.core_event.connect(self._on_event)

    def _forget(self) -> None:
        self._callers: tuple[Scenario, ...] = ()
        self._moments_s: tuple[float, ...] = ()
        self._began_s = 0.0
        self._ended_s: float | None = None
        self._ids: list[str] = []
        self._unheard: set[str] = set()
        self._kept: dict[str, Attempt] = {}

    @property
    def number(self) -> int:
        """Which call is next or on, from 1."""
        return len(self._ids) + (self.state == "waiting")

    @property
    def sheet(self) -> Sheet:
        """The timings of the calls that were held."""
        return sheet([self._kept[one] for one in self._ids if one in self._kept])

    def start(self, plan: Round) -> None:
        """Begin; the first ring comes when it likes."""
        self._forget()
        self.plan, self.note = plan, ""
        self._callers = callers(self._services.scenarios, plan, self._rng)
        self._moments_s = moments(plan, self._rng)
        self._began_s = self._clock()
        if not self._callers:
            self.note = _NOBODY
            self._become("idle")
            return
        self._timer.start()
        self._become("waiting")

    def end(self) -> None:
        """No more calls; what was said is still heard."""
        self._timer.stop()
        self._settle()

    @Slot()
    def look(self) -> None:
        """Whether it is time for the next call."""
        if self.state == "waiting":
            at_s = self._clock() - self._began_s
            if at_s >= next_ring(self._moments_s[len(self._ids)], self._ended_s):
                self._ring(self._callers[len(self._ids)])

    # ------------------------------------------------------------------ one call

    def _ring(self, scenario: Scenario) -> None:
        self.state = "calling"
        begun = self._services.calls.ring(scenario.id, scenario.max_seconds)
        self._bridge.when_done(begun, self._on_begun, self._on_failed)

    def _on_begun(self, attempt_id: str | None) -> None:
        if attempt_id is None:  # another call is on: this one comes after it
            self._call_over()
            return
        scenario = self._callers[len(self._ids)]
        self._ids.append(attempt_id)
        self._navigate("call", scenario.id)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self.note = str(error)
        self.end()

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if event.attempt_id not in self._ids:
            return
        match event:
            case events.Trouble(message=message, fatal=True):
                self.note = message
                self._heard(event.attempt_id)  # after a call's end it means that nothing will be judged
            case events.CallEnded(kept=kept):
                if kept:
                    self._unheard.add(event.attempt_id)
                self._call_over()
                self._navigate("round")
            case events.AttemptJudged() | events.AttemptWaiting():
                self._heard(event.attempt_id)

    def _heard(self, attempt_id: str) -> None:
        self._unheard.discard(attempt_id)
        if self.state == "hearing":
            self._settle()

    def _call_over(self) -> None:
        self._ended_s = self._clock() - self._began_s
        if len(self._ids) == len(self._callers):
            self.end()
        else:
            self._become("waiting")

    # ------------------------------------------------------------------ the end

    def _settle(self) -> None:
        """Once everything is heard, gather the attempts."""
        self._become("hearing")
        if not self._unheard:
            for attempt_id in self._ids:
                self._bridge.when_done(self._services.review.attempt(attempt_id), self._on_attempt)
        if not self._ids:
            self._become("idle")

    def _on_attempt(self, attempt: Attempt) -> None:
        self._kept[attempt.id] = attempt
        if self.state == "hearing" and len(self._kept) == len(self._ids):
            self._become("done")

    def _become(self, state: State) -> None:
        self.state = state
        self.changed.emit()
