"""The shipped call backs go on as their files promise: what is said decides, and every call ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.fakes import FakeMicrophone, FakePlayer, FakeRecogniser
from tests.scenarios.replies import TALKS
from trainer.analysis import judge
from trainer.audio.files import read_answer
from trainer.branching import choose
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.paths import ASSETS
from trainer.records import (
    SAMPLE_RATE,
    Attempt,
    Branch,
    Feedback,
    JudgeRequest,
    Prompt,
    Scenario,
    SpokenTurn,
    Word,
)
from trainer.rigs.scripted import Step
from trainer.scenario_rules import MOST_REPLIES
from trainer.scenarios import load_library
from trainer.worker import Worker

LIBRARY = load_library()
CALL_BACKS = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "callback"]
SELLERS = LIBRARY.sellers
LONGEST_LINE_S = 8.0
WORD_S = 0.35
"""About 170 words a minute."""
Way = tuple[tuple[str, str], ...]
"""One way through a call: (line, what is said to it), in order; the caller's last line is not in it."""

each_call_back = pytest.mark.parametrize("scenario", CALL_BACKS, ids=lambda scenario: scenario.id)


def lines_of(scenario: Scenario) -> dict[str, Prompt]:
    return {prompt.id: prompt for prompt in scenario.prompts}


def goes_to(scenario: Scenario, line: Prompt, said: str) -> str:
    words = tuple(
        Word(word=word, start_s=WORD_S * n, end_s=WORD_S * (n + 0.9), confidence=0.9)
        for n, word in enumerate(said.split())
    )
    reply = SpokenTurn(words=words, caller_line=line.text)
    guide = load_guides()[scenario.guide or ""]
    return choose(
        line, reply, context_of(scenario, SELLERS[scenario.seller]), guide, phrases=scenario.phrases
    )


# --------------------------------------------------------------------------- what was said decides


@each_call_back
def test_a_reply_leads_where_it_should(scenario: Scenario) -> None:
    for line in scenario.prompts:
        for said, to in TALKS[scenario.id].replies.get(line.id, []):
            assert (line.id, said, goes_to(scenario, line, said)) == (line.id, said, to)


@each_call_back
def test_every_branch_is_taken_and_needed(scenario: Scenario) -> None:
    """Without it some reply would lead elsewhere; the last one is where nothing else fits."""
    for line in scenario.prompts:
        replies = TALKS[scenario.id].replies.get(line.id, [])
        for branch in line.branches[:-1]:
            without = replace(line, branches=tuple(one for one in line.branches if one is not branch))
            assert any(to == branch.to != goes_to(scenario, without, said) for said, to in replies), (
                f"{line.id}: {branch}"
            )
        if line.branches:
            marked = replace(line, branches=(*line.branches[:-1], Branch(to="nothing else fits")))
            assert any(goes_to(scenario, marked, said) == "nothing else fits" for said, _ in replies), line.id


@each_call_back
def test_what_good_sounds_like_earns_an_interested_answer(scenario: Scenario) -> None:
    opening = scenario.prompts[0]
    for answer in scenario.model_answers:
        if answer.guide == scenario.guide:
            said = answer.says[0].lower()
            assert goes_to(scenario, opening, said) == TALKS[scenario.id].interested


# --------------------------------------------------------------------------- how a call ends


@each_call_back
def test_a_good_call_ends_well_and_a_poor_one_does_not(scenario: Scenario) -> None:
    """Whole calls, judged by the scenario's own guide as far as words without times can tell."""
    good, poor = TALKS[scenario.id].calls
    assert (good.what, poor.what) == ("good", "poor")
    assert way_of(scenario, good.says)[-1] == good.ends
    assert way_of(scenario, poor.says)[-1] == poor.ends != good.ends
    assert not missed_in(scenario, good.says)
    assert len(missed_in(scenario, poor.says)) >= 2


@each_call_back
def test_nobody_waits_for_somebody_who_says_nothing(scenario: Scenario) -> None:
    """The caller asks once more whether anybody is there, and then hangs up."""
    assert len(way_of(scenario, ("", ""))) == 3


@each_call_back
def test_a_graceful_deferral_is_taken_kindly_and_at_once(scenario: Scenario) -> None:
    deferring = next(
        said
        for said, to in TALKS[scenario.id].replies["opening"]
        if Branch(to=to, met=("graceful-deferral",)) in scenario.prompts[0].branches
    )
    assert len(way_of(scenario, (deferring,))) == 2


def way_of(scenario: Scenario, says: Sequence[str]) -> list[str]:
    """The caller's lines when the user says this, all of which is needed to bring the call to its end."""
    lines = lines_of(scenario)
    way = [scenario.prompts[0].id]
    for said in says:
        way.append(goes_to(scenario, lines[way[-1]], said))
    assert [lines[line].ends for line in way] == [False] * len(says) + [True]
    return way


def feedback_on(scenario: Scenario, says: Sequence[str]) -> Feedback:
    turns = tuple(SpokenTurn(words=tuple(Word(word=word) for word in said.split())) for said in ("", *says))
    request = JudgeRequest(
        id=None, kind="callback", turns=turns, context=context_of(scenario, SELLERS[scenario.seller])
    )
    return judge(request, load_guides()[scenario.guide or ""])


def missed_in(scenario: Scenario, says: Sequence[str]) -> list[str]:
    judged = feedback_on(scenario, says)
    return [one.check for one in judged.findings if one.counted and one.outcome == "missed"]


