from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui import sample_feedback
from trainer.guides import load_guides
from trainer.records import Attempt, Finding, MyPoints, Outcome
from ui.models.points_words import IDEA, WORRY, asks_for_worry
from ui.models.prepared_words import PreparedLine, prepared_lines

POINTS = MyPoints(who="Sam", worry="fuel bills", idea="last year's rates")


def attempt(points: MyPoints | None, **outcomes: Outcome) -> Attempt:
    made = sample_feedback.voicemail()
    assert made.feedback
    found = tuple(
        Finding(check=check.replace("_", "-"), outcome=outcome, confidence=1.0)
        for check, outcome in outcomes.items()
    )
    return replace(made, points=points, feedback=replace(made.feedback, findings=found))


def test_each_line_stands_beside_what_was_found() -> None:
    lines = prepared_lines(attempt(POINTS, their_concern="missed", value_for_them="met"))
    assert lines == (
        PreparedLine(WORRY, "fuel bills", "missed", "Their concern: missed"),
        PreparedLine(IDEA, "last year's rates", "met", "Something for them: met"),
    )


def test_in_an_elevator_speech_it_is_what_it_does_for_them() -> None:
    (_, idea) = prepared_lines(attempt(POINTS, value_for_them="not-applicable", for_them="unsure"))
    assert idea.state == "unsure"


def test_before_it_is_judged_only_the_lines_are_shown() -> None:
    waiting = replace(attempt(POINTS), feedback=None)
    assert [line.state for line in prepared_lines(waiting)] == [None, None]


@pytest.mark.parametrize("points", [None, MyPoints(who="Sam")])
def test_without_a_line_there_is_nothing_to_show(points: MyPoints | None) -> None:
    assert prepared_lines(attempt(points, their_concern="met")) == ()


def test_only_the_guide_that_wants_them_asks_for_the_two_lines() -> None:
    guides, scenario = load_guides(), sample_feedback.voicemail().scenario
    asking = {name for name in guides if asks_for_worry(guides, name, scenario)}
    assert asking == {"earn"}
    assert asks_for_worry(guides, None, replace(scenario, guide="earn"))
    assert not asks_for_worry(guides, None, replace(scenario, guide=None))
    assert not asks_for_worry(guides, "earn", replace(scenario, kind="get-through")), (
        "another guide judges that"
    )
