"""Lines and replies in turn: what a call back, an elevator speech and a prospect who picks up have in common.

After a reply the line's branches say what is said next. A line without branches leaves the end of the call
to the user, and a line that `ends` is the speaker's last. Who talks over a longer line is heard: the speaker
stops, and the reply has begun.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
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
    PlayMessage,
    SoundEnded,
    SoundStarted,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.records import Prompt, Scenario

SILENCE_S = 6.0
"""A reply that has not begun by then is none: over 3 s counts as stalled (peers' figures, 2b)."""
CHOICE_S = 0.4
"""How long the speaker waits for what was said to be understood: the next line starts within 0.5 s."""
CHOICE_BY_HAND_S = 1.5
"""The same where the user ends the reply with a key, often before its last pause could be heard: long enough
for a small engine to hear a reply of 20 s (1.0 s were measured), and short for a telephone."""
HEARD_AFTER_S = 0.3
"""Voice activity reports the end of speech after this much silence, so patience is counted from it."""
YIELDS_AFTER_S = 1.0
"""Two people who begin at once: within this time the speaker goes on, as somebody who has just rung does."""
LONG_WORDS = 8
"""From this many words on a line yields to an interruption, unless the scenario says otherwise: a shorter
one is over before a speaker could stop (2 to 3 s)."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """`line` while the other side speaks, `reply` while the user does, `choosing` between, then `over`."""

    scenario: Scenario
    manners: Manners
    line: Prompt
    turn: int
    """Number of the reply to `line`."""
    first: int
    """Number of the first reply."""
    state: Literal["line", "reply", "choosing", "over"] = "line"
    yielding: bool = False
    """Whether the line would stop now if the user spoke."""
    speaking: bool = False
    spoke: bool = False
    """Whether anything was said in this reply."""

    def step(self, event: CallInput) -> tuple[Conversation, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        match self.state:
            case "line":
                return self._line(event)
            case "reply":
                return self._reply(event)
            case "choosing":
                return self._choosing(event)
        return self, ()

    # ------------------------------------------------------------------ the other side speaks

    def _line(self, event: CallInput) -> tuple[Conversation, tuple[Effect, ...]]:
        match event:
            case SoundStarted(tag) if tag == self._tag and yields(self.line):
                return self, (Wait("yields", YIELDS_AFTER_S),)
            case TimePassed(tag="yields") if yields(self.line):
                return self._listen(StopPlaying()) if self.speaking else (replace(self, yielding=True), ())
            case SpeechStarted() if self.yielding:
                return replace(self, speaking=True)._listen(StopPlaying())
            case SpeechStarted() | SpeechEnded():
                return replace(self, speaking=isinstance(event, SpeechStarted)), ()
            case SoundEnded(tag) if tag == self._tag:
                return self._over(End("sent")) if self.line.ends else self._listen()
            case HangUp():
                return self._over(StopPlaying(), End("sent" if self.turn > self.first else "nothing-left"))
        return self, ()

    @property
    def _tag(self) -> str:
        return f"line-{self.line.id}"

    def _listen(self, *before: Effect) -> tuple[Conversation, tuple[Effect, ...]]:
        after = "objection" if self.line.objection else self._after
        listen = Listen(self.turn, self.line, after, with_overlap=True)
        effects: tuple[Effect, ...] = (*before, listen, Wait("limit", self.scenario.max_seconds))
        if self.line.branches and self.manners.patience_s is not None:
            effects += (Wait("silence", SILENCE_S),)
        return replace(self, state="reply", spoke=self.speaking), effects

    @property
    def _after(self) -> Literal["opening", "objection"] | None:
        return "opening" if self.turn == self.first else None

    # ------------------------------------------------------------------ the user speaks

    def _reply(self, event: CallInput) -> tuple[Conversation, tuple[Effect, ...]]:
        branches = self.line.branches
        match event:
            case SpeechStarted():
                return replace(self, speaking=True, spoke=True), ()
            case SpeechEnded() if branches:
                return replace(self, speaking=False), self._pause()
            case TimePassed(tag="patience") if self._waited_enough:
                return self._understand()
            case TimePassed(tag="silence") if not self.spoke:
                return self._understand()
            case TurnDone() if branches:
                return self._understand(CHOICE_BY_HAND_S)
            case TimePassed(tag="limit"):
                return self._understand() if branches else self._over(StopListening(), End("cut-off"))
            case HangUp() | TurnDone():
                return self._over(StopListening(), End("sent"))
        return self, ()

    @property
    def _waited_enough(self) -> bool:
        return self.manners.patience_s is not None and self.spoke and not self.speaking

    def _pause(self) -> tuple[Effect, ...]:
        """The user has fallen silent: perhaps that was all."""
        guess: tuple[Effect, ...] = (Guess(),) if self.manners.guesses else ()
        if self.manners.patience_s is None:
            return guess
        return (*guess, Wait("patience", max(0.0, self.manners.patience_s - HEARD_AFTER_S)))

    def _understand(self, choice_s: float = CHOICE_S) -> tuple[Conversation, tuple[Effect, ...]]:
        effects = (StopListening(), Choose(self.turn, self.line), Wait("choice", choice_s))
        return replace(self, state="choosing"), effects

    def _choosing(self, event: CallInput) -> tuple[Conversation, tuple[Effect, ...]]:
        match event:
            case Chosen(to):
                return self._next(to)
            case TimePassed(tag="choice"):
                usual = self.line.branches[-1].to
                return self._next(usual, Note("chose-without-hearing", usual))
            case HangUp():
                return self._over(End("sent"))
        return self, ()

    def _next(self, line_id: str, *before: Effect) -> tuple[Conversation, tuple[Effect, ...]]:
        line = line_of(self.scenario, line_id)
        talk = Conversation(self.scenario, self.manners, line, self.turn + 1, self.first)
        return talk, (*before, *_sounds(self.scenario, line))

    def _over(self, *effects: Effect) -> tuple[Conversation, tuple[Effect, ...]]:
        return replace(self, state="over"), effects


def say(
    scenario: Scenario, manners: Manners, line: Prompt, *, turn: int
) -> tuple[Conversation, tuple[Effect, ...]]:
    """A conversation begins: the other side says `line`, which reply number `turn` answers."""
    return Conversation(scenario, manners, line, turn, turn), _sounds(scenario, line)


def _sounds(scenario: Scenario, line: Prompt) -> tuple[Effect, ...]:
    """What is heard when `line` is said."""
    play = Play(f"line-{line.id}", line.audio, line)
    if line.plays_message:
        return PlayMessage("message", line_of(scenario, line.plays_message)), play
    return (play,)


def yields(line: Prompt) -> bool:
    """Whether the speaker stops when the user talks over this line."""
    if line.yields is not None:
        return line.yields
    return not line.ends and len(line.text.split()) >= LONG_WORDS


def line_of(scenario: Scenario, line_id: str) -> Prompt:
    """The line of that id; the scenario's rules see to it that there is one."""
    return next(prompt for prompt in scenario.prompts if prompt.id == line_id)
