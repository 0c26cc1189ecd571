"""The sentences of the feedback page: headline, who and when, what is special about this attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from trainer.records import Attempt, AttemptFilter, AttemptRow, AttemptState, Feedback
from ui.models.broken_off_words import unjudged_headline, unjudged_sentence
from ui.models.marks import finding_of
from ui.models.phrasing import day_of, heard_by, started, to_whom
from ui.widgets.glyph import State, state_of

HEAR_IT = "Hear it now"

_UNJUDGED: dict[AttemptState, str] = {  # how abandoned ones ended is told with what ended them
    "recording": "Still being recorded",
    "interrupted": "Cut short",
    "waiting": "Not heard yet",
    "judged": "Nothing to judge",
    "set-aside": "Set aside",
    "missed-ring": "Not answered",
}
_NOTICES: dict[AttemptState, str] = {
    "recording": "This call is still going on.",
    "interrupted": "This take was cut short; everything up to there is here.",
    "waiting": "Nothing could turn this take into words yet. The recording is safe.",
    "set-aside": "This take is set aside: it does not count towards your progress.",
    "missed-ring": "The phone rang and was not answered.",
}

_NO_WORDS = "No words were heard in this take. Play it: if you hear yourself, try another model in Settings."


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """A sentence and the action it offers ("" for none)."""

    sentence: str = ""
    action: str = ""


def headline(attempt: Attempt) -> tuple[str, str]:
    """ "19 of 22 met" and "1 could not be told" (or "")."""
    if attempt.feedback is None:
        return _UNJUDGED.get(attempt.state) or unjudged_headline(attempt), ""
    counts = attempt.feedback.headline
    if counts.of == 0:
        return "Nothing counted", ""
    unsure = f"{counts.unsure} could not be told" if counts.unsure else ""
    return f"{counts.met} of {counts.of} met", unsure


def nothing_words(wanted: AttemptFilter) -> str:
    """Why a list of takes is empty, by what is looked for."""
    if wanted == AttemptFilter(words=wanted.words):
        return f"No take has “{wanted.words}” in it."
    if wanted.words:
        return f"No take has “{wanted.words}” in it and fits what is chosen above."
    return "No take fits what is chosen above."


def meta(attempt: Attempt, now: datetime) -> str:
    """Who, when, heard by which engine."""
    parts = (to_whom(attempt), day_of(attempt, now), heard_by(attempt.engine))
    return "  ·  ".join(part for part in parts if part)


def title_words(attempt: Attempt, now: datetime) -> str:
    """What the window is called over a take that is not the last one: "Take of 9 Mar 10:20".

    Without the name: titles stand in task bars and on shared screens.
    """
    return f"Take of {day_of(attempt, now)}"


def guide_words(feedback: Feedback, titles: Mapping[str, str]) -> str:
    """ "Guide: Be ready", and which guide handed over, if one did."""
    title = titles.get(feedback.guide, feedback.guide)
    if feedback.handed_over_from is None:
        return f"Guide: {title}"
    other = titles.get(feedback.handed_over_from, feedback.handed_over_from)
    return f"Guide: {title} ({other} says nothing on this kind)"


def notice(attempt: Attempt, has_sound: bool) -> NoticeWords:
    """What must be said about this attempt before anything else; `has_sound`: a take can be heard again."""
    broken_off = unjudged_sentence(attempt) if attempt.state == "abandoned" else ""
    sentence = broken_off or _NOTICES.get(attempt.state, "")
    if not sentence and attempt.turns and attempt.feedback and attempt.feedback.counts.words == 0:
        sentence = _NO_WORDS
    wants_hearing = attempt.state in ("waiting", "interrupted") or _spoken(attempt)
    return NoticeWords(sentence, HEAR_IT if wants_hearing and has_sound and not attempt.feedback else "")


def _spoken(attempt: Attempt) -> bool:
    """Whether somebody speaks in what was set aside: found again, or more than an engine could bear."""
    takes = [turn.take for turn in attempt.turns if turn.take]
    return attempt.state == "set-aside" and any(take.speech for take in takes)


def count_words(takes: int, oldest: AttemptRow | None, newest: AttemptRow | None) -> str:
    """ "214 takes since March", with the year if it is another one than the newest take's."""
    if not takes or oldest is None or newest is None:
        return ""
    first, last = (started(row.started_utc, row.utc_offset_min) for row in (oldest, newest))
    since = f"since {first:%B}" + (f" {first.year}" if first.year != last.year else "")
    return f"1 take {since}" if takes == 1 else f"{takes:,} takes {since}"


def length_state(feedback: Feedback | None) -> State | None:
    """The state of the check on the length of the whole, if it was decided."""
    if feedback is None:
        return None
    for check in ("length", "under-ten"):
        finding = finding_of(feedback, check)
        if finding is not None:
            return state_of(finding.outcome, finding.near)
    return None
