"""A thread with one prospect as lines of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from trainer.practice.due_words import days_ago
from trainer.records import Attempt
from ui.models.broken_off_words import unjudged_headline
from ui.models.check_lines import title_of
from ui.models.phrasing import KIND_WORDS, length, lower_first, quoted, started, when

_LONGEST = 180
"""Characters of what was said; the take itself has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLine:
    """One attempt of the thread."""

    attempt_id: str
    kind: str
    when: str
    said: str
    """The user's words, or what became of the call."""
    answers: str
    """For a call back: which message of the user's it answers; "" for none."""
    outcome: str
    """ "19 of 22 met  ·  26.4 s  ·  fix: One ask"."""


def thread_lines(attempts: Sequence[Attempt], now: datetime) -> tuple[ThreadLine, ...]:
    """One line an attempt, in the order given; of the newest all that was said."""
    return tuple(
        ThreadLine(
            attempt_id=one.id,
            kind=KIND_WORDS[one.scenario.kind],
            when=when(started(one.started_utc, one.utc_offset_min), now),
            said=said_words(one, whole=one is attempts[-1]),
            answers=_answers(one, now),
            outcome=_outcome(one),
        )
        for one in attempts
    )


def said_words(attempt: Attempt, *, whole: bool = False) -> str:
    """What the user said in it, in quotation marks; cut after a line or two unless the `whole` is wanted."""
    heard = " … ".join(turn.transcript.text for turn in attempt.turns if turn.transcript)
    if not heard:
        return "Not answered." if attempt.state == "missed-ring" else "Nothing was said."
    if whole or len(heard) <= _LONGEST:
        return quoted(heard)
    return quoted(heard[:_LONGEST].rsplit(" ", 1)[0] + " …")


def thread_summary(attempts: Sequence[Attempt], in_all: int, now: datetime) -> str:
    """ "3 messages and 2 call backs, the last one 4 days ago."""
    if not attempts:
        return "Nothing has happened with this prospect yet."
    counts = []
    for kind, one, more in (("voicemail", "message", "messages"), ("callback", "call back", "call backs")):
        number = sum(attempt.scenario.kind == kind for attempt in attempts)
        counts += [f"{number} {one if number == 1 else more}"] if number else []
    others = len(attempts) - sum(attempt.scenario.kind in ("voicemail", "callback") for attempt in attempts)
    counts += [f"{others} other {'call' if others == 1 else 'calls'}"] if others else []
    last = started(attempts[-1].started_utc, attempts[-1].utc_offset_min)
    shown = f" The newest {len(attempts)} of {in_all} are shown." if in_all > len(attempts) else ""
    joined = ", ".join(counts[:-1]) + " and " + counts[-1] if len(counts) > 1 else counts[0]
    return f"{joined}, the last one {days_ago(last.date(), now.date())}.{shown}"


def _answers(attempt: Attempt, now: datetime) -> str:
    message = attempt.own_message
    if message is None:
        return ""
    left = when(started(message.left_utc, message.utc_offset_min), now)
    return f"Answers your message of {left}: {quoted(message.snippet)}"


def _outcome(attempt: Attempt, title: Callable[[str], str] = title_of) -> str:
    feedback = attempt.feedback
    if feedback is None:
        return lower_first(unjudged_headline(attempt)) if attempt.state == "abandoned" else "not judged"
    parts = [f"{feedback.headline.met} of {feedback.headline.of} met"] if feedback.headline.of else []
    parts += [length(feedback.seconds)] if feedback.seconds else []
    parts += [f"fix: {title(feedback.fix.check)}"] if feedback.fix else []
    return "  ·  ".join(parts)
