"""Voicemail: dial tone, ring-back, the prospect's greeting, a beep; then the message, until hang-up.

At the mailbox's limit a second beep cuts the message off. Some mailboxes have a menu: # ends the message,
then 1 plays it, 2 records it again and 3 sends it, as hanging up does. Some prospects pick up after all: then
there is no message, but a conversation (`conversation`). Where that has to be reckoned with, the user may say
before it what they set out to sell.
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
    KeyPressed,
    Listen,
    Manners,
    Note,
    Play,
    PlayTake,
    SoundEnded,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
)
from trainer.drills.conversation import Conversation, line_of, say
from trainer.records import SELLING, Scenario

MENU_KEY, LISTEN_KEY, AGAIN_KEY, SEND_KEY = "#", "1", "2", "3"
MENU_WAIT_S = 8.0
"""After its menu the mailbox waits so long for a key, then sends the message."""

LONGEST_MENU_S = 30.0

State = Literal["idle", "dialling", "message", "menu", "again", "full", "talking", "over"]


@dataclass(frozen=True, slots=True)
class Voicemail:
    """`idle` until begun, `dialling` until the beep is over, `message` until the end, then `over`.

    `menu` while the mailbox offers its keys, `again` until the beep of another go, `full` during the beep
    that cuts a message off; `talking` until `talk` is over if somebody picks up.
    """

    scenario: Scenario
    manners: Manners
    state: State = "idle"
    talk: Conversation | None = None
    asked: bool = False
    """Whether the user may still say what they sell."""

    def step(self, event: CallInput) -> tuple[Voicemail, tuple[Effect, ...]]:
        """See `trainer.drills.Machine`."""
        if self.asked and isinstance(event, Decide) and event.what in SELLING:
            return replace(self, asked=False), (Note("selling", event.what),)
        match self.state:
            case "idle" if event == Begin():
                return self._dial()
            case "dialling":
                return self._dialling(event)
            case "message":
                return self._message(event)
            case "menu":
                return self._menu(event)
            case "again":
                return self._again(event)
            case "full" if event == HangUp():
                return self._over(StopPlaying(), End("cut-off"))
            case "full" if event == SoundEnded("full"):
                return self._over(End("cut-off"))
            case "talking" if self.talk:
                talk, effects = self.talk.step(event)
                return replace(self, talk=talk), effects
        return self, ()

    def _dial(self) -> tuple[Voicemail, tuple[Effect, ...]]:
        scenario = self.scenario
        rings = (Play(f"ring-back-{number}", "ring-back") for number in range(scenario.ring_backs))
        asked = asks_what_is_sold(scenario)
        ask = (Ask("selling", SELLING),) if asked else ()
        dialled = (*ask, *self._other_messages(), Play("dial", "dial"), *rings)
        if scenario.picks_up:
            hello = line_of(scenario, scenario.picks_up)
            talk, effects = say(scenario, self.manners, hello, turn=0)
            return replace(self, state="talking", talk=talk, asked=asked), (*dialled, *effects)
        greeting = scenario.prompts[0]
        speak = (Play("greeting", greeting.audio, greeting), Play("beep", "beep"))
        return replace(self, state="dialling", asked=asked), (*dialled, *speak)

    def _other_messages(self) -> tuple[Play, ...]:
        """What other sellers have left in this mailbox, each with the beep after it."""
        lines = [line_of(self.scenario, other) for other in self.scenario.others]
        return tuple(
            play
            for line in lines
            for play in (Play(f"other-{line.id}", line.audio, line), Play(f"after-{line.id}", "beep"))
        )

    def _dialling(self, event: CallInput) -> tuple[Voicemail, tuple[Effect, ...]]:
        match event:
            case SoundEnded(tag="beep"):
                return self._listen(Listen(0, self.scenario.prompts[0]))
            case HangUp():
                return self._over(StopPlaying(), End("nothing-left"))
        return self, ()

    def _listen(self, listen: Listen) -> tuple[Voicemail, tuple[Effect, ...]]:
        return replace(self, state="message"), (listen, Wait("limit", self.scenario.max_seconds))

    def _message(self, event: CallInput) -> tuple[Voicemail, tuple[Effect, ...]]:
        match event:
            case HangUp() | TurnDone():
                return self._over(StopListening(), End("sent"))
            case TimePassed(tag="limit"):
                beep = (StopListening(), Note("mailbox-full"), Play("full", "beep"))
                return replace(self, state="full"), beep
            case KeyPressed(key) if key == MENU_KEY and self.scenario.menu:
                return self._offer(StopListening())
        return self, ()

    # ------------------------------------------------------------------ the mailbox's menu

    def _offer(self, *before: Effect) -> tuple[Voicemail, tuple[Effect, ...]]:
        assert self.scenario.menu
        menu = line_of(self.scenario, self.scenario.menu)
        # The wait of an earlier menu must not end this one, which lasts as long as what it plays.
        patience = Wait("menu", self.scenario.max_seconds + LONGEST_MENU_S)
        return replace(self, state="menu"), (*before, Play("menu", menu.audio, menu), patience)

    def _menu(self, event: CallInput) -> tuple[Voicemail, tuple[Effect, ...]]:
        match event:
            case KeyPressed(key) if key == LISTEN_KEY:
                return self._offer(StopPlaying(), PlayTake("own-take"))
            case KeyPressed(key) if key == AGAIN_KEY:
                return replace(self, state="again"), (StopPlaying(), Play("beep", "beep"))
            case SoundEnded(tag="menu"):
                return self, (Wait("menu", MENU_WAIT_S),)
            case KeyPressed(key) if key != SEND_KEY:
                return self._offer(StopPlaying())
            case KeyPressed() | HangUp() | TurnDone() | TimePassed(tag="menu"):
                return self._over(StopPlaying(), End("sent"))
        return self, ()

    def _again(self, event: CallInput) -> tuple[Voicemail, tuple[Effect, ...]]:
        match event:
            case SoundEnded(tag="beep"):
                return self._listen(Listen(0, self.scenario.prompts[0], replaces="re-record"))
            case HangUp():
                return self._over(StopPlaying(), End("sent"))
        return self, ()

    def _over(self, *effects: Effect) -> tuple[Voicemail, tuple[Effect, ...]]:
        return replace(self, state="over", asked=False), effects


def asks_what_is_sold(scenario: Scenario) -> bool:
    """Whether the user is asked before the call what they sell: where they cannot know who answers."""
    return bool(scenario.picks_up) or scenario.may_pick_up


def start(scenario: Scenario, manners: Manners) -> Voicemail:
    """The drill before it begins."""
    return Voicemail(scenario, manners)
