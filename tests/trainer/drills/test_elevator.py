"""Elevator speeches: three goes, each as a conversation of one reply."""

from __future__ import annotations

from tests.trainer.drills.calls import run, sounds, talk
from tests.trainer.examples import scenario
from trainer.drills import (
    Begin,
    Chosen,
    End,
    GoOver,
    HangUp,
    Listen,
    SoundEnded,
    StopListening,
    TurnDone,
    machine_for,
)

SPEECH = [SoundEnded("line-line"), TurnDone()]


def test_there_are_three_goes_at_the_same_question() -> None:
    machine, effects = run(machine_for(scenario("elevator")), [Begin(), *SPEECH])
    assert effects[-2:] == [StopListening(), GoOver(1, 3)]
    machine, effects = run(machine, [TurnDone(), *SPEECH])
    assert sounds(effects) == ["line-line"]
    assert [effect.turn for effect in effects if isinstance(effect, Listen)] == [0]
    _, effects = run(machine, [TurnDone(), *SPEECH])
    assert effects[-1] == End("sent")


def test_hanging_up_between_two_goes_or_in_one_keeps_those_before() -> None:
    machine, _ = run(machine_for(scenario("elevator")), [Begin(), *SPEECH])
    assert run(machine, [HangUp()])[1] == [End("sent")]
    assert run(machine, [TurnDone(), HangUp()])[1][-1] == End("sent")
    assert run(machine, [TurnDone(), SoundEnded("line-line"), HangUp()])[1][-1] == End("sent")


def test_a_stranger_whom_nothing_invites_hangs_up_and_may_be_tried_again() -> None:
    machine, effects = run(
        machine_for(talk("elevator", tags=("by-phone",))),
        [Begin(), SoundEnded("line-opening"), TurnDone(), Chosen("bye")],
    )
    assert sounds(effects) == ["ring-back", "line-opening", "line-bye"]
    _, effects = run(machine, [SoundEnded("line-bye")])
    assert effects == [GoOver(1, 3)]
