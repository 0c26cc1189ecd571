"""Mailboxes: how they ring, greet, cut off and let a message be recorded again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.trainer.drills.calls import line, mailbox, run, sounds, talk, waits
from tests.trainer.examples import scenario
from trainer.drills import (
    Ask,
    Begin,
    Decide,
    End,
    HangUp,
    KeyPressed,
    Listen,
    Note,
    SoundEnded,
    StopListening,
    StopPlaying,
    TimePassed,
    machine_for,
)
from trainer.records import Scenario

BEEP = SoundEnded("beep")


def test_at_its_limit_the_mailbox_beeps_again_and_keeps_what_was_said() -> None:
    box = replace(scenario("voicemail"), max_seconds=30.0)
    machine, effects = run(machine_for(box), [Begin(), BEEP])
    assert waits(effects) == {"limit": 30.0}
    machine, effects = run(machine, [TimePassed("limit")])
    assert effects[:2] == [StopListening(), Note("mailbox-full")]
    assert sounds(effects) == ["full"]
    assert run(machine, [SoundEnded("full")])[1] == [End("cut-off")]
    assert run(machine, [HangUp()])[1] == [StopPlaying(), End("cut-off")]


@pytest.mark.parametrize("rings", [1, 5])
def test_it_rings_as_often_as_the_scenario_says(rings: int) -> None:
    _, effects = run(machine_for(replace(scenario("voicemail"), ring_backs=rings)), [Begin()])
    assert sum(tag.startswith("ring-back") for tag in sounds(effects)) == rings


def test_other_sellers_messages_are_heard_before_one_calls() -> None:
    others = ("tyres", "software")
    prompts = tuple(line(name) for name in ("greeting", *others))
    box = replace(scenario("voicemail"), prompts=prompts, others=others)
    machine, effects = run(machine_for(box), [Begin()])
    heard = ["other-tyres", "after-tyres", "other-software", "after-software"]
    assert sounds(effects)[:5] == [*heard, "dial"]
    machine, effects = run(machine, [SoundEnded(tag) for tag in heard])
    assert not effects, "theirs are not one's own beep"
    assert Listen(0, line("greeting")) in run(machine, [BEEP])[1]


def test_a_message_can_be_listened_to_recorded_again_and_sent() -> None:
    machine, effects = run(machine_for(mailbox()), [Begin(), BEEP, KeyPressed("#")])
    assert effects[-3] == StopListening()
    assert sounds(effects)[-1] == "menu"
    machine, effects = run(machine, [KeyPressed("1")])
    assert effects[0] == StopPlaying()
    assert sounds(effects) == ["own-take", "menu"]
    machine, effects = run(machine, [KeyPressed("2"), BEEP])
    assert Listen(0, mailbox().prompts[0], replaces="re-record") in effects
    _, effects = run(machine, [KeyPressed("#"), KeyPressed("3")])
    assert effects[-1] == End("sent")


def test_the_menu_sends_by_itself_only_after_a_while_of_silence() -> None:
    machine, effects = run(machine_for(mailbox()), [Begin(), BEEP, KeyPressed("#")])
    assert waits(effects)["menu"] > 60
    machine, effects = run(machine, [SoundEnded("menu")])
    assert waits(effects) == {"menu": 8.0}
    machine, effects = run(machine, [KeyPressed("1")])
    assert waits(effects)["menu"] > 60  # the wait that was running must not cut the playing short
    assert run(machine, [TimePassed("menu")])[1][-1] == End("sent")


LIVE = replace(talk("voicemail"), picks_up="opening")


@pytest.mark.parametrize("call", [LIVE, replace(scenario("voicemail"), may_pick_up=True)])
def test_where_somebody_may_answer_the_user_says_once_what_they_sell(call: Scenario) -> None:
    machine, effects = run(machine_for(call), [Begin()])
    assert effects[0] == Ask("selling", ("call-back", "meeting"))
    assert sounds(effects)[0] == "dial", "nobody waits for the answer"
    machine, effects = run(machine, [Decide("a car"), Decide("meeting"), Decide("call-back")])
    assert effects == [Note("selling", "meeting")]


def test_where_a_mailbox_is_all_there_is_nothing_is_asked() -> None:
    _, effects = run(machine_for(scenario("voicemail")), [Begin(), Decide("meeting")])
    assert not [effect for effect in effects if isinstance(effect, Ask | Note)]


def test_a_mailbox_without_a_menu_takes_no_keys() -> None:
    machine, _ = run(machine_for(scenario("voicemail")), [Begin(), BEEP])
    assert run(machine, [KeyPressed("#")])[1] == []


def test_a_prospect_who_picks_up_is_talked_to() -> None:
    call = replace(talk("voicemail"), picks_up="good")
    call = replace(call, prompts=(*call.prompts[1:], call.prompts[0]), picks_up="opening")
    machine, effects = run(machine_for(call), [Begin()])
    assert sounds(effects)[-1] == "line-opening"
    assert "beep" not in sounds(effects)
    _, effects = run(machine, [SoundEnded("line-opening")])
    assert isinstance(effects[0], Listen)
    assert (effects[0].turn, effects[0].after) == (0, "opening")
