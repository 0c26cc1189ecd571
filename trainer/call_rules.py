"""What must hold in how a call goes: mailboxes, who picks up, messages that are played, elevator speeches.

Like all rules they read the file's data before it is a record (`trainer.scenario_rules`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from trainer.check_ids import CHECK_IDS
from trainer.strict import Problem, did_you_mean

Data = Mapping[str, Any]

FEWEST_RINGS, MOST_RINGS = 1, 5
"""Rings at the other end before anything answers; after five most mailboxes have (our experience)."""


def call_problems(data: Data) -> Iterator[Problem]:
    """What is wrong with rings, menus, who picks up, `can_talk`, `plays_message` and single replies."""
    lines = {str(prompt.get("id")): prompt for prompt in _tables(data.get("prompts"))}
    rings = data.get("ring_backs")
    if type(rings) is int and not FEWEST_RINGS <= rings <= MOST_RINGS:
        yield Problem("ring_backs", f"must be {FEWEST_RINGS} to {MOST_RINGS} rings, not {rings}.")
    for key in ("ring_backs", "menu", "picks_up", "may_pick_up"):
        if data.get(key) is not None and data.get("kind") != "voicemail":
            yield Problem(key, f"belongs to voicemails only; this is of kind {data.get('kind')}.")
    if data.get("can_talk") is False and data.get("kind") != "callback":
        yield Problem("can_talk", f"belongs to call backs only; this is of kind {data.get('kind')}.")
    for key in ("menu", "picks_up"):
        yield from _line_problems(key, data.get(key), lines)
    if data.get("picks_up") and data.get("may_pick_up"):
        yield Problem("may_pick_up", "says nothing here: the prospect does pick up.")
    if data.get("menu") and data.get("picks_up"):
        yield Problem("menu", "is never heard: the prospect picks up.")
    yield from _message_problems(data, lines)
    if data.get("kind") == "elevator" or data.get("picks_up"):
        yield from _one_reply_problems(_tables(data.get("prompts")), lines)


def branch_checks(data: Data) -> Sequence[str]:
    """Ids of the checks that a branch may ask for; none where nobody talks with the user."""
    kind = data.get("kind")
    if data.get("picks_up"):
        return (*CHECK_IDS["elevator"], "next-step")
    return CHECK_IDS[kind] if kind in ("callback", "elevator", "get-through") else ()


def _line_problems(place: str, line_id: Any, lines: Mapping[str, Data]) -> Iterator[Problem]:
    if isinstance(line_id, str) and line_id not in lines:
        yield Problem(place, f"there is no line '{line_id}'.{did_you_mean(line_id, lines)}")


def _message_problems(data: Data, lines: Mapping[str, Data]) -> Iterator[Problem]:
    for index, prompt in enumerate(_tables(data.get("prompts"))):
        instead, place = prompt.get("plays_message"), f"prompts.{index}.plays_message"
        if instead and data.get("kind") != "callback":
            yield Problem(place, f"belongs to call backs only; this is of kind {data.get('kind')}.")
        yield from _line_problems(place, instead, lines)
        if isinstance(instead, str) and lines.get(instead, {}).get("plays_message"):
            yield Problem(place, f"'{instead}' plays a message itself.")


def _one_reply_problems(prompts: Sequence[Data], lines: Mapping[str, Data]) -> Iterator[Problem]:
    for index, prompt in enumerate(prompts):
        for number, branch in enumerate(_tables(prompt.get("branches"))):
            goal = str(branch.get("to"))
            if goal in lines and not lines[goal].get("ends"):
                place = f"prompts.{index}.branches.{number}.to"
                yield Problem(place, f"'{goal}' must end the call (ends): there is one reply here.")


def _tables(value: Any) -> list[Data]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
