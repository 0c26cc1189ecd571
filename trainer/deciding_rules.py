"""What must hold in leave-or-not and draw-the-line scenarios: entries that exist, and a run of tries.

Like all rules they read the file's data before it is a record (`trainer.scenario_rules`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trainer.facts import FACTS
from trainer.records import PUTS_OFF
from trainer.strict import Problem, did_you_mean

Data = Mapping[str, Any]

FEWEST_TRIES = 5
"""The shortest line that article 001 draws."""


def deciding_problems(data: Data) -> Iterator[Problem]:
    """What is wrong with `facts` and `tries`; in other kinds, that they are there."""
    kind = data.get("kind")
    for key, home in (("facts", "leave-or-not"), ("tries", "draw-the-line")):
        if kind != home and data.get(key):
            yield Problem(key, f"belongs to {home} only; this is of kind {kind}.")
    if kind == "leave-or-not":
        yield from _fact_problems(data.get("facts"))
    if kind == "draw-the-line":
        yield from _try_problems(data)


def _fact_problems(facts: Any) -> Iterator[Problem]:
    if facts is None or facts == []:
        yield Problem("facts", "is missing: what speaks for a message here, and what against it?")
    for fact in facts if isinstance(facts, list) else ():
        if isinstance(fact, str) and fact not in FACTS:
            yield Problem("facts", f"there is no entry '{fact}'.{did_you_mean(fact, FACTS)}")


def _try_problems(data: Data) -> Iterator[Problem]:
    listed = data.get("tries")
    tries = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    if len(tries) < FEWEST_TRIES:
        yield Problem("tries", f"must hold at least {FEWEST_TRIES}, not {len(tries)}.")
    meets = [one.get("meets") for one in tries]
    if tries and "mailbox" not in meets:
        yield Problem("tries", "must meet a mailbox once: later tries meet it again.")
    if tries and not PUTS_OFF & {one for one in meets if isinstance(one, str)}:
        yield Problem("tries", f"must be put off once ({' or '.join(sorted(PUTS_OFF))}).")
    lines = [str(one.get("id")) for one in data.get("prompts") or () if isinstance(one, dict)]
    for index, one in enumerate(tries):
        line = one.get("line")
        if one.get("meets") != "no-answer" and line is None:
            yield Problem(f"tries.{index}.line", "is missing: somebody or something is heard.")
        elif one.get("meets") == "no-answer" and line is not None:
            yield Problem(f"tries.{index}.line", "must be left out: nobody answers.")
        elif isinstance(line, str) and line not in lines:
            yield Problem(f"tries.{index}.line", f"there is no line '{line}'.{did_you_mean(line, lines)}")
