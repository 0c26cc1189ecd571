"""Questions of a drill in the terminal: the choices by number, and what a typed line chooses."""

from __future__ import annotations

from trainer.drills.draw_the_line import WAITS
from trainer.drills.leave_or_not import SAY_IT
from trainer.events import Deciding
from trainer.facts import FACTS
from trainer.records import Calendar

_ASKED = {
    "decision": "Leave a message, or hang up?",
    "reason": "Why? Because …",
    "next-try": "What next?",
    "reading": "What was that?",
}
_WORDS = {
    "leave": "Leave a message",
    "hang-up": "Hang up",
    SAY_IT: "(say it aloud)",
    "call": "Call, without leaving a message",
    "move-on": "Move on to somebody new",
    "interest": "Interest",
    "brush-off": "A brush-off",
    "neither": "Neither",
    **dict(WAITS),
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


def _standing(calendar: Calendar) -> list[str]:
    tries = len(calendar.made)
    made = "1 try so far" if tries == 1 else f"{tries} tries so far"
    clock = f"{calendar.minute // 60:02}:{calendar.minute % 60:02}"
    return [f"Day {calendar.day}, {clock}; {made}. {calendar.since}".rstrip()]
