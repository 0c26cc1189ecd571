"""Questions of a drill in the terminal: the choices by number, and what a typed line chooses."""

from __future__ import annotations

from trainer.analysis.tries import read_run
from trainer.decided import with_events
from trainer.drills.draw_the_line import WAITS
from trainer.drills.leave_or_not import SAY_IT
from trainer.events import Deciding
from trainer.facts import FACTS
from trainer.records import Attempt, Calendar
from trainer.ways import TIME_WORDS

_ASKED = {
    "decision": "Leave a message, or hang up?",
    "reason": "Why? Because …",
    "next-try": "What next?",
    "reading": "What was that?",
    "selling": "What are you selling? You cannot know who answers.",
    "when-to-call": "When do you call? Enter alone: leave it at that. During a menu, type keys and Enter.",
}
_WORDS: dict[str, str] = {
    "leave": "Leave a message",
    "hang-up": "Hang up",
    SAY_IT: "(say it aloud)",
    "call": "Call, without leaving a message",
    "another-way": "Look for another way to reach them",
    "move-on": "Move on to somebody new",
    "interest": "Interest",
    "brush-off": "A brush-off",
    "neither": "Neither",
    "call-back": "The call back",
    "meeting": "The meeting",
    **dict(WAITS),
    **{str(when): words for when, words in TIME_WORDS.items()},
}


def choices(asked: Deciding) -> tuple[str, ...]:
    """What can be chosen, in the order of the numbers: waiting once for each length of time."""
    listed: list[str] = []
    for choice in asked.choices:
        listed += [wait for wait, _ in WAITS] if choice == "wait" else [choice]
    return tuple(listed)


def question(asked: Deciding) -> list[str]:
    """The question and its numbered choices, a line each."""
    lines = [*(_standing(asked.calendar) if asked.calendar else ()), _ASKED.get(asked.about, "")]
    for number, choice in enumerate(choices(asked), start=1):
        words = FACTS[choice].title if choice in FACTS else _WORDS.get(choice, choice)
        lines.append(f"  {number}  {words}")
    return lines


def chosen(asked: Deciding, typed: str) -> str | None:
    """The choice whose number was typed; None for anything else."""
    listed = choices(asked)
    return listed[int(typed) - 1] if typed.isdecimal() and 1 <= int(typed) <= len(listed) else None


def tries_text(attempt: Attempt) -> list[str]:
    """The tries of a run on one prospect, a line each; none in other calls."""
    if attempt.scenario.kind != "draw-the-line":
        return []
    run = read_run(with_events(attempt.context, attempt.events).events)
    made = [
        f"{number:>2}  day {one.day}, {_clock(one.minute)}  "
        f"{'call and message' if one.left else 'call':<16}  {_MET[one.meets]}"
        for number, one in enumerate(run.tries, start=1)
    ]
    ends = ["Looked for another way."] * run.new_way + ["Moved on to somebody new."] * run.moved_on
    return [*made, *ends]


_MET = {
    "mailbox": "their mailbox",
    "assistant": "an assistant",
    "no-answer": "nobody answered",
    "call-tomorrow": "“call me tomorrow”",
    "vacation": "a vacation greeting",
}


def _standing(calendar: Calendar) -> list[str]:
    tries = len(calendar.made)
    made = "1 try so far" if tries == 1 else f"{tries} tries so far"
    return [f"Day {calendar.day}, {_clock(calendar.minute)}; {made}. {calendar.since}".rstrip()]


def _clock(minute: int) -> str:
    """ "09:30" for 570."""
    return f"{minute // 60:02}:{minute % 60:02}"
