"""A scenario while it is being written: what the form shows, which may be empty and wrong everywhere.

`scenario_of` makes the scenario of a form, `form_of` the form of a scenario; where a form would lose or
change anything of a scenario, there is none, and its file is what is edited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from trainer.authoring.names import slug
from trainer.records import Branch, Kind, Person, Prompt, Scenario
from trainer.scenario_rules import MOST_REPLIES

When = Literal["next", "words", "checks"]
"""When a line follows a reply: always, if some words were said, or if checks are met."""
MOST_TURNS = MOST_REPLIES - 1
"""Lines between the opening and the end: each is answered, and so is the opening."""
OWN_VOICE = "own"
"""`Prompt.voice` of a recording of the user's own."""
TALKED: tuple[Kind, ...] = ("callback", "elevator")
"""Kinds in which what the other side says depends on the reply."""
FORM_KINDS: tuple[Kind, ...] = ("voicemail", "callback", "elevator", "leave-or-not")
"""Kinds that a form can show, in the order in which it offers them."""

_HOMES: dict[str, tuple[Kind, Any]] = {
    "follows": ("callback", ()), "default_message": ("callback", None), "can_talk": ("callback", True),
    "facts": ("leave-or-not", ()), "ring_backs": ("voicemail", 2),
}  # fmt: skip
"""Field -> the only kind that it belongs to, and what it is elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A line after a reply, and when it follows. Its own branches are empty: `scenario_of` makes them."""

    line: Prompt
    when: When = "next"
    words: tuple[str, ...] = ()
    """Words or phrases, any of which was said; for "words"."""
    checks: tuple[str, ...] = ()
    """Checks that the reply meets; for "checks"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A scenario in parts. What belongs to another kind is kept, so that trying a kind costs nothing."""

    sheet: Scenario
    """All but the lines; `id` and `prospect.id` are "" until they are made from names."""
    opening: Prompt
    turns: tuple[Turn, ...] = ()
    end: Prompt | None = None
    """What is said last; in a call back there always is one."""


def new_line(line_id: str, *, ends: bool = False) -> Prompt:
    """A line without words and sound."""
    return Prompt(id=line_id, text="", audio="", voice=OWN_VOICE, ends=ends)


def new_form(seller: str) -> Form:
    """An empty form of a voicemail."""
    sheet = Scenario(
        id="", kind=get_args(Kind)[0], title="", industry="", situation="cold", seller=seller, trains="",
        prospect=Person(id="", name=""), prompts=(), difficulty=1,
    )  # fmt: skip
    return Form(sheet=sheet, opening=new_line("opening"), end=new_line("end", ends=True))


def lines_of(form: Form) -> tuple[Prompt, ...]:
    """The lines that this kind of call has, in the order of the form, without their branches."""
    if form.sheet.kind not in TALKED:
        return (form.opening,)
    ended = (form.end,) if form.end else ()
    return (form.opening, *(turn.line for turn in form.turns), *ended)


def with_lines(form: Form, lines: Sequence[Prompt]) -> Form:
    """`form` with other lines in the places of `lines_of`."""
    if form.sheet.kind not in TALKED:
        return replace(form, opening=lines[0])
    said = lines[1 : 1 + len(form.turns)]
    turns = tuple(replace(turn, line=line) for turn, line in zip(form.turns, said, strict=True))
    return replace(form, opening=lines[0], turns=turns, end=lines[-1] if form.end else None)


def with_turn(form: Form) -> Form:
    """`form` with one more line before the end; it cannot have more than `MOST_TURNS`."""
    taken = {line.id for line in (form.opening, *(turn.line for turn in form.turns))}
    number = next(number for number in range(2, 3 + MOST_TURNS) if f"line-{number}" not in taken)
    end = form.end or new_line("end", ends=True)
    return replace(form, turns=(*form.turns, Turn(line=new_line(f"line-{number}"))), end=end)


def scenario_of(form: Form) -> Scenario:
    """The scenario that the form describes, right or wrong; without an id as long as the form has none."""
    sheet = form.sheet
    person = sheet.prospect
    elsewhere: dict[str, Any] = {
        field: empty for field, (home, empty) in _HOMES.items() if home != sheet.kind
    }
    return replace(
        sheet,
        **elsewhere,
        prospect=replace(person, id=person.id or slug(person.name) or "somebody"),
        prompts=_prompts(form),
    )


def form_of(scenario: Scenario) -> Form | None:
    """The form that describes the scenario; None where no form does, word for word."""
    if scenario.kind not in FORM_KINDS or not scenario.prompts:
        return None
    first, *rest = (replace(line, branches=()) for line in scenario.prompts)
    form = Form(sheet=replace(scenario, prompts=()), opening=first)
    if rest:
        turns = tuple(_turn(line, scenario) for line in rest[:-1])
        form = replace(form, turns=turns, end=rest[-1])
    return form if scenario_of(form) == scenario else None


def _prompts(form: Form) -> tuple[Prompt, ...]:
    lines = lines_of(form)
    if len(lines) == 1:
        return lines
    one_reply = form.sheet.kind == "elevator"
    opening = replace(form.opening, branches=_branches(form.turns, form.end))
    middle = []
    for place, turn in enumerate(form.turns, start=1):
        ends = turn.line.ends or one_reply
        branches = () if ends else _branches(form.turns[place:], form.end)
        middle.append(replace(turn.line, ends=ends, branches=branches))
    return (opening, *middle, *((form.end,) if form.end else ()))


def _branches(following: Sequence[Turn], end: Prompt | None) -> tuple[Branch, ...]:
    """The first of the following lines whose condition holds, up to one without; else the end."""
    branches = []
    for turn in following:
        branches.append(_branch(turn))
        if turn.when == "next":
            return tuple(branches)
    return (*branches, *((Branch(to=end.id),) if end else ()))


def _branch(turn: Turn) -> Branch:
    words = turn.words if turn.when == "words" else ()
    return Branch(to=turn.line.id, words=words, met=turn.checks if turn.when == "checks" else ())


def _turn(line: Prompt, scenario: Scenario) -> Turn:
    """The line with the condition of the first branch that leads to it."""
    leading = (branch for prompt in scenario.prompts for branch in prompt.branches if branch.to == line.id)
    branch = next(leading, Branch(to=line.id))
    when: When = "words" if branch.words else "checks" if branch.met else "next"
    return Turn(line=line, when=when, words=branch.words, checks=branch.met)
