"""What holds for every drill, whatever happens in whatever order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.drills.calls import EVENTS, goes_on, held_together, line, mailbox, talk
from tests.trainer.examples import scenario
from trainer.drills import CallInput, End, HangUp, Manners, machine_for
from trainer.records import Scenario

CALLS: dict[str, Scenario] = {
    "a message": scenario("voicemail"),
    "a mailbox with a menu": mailbox(),
    "a prospect who picks up": replace(talk("voicemail"), picks_up="opening"),
    "a mailbox of somebody who might have answered": replace(scenario("voicemail"), may_pick_up=True),
    "a call back": talk("callback"),
    "a call back whose end is the user's": scenario("callback"),
    "a call back that plays the message": talk(
        "callback", prompts=(line("opening", plays_message="bye"), line("bye", ends=True))
    ),
    "an elevator speech": scenario("elevator"),
    "a stranger's hello": talk("elevator", tags=("by-phone",)),
}
MANNERS = st.sampled_from([Manners(), Manners(None), Manners(0.8)])


@pytest.mark.parametrize("name", CALLS)
@given(inputs=st.lists(EVENTS | st.just(HangUp()), max_size=60), manners=MANNERS)
def test_it_ends_once_listens_in_pairs_and_in_order_and_can_always_be_hung_up(
    name: str, inputs: list[CallInput], manners: Manners
) -> None:
    machine = held_together(machine_for(CALLS[name], manners), inputs)
    _, last = machine.step(HangUp())
    hung_up, _ = machine.step(HangUp())
    assert not last or isinstance(last[-1], End)
    assert hung_up.step(HangUp())[1] == ()


@pytest.mark.parametrize("name", CALLS)
@given(inputs=st.lists(EVENTS, max_size=60), manners=MANNERS)
def test_no_state_is_a_dead_end(name: str, inputs: list[CallInput], manners: Manners) -> None:
    assert goes_on(held_together(machine_for(CALLS[name], manners), inputs))
