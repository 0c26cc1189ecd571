"""The live check: what is still to be mended in a form, by the very rules that scenario files are read by."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from trainer.authoring.form import TALKED, Form, lines_of, scenario_of
from trainer.authoring.names import free_id
from trainer.authoring.text import data_of
from trainer.paths import ASSETS
from trainer.records import Scenario, Seller
from trainer.scenario_rules import problems_with_others, scenario_problems
from trainer.strict import Problem, Unreadable, read

_LINE = re.compile(r"prompts\.(\d+)(?:\.(\w+))?")
_LINE_FIELDS = ("text", "audio")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a form is checked against."""

    scenarios: Mapping[str, Scenario]
    sellers: Mapping[str, Seller]
    guides: Collection[str]
    sounds: tuple[Path, ...] = (ASSETS,)
    """Folders in which sounds are looked for."""
    taken: Collection[str] = ()
    """Ids that a new scenario cannot have, beside those of `scenarios`."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to mend: at which field of the form ("prospect.name", "lines.0.text"), and what.

    `what` follows the field's name as a sentence does: "must not be empty."
    """

    field: str
    what: str
    missing: bool = False
    """Nothing is there yet, so that nobody has done anything wrong."""


def named(form: Form, around: Surroundings) -> Scenario:
    """The form's scenario under its id; one that has none gets a free one made from its title."""
    scenario = scenario_of(form)
    if scenario.id:
        return scenario
    taken = {*around.scenarios, *around.taken}
    return replace(scenario, id=free_id(scenario.kind, scenario.title, taken))


def mistakes(form: Form, around: Surroundings) -> tuple[Mistake, ...]:
    """All that is to be mended before the form can be saved, in the order of the form; () if nothing is."""
    scenario = named(form, around)
    data = data_of(scenario)
    problems = [
        *scenario_problems(data, scenario.id, around.sounds),
        *problems_with_others(
            data, {**around.scenarios, scenario.id: scenario}, around.sellers, around.guides
        ),
    ]
    try:
        read(Scenario, data)
    except Unreadable as unreadable:
        problems += unreadable.problems
    found = [*_turn_mistakes(form), *(_mistake(problem, form) for problem in problems)]
    first: dict[str, Mistake] = {}
    for mistake in found:  # a second one at a field would mostly say the same in other words
        first.setdefault(mistake.field, mistake)
    return tuple(sorted(first.values(), key=lambda mistake: _place(mistake.field)))


def _turn_mistakes(form: Form) -> Iterator[Mistake]:
    """Conditions that were chosen and not filled in: in a file they would be no conditions at all."""
    for number, turn in enumerate(form.turns if form.sheet.kind in TALKED else (), start=1):
        if turn.when == "words" and not any(word.strip() for word in turn.words):
            yield Mistake(f"lines.{number}.words", "must hold at least one word or phrase.", missing=True)


def _mistake(problem: Problem, form: Form) -> Mistake:
    where = {"id": "title", "prospect.id": "prospect.name"}.get(problem.where, problem.where)
    if line := _LINE.match(where):
        number, part = int(line[1]), line[2]
        field = f"lines.{number}.{part if part in _LINE_FIELDS else 'text'}"
        if part == "audio" and not lines_of(form)[number].audio:
            return Mistake(field, "is missing: record it, or choose a file.", missing=True)
        return Mistake(field, problem.what, missing="must not be empty" in problem.what)
    where = "lines.0.text" if where == "prompts" else where.partition(".")[0] if "answers" in where else where
    missing = "must not be empty" in problem.what or "is missing" in problem.what
    return Mistake(where, problem.what, missing=missing)


_ORDER = ("title", "trains", "difficulty", "industry", "situation", "referrer", "seller", "prospect",
          "you_know", "follows", "default_message", "facts", "lines", "model_answers")  # fmt: skip


def _place(field: str) -> tuple[int, str]:
    """Where a field stands in the form, for sorting; what the form does not show comes last."""
    head = field.partition(".")[0]
    below_its_words = field.replace(".audio", ".zz-audio")
    return (_ORDER.index(head) if head in _ORDER else len(_ORDER), below_its_words)
