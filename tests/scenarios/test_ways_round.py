"""Every shipped way round voicemail can be walked, leads where it should, and is seen by the judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.scenarios.walks import (
    GUIDES,
    LIBRARY,
    WALKS,
    begin,
    get_through,
    judged,
    leads_to,
    not_met,
    outcome,
)
from trainer.analysis.course import course
from trainer.records import Prompt, Scenario, TimeOfDay
from trainer.ways import HELPFUL, WAY_OF_TIME, WAYS

ROUNDS = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "get-through"]
USUAL: TimeOfDay = "hours"


def by_name(value: Any) -> str | None:
    return value.id if isinstance(value, Scenario) else None


def test_there_are_six_doors_and_all_ten_ways() -> None:
    assert len(ROUNDS) >= 6
    assert {one.difficulty for one in ROUNDS} == {1, 2, 3}
    assert {way for walk in WALKS for way in walk["uses"]} >= set(WAYS) - {"schedule"}
    assert {walk["reaches"] for walk in WALKS} == set(HELPFUL)
    assert {walk["scenario"] for walk in WALKS} == {one.id for one in ROUNDS}


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk['scenario']}-{'-'.join(walk['uses'])}")
def test_a_way_leads_to_somebody_or_to_something_useful(walk: dict[str, Any]) -> None:
    under_way = begin(LIBRARY.scenario(walk["scenario"]))
    turns = []
    for call in walk["calls"]:
        turns += get_through(under_way, call.get("when", USUAL), call.get("keys", ""), call["says"])
    assert under_way.over
    assert set(walk["uses"]) <= set(under_way.notes("way"))
    assert course(under_way.told()).reached == walk["reaches"]
    feedback = judged(under_way, turns, "to-leave-or-not")
    assert outcome(feedback, "reached-a-person") == "met"
    assert outcome(feedback, "did-not-pitch-the-gatekeeper") in ("met", "not-applicable")


@pytest.mark.parametrize("scenario", ROUNDS, ids=by_name)
def test_the_model_answer_gets_through_at_some_door(scenario: Scenario) -> None:
    for answer in scenario.model_answers:
        ends = [
            (keys, leads_to(scenario, line, answer.says[0]))
            for keys, line in doors(scenario, scenario.times.get(USUAL, scenario.prompts[0].id))
        ]
        reached = [keys for keys, line in ends if line.reaches in HELPFUL]
        assert reached
        walk = begin(scenario)
        turns = get_through(walk, USUAL, reached[0], list(answer.says))
        assert not not_met(judged(walk, turns, answer.guide))


@pytest.mark.parametrize("scenario", ROUNDS, ids=by_name)
def test_who_says_nothing_is_hung_up_on_and_a_name_alone_is_not_enough(scenario: Scenario) -> None:
    for line in scenario.prompts:
        if line.branches:
            silent = leads_to(scenario, line, "")
            assert (silent.ends and silent.reaches not in HELPFUL) or silent.branches, line.id
            assert leads_to(scenario, line, "hello " + scenario.prospect.name).reaches not in HELPFUL, line.id


@pytest.mark.parametrize("scenario", ROUNDS, ids=by_name)
def test_a_time_of_day_that_is_a_way_is_taken_as_one(scenario: Scenario) -> None:
    for when in set(scenario.times) & set(WAY_OF_TIME):
        walk = begin(scenario)
        get_through(walk, when, "", [])
        assert walk.notes("way")[0] == WAY_OF_TIME[when]


def test_nobody_says_more_than_one_can_take_in() -> None:
    for line in (line for scenario in ROUNDS for line in scenario.prompts):
        assert len(line.text.split()) <= 30, line.id


def test_the_guide_is_the_one_whose_article_names_the_ways() -> None:
    assert {one.guide for one in ROUNDS} == {"to-leave-or-not"}
    assert "003" in GUIDES["to-leave-or-not"].sources


def doors(scenario: Scenario, first: str) -> Iterator[tuple[str, Prompt]]:
    """(keys, who answers) for everybody to whom keys lead, the shortest first."""
    lines = {line.id: line for line in scenario.prompts}
    ahead, seen = [("", first)], set[str]()
    while ahead:
        keys, name = ahead.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if lines[name].branches:
            yield keys, lines[name]
        ahead += [(keys + key, to) for key, to in lines[name].keys.items()]
