"""What must hold in a scenario file beyond the types of its fields, by itself and with the others.

The rules read the file's data before it is a record, so that a wrong type in one field hides no mistake in
another: a value that is missing or of a wrong type is passed over here, `trainer.strict` reports it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from trainer.call_rules import branch_checks, call_problems
from trainer.deciding_rules import deciding_problems
from trainer.get_through_rules import get_through_problems
from trainer.records import Kind, Scenario
from trainer.scenario_fields import field_problems, phrase_problems
from trainer.strict import Problem, did_you_mean

Data = Mapping[str, Any]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""All kinds of practice, in the order in which they are shown."""
SPOKEN_TO: frozenset[Kind] = frozenset(KINDS) - {"phone-test"}
"""Kinds in which somebody speaks to the user, so that a scenario needs a prompt."""
SHORTEST_S, LONGEST_S = 5.0, 300.0
"""Bounds of `max_seconds`: under 5 s nobody can say who they are, over 300 s no mailbox listens (ours)."""

MOST_REPLIES = 4
"""Replies in one call back: two to four turns, then a natural end."""

_CONDITIONS = ("met", "missed", "words", "about", "silent")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REGION = re.compile(r"[A-Z]{2}")


def scenario_problems(data: Data, stem: str, audio: tuple[Path, ...]) -> Iterator[Problem]:
    """What is wrong with a scenario by itself; `stem` is its file's name, `audio` where sounds may lie."""
    yield from _id_problems(data, stem)
    yield from _empty(data, "title", "industry", "trains", "prospect.id", "prospect.name")
    yield from _region_problems(data, "prospect.region")
    seconds = data.get("max_seconds")
    if isinstance(seconds, int | float) and not SHORTEST_S <= seconds <= LONGEST_S:
        yield Problem("max_seconds", f"must be {SHORTEST_S:.0f} to {LONGEST_S:.0f} seconds, not {seconds:g}.")
    if data.get("situation") == "referral" and not data.get("referrer"):
        yield Problem("referrer", "is missing: a referral needs the person who gave the name.")
    if data.get("kind") in KINDS:
        yield from _kind_problems(data, data["kind"])
    yield from field_problems(data)
    yield from phrase_problems(data)
    yield from _prompt_problems(data, audio)
    yield from get_through_problems(data)
    yield from deciding_problems(data)
    yield from call_problems(data)


def seller_problems(data: Data, stem: str) -> Iterator[Problem]:
    """What is wrong with a seller by itself."""
    yield from _id_problems(data, stem)
    if "name" not in data:
        yield Problem("name", "is missing: it says who speaks.")
    yield from _empty(data, "name")
    yield from _region_problems(data, "region")


def problems_with_others(
    data: Data,
    known: Mapping[str, Scenario | None],
    sellers: Mapping[str, object],
    guides: Collection[str] = (),
) -> Iterator[Problem]:
    """What a scenario says about sellers, other scenarios and (if they are given) guides that is not so.

    `known` holds every scenario by id; None for one that is there but cannot be read (its own mistakes say
    why, so nothing is said about it here).
    """
    seller = data.get("seller")
    if isinstance(seller, str) and seller not in sellers:
        yield Problem("seller", f"there is no seller '{seller}'.{did_you_mean(seller, sellers)}")
    for place, guide in _guides_named(data):
        if guides and guide not in guides:
            yield Problem(place, f"there is no guide '{guide}'.{did_you_mean(guide, guides)}")
    for name in _texts(data.get("follows")):
        what = _why_not_followed(name, data, known)
        if what:
            yield Problem("follows", what)


def _guides_named(data: Data) -> Iterator[tuple[str, str]]:
    """(place, guide) of every guide that the scenario names."""
    answers = data.get("model_answers")
    named = [("guide", data.get("guide"))]
    for index, answer in enumerate(answers if isinstance(answers, list) else ()):
        named.append((f"model_answers.{index}.guide", _at(answer, "guide")))
    yield from ((place, guide) for place, guide in named if isinstance(guide, str))


def _why_not_followed(name: str, data: Data, known: Mapping[str, Scenario | None]) -> str:
    """Why a call back cannot follow `name`; "" when it can."""
    if name not in known:
        voicemails = [one.id for one in known.values() if one and one.kind == "voicemail"]
        return f"there is no scenario '{name}'.{did_you_mean(name, voicemails)}"
    other, caller = known[name], _at(data, "prospect.id")
    if other is None:
        return ""
    if other.kind != "voicemail":
        return f"'{name}' is of kind {other.kind}; a call back follows voicemails."
    if isinstance(caller, str) and other.prospect.id != caller:
        return f"'{name}' is a message to '{other.prospect.id}', but '{caller}' calls back."
    return ""


def _region_problems(data: Data, place: str) -> Iterator[Problem]:
    region = _at(data, place)
    if isinstance(region, str) and not _REGION.fullmatch(region):
        yield Problem(place, f"must be a country's two capital letters, not '{region}'.")


def _id_problems(data: Data, stem: str) -> Iterator[Problem]:
    identifier = data.get("id")
    if not isinstance(identifier, str):
        return
    if not _ID.fullmatch(identifier):
        yield Problem("id", f"must be small letters, digits and single hyphens, not '{identifier}'.")
    elif identifier != stem:
        yield Problem("id", f"must be the file's name, '{stem}', not '{identifier}'.")


def _empty(data: Data, *places: str) -> Iterator[Problem]:
    for place in places:
        value = _at(data, place)
        if isinstance(value, str) and not value.strip():
            yield Problem(place, "must not be empty.")


