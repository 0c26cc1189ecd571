"""Draw the line as a state machine: tries, days that pass, what is made of them, moving on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import scenario
from trainer.analysis.tries import read_run
from trainer.drills import (
    Ask,
    Begin,
    CallInput,
    Decide,
    Effect,
    End,
    HangUp,
    Listen,
    Machine,
    Note,
    Play,
    SoundEnded,
    StopPlaying,
    TurnDone,
    machine_for,
)
from trainer.drills.draw_the_line import MOST_TRIES, after
from trainer.records import Calendar, Scenario, Try

DAY_S = 24 * 3600


def drill() -> Scenario:
    tries = (
        Try(meets="mailbox", line="line"),
        Try(meets="no-answer", since="Nothing yet."),
        Try(meets="call-tomorrow", line="line"),
        Try(meets="vacation", line="line"),
        Try(meets="mailbox", line="line"),
    )
    return replace(scenario("draw-the-line"), tries=tries)


def run(*inputs: CallInput) -> tuple[Machine, list[Effect]]:
    machine, effects = machine_for(drill()), list[Effect]()
    for event in inputs:
        machine, more = machine.step(event)
        effects += more
    return machine, effects


def asked(effects: list[Effect]) -> list[Ask]:
    return [effect for effect in effects if isinstance(effect, Ask)]


def test_it_begins_with_a_question_on_monday_morning_and_opens_no_turn() -> None:
    _, effects = run(Begin())
    assert effects == [
        Ask(
            "next-try",
            ("call", "leave", "wait", "another-way", "move-on"),
            Calendar(day=1, minute=9 * 60 + 30),
        )
    ]


def test_a_call_meets_what_the_scenario_tells_and_is_noted_with_day_and_time() -> None:
    machine, effects = run(Begin(), Decide("leave"))
    assert [effect for effect in effects if isinstance(effect, Note)] == [
        Note("try", "day 1 09:30 message"),
        Note("met", "mailbox"),
    ]
    assert [effect.sound for effect in effects if isinstance(effect, Play)] == [
        "ring-back", "voices/line.ogg", "beep",
    ]  # fmt: skip
    _, effects = machine.step(SoundEnded("beep"))
    assert asked(list(effects))[0].calendar.since == "Nothing yet."  # type: ignore[union-attr]


def test_a_line_can_be_cut_short() -> None:
    _, effects = run(Begin(), Decide("call"), HangUp())
    assert effects[-2] == StopPlaying()
    assert isinstance(effects[-1], Ask)


def test_what_somebody_says_is_asked_about_and_a_mere_mailbox_is_not() -> None:
    call = (Decide("call"), TurnDone())
    _, effects = run(Begin(), *call, *call, *call)
    assert [ask.about for ask in asked(effects)] == ["next-try", "next-try", "next-try", "reading"]
    _, effects = run(Begin(), *call, *call, *call, Decide("brush-off"))
    assert Note("read", "brush-off") in effects
    made = asked(effects)[-1].calendar.made  # type: ignore[union-attr]
    assert made[-1].taken_for == "brush-off"


@pytest.mark.parametrize(
    ("seconds", "day", "minute"),
    [
        (0, 5, 600),
        (4 * 3600, 5, 840),
        (9 * 3600, 6, 570),
        (DAY_S, 6, 600),
        (2 * DAY_S, 7, 600),
        (7 * DAY_S, 10, 600),
    ],
)
def test_time_passes_in_office_hours_and_working_days(seconds: float, day: int, minute: int) -> None:
    later = after(Calendar(day=5, minute=600), seconds)
    assert (later.day, later.minute) == (day, minute)


def test_moving_on_ends_it_and_the_judge_reads_back_what_was_done() -> None:
    tried = (Decide("leave"), TurnDone(), Decide(f"wait={DAY_S}"))
    _, effects = run(Begin(), *tried, Decide("call"), TurnDone(), Decide("move-on"))
    assert effects[-2:] == [Note("moved-on", "day 2"), End("sent")]
    events = [f"{effect.name}: {effect.detail}" for effect in effects if isinstance(effect, Note)]
    told = read_run(events)
    assert told.moved_on
    assert [(one.day, one.left, one.meets) for one in told.tries] == [
        (1, True, "mailbox"),
        (2, False, "no-answer"),
    ]


def test_another_way_ends_the_run_too() -> None:
    _, effects = run(Begin(), Decide("call"), TurnDone(), Decide("another-way"))
    assert effects[-2:] == [Note("way", "another"), End("sent")]


EVENTS = st.sampled_from(
    [Decide(what) for what in ("call", "leave", "wait=86400", "wait=x", "move-on", "interest", "neither")]
    + [HangUp(), TurnDone(), SoundEnded("line"), SoundEnded("beep"), SoundEnded("ring-back-1")]
)


@given(inputs=st.lists(EVENTS, max_size=80))
def test_whatever_happens_it_ends_once_and_hanging_up_twice_ends_it(inputs: list[CallInput]) -> None:
    machine, effects = run(Begin(), *inputs)
    for _ in range(2):
        machine, more = machine.step(HangUp())
        effects += more
    assert [type(effect) for effect in effects].count(End) == 1
    assert isinstance(effects[-1], End)
    assert not any(isinstance(effect, Listen) for effect in effects)
    calendars = [ask.calendar for ask in asked(effects)]
    days = [(one.day, one.minute) for one in calendars if one]
    assert days == sorted(days)
    assert all(len(one.made) <= MOST_TRIES for one in calendars if one)


def test_nobody_is_tried_for_ever() -> None:
    once = (Decide("call"), TurnDone(), TurnDone())
    _, effects = run(Begin(), *(once * (MOST_TRIES + 1)))
    assert effects[-1] == End("sent")
