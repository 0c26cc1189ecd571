"""Leave or not as a state machine: the decision before the beep, the reason, the message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import scenario
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
    SoundStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    machine_for,
)
from trainer.facts import REASONS

GREETED = (Begin(), SoundStarted("greeting"))
EVENTS = st.sampled_from(
    [
        Decide("leave"), Decide("hang-up"), Decide("say"), Decide("cold-call"), Decide("good-lead"),
        HangUp(), TurnDone(), SoundStarted("greeting"), SoundEnded("beep"), TimePassed("limit"),
    ]
)  # fmt: skip


def run(*inputs: CallInput) -> tuple[Machine, list[Effect]]:
    machine, effects = machine_for(scenario("leave-or-not")), list[Effect]()
    for event in inputs:
        machine, more = machine.step(event)
        effects += more
    return machine, effects


def notes(effects: list[Effect]) -> list[Note]:
    return [effect for effect in effects if isinstance(effect, Note)]


def test_the_question_comes_with_the_greeting_and_not_before() -> None:
    assert not any(isinstance(effect, Ask) for effect in run(Begin())[1])
    assert run(*GREETED)[1][-1] == Ask("decision", ("leave", "hang-up"))


@pytest.mark.parametrize(
    ("act", "decision"),
    [
        (Decide("leave"), "leave"),
        (Decide("hang-up"), "hang-up"),
        (HangUp(), "hang-up"),
        (SoundEnded("beep"), "leave"),
    ],
)
def test_a_key_hanging_up_and_staying_past_the_beep_all_decide(act: CallInput, decision: str) -> None:
    _, effects = run(*GREETED, act)
    assert effects[-3:-1] == [StopPlaying(), Note("decided", decision)]
    assert effects[-1] == Ask("reason", (*REASONS[decision], "say"))  # type: ignore[index]


def test_a_chosen_reason_after_hanging_up_ends_the_call_without_a_microphone() -> None:
    _, effects = run(*GREETED, HangUp(), Decide("cold-call"))
    assert effects[-2:] == [Note("reason", "cold-call"), End("sent")]
    assert not any(isinstance(effect, Listen) for effect in effects)


def test_a_reason_must_be_of_the_list_that_is_shown() -> None:
    assert notes(run(*GREETED, Decide("leave"), Decide("cold-call"))[1]) == [Note("decided", "leave")]


def test_leaving_goes_on_to_the_beep_and_the_message() -> None:
    _, effects = run(*GREETED, Decide("leave"), Decide("good-lead"))
    assert effects[-1] == Play("beep", "beep")
    _, effects = run(*GREETED, Decide("leave"), Decide("good-lead"), SoundEnded("beep"), HangUp())
    listening = [effect for effect in effects if isinstance(effect, Listen)]
    assert listening == [Listen(0, scenario("leave-or-not").prompts[0])]
    assert effects[-2:] == [StopListening(), End("sent")]


def test_a_spoken_reason_is_a_turn_of_its_own_before_the_message() -> None:
    said = (Decide("leave"), Decide("say"), TurnDone(), SoundEnded("beep"))
    _, effects = run(*GREETED, *said, TimePassed("limit"))
    assert [effect.turn for effect in effects if isinstance(effect, Listen)] == [0, 1]
    assert effects[-1] == End("cut-off")


@given(inputs=st.lists(EVENTS, max_size=30))
def test_whatever_happens_it_ends_once_and_three_times_hanging_up_ends_it(inputs: list[CallInput]) -> None:
    machine, effects = run(Begin(), *inputs)
    listening = 0
    for effect in effects:
        listening += isinstance(effect, Listen) - isinstance(effect, StopListening)
        assert listening in (0, 1)
    for _ in range(3):
        machine, more = machine.step(HangUp())
        effects += more
    assert [type(effect) for effect in effects].count(End) == 1
    assert isinstance(effects[-1], End)
    assert [note.name for note in notes(effects)] in (["decided"], ["decided", "reason"])


def test_nothing_happens_before_it_is_begun() -> None:
    for event in (Decide("leave"), HangUp(), SoundEnded("beep"), TurnDone()):
        assert run(event)[1] == []
