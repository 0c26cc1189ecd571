"""Menus, people and further calls, fed events; no clocks, no devices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.drills.test_drills import run
from tests.trainer.examples import scenario
from trainer.drills import (
    Answer,
    Ask,
    Begin,
    CallInput,
    Choose,
    Chosen,
    Decide,
    Effect,
    End,
    HangUp,
    HearAgain,
    KeyPressed,
    Listen,
    Machine,
    Manners,
    Note,
    Play,
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
from trainer.drills.get_through import MENU_WAIT_S, MOST_CALLS
from trainer.records import Branch, Prompt, Scenario


def line(name: str, **more: object) -> Prompt:
    return Prompt(id=name, text="Words.", audio=f"voices/{name}.ogg", voice="af_bella", **more)  # type: ignore[arg-type]


LINES = (
    line("menu", keys={"0": "operator", "1": "second-menu"}, timeout_to="mailbox"),
    line("second-menu", keys={"*": "menu"}, timeout_to="mailbox"),
    line("operator", way="operator", branches=(Branch(to="times", words=("when",)), Branch(to="mailbox"))),
    line("times", reaches="schedule", way="schedule"),
    line("mailbox", reaches="mailbox", ends=True),
    line("herself", reaches="person", ends=True),
)
MENU: Scenario = replace(scenario("get-through"), prompts=LINES)
BY_TIME = replace(MENU, times={"before": "herself", "hours": "menu"})
FILES = Manners(patience_s=None)


def called(drill: Scenario = MENU, *then: CallInput, when: str = "hours") -> tuple[Machine, list[Effect]]:
    """A call that has been placed, and what the machine asks for from `then`."""
    machine, effects = run(machine_for(drill, FILES), Begin(), Decide(when))
    machine, _ = run(machine, SoundStarted(tag_of(effects)))
    return run(machine, *then) if then else (machine, effects)


def sounds(effects: list[Effect]) -> list[str]:
    return [effect.sound.removeprefix("voices/").removesuffix(".ogg") for effect in effects
            if isinstance(effect, Play)]  # fmt: skip


def notes(effects: list[Effect]) -> list[str]:
    return [f"{effect.name} {effect.detail}" for effect in effects if isinstance(effect, Note)]


def tag_of(effects: list[Effect]) -> str:
    return [effect for effect in effects if isinstance(effect, Play)][-1].tag


def test_the_user_says_when_and_the_menu_answers_after_the_rings() -> None:
    _, asked = run(machine_for(MENU), Begin())
    assert asked == [Ask("when-to-call", ("hours",))]
    _, effects = called()
    assert sounds(effects) == ["dial", "ring-back", "ring-back", "menu"]
    assert notes(effects) == ["dialled hours"]


def test_the_time_of_day_decides_who_answers_and_is_a_way() -> None:
    machine, effects = called(BY_TIME, when="before")
    assert sounds(effects)[-1] == "herself"
    assert notes(effects) == ["dialled before", "way before-gatekeeper", "reached person"]
    _, effects = run(machine, SoundEnded(tag_of(effects)))
    assert effects == [End("sent")]


def test_a_time_that_is_not_offered_changes_nothing() -> None:
    machine, _ = run(machine_for(BY_TIME), Begin())
    assert machine.step(Decide("after")) == (machine, ())


def test_a_key_interrupts_the_menu_sounds_and_leads_on() -> None:
    _, effects = called(MENU, KeyPressed("0"))
    assert effects[0] == StopPlaying()
    assert sounds(effects) == ["key-0", "operator"]
    assert notes(effects) == ["way operator"]


def test_a_key_is_no_use_before_anything_answers() -> None:
    machine, _ = run(machine_for(MENU), Begin(), Decide("hours"))
    assert machine.step(KeyPressed("0")) == (machine, ())


@pytest.mark.parametrize(("key", "tone"), [("7", "key-7"), ("#", "key-hash"), ("*", "key-star")])
def test_a_key_that_the_menu_does_not_have_repeats_it(key: str, tone: str) -> None:
    _, effects = called(MENU, KeyPressed(key))
    assert sounds(effects) == [tone, "menu"]


def test_the_menu_can_be_heard_again() -> None:
    _, effects = called(MENU, HearAgain())
    assert (effects[0], sounds(effects)) == (StopPlaying(), ["menu"])


def test_nothing_pressed_takes_the_timeout() -> None:
    machine, effects = called()
    machine, waits = run(machine, SoundEnded(tag_of(effects)))
    assert waits == [Wait("menu", MENU_WAIT_S)]
    _, effects = run(machine, TimePassed("menu"))
    assert sounds(effects) == ["mailbox"]


def test_a_menu_that_was_left_ends_no_other() -> None:
    """Its end may be on its way when a key is pressed."""
    machine, effects = called()
    left = tag_of(effects)
    machine, _ = run(machine, KeyPressed("9"))
    assert machine.step(SoundEnded(left)) == (machine, ())
    assert machine.step(TimePassed("menu")) == (machine, ())


def test_somebody_in_person_is_answered_and_what_was_said_decides() -> None:
    machine, effects = called(MENU, KeyPressed("0"))
    machine, effects = run(machine, SoundEnded(tag_of(effects)))
    assert next(effect for effect in effects if isinstance(effect, Listen)).turn == 0
    machine, effects = run(machine, TurnDone())
    assert Choose(0, LINES[2]) in effects
    machine, effects = run(machine, Chosen("times"))
    assert notes(effects) == ["way schedule", "reached schedule"]
    machine, effects = run(machine, SoundEnded(tag_of(effects)))
    assert next(effect for effect in effects if isinstance(effect, Listen)).turn == 1
    _, effects = run(machine, HangUp())
    assert effects == [StopListening(), End("sent")]


def test_after_a_call_that_reached_nobody_another_may_be_placed() -> None:
    machine, effects = called(BY_TIME, KeyPressed("0"))
    machine, effects = run(machine, SoundEnded(tag_of(effects)), TurnDone(), Chosen("mailbox"))
    assert notes(effects)[-1] == "reached mailbox"
    machine, effects = run(machine, SoundEnded(tag_of(effects)))
    assert effects == [Ask("when-to-call", ("before", "hours"))]
    _, effects = run(machine, HangUp())
    assert effects == [End("sent")]
    machine, effects = run(machine, Decide("hours"))
    machine, effects = run(machine, SoundStarted(tag_of(effects)), KeyPressed("0"))
    _, effects = run(machine, SoundEnded(tag_of(effects)))
    assert next(effect for effect in effects if isinstance(effect, Listen)).turn == 1


def test_after_the_last_call_it_is_over() -> None:
    machine, _ = run(machine_for(MENU), Begin())
    for call in range(MOST_CALLS):
        machine, effects = run(machine, Decide("hours"), HangUp())
        assert (End("sent") in effects) == (call == MOST_CALLS - 1)


def test_nothing_was_tried_if_nothing_was_pressed_or_said() -> None:
    _, effects = called(MENU, HangUp(), HangUp())
    assert effects[-1] == End("nothing-left")


TAGS = st.sampled_from(["menu-1", "menu-2", "line-operator", "line-times", "line-mailbox", "dial"])
EVENTS = st.one_of(
    st.sampled_from([Answer(), HangUp(), TurnDone(), SpeechStarted(), SpeechEnded(), HearAgain()]),
    st.builds(Decide, st.sampled_from(["before", "hours", "after", "leave"])),
    st.builds(KeyPressed, st.sampled_from("01*#")),
    st.builds(SoundStarted, TAGS),
    st.builds(SoundEnded, TAGS),
    st.builds(TimePassed, st.sampled_from(["menu", "limit", "silence", "patience", "choice", "yields"])),
    st.builds(Chosen, st.sampled_from(["times", "mailbox"])),
)


@pytest.mark.parametrize("manners", [FILES, Manners()], ids=["files", "live"])
@given(inputs=st.lists(EVENTS, max_size=60))
def test_whatever_happens_it_can_be_ended_ends_once_and_listens_in_pairs(
    manners: Manners, inputs: list[CallInput]
) -> None:
    machine, effects = run(machine_for(BY_TIME, manners), Begin(), *inputs)
    ended = [effect for effect in effects if isinstance(effect, End)]
    assert len(ended) <= 1
    listening = 0
    for effect in effects:
        listening += isinstance(effect, Listen) - isinstance(effect, StopListening)
        assert listening in (0, 1)
    turns = [effect.turn for effect in effects if isinstance(effect, Listen)]
    assert turns == list(range(len(turns)))
    _, last = run(machine, HangUp(), HangUp())
    assert (End in map(type, last)) != bool(ended)


@given(inputs=st.lists(EVENTS, max_size=60))
def test_no_state_is_dead(inputs: list[CallInput]) -> None:
    """Somebody who only waits, presses 0 and gives no answer comes to an end, wherever they are."""
    machine, effects = run(machine_for(BY_TIME, FILES), Begin(), *inputs)
    while not any(isinstance(effect, End) for effect in effects):
        before = machine
        ends: list[CallInput] = [SoundEnded(effect.tag) for effect in effects if isinstance(effect, Play)]
        tags = [f"menu-{number}" for number in range(99)] + [f"line-{one.id}" for one in LINES]
        ends += map(SoundStarted, tags)
        waits = [TimePassed("menu"), TimePassed("choice"), TurnDone(), Decide("hours")]
        machine, effects = run(machine, *ends, *map(SoundEnded, tags), *waits)
        assert machine != before
