"""What must hold in a get-through scenario: menus, what lines reach, ways, times of day, and where it ends.

Like all rules they read the file's data before it is a record (`trainer.scenario_rules`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from trainer.records import TimeOfDay
from trainer.strict import Problem, did_you_mean
from trainer.ways import HELPFUL, WAYS

Data = Mapping[str, Any]

KEYS = "0123456789*#"
_ONLY_HERE = ("keys", "timeout_to", "reaches", "way")


def get_through_problems(data: Data) -> Iterator[Problem]:
    """What is wrong with the parts of a scenario that only this kind has; elsewhere, that they are there."""
    prompts = data.get("prompts")
    listed = prompts if isinstance(prompts, list) else []
    lines: list[Data] = [item for item in listed if isinstance(item, dict)]
    if data.get("kind") != "get-through":
        yield from _misplaced(data, lines)
        return
    by_id = {str(line.get("id")): line for line in lines}
    for index, line in enumerate(lines):
        yield from _line_problems(f"prompts.{index}", line, by_id)
    yield from _time_problems(data.get("times"), by_id)
    if lines:
        yield from _course_problems(data, lines, by_id)


def _misplaced(data: Data, lines: list[Data]) -> Iterator[Problem]:
    what = f"belongs to get-through only; this is of kind {data.get('kind')}."
    if data.get("times"):
        yield Problem("times", what)
    for index, line in enumerate(lines):
        yield from (Problem(f"prompts.{index}.{key}", what) for key in _ONLY_HERE if line.get(key))


def _line_problems(place: str, line: Data, by_id: Mapping[str, Data]) -> Iterator[Problem]:
    keys = _keys(line)
    for key, goal in keys.items():
        if len(key) != 1 or key not in KEYS:
            yield Problem(f"{place}.keys", f"'{key}' is no key of a telephone: those are 0-9, * and #.")
        yield from _unknown_line(f"{place}.keys.{key}", goal, by_id)
    yield from _unknown_line(f"{place}.timeout_to", line.get("timeout_to"), by_id)
    if keys and not line.get("timeout_to"):
        yield Problem(f"{place}.timeout_to", "is missing: a menu leads somewhere when nothing is pressed.")
    if line.get("timeout_to") and not keys:
        yield Problem(f"{place}.timeout_to", "belongs to a menu: this line has no keys.")
    if keys and (line.get("branches") or line.get("ends")):
        yield Problem(f"{place}.keys", "belong to a recorded menu, which neither listens nor ends.")
    way = line.get("way")
    if isinstance(way, str) and way not in WAYS:
        yield Problem(f"{place}.way", f"there is no way '{way}'.{did_you_mean(way, WAYS)}")
    if line.get("reaches") == "person" and not line.get("ends"):
        yield Problem(f"{place}.ends", "must be true where the person is reached: the call has its aim.")


def _time_problems(times: Any, by_id: Mapping[str, Data]) -> Iterator[Problem]:
    for when, goal in times.items() if isinstance(times, dict) else ():
        if when in get_args(TimeOfDay):
            yield from _unknown_line(f"times.{when}", goal, by_id)


def _course_problems(data: Data, lines: list[Data], by_id: Mapping[str, Data]) -> Iterator[Problem]:
    """What can be told only from all lines together."""
    times = data.get("times")
    first = str(lines[0].get("id"))
    starts = [str(goal) for goal in times.values()] if isinstance(times, dict) and times else [first]
    reached = _reached(starts, by_id)
    for index, line in enumerate(lines):
        name = str(line.get("id"))
        if name not in reached:
            yield Problem(f"prompts.{index}.id", f"no key, branch or time of day leads to '{name}'.")
    if not any(by_id[name].get("reaches") in HELPFUL for name in reached if name in by_id):
        yield Problem("prompts", f"must hold a line that reaches one of: {', '.join(HELPFUL)}.")
    circle = next((name for name in by_id if _comes_back(name, by_id)), None)
    if circle is not None:
        yield Problem("prompts", f"lead from '{circle}' back to it without a key being pressed.")


def _reached(starts: list[str], by_id: Mapping[str, Data]) -> set[str]:
    """Every line that a call can come to."""
    reached: set[str] = set()
    ahead = list(starts)
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            line = by_id.get(name, {})
            ahead += [*_unpressed(line), *_keys(line).values()]
    return reached


def _comes_back(name: str, by_id: Mapping[str, Data]) -> bool:
    """Whether a user who presses nothing is led from this line to itself."""
    seen: set[str] = set()
    ahead = _unpressed(by_id[name])
    while ahead:
        following = ahead.pop()
        if following == name:
            return True
        if following not in seen:
            seen.add(following)
            ahead += _unpressed(by_id.get(following, {}))
    return False


def _unpressed(line: Data) -> list[str]:
    """Where a line leads by what is said or by waiting."""
    branches = line.get("branches")
    listed = [one for one in branches if isinstance(one, dict)] if isinstance(branches, list) else []
    goals = [one.get("to") for one in listed] + [line.get("timeout_to")]
    return [goal for goal in goals if isinstance(goal, str)]


def _keys(line: Data) -> dict[str, str]:
    keys = line.get("keys")
    return {str(key): str(goal) for key, goal in keys.items()} if isinstance(keys, dict) else {}


def _unknown_line(place: str, goal: Any, by_id: Mapping[str, Data]) -> Iterator[Problem]:
    if isinstance(goal, str) and goal not in by_id:
        yield Problem(place, f"there is no line '{goal}'.{did_you_mean(goal, by_id)}")
