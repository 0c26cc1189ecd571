"""The ambush's timetable: when the phone may ring by surprise, and who calls.

Pure: the time (an aware local `datetime`) and the randomness are handed in. Moments are kept as UTC seconds
(`_utc_s`), so that neither a change of time zone nor summer time moves them; quiet hours and the day's count
follow the wall clock that the person sees. The chosen moment belongs on no screen and in no log.

What happens when things get in the way:

- The computer sleeps past the moment but wakes within the window: it rings then. Past the window: the window
  has lapsed, and nothing rings late.
- A call, a microphone test, quiet hours or the daily cap at the moment: it waits, at most until the window
  ends.
- The clock is put forward: as after sleep. Put back to before the window was opened: what "the next 40
  minutes" meant can no longer be known, so the window has lapsed. A smaller step back only delays the ring.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from trainer.records import Scenario

SNOOZE_S = 300
"""Not now: it rings again after five minutes."""
PATIENCE_S = 300
"""How long after its moment a snoozed ring may still come, where a call is in its way."""
STEP_S = 5
"""A moment is one of those that lie this far apart in the window."""
CLOCK_SLACK_S = 60
"""A clock that is put right by less than this has not been changed."""
MINUTES_A_DAY = 24 * 60

Verdict = Literal["wait", "ring", "lapsed"]
Refusal = Literal["no-time-left", "quiet-hours", "cap-reached"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When it may ring at all. Minutes since midnight on the wall clock."""

    opens_min: int = 9 * 60
    closes_min: int = 17 * 60
    """Not at or after it. Before `opens_min`: the hours run past midnight; equal to it: all day."""
    most_a_day: int = 3
    """Rings a day; one that was snoozed counts once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Some time in the next `minutes`; 2 is the quick variant, 0 is now."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Some time today between two times, in minutes since midnight; what is past of it is left out."""

    from_min: int
    until_min: int


Choice = Within | Today


@dataclass(frozen=True, slots=True, kw_only=True)
class Armed:
    """An open window and the moment that was drawn in it."""

    from_utc_s: float
    until_utc_s: float
    moment_utc_s: float
    snoozed: bool = False
    """This ring has rung before and is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """What is remembered between two starts."""

    armed: Armed | None = None
    day: str = ""
    """The local date (ISO 8601) that `rings` counts."""
    rings: int = 0
    last_prospect: str | None = None
    """Id of the one who rang last."""


def rings_on(diary: Diary, now: datetime) -> int:
    """Rings so far on the local day of `now`."""
    return diary.rings if diary.day == now.date().isoformat() else 0


def is_open(rules: Rules, now: datetime) -> bool:
    """Whether `now` is outside the quiet hours."""
    minute = now.hour * 60 + now.minute
    if rules.opens_min == rules.closes_min:
        return True
    if rules.opens_min < rules.closes_min:
        return rules.opens_min <= minute < rules.closes_min
    return minute >= rules.opens_min or minute < rules.closes_min


def arm(choice: Choice, now: datetime, rules: Rules, diary: Diary, rng: random.Random) -> Diary | Refusal:
    """Open a window and draw its moment, each allowed one as likely as the next.

    Returns why not, where no moment of the window is allowed: "no-time-left" (the times have passed),
    "quiet-hours" (all of it) or "cap-reached".
    """
    first, last = _bounds(choice, now)
    if last < first:
        return "no-time-left"
    seconds = range(0, int((last - first).total_seconds()) + 1, STEP_S)
    local = [(first + timedelta(seconds=at)).astimezone(now.tzinfo) for at in seconds]
    awake = [moment for moment in local if is_open(rules, moment)]
    if not awake:
        return "quiet-hours"
    allowed = [moment for moment in awake if rings_on(diary, moment) < rules.most_a_day]
    if not allowed:
        return "cap-reached"
    armed = Armed(
        from_utc_s=now.timestamp(),
        until_utc_s=last.timestamp(),
        moment_utc_s=rng.choice(allowed).timestamp(),
    )
    return replace(diary, armed=armed)


def disarm(diary: Diary) -> Diary:
    """Close the window; what has rung stays counted."""
    return replace(diary, armed=None)


def due(armed: Armed, now: datetime, rules: Rules, diary: Diary, *, busy: bool) -> Verdict:
    """What to do at `now`; `busy` while a call is on or the microphone is being tested."""
    at = now.timestamp()
    if at > armed.until_utc_s or at < armed.from_utc_s - CLOCK_SLACK_S:
        return "lapsed"
    capped = not armed.snoozed and rings_on(diary, now) >= rules.most_a_day
    if at < armed.moment_utc_s or busy or capped or not is_open(rules, now):
        return "wait"
    return "ring"


def rung(diary: Diary, now: datetime, prospect: str) -> Diary:
    """It rings at `now`: counted once, and the window is closed."""
    again = diary.armed is not None and diary.armed.snoozed
    rings = rings_on(diary, now) + (0 if again else 1)
    return Diary(day=now.date().isoformat(), rings=rings, last_prospect=prospect)


def snooze(diary: Diary, now: datetime) -> Diary:
    """Not now: the same ring again in five minutes, quiet hours permitting, whatever the window was."""
    moment = now.timestamp() + SNOOZE_S
    armed = Armed(
        from_utc_s=now.timestamp(), until_utc_s=moment + PATIENCE_S, moment_utc_s=moment, snoozed=True
    )
    return replace(diary, armed=armed)


def caller(scenarios: Iterable[Scenario], diary: Diary, rng: random.Random) -> Scenario | None:
    """Who calls: any call back, but not the prospect who rang last unless there is no other; None: nobody."""
    calls = [scenario for scenario in scenarios if scenario.kind == "callback"]
    others = [scenario for scenario in calls if scenario.prospect.id != diary.last_prospect]
    return rng.choice(others or calls) if calls else None


def _bounds(choice: Choice, now: datetime) -> tuple[datetime, datetime]:
    """First and last moment as UTC, in which a second is always a second."""
    start = now.astimezone(UTC)
    if isinstance(choice, Within):
        return start, start + timedelta(minutes=choice.minutes)
    return max(start, _at(now, choice.from_min)), _at(now, choice.until_min)


def _at(now: datetime, minute: int) -> datetime:
    """That minute of the local day of `now`; 1440 is its last second."""
    wall = time(23, 59, 59) if minute >= MINUTES_A_DAY else time(minute // 60, minute % 60)
    return datetime.combine(now.date(), wall, now.tzinfo).astimezone(UTC)
