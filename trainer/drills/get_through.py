"""Get through: menus, operators and administrators stand before the person; keys and words get round them.

The lines of a scenario are a graph. A menu leads on by keys (a key that it does not have repeats it, nothing
pressed takes its timeout); whoever answers in person talks as in a call back (`conversation`). A line may say
what it reaches and which of article 003's ways led there. A call that reaches nothing may be followed by
another one, at another time of day; up to `MOST_CALLS` make one attempt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from trainer.drills import (
    Ask,
    Begin,
    CallInput,
    Decide,
    Effect,
    End,
    HangUp,
    HearAgain,
    KeyPressed,
    Listen,
    Manners,
    Note,
    Play,
    SoundEnded,
    SoundStarted,
    StopPlaying,
    TimePassed,
    Wait,
)
from trainer.drills.conversation import Conversation, line_of, say
from trainer.records import Prompt, Scenario, TimeOfDay
from trainer.ways import HELPFUL, WAY_OF_TIME

MOST_CALLS = 3
"""Calls in one attempt: the first way and two more (ours)."""
MENU_WAIT_S = 5.0
"""How long a menu waits for a key after it has been read; telephone systems wait 3 to 10 s."""
RING_BACKS = 2
ANY_TIME: tuple[TimeOfDay, ...] = ("hours",)
_NAMED_KEYS = {"*": "star", "#": "hash"}


def key_tone(key: str) -> str:
    """The name of the tone that a key of the telephone makes."""
    return f"key-{_NAMED_KEYS.get(key, key)}"


@dataclass(frozen=True, slots=True)
class GetThrough:
    """`asking` when to call; `ringing` until a menu answers, in the `menu` or `waiting` for its key; or in a
    `talk` with whoever answers; then `over`."""

    scenario: Scenario
    manners: Manners
    state: Literal["idle", "asking", "ringing", "menu", "waiting", "talk", "over"] = "idle"
    call: int = 0
    menu: Prompt | None = None
    talk: Conversation | None = None
    replies: int = 0
    """Replies that the user has begun, over all calls."""
    sounds: int = 0
    """Menus and calls begun: a menu's tag is its own, so that the end of one cut short ends no other."""
    tried: bool = False
    """Whether a key was pressed or a line came to its goal: there is something to judge."""
    helped: bool = False
    """Whether something helpful has been reached."""

    def step(self, event: CallInput) -> tuple[GetThrough, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        match self.state:
            case "asking":
                return self._asking(event)
            case "ringing" if event == SoundStarted(self._tag):
                return replace(self, state="menu"), ()
            case "ringing" if not isinstance(event, HangUp):  # a key is no use before anything answers
                return self, ()
            case "ringing" | "menu" | "waiting":
                return self._in_menu(event)
            case "talk":
                return self._in_talk(event)
        return self._ask() if self.state == "idle" and event == Begin() else (self, ())

    # ------------------------------------------------------------------ placing a call

    def _ask(self, *before: Effect) -> tuple[GetThrough, tuple[Effect, ...]]:
        times = tuple(self.scenario.times) or ANY_TIME
        return replace(self, state="asking"), (*before, Ask("when-to-call", times))

    def _asking(self, event: CallInput) -> tuple[GetThrough, tuple[Effect, ...]]:
        match event:
            case Decide("before" | "hours" | "after" as when) if when in (self.scenario.times or ANY_TIME):
                return self._dial(when)
            case HangUp():
                return self._over(End("sent" if self.replies or self.tried else "nothing-left"))
        return self, ()

    def _dial(self, when: TimeOfDay) -> tuple[GetThrough, tuple[Effect, ...]]:
        first = self.scenario.times.get(when, self.scenario.prompts[0].id)
        by_time = (Note("way", WAY_OF_TIME[when]),) if when in WAY_OF_TIME else ()
        rings = tuple(Play(f"ring-back-{ring}", "ring-back") for ring in range(RING_BACKS))
        before = (Note("dialled", when), *by_time, Play("dial", "dial"), *rings)
        answered, effects = replace(self, call=self.call + 1)._arrive(first, *before)
        return replace(answered, state="ringing") if answered.state == "menu" else answered, effects

    def _arrive(self, line_id: str, *before: Effect) -> tuple[GetThrough, tuple[Effect, ...]]:
        """The line `line_id` answers."""
        line = line_of(self.scenario, line_id)
        way: tuple[Effect, ...] = (Note("way", line.way),) if line.way else ()
        reached: tuple[Effect, ...] = (Note("reached", line.reaches),) if line.reaches else ()
        helped, tried = self.helped or line.reaches in HELPFUL, self.tried or bool(line.reaches)
        here = replace(self, helped=helped, tried=tried)
        there, effects = here._read(line) if line.keys else here._begin_talk(line)
        return there, (*before, *way, *reached, *effects)

    # ------------------------------------------------------------------ recorded menus

    def _read(self, menu: Prompt) -> tuple[GetThrough, tuple[Effect, ...]]:
        reading = replace(self, state="menu", menu=menu, talk=None, sounds=self.sounds + 1)
        return reading, (Play(reading._tag, menu.audio, menu),)

    @property
    def _tag(self) -> str:
        return f"menu-{self.sounds}"

    def _in_menu(self, event: CallInput) -> tuple[GetThrough, tuple[Effect, ...]]:
        assert self.menu
        match event:
            case SoundEnded(tag) if tag == self._tag:
                return replace(self, state="waiting"), (Wait("menu", MENU_WAIT_S),)
            case KeyPressed(key):
                tone = Play(f"key-{self.sounds}", key_tone(key))
                following = self.menu.keys.get(key, self.menu.id)
                return replace(self, tried=True)._arrive(following, StopPlaying(), tone)
            case HearAgain():
                return self._arrive(self.menu.id, StopPlaying())
            case TimePassed(tag="menu") if self.state == "waiting":
                return self._arrive(self.menu.timeout_to or self.menu.id)
            case HangUp():
                return self._call_over(StopPlaying())
        return self, ()

    # ------------------------------------------------------------------ somebody in person

    def _begin_talk(self, line: Prompt) -> tuple[GetThrough, tuple[Effect, ...]]:
        talk, effects = say(self.scenario, self.manners, line, turn=self.replies)
        return replace(self, state="talk", talk=talk, menu=None), effects

    def _in_talk(self, event: CallInput) -> tuple[GetThrough, tuple[Effect, ...]]:
        assert self.talk
        if isinstance(event, KeyPressed):  # nobody who speaks is interrupted by a tone
            heard = self.talk.state == "reply"
            return self, (Play("key", key_tone(event.key)),) if heard else ()
        before = self.talk
        talk, effects = before.step(event)
        begun = sum(isinstance(effect, Listen) for effect in effects)
        here = replace(self, talk=talk, replies=self.replies + begun)
        if talk.state == "over":
            return here._call_over(*(effect for effect in effects if not isinstance(effect, End)))
        if before.state == "choosing" and talk.state == "line":
            return here._arrive(talk.line.id, *(effect for effect in effects if isinstance(effect, Note)))
        return here, effects

    # ------------------------------------------------------------------ the end

    def _call_over(self, *effects: Effect) -> tuple[GetThrough, tuple[Effect, ...]]:
        """This call is over; another one may follow while nothing helpful was reached."""
        if self.helped or self.call >= MOST_CALLS:
            return self._over(*effects, End("sent"))
        return self._ask(*effects)

    def _over(self, *effects: Effect) -> tuple[GetThrough, tuple[Effect, ...]]:
        return replace(self, state="over"), effects


def start(scenario: Scenario, manners: Manners) -> GetThrough:
    """The drill before it begins."""
    return GetThrough(scenario, manners)
