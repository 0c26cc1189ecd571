"""Every scenario that ships can be practised from the window, from its first button to its judgement."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.scenarios.replies import TALKS
from tests.scenarios.walks import LIBRARY, WALKS
from tests.ui.practising import Person, practising
from trainer.drills.draw_the_line import ASKED_ABOUT
from trainer.drills.voicemail import asks_what_is_sold
from trainer.facts import FACTS, on_side
from trainer.records import Kind, Scenario
from trainer.ways import TIME_WORDS


def of_kind(kind: Kind) -> pytest.MarkDecorator:
    scenarios = [one for one in LIBRARY.scenarios if one.kind == kind]
    return pytest.mark.parametrize("scenario", scenarios, ids=lambda scenario: scenario.id)


def judged(person: Person, scenario: Scenario) -> None:
    """The page with the judgement comes, and it is of this call."""
    attempt = person.read_feedback()
    assert (attempt.scenario.id, attempt.state) == (scenario.id, "judged")
    assert attempt.feedback
    assert attempt.feedback.headline.of


@of_kind("voicemail")
def test_a_message_is_left_or_whoever_picks_up_is_answered(
    scenario: Scenario, qtbot: QtBot, tmp_path: Path
) -> None:
    with practising(qtbot, tmp_path, scenario.model_answers[0].says) as person:
        person.window.go("call", scenario.id)
        if asks_what_is_sold(scenario):
            person.press("The meeting")
        if scenario.picks_up:
            person.talk()
        else:
            person.reply("Hang up")
        judged(person, scenario)


@of_kind("callback")
def test_a_call_back_is_held_to_its_good_end(scenario: Scenario, qtbot: QtBot, tmp_path: Path) -> None:
    good = TALKS[scenario.id].calls[0]
    with practising(qtbot, tmp_path, ("", *good.says)) as person:
        person.window.go("call", scenario.id)
        person.press("Answer")
        person.say()  # hello
        person.talk()
        judged(person, scenario)


@of_kind("elevator")
def test_who_you_are_is_said_and_the_best_go_seen(scenario: Scenario, qtbot: QtBot, tmp_path: Path) -> None:
    with practising(qtbot, tmp_path, scenario.model_answers[0].says) as person:
        person.window.go("call", scenario.id)
        person.reply()
        person.press("See the best one")
        judged(person, scenario)


@of_kind("leave-or-not")
def test_it_is_decided_why_and_done(scenario: Scenario, qtbot: QtBot, tmp_path: Path) -> None:
    leaves = bool(on_side(scenario.facts, "do"))
    why = on_side(scenario.facts, "do" if leaves else "dont")[0]
    with practising(qtbot, tmp_path, ["hello this is sam"]) as person:
        person.window.go("call", scenario.id)
        person.press("Call")
        person.press("Leave a message" if leaves else "Hang up")
        person.press(FACTS[why].title)
        if leaves:
            person.reply("Hang up")
        judged(person, scenario)


@of_kind("get-through")
def test_a_way_round_voicemail_is_gone(scenario: Scenario, qtbot: QtBot, tmp_path: Path) -> None:
    calls = next(walk["calls"] for walk in WALKS if walk["scenario"] == scenario.id)
    with practising(qtbot, tmp_path, [said for call in calls for said in call["says"]]) as person:
        person.window.go("call", scenario.id)
        for call in calls:
            person.press(TIME_WORDS[call.get("when", "hours")] if len(scenario.times) > 1 else "Call now")
            for key in call.get("keys", ""):
                person.press(key)
            for _ in call["says"]:
                person.reply()
            person.end_the_call()
        judged(person, scenario)


@of_kind("draw-the-line")
def test_a_line_is_drawn_under_tries(scenario: Scenario, qtbot: QtBot, tmp_path: Path) -> None:
    with practising(qtbot, tmp_path) as person:
        person.window.go("call", scenario.id)
        for made in scenario.tries:
            person.press("Call")
            person.press("Go on")
            if made.meets in ASKED_ABOUT:
                person.press("A brush-off")
            person.press("A day")
        person.press("Move on to somebody new")
        judged(person, scenario)
