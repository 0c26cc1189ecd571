"""The library is as wide as the articles: trades, listeners, situations, sellers, voices, mailboxes."""

from __future__ import annotations

import re
from typing import get_args

from trainer.analysis import judge
from trainer.branching import choose
from trainer.guides import load_guides
from trainer.judging import context_of, judged_as
from trainer.records import Background, JudgeRequest, Prompt, Scenario, Situation, SpokenTurn, Word
from trainer.scenarios import load_library

LIBRARY = load_library()
VOICEMAILS = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "voicemail"]
WORDS_IN_TEN_SECONDS = 30
"""At 180 words a minute: brisk, and still clear (peers' figures for practised speakers)."""


def test_there_are_messages_for_months() -> None:
    assert len(VOICEMAILS) >= 30
    assert len({scenario.industry for scenario in VOICEMAILS}) >= 12
    assert {scenario.situation for scenario in VOICEMAILS} == set(get_args(Situation))
    assert {scenario.difficulty for scenario in VOICEMAILS} == {1, 2, 3}


def test_listeners_range_from_a_chief_executive_to_private_people() -> None:
    assert [scenario for scenario in VOICEMAILS if scenario.prospect.role == "chief executive"]
    assert len([scenario for scenario in VOICEMAILS if not scenario.prospect.company]) >= 3


def test_three_sellers_of_different_trades_are_all_in_use() -> None:
    assert len({seller.does for seller in LIBRARY.sellers.values()}) == 3
    assert {scenario.seller for scenario in VOICEMAILS} == set(LIBRARY.sellers)


def test_callers_back_come_in_many_moods() -> None:
    callers = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "callback"]
    assert len(callers) >= 18
    moods = [scenario.prompts[0].mood for scenario in callers]
    assert len(set(moods)) >= 18
    assert len({scenario.industry for scenario in callers}) >= 12
    assert {scenario.difficulty for scenario in callers} == {1, 2, 3}
    assert {scenario.seller for scenario in callers} == set(LIBRARY.sellers)
    assert len([scenario for scenario in callers if scenario.follows]) >= 15


def test_a_call_that_comes_at_a_bad_time_says_what_keeps_the_user() -> None:
    busy = [scenario for scenario in LIBRARY.scenarios if not scenario.can_talk]
    assert len(busy) >= 2
    for scenario in busy:
        assert scenario.you_know[0].startswith("You cannot talk now")
        for answer in scenario.model_answers:
            context = context_of(scenario, LIBRARY.seller(scenario.seller))
            words = tuple(Word(word=word) for word in re.findall(r"[\w']+", " ".join(answer.says).lower()))
            request = JudgeRequest(
                id=None, kind="callback", turns=(SpokenTurn(words=words),), context=context
            )
            found = {one.check: one.outcome for one in judge(request, load_guides()[answer.guide]).findings}
            assert found["graceful-deferral"] == "met"
            assert found["recalls-reason"] == found["next-step"] == "not-applicable"


def test_elevator_speeches_answer_a_question_or_a_strangers_hello() -> None:
    speeches = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "elevator"]
    assert len(speeches) >= 4
    assert len([scenario for scenario in speeches if "stranger" in scenario.tags]) >= 2
    for scenario in speeches:
        opening = scenario.prompts[0]
        invited, left = (branch.to for branch in opening.branches)
        for answer in scenario.model_answers:
            assert follows(scenario, opening, answer.says[0]) == invited
        assert follows(scenario, opening, "well we are a market leader") == left


def follows(scenario: Scenario, line: Prompt, said: str) -> str:
    words = tuple(Word(word=word) for word in re.findall(r"[\w']+", said.lower()))
    context, guide = (
        context_of(scenario, LIBRARY.seller(scenario.seller)),
        load_guides()[scenario.guide or ""],
    )
    reply = SpokenTurn(words=words, caller_line=line.text)
    return choose(line, reply, context, guide, judged_as(scenario))


def test_there_is_something_easy_to_warm_up_with() -> None:
    (warm_up,) = (scenario for scenario in LIBRARY.scenarios if "warm-up" in scenario.tags)
    assert warm_up.difficulty == 1


def test_the_voices_are_those_of_many_people_in_many_places() -> None:
    prompts = [prompt for scenario in LIBRARY.scenarios for prompt in scenario.prompts]
    assert len({prompt.voice for prompt in prompts}) >= 14
    assert {prompt.background for prompt in prompts} == {*get_args(Background), None}


def test_every_greeting_is_worded_differently() -> None:
    greetings = [scenario.prompts[0].text for scenario in VOICEMAILS]
    assert len({text[:25] for text in greetings}) == len(greetings)


def test_some_mailboxes_hold_messages_of_other_sellers() -> None:
    crowded = [scenario for scenario in VOICEMAILS if scenario.others]
    assert len(crowded) >= 2
    assert all(len(scenario.others) >= 3 for scenario in crowded)


def test_some_prospects_pick_up_and_sell_the_meeting_is_what_good_does() -> None:
    live = [scenario for scenario in VOICEMAILS if scenario.picks_up]
    assert len(live) >= 4
    for scenario in live:
        hello = next(prompt for prompt in scenario.prompts if prompt.id == scenario.picks_up)
        context, guides = context_of(scenario, LIBRARY.seller(scenario.seller)), load_guides()
        for answer in scenario.model_answers:
            (said,) = answer.says
            words = tuple(Word(word=word) for word in re.findall(r"[\w']+", said.lower()))
            reply, guide = SpokenTurn(words=words, caller_line=hello.text), guides[answer.guide]
            agreed = next(branch.to for branch in hello.branches if branch.met == ("next-step",))
            assert choose(hello, reply, context, guide, judged_as(scenario)) == agreed
            if answer.guide == "introduce":
                assert len(words) <= WORDS_IN_TEN_SECONDS


def test_messages_have_answers_by_more_than_one_author_unless_only_one_knows_better() -> None:
    for scenario in VOICEMAILS:
        alone = scenario.picks_up or "news-in-full" in scenario.rules
        assert alone or len(authors(scenario)) >= 2, scenario.id
    assert {author for scenario in VOICEMAILS for author in authors(scenario)} >= {
        "sell-the-call", "earn", "introduce", "to-leave-or-not", "point-to-the-email",
    }  # fmt: skip


def authors(scenario: Scenario) -> set[str]:
    return {answer.guide for answer in scenario.model_answers}
