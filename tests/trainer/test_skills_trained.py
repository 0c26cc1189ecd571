from __future__ import annotations

from dataclasses import replace

from trainer.guides import load_guides
from trainer.scenarios import load_library
from trainer.skills_trained import OBJECTIONS, TRAINED, SkillsTrained

LIBRARY = load_library()


def test_every_skill_can_be_looked_for_and_none_is_in_everything() -> None:
    trained = SkillsTrained(load_guides())
    found = [trained.of(scenario) for scenario in LIBRARY.scenarios]
    for skill in TRAINED:
        holders = sum(skill in skills for skills in found)
        assert 0 < holders < len(found), skill


def test_it_is_what_the_scenarios_guide_counts_for_its_kind() -> None:
    trained = SkillsTrained(load_guides())
    voicemail = LIBRARY.scenario("voicemail-referral-logistics")
    decision = next(one for one in LIBRARY.scenarios if one.kind == "leave-or-not")
    assert "The number" in trained.of(voicemail)
    assert "Deciding" not in trained.of(voicemail)
    assert trained.of(decision) == {"Deciding"}


def test_a_line_that_objects_is_an_objection() -> None:
    trained = SkillsTrained(load_guides())
    objecting = next(one for one in LIBRARY.scenarios if any(prompt.objection for prompt in one.prompts))
    kinder = replace(objecting, prompts=tuple(replace(one, objection=False) for one in objecting.prompts))
    assert trained.of(objecting) - trained.of(kinder) == {OBJECTIONS}


def test_a_guide_that_is_gone_is_no_mistake() -> None:
    voicemail = LIBRARY.scenario("voicemail-referral-logistics")
    usual, gone = (replace(voicemail, guide=guide, model_answers=()) for guide in (None, "somebody-elses"))
    trained = SkillsTrained(load_guides())
    assert trained.of(usual) == trained.of(gone) != set()
    assert SkillsTrained({}).of(usual) == set()
