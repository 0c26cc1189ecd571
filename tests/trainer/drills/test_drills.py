"""Every drill as a state machine: fed events, no clocks, no devices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import scenario
from trainer.drills import (
    Answer,
    Begin,
    CallInput,
    Effect,
    End,
    HangUp,
    KeyPressed,
    Listen,
    Machine,
    Play,
    Rung,
    SoundEnded,
    SoundStarted,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
    Wait,
    machine_for,
)
from trainer.errors import UnknownName
from trainer.records import Kind

KINDS: tuple[Kind, ...] = ("voicemail", "callback", "elevator")


def run(machine: Machine, *inputs: CallInput) -> tuple[Machine, list[Effect]]:
    effects: list[Effect] = []
    for event in inputs:
        machine, more = machine.step(event)
        effects += more
    return machine, effects


def names(effects: list[Effect]) -> list[str]:
    return [effect.tag if isinstance(effect, Play | Wait) else type(effect).__name__ for effect in effects]


def test_voicemail_dials_greets_beeps_and_listens() -> None:
    machine, effects = run(machine_for(scenario("voicemail")), Begin())
    assert [effect.sound for effect in effects if isinstance(effect, Play)] == [
        "dial", "ring-back", "ring-back", "voices/greeting.ogg", "beep",
    ]  # fmt: skip
    _, effects = run(machine, SoundEnded("greeting"), SoundEnded("beep"))
    assert names(effects) == ["Listen", "limit"]
    assert effects[1] == Wait("limit", 60.0)


def test_a_message_is_sent_by_hanging_up() -> None:
    _, effects = run(machine_for(scenario("voicemail")), Begin(), SoundEnded("beep"), HangUp())
    assert effects[-2:] == [StopListening(), End("sent")]


def test_hanging_up_before_the_beep_leaves_nothing() -> None:
    _, effects = run(machine_for(scenario("voicemail")), Begin(), HangUp())
    assert effects[-2:] == [StopPlaying(), End("nothing-left")]


def test_a_call_back_rings_five_times_six_seconds_apart_then_is_missed() -> None:
    inputs = [Begin(), *[TimePassed("ring")] * 5]
    _, effects = run(machine_for(scenario("callback")), *inputs)
    assert [effect for effect in effects if isinstance(effect, Rung)] == [Rung(n, 5) for n in range(1, 6)]
    assert [effect.seconds for effect in effects if isinstance(effect, Wait)] == [6.0] * 5
    assert effects[-1] == End("missed")


def test_the_caller_waits_a_moment_for_a_greeting_and_longer_while_it_is_spoken() -> None:
    machine, effects = run(machine_for(scenario("callback")), Begin(), Answer())
    assert effects[-3:] == [StopPlaying(), Listen(0, None), Wait("greeting", 1.5)]
    machine, effects = run(machine, SpeechStarted(), SpeechEnded())
    assert [effect.seconds for effect in effects if isinstance(effect, Wait)] == [8.0, 0.5]
    _, effects = run(machine, TimePassed("greeting"))
    assert names(effects) == ["StopListening", "line-line"]


def test_the_reply_to_an_objection_is_told_apart_from_the_opening() -> None:
    opening, objection = scenario("callback"), scenario("callback", objection=True)
    for drill, after in ((opening, "opening"), (objection, "objection")):
        machine, _ = run(machine_for(drill), Begin(), Answer(), TimePassed("greeting"))
        _, effects = run(machine, SoundEnded("line-line"))
        assert effects[0] == Listen(1, drill.prompts[0], after, with_overlap=True)  # type: ignore[arg-type]


def test_an_elevator_speech_by_phone_rings_first() -> None:
    _, asked = run(machine_for(scenario("elevator")), Begin())
    _, called = run(machine_for(scenario("elevator", tags=("by-phone",))), Begin())
    assert names(asked) == ["line-line"]
    assert names(called) == ["ring-back", "line-line"]


def test_an_unknown_drill_is_named() -> None:
    with pytest.raises(UnknownName, match="no drill called 'phone-test'"):
        machine_for(scenario("phone-test"))


TAGS = st.sampled_from(["greeting", "beep", "line", "ring", "limit", "ring-1"])
EVENTS = st.one_of(
    st.sampled_from([Answer(), HangUp(), TurnDone(), SpeechStarted(), SpeechEnded()]),
    st.builds(SoundStarted, TAGS),
    st.builds(SoundEnded, TAGS),
    st.builds(TimePassed, TAGS),
    st.builds(KeyPressed, st.sampled_from("0123456789*#")),
)


@pytest.mark.parametrize("kind", KINDS)
@given(inputs=st.lists(EVENTS, max_size=40))
def test_whatever_happens_a_call_can_be_ended_ends_once_and_listens_in_pairs(
    kind: Kind, inputs: list[CallInput]
) -> None:
    machine, effects = run(machine_for(scenario(kind)), Begin(), *inputs)
    ended = [effect for effect in effects if isinstance(effect, End)]
    assert len(ended) <= 1
    listening = 0
    for effect in effects:
        listening += isinstance(effect, Listen) - isinstance(effect, StopListening)
        assert listening in (0, 1)
    _, last = run(machine, HangUp())
    assert ended or isinstance(last[-1], End)
    assert not (ended and last)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_happens_before_it_is_begun(kind: Kind) -> None:
    for event in (Answer(), HangUp(), SoundEnded("beep"), TimePassed("limit"), TurnDone()):
        assert machine_for(scenario(kind)).step(event)[1] == ()