@each_call_back
def test_every_path_ends_within_four_replies(scenario: Scenario) -> None:
    lines = lines_of(scenario)
    ways = list(line_paths(lines, scenario.prompts[0].id))
    assert {line for way in ways for line in way} == set(lines) - messages_of(scenario)
    assert all(lines[way[-1]].ends for way in ways)
    assert 3 <= max(len(way) - 1 for way in ways) <= MOST_REPLIES
    spoken = [prompt for prompt in scenario.prompts if prompt.id not in messages_of(scenario)]
    assert all(bool(prompt.branches) != prompt.ends for prompt in spoken)


def messages_of(scenario: Scenario) -> set[str]:
    """Lines that are somebody's recorded message and no answer to the user."""
    return {line.plays_message for line in scenario.prompts if line.plays_message}


def line_paths(lines: dict[str, Prompt], first: str) -> Iterator[tuple[str, ...]]:
    """Every run of lines from `first` to the caller's last word."""
    goals = dict.fromkeys(branch.to for branch in lines[first].branches)
    if not goals:
        yield (first,)
    for goal in goals:
        yield from ((first, *rest) for rest in line_paths(lines, goal))


def test_some_callers_resist_and_all_notice_silence() -> None:
    resisting = [scenario.id for scenario in CALL_BACKS if any(one.objection for one in scenario.prompts)]
    assert len(resisting) >= 2
    for scenario in CALL_BACKS:
        assert any(branch.silent for branch in scenario.prompts[0].branches)


@each_call_back
def test_a_line_is_short_and_fits_whoever_practises(scenario: Scenario) -> None:
    """The user may practise under their own name: a caller never says a shipped seller's."""
    sellers = [
        word
        for one in SELLERS.values()
        for name in (one.name, one.company)
        if name
        for word in (name, name.split()[0])
    ]
    for prompt in scenario.prompts:
        sound = read_answer(ASSETS / prompt.audio)
        assert len(sound) / SAMPLE_RATE <= LONGEST_LINE_S
        assert prompt.mood
        assert not any(re.search(rf"\b{name}\b", prompt.text) for name in sellers)


# --------------------------------------------------------------------------- whole calls, from files


def walks(scenario: Scenario) -> list[Way]:
    """Ways through the call that, together, hear every line; that every branch is taken is tested above."""
    said = {
        (line, to): said
        for line, replies in TALKS[scenario.id].replies.items()
        for said, to in reversed(replies)
    }
    missing, chosen = set(lines_of(scenario)) - messages_of(scenario), []
    for way in line_paths(lines_of(scenario), scenario.prompts[0].id):
        if missing.intersection(way):
            missing.difference_update(way)
            chosen.append(tuple((line, said[line, to]) for line, to in pairwise(way)))
    assert not missing
    return chosen


@each_call_back
def test_it_can_be_walked_through_from_files(scenario: Scenario, tmp_path: Path) -> None:
    ways, lines = walks(scenario), lines_of(scenario)
    hears = [said for way in ways for said in ("", *(said for _, said in way))]  # "" is the greeting
    answer = read_answer(ASSETS / "samples" / "ready-callback.ogg")[: 2 * SAMPLE_RATE]
    worker = Worker(
        tmp_path,
        lambda _: None,
        make_player=lambda sink, _: FakePlayer(sink),
        make_microphone=lambda sink, _: FakeMicrophone(sink),
        make_recogniser=lambda _, sink: FakeRecogniser(sink, hears),
        engine="embedded",
    )
    with closing(worker):
        casting = worker.cast(scenario.id, scenario.seller)
        for way in ways:
            steps = [Step("say", pcm=answer)] * len(way)
            attempt = worker.calls.from_files(casting, steps).result(timeout=30)
            assert attempt.state == "judged"
            replied_to = [line for line, _ in way]
            *before, last = (line for line in spoken_lines(attempt) if line not in messages_of(scenario))
            assert before == replied_to == [turn.prompt_id for turn in attempt.turns[1:]]
            assert last == goes_to(scenario, lines[replied_to[-1]], way[-1][1])
            assert lines[last].ends
            resisted = [turn.timing.after == "objection" for turn in attempt.turns[1:]]
            assert resisted == [lines[line].objection for line in replied_to]


def spoken_lines(attempt: Attempt) -> list[str]:
    return [event.detail for event in attempt.events if event.name == "line-started"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sample", "last"), [("ready-callback", "agreed-at-once"), ("stumbling-callback", "another-time")]
)
def test_a_sample_answer_as_really_heard_brings_the_call_to_its_end(
    sample: str, last: str, tmp_path: Path
) -> None:
    """One file, one reply: no turn without an answer may follow it."""
    samples = tomllib.loads((ASSETS / "samples" / "samples.toml").read_text("utf-8"))["samples"]
    entry = next(one for one in samples if one["id"] == sample)
    with closing(Worker(tmp_path, lambda _: None, engine="embedded")) as worker:
        casting = worker.cast(entry["scenario"], entry["seller"])
        step = Step("say", pcm=read_answer(ASSETS / entry["file"]))
        attempt = worker.calls.from_files(casting, [step]).result(timeout=60)
    assert spoken_lines(attempt) == ["opening", last]
    assert len(attempt.turns) == 2  # the greeting and the reply
    assert (attempt.events[-1].name, attempt.events[-1].detail) == ("sound-ended", f"line-{last}")
