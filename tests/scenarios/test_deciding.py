"""To leave or not, and where to draw the line: every entry is there, and good goes as its files promise."""

from __future__ import annotations

import pytest

from tests.scenarios.walks import LIBRARY, Walk, begin, decide, judged, not_met
from trainer.analysis.tries import Run, read_run
from trainer.drills import Ask, Decide, Play, SoundEnded
from trainer.facts import FACTS, Fact, on_side
from trainer.records import PUTS_OFF, Calendar, ModelAnswer, Scenario

LEAVE = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "leave-or-not"]
LINES = [scenario for scenario in LIBRARY.scenarios if scenario.kind == "draw-the-line"]
DECISIONS = [(scenario, answer) for scenario in LEAVE for answer in scenario.model_answers]
RUNS = [(scenario, answer) for scenario in LINES for answer in scenario.model_answers]
DAY_S, WEEK_DAYS, WORKING_DAYS = 24 * 3600, 7, 5


def by_name(value: Scenario | ModelAnswer | Fact) -> str:
    return value.guide if isinstance(value, ModelAnswer) else value.id


# --------------------------------------------------------------------------- to leave or not


def test_there_are_decisions_for_weeks_and_the_authors_part_in_some() -> None:
    assert len(LEAVE) >= 16
    assert {scenario.difficulty for scenario in LEAVE} == {1, 2, 3}
    assert len({scenario.industry for scenario in LEAVE}) >= 12
    parted = [one for one in LEAVE if {len(answer.says) > 1 for answer in one.model_answers} == {True, False}]
    assert len(parted) >= 3


@pytest.mark.parametrize("fact", [fact for fact in FACTS.values() if fact.article == "003"], ids=by_name)
def test_every_entry_stands_alone_once(fact: Fact) -> None:
    """Nothing else of article 003 speaks for a message there, or against it."""
    assert (fact.id,) in [on_side(one.facts, "do") + on_side(one.facts, "dont") for one in LEAVE]


def test_sometimes_both_lists_apply() -> None:
    both = [one for one in LEAVE if on_side(one.facts, "do") and on_side(one.facts, "dont")]
    assert len(both) >= 4


@pytest.mark.parametrize(("scenario", "answer"), DECISIONS, ids=by_name)
def test_it_is_decided_the_reason_said_and_the_message_left(scenario: Scenario, answer: ModelAnswer) -> None:
    walk = begin(scenario)
    turns = decide(walk, answer.says)
    assert walk.notes("decided") == ["leave" if len(answer.says) > 1 else "hang-up"]
    assert walk.over
    assert walk.replies == len(answer.says)
    assert not not_met(judged(walk, turns, answer.guide))


@pytest.mark.parametrize(
    ("scenario", "answer"), [one for one in DECISIONS if len(one[1].says) > 1], ids=by_name
)
def test_the_message_is_one_that_its_author_would_leave(scenario: Scenario, answer: ModelAnswer) -> None:
    walk = begin(scenario)
    *_, message = decide(walk, answer.says)
    assert not not_met(judged(walk, [message], answer.guide, "voicemail"))


# --------------------------------------------------------------------------- to draw the line


def test_three_people_are_hard_to_reach_each_in_a_way_of_their_own() -> None:
    assert len(LINES) >= 3
    assert all(len(one.tries) >= 5 for one in LINES)
    assert len({tuple(made.meets for made in one.tries) for one in LINES}) == len(LINES)


@pytest.mark.parametrize(("scenario", "answer"), RUNS, ids=by_name)
def test_a_run_of_tries_meets_what_its_answer_says_and_ends_well(
    scenario: Scenario, answer: ModelAnswer
) -> None:
    wanted = read_run(answer.says)
    walk = begin(scenario)
    for made in wanted.tries:
        wait_until(walk, made.day, made.minute)
        walk.do(Decide("leave" if made.left else "call"))
        asked = walk.do(SoundEnded(walk.last(Play).tag))[-1]
        if isinstance(asked, Ask) and asked.about == "reading":
            walk.do(Decide(made.taken_for or "neither"))
    walk.do(Decide("another-way" if wanted.new_way else "move-on"))
    assert walk.over
    assert put_off(wanted) == put_off(read_run(walk.told()))
    assert not not_met(judged(walk, [], answer.guide))


def wait_until(walk: Walk, day: int, minute: int) -> None:
    """Let days pass, then minutes, as the user would."""
    now: Calendar = walk.last(Ask).calendar
    weeks, days = divmod(day - now.day, WORKING_DAYS)
    if day > now.day:
        walk.do(Decide(f"wait={(weeks * WEEK_DAYS + days) * DAY_S}"))
    if minute > now.minute:
        walk.do(Decide(f"wait={(minute - now.minute) * 60}"))


def put_off(run: Run) -> list[tuple[int, str | None]]:
    """The tries that put the user off: which, and what each was taken for."""
    return [(number, one.taken_for) for number, one in enumerate(run.tries) if one.meets in PUTS_OFF]
