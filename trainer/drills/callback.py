"""Call back: the phone rings, the user picks up and may greet; the caller speaks, the user answers.

Turn 0 is the greeting after pick-up (up to 1.5 s of waiting for it); turn 1 answers the caller's first line,
turn 2 the next, and so on. After a reply the line's branches say what the caller says next; a line without
branches leaves the end of the call to the user, and a line that `ends` is the caller's last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
    Answer,
    Begin,
    CallInput,
    Choose,
    Chosen,
    Effect,
    End,
    Guess,
    HangUp,
    Listen,
    Manners,
    Note,
    Play,
    Rung,
    SoundEnded,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.records import Prompt, Scenario

RINGS = 5
RING_CADENCE_S = 6.0
"""One ring in six seconds (the usual cadence): five rings are 30 s, then the call is missed."""
GREETING_WAIT_S = 1.5
"""How long the caller waits for the user to say hello before speaking."""
GREETING_PAUSE_S = 0.5
"""Silence that ends the user's greeting."""
GREETING_LIMIT_S = 8.0
"""A greeting that goes on is interrupted, as a real caller would."""
SILENCE_S = 6.0
"""A reply that has not begun by then is none: over 3 s counts as stalled (peers' figures, 2b)."""
CHOICE_S = 0.4
"""How long the caller waits for what was said to be understood: the next line starts within 0.5 s."""
HEARD_AFTER_S = 0.3
"""Voice activity reports the end of speech after this much silence, so patience is counted from it."""

State = Literal["idle", "ringing", "greeting", "line", "reply", "choosing", "over"]


@dataclass(frozen=True, slots=True)
class CallBack:
    """`idle`, `ringing`, `greeting` (the user's hello), then `line`, `reply` and `choosing` until `over`."""

    scenario: Scenario
    manners: Manners
    state: State = "idle"
    ring: int = 0
    line: Prompt | None = None
    turn: int = 0
    speaking: bool = False
    spoke: bool = False
    """Whether anything was said in this reply."""

    def step(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        match self.state:
            case "ringing":
                return self._ringing(event)
            case "greeting":
                return self._greeting(event)
            case "line":
                return self._line(event)
            case "reply":
                return self._reply(event)
            case "choosing":
                return self._choosing(event)
        return self._ring() if self.state == "idle" and event == Begin() else (self, ())

    # ------------------------------------------------------------------ until the caller speaks

    def _ringing(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        match event:
            case TimePassed(tag="ring") if self.ring < RINGS:
                return self._ring()
            case TimePassed(tag="ring") | HangUp():
                return self._over(StopPlaying(), End("missed"))
            case Answer():
                wait = Wait("greeting", GREETING_WAIT_S)
                return replace(self, state="greeting"), (StopPlaying(), Listen(0, None), wait)
        return self, ()

    def _ring(self) -> tuple[CallBack, tuple[Effect, ...]]:
        ring = self.ring + 1
        effects = (Rung(ring, RINGS), Play(f"ring-{ring}", "ring"), Wait("ring", RING_CADENCE_S))
        return replace(self, state="ringing", ring=ring), effects

    def _greeting(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        match event:
            case SpeechStarted():
                return self, (Wait("greeting", GREETING_LIMIT_S),)
            case SpeechEnded():
                return self, (Wait("greeting", GREETING_PAUSE_S),)
            case TimePassed(tag="greeting") | TurnDone():
                return self._say(self.scenario.prompts[0], StopListening())
            case HangUp():
                return self._over(StopListening(), End("nothing-left"))
        return self, ()

    # ------------------------------------------------------------------ line and reply

    def _say(self, line: Prompt, *before: Effect) -> tuple[CallBack, tuple[Effect, ...]]:
        return replace(self, state="line", line=line), (*before, Play(f"line-{line.id}", line.audio, line))

    def _line(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        line = self.line
        match event:
            case SoundEnded(tag) if line and tag == f"line-{line.id}":
                return self._over(End("sent")) if line.ends else self._listen(line)
            case HangUp():
                return self._over(StopPlaying(), End("sent" if self.turn else "nothing-left"))
        return self, ()

    def _listen(self, line: Prompt) -> tuple[CallBack, tuple[Effect, ...]]:
        turn = self.turn + 1
        after: Literal["opening", "objection"] | None = "opening" if turn == 1 else None
        listen = Listen(turn, line, "objection" if line.objection else after)
        effects: tuple[Effect, ...] = (listen, Wait("limit", self.scenario.max_seconds))
        if line.branches and self.manners.patience_s is not None:
            effects += (Wait("silence", SILENCE_S),)
        return replace(self, state="reply", turn=turn, speaking=False, spoke=False), effects

    def _reply(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        patience_s, branches = self.manners.patience_s, self.line.branches if self.line else ()
        match event:
            case SpeechStarted():
                return replace(self, speaking=True, spoke=True), ()
            case SpeechEnded() if branches and patience_s is not None:
                pause = Wait("patience", max(0.0, patience_s - HEARD_AFTER_S))
                return replace(self, speaking=False), (Guess(), pause)
            case TimePassed(tag="patience") if self.spoke and not self.speaking:
                return self._understand()
            case TimePassed(tag="silence") if not self.spoke:
                return self._understand()
            case TurnDone() if branches:
                return self._understand()
            case TimePassed(tag="limit"):
                return self._understand() if branches else self._over(StopListening(), End("cut-off"))
            case HangUp() | TurnDone():
                return self._over(StopListening(), End("sent"))
        return self, ()

    def _understand(self) -> tuple[CallBack, tuple[Effect, ...]]:
        assert self.line
        effects = (StopListening(), Choose(self.turn, self.line), Wait("choice", CHOICE_S))
        return replace(self, state="choosing"), effects

    def _choosing(self, event: CallInput) -> tuple[CallBack, tuple[Effect, ...]]:
        assert self.line
        match event:
            case Chosen(to):
                return self._say(self._prompt(to))
            case TimePassed(tag="choice"):
                usual = self.line.branches[-1].to
                return self._say(self._prompt(usual), Note("chose-without-hearing", usual))
            case HangUp():
                return self._over(End("sent"))
        return self, ()

    def _prompt(self, line_id: str) -> Prompt:
        return next(prompt for prompt in self.scenario.prompts if prompt.id == line_id)

    def _over(self, *effects: Effect) -> tuple[CallBack, tuple[Effect, ...]]:
        return replace(self, state="over"), effects


def start(scenario: Scenario, manners: Manners) -> CallBack:
    """The drill before it begins."""
    return CallBack(scenario, manners)


def most_replies(scenario: Scenario) -> int:
    """Replies in the longest call that the branches of `scenario` allow, without the greeting."""
    lines = {prompt.id: prompt for prompt in scenario.prompts}

    def from_line(line: Prompt) -> int:
        return 0 if line.ends else 1 + max((from_line(lines[one.to]) for one in line.branches), default=0)

    return from_line(scenario.prompts[0])
