"""The ambush's timetable: when the phone may ring by surprise, and who calls.

Pure: the time (an aware local `datetime`) and the randomness are handed in. Moments are kept as UTC seconds
(`_utc_s`), so that neither a change of time zone nor summer time moves them; quiet hours and the day's count
follow the wall clock that the person sees. The chosen moment belongs on no screen and in no log.

What happens when things get in the way:

- The computer sleeps past the moment but wakes within the window: it rings then. Past the window: the window
  has lapsed, and nothing rings late.
- A call, a microphone test, no microphone, quiet hours or the daily cap at the moment: it waits, at most
  until the window ends.
- The computer or the program is restarted: the diary (trainer/ambush_keeper.py) remembers the window.
- The clock is put forward: as after sleep. Put back to before the window was opened: what "the next 40
  minutes" meant can no longer be known, so the window has lapsed. A smaller step back only delays the ring.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from trainer.records import Scenario
from trainer.settings import AmbushRules

SNOOZE_S = 300
"""Not now: it rings again after five minutes."""
PATIENCE_S = 300
"""How long after its moment a snoozed ring may still come, where a call is in its way."""
STEP_S = 5
"""A moment is one of those that lie this far apart in the window; the last one still leaves time to ring."""
QUICK_MIN = 2
"""Who asks to be rung within so few minutes sits there and waits for it."""
NOW_PATIENCE_S = 60
"""How long a ring that was asked for now may wait for a call that is just ending."""
CLOCK_SLACK_S = 60
"""A clock that is put right by less than this has not been changed."""
MINUTES_A_DAY = 24 * 60

Verdict = Literal["wait", "ring", "lapsed"]
Refusal = Literal["no-time-left", "quiet-hours", "cap-reached"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Some time in the next `minutes`; 2 is the quick variant, 0 is now.

    Who asks for a ring now, or within `QUICK_MIN`, is there: hours, quiet hours and the cap do not bind it.
    """

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
    asked_for: bool = False
    """Now, within two minutes, or again after "not now": whatever the hours and the cap, and not counted."""
    scenario_id: str | None = None
    """Who rings again after "not now"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A ring that nobody answered, until it is called back or the day is over."""

    scenario_id: str
    at_utc_s: float
    why: str = ""
    """What kept it from sounding; "": it rang, and nobody answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """What is remembered between two starts."""

    armed: Armed | None = None
    day: str = ""
    """The local date (ISO 8601) that `rings` counts."""
    rings: int = 0
    last_prospect: str | None = None
    """Id of the one who rang last."""
    missed: Missed | None = None
    told_of_tray: bool = False
    """The user knows that closing the window leaves Ringback in the tray."""


def rings_on(diary: Diary, now: datetime) -> int:
    """Rings so far on the local day of `now`."""
    return diary.rings if diary.day == now.date().isoformat() else 0


def is_open(rules: AmbushRules, now: datetime) -> bool:
    """Whether the phone may ring at that time of day: in the hours, and not in the quiet ones."""
    minute = now.hour * 60 + now.minute
    all_day = rules.opens_min == rules.closes_min
    open_now = all_day or _between(rules.opens_min, minute, rules.closes_min)
    return open_now and not _between(rules.quiet_from_min, minute, rules.quiet_until_min)


def arm(
    choice: Choice, now: datetime, rules: AmbushRules, diary: Diary, rng: random.Random
) -> Diary | Refusal:
    """Open a window and draw its moment, each allowed one as likely as the next.

    Returns why not, where no moment of the window is allowed: "no-time-left" (the times have passed),
    "quiet-hours" (all of it is outside the hours or in the quiet ones) or "cap-reached".
    """
    if isinstance(choice, Within) and choice.minutes <= QUICK_MIN:
        at, length_s = now.timestamp(), 60 * choice.minutes
        soon = Armed(
            from_utc_s=at,
            until_utc_s=at + max(length_s, NOW_PATIENCE_S),
            moment_utc_s=rng.uniform(at, at + max(0, length_s - STEP_S)),
            asked_for=True,
        )
        return replace(diary, armed=soon)
    first, last = _bounds(choice, now)
    seconds = range(0, int((last - first).total_seconds()) - STEP_S + 1, STEP_S)
    local = [(first + timedelta(seconds=at)).astimezone(now.tzinfo) for at in seconds]
    if not local:
        return "no-time-left"
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


def due(armed: Armed, now: datetime, rules: AmbushRules, diary: Diary, *, busy: bool) -> Verdict:
    """What to do at `now`; `busy` while a call is on or the microphone is being tested."""
    at = now.timestamp()
    if at > armed.until_utc_s or at < armed.from_utc_s - CLOCK_SLACK_S:
        return "lapsed"
    if at < armed.moment_utc_s or busy:
        return "wait"
    allowed = is_open(rules, now) and rings_on(diary, now) < rules.most_a_day
    return "ring" if allowed or armed.asked_for else "wait"


def rung(diary: Diary, now: datetime, prospect: str) -> Diary:
    """It rings at `now`: counted once, and the window is closed. One that was asked for takes none away."""
    armed = diary.armed
    counts = armed is None or not armed.asked_for
    return replace(
        diary,
        armed=None,
        day=now.date().isoformat(),
        rings=rings_on(diary, now) + counts,
        last_prospect=prospect,
        missed=None,
    )


def snooze(diary: Diary, now: datetime, scenario_id: str) -> Diary:
    """Not now: the same one rings again in five minutes as was asked for, whatever the hours."""
    moment = now.timestamp() + SNOOZE_S
    armed = Armed(
        from_utc_s=now.timestamp(),
        until_utc_s=moment + PATIENCE_S,
        moment_utc_s=moment,
        scenario_id=scenario_id,
        asked_for=True,
    )
    return replace(diary, armed=armed)


def missed_today(diary: Diary, now: datetime) -> Missed | None:
    """The ring that was missed on the local day of `now`: an older one is not held before anybody."""
    missed = diary.missed
    if missed is None:
        return None
    then = datetime.fromtimestamp(missed.at_utc_s, now.tzinfo)
    return missed if then.date() == now.date() else None


def caller(
    scenarios: Iterable[Scenario],
    diary: Diary,
    rng: random.Random,
    is_due: Callable[[Scenario], bool] = lambda _: False,
) -> Scenario | None:
    """Who calls; None: there is no call back.

    After "not now" the same one. Else by chance among those who are due, or among all where none is, and not
    the prospect who rang last unless there is no other.
    """
    calls = [scenario for scenario in scenarios if scenario.kind == "callback"]
    again = diary.armed.scenario_id if diary.armed else None
    same = [scenario for scenario in calls if scenario.id == again]
    others = [scenario for scenario in calls if scenario.prospect.id != diary.last_prospect]
    due_ones = [scenario for scenario in others if is_due(scenario)]
    drawn_from = same or due_ones or others or calls
    return rng.choice(drawn_from) if drawn_from else None


def _between(first: int, minute: int, end: int) -> bool:
    """Whether `minute` lies in the stretch, which may run past midnight; an empty one holds nothing."""
    return first <= minute < end if first <= end else minute >= first or minute < end


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
