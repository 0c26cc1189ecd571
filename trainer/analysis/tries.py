"""A run of tries on one prospect, read from event texts.

The drill writes "try: day 3 10:15 message", "met: call-tomorrow", "read: brush-off" and "moved-on: day 9"
(docs/command-line.md). Requests that people write by hand are read by their words: "day 2: left a message",
"Tuesday's call: she said call me tomorrow", "wait 2 days", "moved on to somebody new".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from trainer.records import Meets, Reading, TryMade

UNKNOWN_MINUTE = -1
"""The minute of a try for which no time of day is given."""
_DAY_S = 24 * 3600

_DAY = re.compile(r"\bday\s*(\d{1,4})\b|^\s*d?(\d{1,4})\s*(?=$|[:,])")
_TIME = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")
_PASSES = re.compile(
    r"\b(?:wait(?:ed)?\s+(?:for\s+)?|\+\s*)(\d{1,3}|one|two|three|a)\s*(day|week|hour)"
    r"|\b(?:next|following) day\b"
)
_SECONDS = re.compile(r"\bwait(?:ed)?\s*[=:]\s*(\d{1,9})\b(?!\s*(?:day|week|hour))")
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3}
_DAYS = {"hour": 0, "day": 1, "week": 5}
_MOVED_ON = re.compile(
    r"\bmov(?:e|ed|ing)[- ]on\b|\bdrew the line\b"
    r"|\b(?:new|next|other|another|different) (?:prospect|name|person|customer)\b"
)
_NO_MESSAGE = re.compile(
    r"\b(?:no|without(?: a)?|not? leav\w*(?: a)?) (?:message|voicemail)\b|\b(?:hung|hang)[- ]up\b"
)
_MESSAGE = re.compile(r"\bmessages?\b|\bleft\b|\bleaves?\b|\bvoice ?mail\b")
_CALL = re.compile(
    r"\bcall(?:ed|s)?\b|\btr(?:y|ied|ies)\b|\brang\b|\bphoned\b|\bdial(?:l?ed)?\b|\b(?:hung|hang)[- ]up\b"
)
_MEETS: tuple[tuple[Meets, re.Pattern[str]], ...] = (
    ("vacation", re.compile(r"\bvacation\b|\bholidays?\b|\bout of (?:the )?office\b|\baway (?:until|for)\b")),
    (
        "call-tomorrow",
        re.compile(
            r"\bcall[- ](?:me[- ]|back[- ]|again[- ])?(?:tomorrow|later|next week)|\bbrush(?:ed)?[- ]off\b"
            r"|\btry (?:me )?(?:again )?tomorrow"
        ),
    ),
    ("assistant", re.compile(r"\bassistant\b|\bsecretary\b|\breception(?:ist)?\b")),
    ("no-answer", re.compile(r"\bno[- ](?:answer|reply)\b|\brang out\b")),
    ("mailbox", re.compile(r"\bmailbox\b|\bgreeting\b")),
)
_READ = re.compile(r"^\s*(?:read|taken for|took (?:it )?(?:for|as))\b")
_INTEREST = re.compile(r"\binterest\w*\b|\bkeen\b|\bpromising\b")
_BRUSH_OFF = re.compile(r"\bbrush\w*[- ]?off\b|\b(?:no|not) interest\w*\b")
_NEW_WAY = re.compile(r"^\s*way\b|\b(?:new|another|different|second) way\b|\b(?:went|got) round\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


@dataclass(frozen=True, slots=True)
class Run:
    """What a user did about one prospect."""

    tries: tuple[TryMade, ...] = ()
    moved_on: bool = False
    new_way: bool = False
    """Whether a way round voicemail was tried instead of one more call."""


def read_run(events: Iterable[str]) -> Run:
    """The run that `events` tell of, in order; events that tell of no try are passed over. Never raises."""
    run, day = Run(), 1
    for event in map(str.casefold, events):
        day = _day(event, day)
        run = _take_in(run, event, day)
    return run


def _take_in(run: Run, event: str, day: int) -> Run:
    if _READ.search(event):
        return _with_last(run, taken_for=_reading(event))
    meets = next((kind for kind, pattern in _MEETS if pattern.search(event)), None)
    did = _what_was_done(event)
    if _MOVED_ON.search(did):
        return replace(run, moved_on=True)
    if _NEW_WAY.search(did):
        return replace(run, new_way=True)
    if event.startswith("met") or not _is_try(run, event, did, meets, day):
        return _with_last(run, meets=meets) if meets else run
    leaves = bool(_MESSAGE.search(did)) and not _NO_MESSAGE.search(did)
    made = TryMade(day=day, minute=_minute(event), left=leaves, meets=meets or "mailbox")
    return replace(run, tries=(*run.tries, made))


def _what_was_done(event: str) -> str:
    """`event` without what the other side said: "call me tomorrow" is no call of the user's."""
    rest = _QUOTED.sub(" ", event)
    for _, pattern in _MEETS:
        rest = pattern.sub(" ", rest)
    return rest


def _is_try(run: Run, event: str, did: str, meets: Meets | None, day: int) -> bool:
    """Whether the user called: it says so, or is nothing but a day, or tells of a greeting on another day."""
    if _MESSAGE.search(did) or _CALL.search(did) or _DAY.fullmatch(event.strip()):
        return True
    return meets is not None and (not run.tries or run.tries[-1].day != day)


def _reading(event: str) -> Reading | None:
    if _BRUSH_OFF.search(event):
        return "brush-off"
    return "interest" if _INTEREST.search(event) else None


def _with_last(run: Run, **changes: Any) -> Run:
    """`run` with its last try changed; as it was where there is none."""
    if not run.tries:
        return run
    return replace(run, tries=(*run.tries[:-1], replace(run.tries[-1], **changes)))


def _day(event: str, before: int) -> int:
    """The working day on which it happens: as it says, or counted on from the day before."""
    if found := _DAY.search(event):
        return int(found[1] or found[2])
    if found := _SECONDS.search(event):
        weeks, rest = divmod(round(int(found[1]) / _DAY_S), 7)
        return before + weeks * _DAYS["week"] + min(rest, _DAYS["week"])
    if found := _PASSES.search(event):
        many = _NUMBERS.get(found[1] or "a") or int(found[1])
        return before + many * _DAYS[found[2] or "day"]
    return before


def _minute(event: str) -> int:
    found = _TIME.search(event)
    return int(found[1]) * 60 + int(found[2]) if found else UNKNOWN_MINUTE
