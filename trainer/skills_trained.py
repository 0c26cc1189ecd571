"""Which skills a scenario trains, so that the library can be looked through by them."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.guides import DEFAULT_FOR_KIND
from trainer.judging import judged_as
from trainer.practice.skills import SKILLS
from trainer.records import Guide, Kind, Scenario, Situation

OBJECTIONS = "Meeting an objection"
"""No check's skill: what the other side says decides."""
TRAINED = (*SKILLS, OBJECTIONS)
"""All skills, in the order in which a call needs them."""


class SkillsTrained:
    """By the guides whose good a scenario shows: a skill is trained where one counts a check of it."""

    def __init__(self, guides: Mapping[str, Guide]) -> None:
        self._guides = guides
        self._found: dict[tuple[Kind, Situation, frozenset[str | None]], frozenset[str]] = {}

    def of(self, scenario: Scenario) -> frozenset[str]:
        """The skills of `TRAINED` that this scenario trains."""
        authors = frozenset({scenario.guide, *(answer.guide for answer in scenario.model_answers)})
        # Thousands of scenarios differ in few of these.
        alike = (judged_as(scenario)[0], scenario.situation, authors)
        if alike not in self._found:
            self._found[alike] = self._counted(*alike)
        objects = any(prompt.objection for prompt in scenario.prompts)
        return self._found[alike] | ({OBJECTIONS} if objects else set())

    def _counted(self, kind: Kind, situation: Situation, authors: frozenset[str | None]) -> frozenset[str]:
        judges = {self._judge(author, kind) for author in authors}
        counted = {
            count.check
            for guide in judges
            if guide in self._guides
            for count in self._guides[guide].counts.get(kind, ())
            if not count.situations or situation in count.situations
        }
        return frozenset(skill for skill, checks in SKILLS.items() if not counted.isdisjoint(checks))

    def _judge(self, author: str | None, kind: Kind) -> str:
        """Who judges this kind of call for `author`; a guide that is gone is none, unlike for an attempt."""
        usual = DEFAULT_FOR_KIND.get(kind, "")
        guide = self._guides.get(author or usual)
        if guide is None:
            return usual
        return guide.id if kind in guide.counts else guide.hands_over_to.get(kind, usual)