def _kind_problems(data: Data, kind: Kind) -> Iterator[Problem]:
    if kind in SPOKEN_TO and data.get("prompts") == []:
        yield Problem("prompts", "must hold at least one line: somebody speaks to you here.")
    if kind == "callback":
        if not data.get("default_message"):
            yield Problem("default_message", "is missing: a call back answers a message.")
        return
    for key in ("follows", "default_message"):
        if data.get(key):
            yield Problem(key, f"belongs to call backs only; this is of kind {kind}.")


def _prompt_problems(data: Data, audio: tuple[Path, ...]) -> Iterator[Problem]:
    prompts = data.get("prompts")
    seen: set[str] = set()
    for index, prompt in enumerate(prompts if isinstance(prompts, list) else []):
        place = f"prompts.{index}"
        identifier, sound = _at(prompt, "id"), _at(prompt, "audio")
        if isinstance(identifier, str):
            if identifier in seen:
                yield Problem(f"{place}.id", f"'{identifier}' is already the id of another line.")
            seen.add(identifier)
        yield from (Problem(f"{place}.{problem.where}", problem.what) for problem in _empty(prompt, "text"))
        if isinstance(sound, str):
            yield from _sound_problems(f"{place}.audio", sound, audio)
    if isinstance(prompts, list):
        yield from _branch_problems([prompt for prompt in prompts if isinstance(prompt, dict)], data)


def _branch_problems(prompts: Sequence[Data], data: Data) -> Iterator[Problem]:
    """What is wrong with where a call goes: unknown lines and checks, dead ends, calls without end."""
    lines = {str(prompt.get("id")): prompt for prompt in prompts}
    for index, prompt in enumerate(prompts):
        branches = _branches(prompt)
        place = f"prompts.{index}.branches"
        if branches and not branch_checks(data):
            yield Problem(place, f"belongs to calls in which you talk; this is of kind {data.get('kind')}.")
        if branches and prompt.get("ends"):
            yield Problem(place, "lead nowhere: the speaker hangs up after this line (ends).")
        if branches and any(branches[-1].get(key) for key in _CONDITIONS):
            yield Problem(f"{place}.{len(branches) - 1}", "must always fit: it is the last one.")
        for number, branch in enumerate(branches):
            yield from _goal_problems(f"{place}.{number}", branch, lines, branch_checks(data))
    first = str(prompts[0].get("id")) if prompts and data.get("kind") == "callback" else ""
    if first and _longest(first, lines) > MOST_REPLIES:
        yield Problem("prompts", f"lead to more than {MOST_REPLIES} replies, or round in a circle.")


def _goal_problems(
    place: str, branch: Data, lines: Mapping[str, Data], known: Sequence[str]
) -> Iterator[Problem]:
    goal = branch.get("to")
    if isinstance(goal, str) and goal not in lines:
        yield Problem(f"{place}.to", f"there is no line '{goal}'.{did_you_mean(goal, lines)}")
    for key in ("met", "missed"):
        for check in _texts(branch.get(key)):
            if known and check not in known:
                hint = did_you_mean(check, known)
                yield Problem(f"{place}.{key}", f"there is no check '{check}' for this kind.{hint}")


def _longest(line_id: str, lines: Mapping[str, Data], depth: int = 0) -> int:
    """Most replies in a call from this line on; more than `MOST_REPLIES` for a circle."""
    prompt = lines.get(line_id, {})
    if prompt.get("ends") or depth > MOST_REPLIES:
        return 0
    goals = [str(branch.get("to")) for branch in _branches(prompt)]
    return 1 + max((_longest(goal, lines, depth + 1) for goal in goals), default=0)


def _branches(prompt: Data) -> list[Data]:
    branches = prompt.get("branches")
    return [branch for branch in branches if isinstance(branch, dict)] if isinstance(branches, list) else []


def _sound_problems(place: str, sound: str, folders: tuple[Path, ...]) -> Iterator[Problem]:
    if "\\" in sound or "\0" in sound or sound.startswith("/") or ".." in sound.split("/"):
        yield Problem(place, f"must be a path below the audio folder with forward slashes, not '{sound}'.")
    elif not any(_lies_below(folder, sound) or inside(folder, sound) for folder in folders):
        hint = did_you_mean(sound, _sounds_beside(folders, PurePosixPath(sound)))
        yield Problem(place, f"there is no sound file '{sound}'.{hint}")


def inside(folder: Path, relative: str) -> Path | None:
    """The file `relative` to `folder`; None when it is not there or lies (through a link) outside."""
    if _lies_below(folder, relative):
        return folder / relative
    path = (folder / relative).resolve()
    try:
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except OSError:  # a name too long for any file
        return None


def _lies_below(folder: Path, relative: str) -> bool:
    """Whether a file lies there with no link and no step up on the way: most do, and following links takes
    ten times as long."""
    *folders, name = relative.split("/")
    if ".." in folders or "\\" in relative:
        return False
    way = str(folder)
    try:
        for part in folders:
            way = f"{way}/{part}"
            if not stat.S_ISDIR(os.lstat(way).st_mode):
                return False
        return stat.S_ISREG(os.lstat(f"{way}/{name}").st_mode)
    except (OSError, ValueError):  # it is not there, or is no path at all
        return False


def _sounds_beside(folders: tuple[Path, ...], path: PurePosixPath) -> list[str]:
    """The sounds in the folder that `path` names, for a hint."""
    try:
        return [
            (path.parent / file.name).as_posix()
            for folder in folders
            for file in (folder / path.parent).glob("*.*")
        ]
    except OSError:  # a name too long for any folder
        return []


def _at(data: Any, place: str) -> Any:
    """The value at the dotted `place`, None where there is none."""
    for key in place.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
