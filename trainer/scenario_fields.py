"""What must hold in the smaller parts of a scenario file: difficulty, model answers, speed, phrases.

Like all rules they read the file's data before it is a record (`trainer.scenario_rules`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from trainer.article_rules import ARTICLE_RULES
from trainer.strict import Problem, did_you_mean

Data = Mapping[str, Any]

EASIEST, HARDEST = 1, 3
SLOWEST, FASTEST = 0.7, 1.4
"""Bounds of a prompt's `speed`: beyond them the voices no longer sound like people (tried by ear)."""


def field_problems(data: Data) -> Iterator[Problem]:
    """What is wrong with the difficulty, the rules, other messages, the model answers and the speed."""
    difficulty = data.get("difficulty")
    if type(difficulty) is int and not EASIEST <= difficulty <= HARDEST:
        yield Problem("difficulty", f"must be {EASIEST} (easy) to {HARDEST} (hard), not {difficulty}.")
    rules = data.get("rules")
    for rule in rules if isinstance(rules, list) else ():
        if isinstance(rule, str) and rule not in ARTICLE_RULES:
            yield Problem("rules", f"there is no rule '{rule}'.{did_you_mean(rule, ARTICLE_RULES)}")
    yield from _other_problems(data)
    yield from _answer_problems(_tables(data.get("model_answers")))
    for index, prompt in enumerate(_tables(data.get("prompts"))):
        speed = prompt.get("speed")
        if isinstance(speed, int | float) and not SLOWEST <= speed <= FASTEST:
            yield Problem(f"prompts.{index}.speed", f"must be {SLOWEST} to {FASTEST}, not {speed:g}.")


def phrase_problems(data: Data) -> Iterator[Problem]:
    """What is wrong with the lists of phrases and the branches that name them."""
    lists = data.get("phrases")
    phrases = lists if isinstance(lists, dict) else {}
    named: set[str] = set()
    for index, prompt in enumerate(_tables(data.get("prompts"))):
        for number, branch in enumerate(_tables(prompt.get("branches"))):
            about = branch.get("about")
            for name in about if isinstance(about, list) else ():
                named.add(str(name))
                if name not in phrases:
                    hint = did_you_mean(str(name), phrases)
                    where = f"prompts.{index}.branches.{number}.about"
                    yield Problem(where, f"there is no list '{name}' under [phrases].{hint}")
    for name, said in phrases.items():
        if said == []:
            yield Problem(f"phrases.{name}", "must hold at least one word or phrase.")
        if name not in named:
            yield Problem(f"phrases.{name}", "is not used: no branch is about it.")


def _other_problems(data: Data) -> Iterator[Problem]:
    """What is wrong with the messages of other sellers; the first line is the greeting, so it is none."""
    others = data.get("others")
    if others and data.get("kind") != "voicemail":
        yield Problem("others", f"belongs to voicemails only; this is of kind {data.get('kind')}.")
    lines = [str(prompt.get("id")) for prompt in _tables(data.get("prompts"))[1:]]
    for other in others if isinstance(others, list) else ():
        if isinstance(other, str) and other not in lines:
            hint = did_you_mean(other, lines)
            yield Problem("others", f"there is no line '{other}' after the greeting.{hint}")


def _answer_problems(answers: list[Data]) -> Iterator[Problem]:
    times = Counter(str(answer.get("guide")) for answer in answers)
    for index, answer in enumerate(answers):
        guide, says = answer.get("guide"), answer.get("says")
        if isinstance(guide, str) and times[guide] > 1:
            yield Problem(f"model_answers.{index}.guide", f"'{guide}' has more than one model answer.")
        if isinstance(says, list) and not (says and all(_said(text) for text in says)):
            yield Problem(
                f"model_answers.{index}.says", "must hold one text for each reply, none of them empty."
            )


def _said(text: Any) -> bool:
    return not isinstance(text, str) or bool(text.strip())


def _tables(value: Any) -> list[Data]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
