"""Draw the line: one prospect, try after try, across days that pass at once.

At each point the user calls, calls and leaves a message, waits, looks for another way to reach the person
(article 003: there always is one) or moves on to somebody new (article 001); both end the run. What a try
meets is told by the scenario in order; once its tries are used up, every call meets the mailbox again. Time
passes only by waiting: two calls without a wait between them are made at the same moment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from trainer.drills import (
    Ask,
    Begin,
    CallInput,
    Decide,
    Effect,
    End,
    HangUp,
    Manners,
    Note,
    Play,
    SoundEnded,
    StopPlaying,
    TurnDone,
)
from trainer.records import PUTS_OFF, Calendar, Prompt, Reading, Scenario, Try, TryMade

CHOICES = ("call", "leave", "wait", "another-way", "move-on")
WAITS = (
    ("wait=14400", "Wait until later today"),
    ("wait=86400", "Wait a day"),
    ("wait=172800", "Wait two days"),
    ("wait=604800", "Wait a week"),
)
"""The waits that are offered, as choices and in words; any other "wait=SECONDS" is as good."""
READINGS = ("interest", "brush-off", "neither")
ASKED_ABOUT = PUTS_OFF | {"assistant"}
"""What is worth a thought: a person said something, or the greeting is news. Asking of these alike gives
nothing away."""
MOST_TRIES = 20
"""The longest line that article 001 draws is 15; five tries past it say enough."""
RING_OUT = 2
"""Ring-backs of a try that nobody answers."""

FIRST_MINUTE = 9 * 60 + 30
LAST_MINUTE = 17 * 60 + 30
"""Office hours, in minutes from midnight: waiting past them leads to the next morning."""
_DAY_S = 24 * 3600
_WEEK_DAYS, _WORKING_DAYS = 7, 5

Step = tuple["DrawTheLine", tuple[Effect, ...]]


@dataclass(frozen=True, slots=True)
class DrawTheLine:
    """`idle`, `deciding` what to do next, `trying` (a line is heard), `reading` what it meant, `over`."""

    scenario: Scenario
    state: Literal["idle", "deciding", "trying", "reading", "over"] = "idle"
    calendar: Calendar = Calendar(day=1, minute=FIRST_MINUTE)  # noqa: RUF009 - frozen
    last_sound: str = ""
    """Tag of the sound that ends the try."""

    def step(self, event: CallInput) -> Step:
        """See `trainer.drills.Machine`."""
        match self.state:
            case "idle" if event == Begin():
                return self._ask()
            case "deciding":
                return self._deciding(event)
            case "trying":
                return self._trying(event)
            case "reading":
                return self._reading(event)
        return self, ()

    def _ask(self, *before: Effect) -> Step:
        calendar = replace(self.calendar, since=self._next_try().since)
        deciding = replace(self, state="deciding", calendar=calendar)
        return deciding, (*before, Ask("next-try", CHOICES, calendar))

    def _deciding(self, event: CallInput) -> Step:
        match event:
            case Decide(what="call"):
                return self._try(left=False)
            case Decide(what="leave"):
                return self._try(left=True)
            case Decide(what) if (seconds := wait_seconds(what)) is not None:
                return replace(self, calendar=after(self.calendar, seconds))._ask()
            case Decide(what="another-way"):
                return self._over(Note("way", "another"), End("sent"))
            case Decide(what="move-on"):
                return self._over(Note("moved-on", f"day {self.calendar.day}"), End("sent"))
            case HangUp():
                return self._over(End("sent"))
        return self, ()

    def _try(self, *, left: bool) -> Step:
        now, met = self.calendar, self._next_try()
        made = TryMade(day=now.day, minute=now.minute, left=left, meets=met.meets)
        notes = (Note("try", told(made)), Note("met", met.meets))
        sounds = self._sounds(met, left)
        trying = replace(
            self, state="trying", calendar=replace(now, made=(*now.made, made)), last_sound=sounds[-1].tag
        )
        return trying, (*notes, *sounds)

    def _sounds(self, met: Try, left: bool) -> tuple[Play, ...]:
        line = self._line(met)
        if line is None:
            return tuple(Play(f"ring-back-{n}", "ring-back") for n in range(RING_OUT))
        sounds = (Play("ring-back", "ring-back"), Play("line", line.audio, line))
        return (*sounds, Play("beep", "beep")) if left and met.meets != "assistant" else sounds

    def _trying(self, event: CallInput) -> Step:
        match event:
            case SoundEnded(tag) if tag == self.last_sound:
                return self._tried()
            case HangUp() | TurnDone():
                return self._tried(StopPlaying())
        return self, ()

    def _tried(self, *before: Effect) -> Step:
        made = self.calendar.made
        if made[-1].meets in ASKED_ABOUT:
            ask = Ask("reading", READINGS, self.calendar)
            return replace(self, state="reading"), (*before, ask)
        return self._next(*before)

    def _reading(self, event: CallInput) -> Step:
        match event:
            case Decide(what) if what in READINGS:
                return self._taken_for(what)._next(Note("read", what))
            case TurnDone():
                return self._next()
            case HangUp():
                return self._over(End("sent"))
        return self, ()

    def _taken_for(self, reading: str) -> DrawTheLine:
        *earlier, last = self.calendar.made
        taken = next((one for one in get_args(Reading) if one == reading), None)
        made = (*earlier, replace(last, taken_for=taken))
        return replace(self, calendar=replace(self.calendar, made=made))

    def _next(self, *before: Effect) -> Step:
        if len(self.calendar.made) >= MOST_TRIES:
            return self._over(*before, End("sent"))
        return self._ask(*before)

    def _next_try(self) -> Try:
        tries, number = self.scenario.tries, len(self.calendar.made)
        if number < len(tries):
            return tries[number]
        mailbox = next(one for one in tries if one.meets == "mailbox")
        return replace(mailbox, since="")

    def _line(self, met: Try) -> Prompt | None:
        return next((prompt for prompt in self.scenario.prompts if prompt.id == met.line), None)

    def _over(self, *effects: Effect) -> Step:
        return replace(self, state="over"), effects


def wait_seconds(choice: str) -> float | None:
    """Simulated seconds of the choice "wait=SECONDS"; None for any other choice."""
    what, _, seconds = choice.partition("=")
    if what != "wait":
        return None
    try:
        return max(0.0, float(seconds))
    except ValueError:
        return None


def after(now: Calendar, seconds: float) -> Calendar:
    """`now` and `seconds` of simulated time later, within office hours.

    Whole days keep the time of day; only working days are counted, five to a week. Less than half a day
    leads to later the same day, or to the next morning where the office would be closed.
    """
    days = round(seconds / _DAY_S)
    if days:
        weeks, rest = divmod(days, _WEEK_DAYS)
        return replace(now, day=now.day + weeks * _WORKING_DAYS + min(rest, _WORKING_DAYS))
    minute = now.minute + round(seconds / 60)
    if minute > LAST_MINUTE:
        return replace(now, day=now.day + 1, minute=FIRST_MINUTE)
    return replace(now, minute=minute)


def told(made: TryMade) -> str:
    """ "day 3 10:15 message": a try as it is stored with the attempt's events."""
    return f"day {made.day} {made.minute // 60:02}:{made.minute % 60:02} {'message' if made.left else 'call'}"


def start(scenario: Scenario, _manners: Manners) -> DrawTheLine:
    """The drill before it begins."""
    return DrawTheLine(scenario)
