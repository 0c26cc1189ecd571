"""A live call in the terminal: what happens on the line is told, and what is typed is done."""

from __future__ import annotations

import queue
import sys
from typing import TYPE_CHECKING, Any, Protocol

from trainer.errors import RecogniserError, WorldError

if TYPE_CHECKING:
    from trainer.events import Deciding
    from trainer.records import Attempt
    from trainer.worker import Worker

KEYS = "0123456789*#"
CANNOT_TALK_KEY = "n"
_RINGS = "Your phone rings. Enter answers; n and Enter then says that you cannot talk now."


class Happened(Protocol):
    """Where a terminal reads what was announced and typed."""

    def get(self, *, timeout: float) -> Any:
        """The next of it; raises queue.Empty when none comes within `timeout` seconds."""


class Conversation:
    """A live call in the terminal, until it is judged, kept for later or left."""

    def __init__(self, worker: Worker, happened: Happened) -> None:
        self._worker, self._happened = worker, happened
        self._ringing = self._picked_up = self._hung_up = self._on_the_line = False
        self._asked: Deciding | None = None
        self._lost = ""
        """What cut the call short, if something did."""

    def hold(self) -> Attempt | None:
        """The stored attempt; None when the user has left it."""
        while True:
            try:
                event = self._happened.get(timeout=0.2)
            except queue.Empty:
                # Waiting in short pieces lets Ctrl-C through on Windows.
                continue
            except KeyboardInterrupt:
                if self._hung_up:
                    self._worker.calls.leave()
                    return None
                self._hung_up = True
                self._worker.calls.hang_up()
                continue
            self._say(event)
            attempt = self._outcome(event)
            if attempt:
                return attempt

    def _say(self, event: Any) -> None:
        """Tell what happens on the line, and act on what is typed."""
        from trainer import events
        from trainer.cli.deciding import question

        match event:
            case str():
                self._typed(event)
            case events.Deciding():
                self._asked, self._hung_up = event, False
                for line in question(event):
                    _tell(line)
            case events.Dialling():
                self._on_the_line = True
            case events.Ringing(ring=ring):
                self._ringing = True
                _tell(_RINGS if ring == 1 else "…")
            case events.LineStarted(prompt=prompt):
                _tell(f'They: "{prompt.text}"')
            case events.YourTurn():
                self._forget_selling()
                _tell("Speak now. Enter when you are done, Ctrl-C hangs up.")
            case events.GoEnded(go=go, of=of):
                _tell(f"That was go {go} of {of}. Enter for another one, Ctrl-C to see the best.")
            case events.CallEnded(kept=kept):
                _tell("The call is over." + (" Listening to what you said …" if kept else ""))
            case events.AttemptMissed():
                _tell("You let it ring out. It is kept as missed.")
            case events.Trouble(message=message) if not event.fatal or self._on_the_line:
                _tell(message)

    def _forget_selling(self) -> None:
        """Once it is known who answers, it is too late to say what one sells; the numbers are keys again."""
        if self._asked and self._asked.about == "selling":
            self._asked = None

    def _typed(self, text: str) -> None:
        """A typed line: the number of a choice, telephone keys; else Enter, which answers and ends a turn."""
        from trainer.cli.deciding import chosen

        choice = chosen(self._asked, text) if self._asked else None
        if choice:
            self._asked = None
            self._worker.calls.decide(choice)
        elif self._asked and self._asked.about == "when-to-call":
            self._worker.calls.hang_up()
        elif text.casefold() == CANNOT_TALK_KEY and self._picked_up:
            self._worker.calls.cannot_talk()
            _tell("Noted: you cannot talk now. Ask for their number and name a time soon.")
        elif text and not set(text) - set(KEYS):
            for key in text:
                self._worker.calls.press(key)
        else:
            (self._worker.calls.answer if self._ringing else self._worker.calls.turn_done)()
            self._picked_up, self._ringing = self._picked_up or self._ringing, False

    def _outcome(self, event: Any) -> Attempt | None:
        """The attempt, once nothing more will happen to it.

        Raises:
            WorldError: it will not come to a judgement.
        """
        from trainer import events

        match event:
            case events.AttemptJudged(attempt=attempt):
                return attempt
            case events.AttemptWaiting(message=message):
                raise RecogniserError(message)
            case events.AttemptMissed():
                return self._worker.review.attempt(event.attempt_id).result()
            case events.Trouble(message=message, fatal=True) if self._on_the_line:
                self._lost = message  # what was said until then is still heard and judged
            case events.Trouble(message=message, fatal=True):
                raise WorldError(message)
            case events.CallEnded(kept=kept):
                self._on_the_line = False
                if not kept and self._lost:
                    raise WorldError("Nothing of this call could be judged.")
                if not kept and self._hung_up:
                    return self._worker.review.attempt(event.attempt_id).result()
        return None


def read_enter(happened: queue.SimpleQueue[Any]) -> None:
    """Put every typed line into `happened`; meant for a thread of its own, which the program's end ends."""
    for line in sys.stdin:
        happened.put(line.strip())


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
