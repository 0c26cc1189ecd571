"""What the pages that hold calls share: at which scenario, which announcements matter, where it leads."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Slot

from trainer import events
from trainer.records import Scenario
from ui.follower import Follower
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.call_notice import Choice, Notice

Outcome = events.AttemptJudged | events.AttemptWaiting | events.Trouble


class CallPage(Screen):
    """Holds calls at one scenario, one attempt at a time."""

    def __init__(self, services: Services, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._navigate = services, navigate
        self._scenario: Scenario | None = None
        self._follower = Follower()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _take_up(self, subject: str | None) -> Scenario:
        """From now on the calls are at the scenario `subject`."""
        self._scenario = next(one for one in self._services.scenarios if one.id == subject)
        return self._scenario

    @Slot()
    def _to_today(self) -> None:
        self._navigate("today", self._scenario.id if self._scenario else None)

    def _again(self) -> None:
        if self._scenario:
            self._navigate("call", self._scenario.id)

    def _goes_to_guess(self, event: events.CoreEvent, *, over: bool) -> bool:
        """Whether the user is asked for a guess now: there is time for one while words are being heard.

        `over`: the call has ended as it should. Where nothing was said the result is there at once.
        """
        wanted = isinstance(event, events.BeingHeard) and over and self._services.settings.predict
        if wanted:
            self._navigate("predict", event.attempt_id)
        return wanted

    def _tell(
        self, event: Outcome, notice: Notice, kept: str, *, stopped: bool
    ) -> Literal["trouble", "waiting"] | None:
        """Go to the feedback, or say in `notice` why there is none; returns the state that this leads to.

        `kept` heads the notice of an attempt that is not judged yet; `stopped`: the call was cut short.
        """
        again = Choice("Try again", self._again, "Enter")
        show_it = Choice("Show what was kept", partial(self._navigate, "feedback", event.attempt_id))
        match event:
            case events.Trouble(message=message, fatal=True):
                notice.say("The call stopped.", message, again)
                return "trouble"
            case events.AttemptJudged() if stopped:
                notice.say(*notice.texts(), again, show_it)
            case events.AttemptJudged():
                self._navigate("feedback", event.attempt_id)
            case events.AttemptWaiting(message=message) if not stopped:
                settings = Choice("Open Settings", partial(self._navigate, "settings"), "Enter")
                notice.say(kept, message, settings, show_it)
                return "waiting"
        return None
