"""The phone test: the same eight calls every time, so that one month can be held against another (000).

It may be left and taken up again. It ends in a profile by skill, in counts, never in one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.practice.ranges import share
from trainer.practice.skills import SKILLS

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Measured

ITEMS = (
    "elevator-trade-fair",
    "voicemail-cold-furniture",
    "leave-or-not-spoken-seafood",
    "callback-hurried-logistics",
    "voicemail-referral-logistics",
    "get-through-menu-dispatch",
    "callback-wary-furniture",
    "draw-the-line-brewery",
)
"""Ids of the eight scenarios, in order. Never changed: profiles of different sets could not be compared."""
PHONE_TEST = "phone-test"
"""What is practised where no single scenario is."""
PREFIX = f"{PHONE_TEST}-"
"""What the ids of sittings that are phone tests begin with."""
MINUTES = 20
"""About how long it takes, feedback included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillShown:
    """In how many of the calls that touch a skill all its decided checks were met."""

    skill: str
    shown: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One phone test, perhaps not finished."""

    id: str
    """That of its sitting."""
    day: str
    """When it was begun, "2026-11-22"."""
    done: tuple[str, ...]
    """Scenarios that were judged, in the order of `ITEMS`."""
    left: tuple[str, ...]
    profile: tuple[SkillShown, ...]
    """Skills that were touched, in the order of `SKILLS`."""


def runs(history: Sequence[Measured]) -> list[Run]:
    """All phone tests, newest first; `history` in order of sequence."""
    sittings: dict[str, list[Measured]] = {}
    for one in history:
        if one.sitting and one.sitting.startswith(PREFIX) and one.scenario_id in ITEMS:
            sittings.setdefault(one.sitting, []).append(one)
    return [_run(sitting, made) for sitting, made in reversed(sittings.items())]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A skill that was not shown alike in two tests."""

    skill: str
    before: SkillShown
    now: SkillShown
    sure: bool
    """Whether the two 95 % ranges lie apart, as for any change that Progress calls one."""


def moved(tests: Sequence[Run]) -> tuple[Run, list[Moved]] | None:
    """The oldest finished one of these tests (newest first), and what moved from it to the newest finished
    one, the most first; None where there are not two."""
    finished = [run for run in tests if not run.left]
    if len(finished) < 2:
        return None
    newest, oldest = finished[0], finished[-1]
    before = {one.skill: one for one in oldest.profile}
    found = [_moved(before[one.skill], one) for one in newest.profile if one.skill in before]
    changes = [one for one in found if one]
    return oldest, sorted(changes, key=lambda one: -abs(_rate(one.now) - _rate(one.before)))


def _moved(before: SkillShown, now: SkillShown) -> Moved | None:
    then, today = share(before.shown, before.of), share(now.shown, now.of)
    if then is None or today is None or then.value == today.value:
        return None
    return Moved(skill=now.skill, before=before, now=now, sure=today.apart(then))


def _rate(shown: SkillShown) -> float:
    return shown.shown / shown.of


def unfinished(history: Sequence[Measured]) -> Run | None:
    """The newest phone test if it has calls left; None: a new one may begin."""
    newest = next(iter(runs(history)), None)
    return newest if newest and newest.left else None


def _run(sitting: str, made: Sequence[Measured]) -> Run:
    # Of a call that was made twice the first judged one counts: it is a test.
    judged: dict[str, Measured] = {}
    for one in made:
        if one.judged:
            judged.setdefault(one.scenario_id, one)
    return Run(
        id=sitting,
        day=made[0].day,
        done=tuple(item for item in ITEMS if item in judged),
        left=tuple(item for item in ITEMS if item not in judged),
        profile=tuple(_profile(list(judged.values()))),
    )


def _profile(judged: Sequence[Measured]) -> list[SkillShown]:
    shown = []
    for skill, checks in SKILLS.items():
        touched = [one for one in judged if {*one.met, *one.missed}.intersection(checks)]
        if touched:
            all_met = sum(not set(one.missed).intersection(checks) for one in touched)
            shown.append(SkillShown(skill=skill, shown=all_met, of=len(touched)))
    return shown
