"""Whether it gets better: shares and rates of the newest takes against all before them, with ranges.

A change is called one only when the two ranges do not overlap (`ranges.Range.apart`); everything before the
newest takes is the user's own baseline, and nobody else's figures come in. Takes that were heard by another
engine or judged by another version of the judge are set apart, never pooled unsaid. Pure: no clock, no files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from trainer.practice import ranges
from trainer.practice.ranges import Range
from trainer.practice.skills import SKILLS
from trainer.records import Kind, Measured

NEWEST = 20
"""How many takes are "now"."""
POOLED_FROM_S = 60.0
"""Seconds of speech below which there is no rate: one "um" in 15 s would already be four a minute."""

T = TypeVar("T")
Verdict = Literal["better", "worse", "other", "none", "too-few"]
"""The ranges lie apart, for the better, for the worse or neither; they overlap; there are not two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure over the newest takes and over those before."""

    now: Range | None
    before: Range | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProgress:
    """One check, or one skill."""

    name: str
    """The check's id or the skill's title."""
    change: Change
    """Shares 0-1 of the takes in which it was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Which takes the figures are made of."""

    takes: int
    left_out: int
    """Judged takes that another engine heard or another version of the judge judged."""
    engines: tuple[str, ...]
    judges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How it sounds and how soon; None where there is too little speech."""

    pace: Change
    """Words a minute."""
    fillers: Change
    """Fillers a minute."""
    latency: Change
    """Seconds to the first word, the median."""
    speech_s: float
    """Seconds of speech in the newest takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """How well the user knows, before any feedback, whether they kept to the call's one aim."""

    right: Change
    """Shares 0-1 of their guesses."""
    too_sure: int
    """Of the newest guesses, how many said yes where it was missed."""


def practised(history: Iterable[Measured]) -> list[Measured]:
    """The attempts that enter progress: judged, and spoken by somebody."""
    return [one for one in history if one.judged and not one.from_files]


def comparable(history: Sequence[Measured], *, pool_all: bool = False) -> tuple[list[Measured], Pool]:
    """The attempts that can be told together, in order: heard and judged as the newest one is.

    With `pool_all` all of them; `Pool` says what was thrown together or left out.
    """
    attempts = practised(history)
    heard = [one for one in attempts if one.engine]
    newest = heard[-1] if heard else None
    alike = [one for one in attempts if newest is None or _alike(one, newest)]
    chosen = attempts if pool_all else alike
    return chosen, Pool(
        takes=len(chosen),
        left_out=len(attempts) - len(chosen),
        engines=tuple(sorted({one.engine for one in chosen if one.engine})),
        judges=tuple(sorted({one.judge for one in chosen if one.judge})),
    )


def _alike(one: Measured, newest: Measured) -> bool:
    """Drills without words are heard by no engine and are like any."""
    return one.judge == newest.judge and one.engine in (None, newest.engine)


# --------------------------------------------------------------------------- checks and skills


def by_check(attempts: Sequence[Measured], newest: int = NEWEST) -> tuple[CheckProgress, ...]:
    """Every check that was decided at least once, the most missed of the newest takes first."""
    decided: dict[str, list[bool]] = {}
    for one in attempts:
        for check in one.met:
            decided.setdefault(check, []).append(True)
        for check in one.missed:
            decided.setdefault(check, []).append(False)
    return _progress(decided, newest)


def by_skill(
    attempts: Sequence[Measured], newest: int = NEWEST, skills: Mapping[str, Sequence[str]] = SKILLS
) -> tuple[CheckProgress, ...]:
    """Every skill: the share of takes in which all of its checks that were decided are met."""
    skill_of = {check: skill for skill, checks in skills.items() for check in checks}
    shown: dict[str, list[bool]] = {}
    for one in attempts:
        missed = {skill_of[check] for check in one.missed if check in skill_of}
        touched = missed | {skill_of[check] for check in one.met if check in skill_of}
        for skill in touched:
            shown.setdefault(skill, []).append(skill not in missed)
    return _progress(shown, newest)


def _progress(decided: Mapping[str, Sequence[bool]], newest: int) -> tuple[CheckProgress, ...]:
    found = [
        CheckProgress(name=name, change=_change(outcomes, newest, _share, "more"))
        for name, outcomes in decided.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.change.now.value if one.change.now else 2.0, one.name)))


def _share(outcomes: Sequence[bool]) -> Range | None:
    return ranges.share(sum(outcomes), len(outcomes))


# --------------------------------------------------------------------------- rates and lengths


def rates(attempts: Sequence[Measured], newest: int = NEWEST) -> Rates:
    """Pace, fillers and first word over the newest takes and before, each over 60 s of speech or more."""
    spoken = [one for one in attempts if one.seconds and one.words]
    return Rates(
        pace=_change(spoken, newest, _pace, "neither"),
        fillers=_change(spoken, newest, _fillers, "neither"),
        latency=_change(spoken, newest, _latency, "less"),
        speech_s=sum(one.seconds or 0.0 for one in spoken[-newest:]),
    )


def lengths(attempts: Sequence[Measured], kind: Kind, newest: int = NEWEST) -> Change:
    """How long those of one kind are, in seconds: the median; whether shorter is better, the guide says."""
    values = [one.seconds for one in attempts if one.kind == kind and one.seconds]
    return _change(values, newest, ranges.typical, "neither")


def guesses(attempts: Sequence[Measured], newest: int = NEWEST) -> Change:
    """By how many seconds the guesses at the length were off, either way: the median."""
    values = [abs(one.guess_s - one.seconds) for one in attempts if one.guess_s is not None and one.seconds]
    return _change(values, newest, ranges.typical, "less")


def aims(attempts: Sequence[Measured], newest: int = NEWEST) -> Aims:
    """How often yes or no to the one aim was right, where it could be told whether it was kept to."""
    decided = [one for one in attempts if one.aim in ("yes", "no") and one.aim_kept is not None]
    right = [(one.aim == "yes") == one.aim_kept for one in decided]
    too_sure = sum(one.aim == "yes" and not one.aim_kept for one in decided[-newest:])
    return Aims(right=_change(right, newest, _share, "more"), too_sure=too_sure)


def _pace(spoken: Sequence[Measured]) -> Range | None:
    minutes = [(one.seconds or 0.0) / 60 for one in spoken]
    return ranges.pooled([one.words for one in spoken], minutes) if _enough(spoken) else None


def _fillers(spoken: Sequence[Measured]) -> Range | None:
    minutes = sum(one.seconds or 0.0 for one in spoken) / 60
    return ranges.rare(sum(one.fillers for one in spoken), minutes, len(spoken)) if _enough(spoken) else None


def _latency(spoken: Sequence[Measured]) -> Range | None:
    known = [one.first_word_latency_s for one in spoken if one.first_word_latency_s is not None]
    return ranges.typical(known) if _enough(spoken) else None


def _enough(spoken: Sequence[Measured]) -> bool:
    return sum(one.seconds or 0.0 for one in spoken) >= POOLED_FROM_S


def _change(
    values: Sequence[T],
    newest: int,
    figure: Callable[[Sequence[T]], Range | None],
    good: Literal["more", "less", "neither"],
) -> Change:
    now, before = figure(values[-newest:]), figure(values[:-newest])
    if now is None or before is None:
        return Change(now=now, before=before, verdict="too-few")
    if not now.apart(before):
        return Change(now=now, before=before, verdict="none")
    if good == "neither":
        return Change(now=now, before=before, verdict="other")
    rose = now.value > before.value
    return Change(now=now, before=before, verdict="better" if rose == (good == "more") else "worse")
