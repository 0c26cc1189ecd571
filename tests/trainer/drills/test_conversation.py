"""Lines and replies: who speaks when, who yields to whom, and what is played before a line."""

from __future__ import annotations

import pytest

from tests.trainer.drills.calls import line, run, sounds, talk, waits
from trainer.drills import (
    Chosen,
    Effect,
    End,
    Guess,
    Listen,
    Machine,
    Manners,
    Play,
    PlayMessage,
    SoundEnded,
    SoundStarted,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    TurnDone,
)
from trainer.drills.conversation import say, yields
from trainer.records import Prompt, Scenario

CALL = talk("callback")
OPENING = CALL.prompts[0]
STARTED, ENDED = SoundStarted("line-opening"), SoundEnded("line-opening")


def speaking(
    scenario: Scenario = CALL,
    first: Prompt = OPENING,
    manners: Manners = Manners(),  # noqa: B008 - frozen
) -> tuple[Machine, tuple[Effect, ...]]:
    return say(scenario, manners, first, turn=1)


def test_who_talks_over_a_long_line_is_let_speak_and_heard_from_the_first_word() -> None:
    machine, _ = speaking()
    machine, effects = run(machine, [STARTED, TimePassed("yields"), SpeechStarted()])
    assert effects[1:3] == [StopPlaying(), Listen(1, OPENING, "opening", with_overlap=True)]
    machine, effects = run(machine, [SpeechEnded(), TimePassed("patience")])
    assert StopListening() in effects


def test_two_who_begin_at_once_the_speaker_goes_on_for_a_second_then_gives_way() -> None:
    machine, _ = speaking()
    machine, effects = run(machine, [STARTED, SpeechStarted()])
    assert waits(effects) == {"yields": 1.0}
    assert StopPlaying() not in effects
    _, effects = run(machine, [TimePassed("yields")])
    assert effects[0] == StopPlaying()


def test_a_word_in_between_does_not_stop_a_line_that_does_not_yield() -> None:
    stubborn = line("opening", yields=False, branches=OPENING.branches)
    machine, _ = speaking(first=stubborn)
    machine, effects = run(machine, [STARTED, TimePassed("yields"), SpeechStarted()])
    assert effects == []
    _, effects = run(machine, [ENDED])
    assert effects[0] == Listen(1, stubborn, "opening", with_overlap=True)


@pytest.mark.parametrize(
    ("spoken", "stops"),
    [
        (line("a", "Hello?"), False),
        (line("a"), True),
        (line("a", ends=True), False),
        (line("a", "Hello?", yields=True), True),
        (line("a", yields=False), False),
    ],
)
def test_longer_lines_yield_unless_the_scenario_says_otherwise(spoken: Prompt, stops: bool) -> None:
    assert yields(spoken) is stops


def test_the_users_message_is_played_before_the_line_that_asks_about_it() -> None:
    asks = line("opening", plays_message="message")
    scenario = talk("callback", prompts=(asks, line("message")))
    _, effects = say(scenario, Manners(), asks, turn=1)
    assert effects == (
        PlayMessage("message", scenario.prompts[1]),
        Play("line-opening", "voices/opening.ogg", asks),
    )


def test_a_word_over_ones_own_message_interrupts_nobody() -> None:
    asks = line("opening", plays_message="message", branches=OPENING.branches)
    machine, _ = speaking(talk("callback", prompts=(asks, line("message"))), asks)
    _, effects = run(machine, [SoundStarted("message"), SpeechStarted(), SpeechEnded()])
    assert effects == []


def test_without_patience_only_the_user_ends_a_reply() -> None:
    machine, _ = speaking(manners=Manners(patience_s=None))
    machine, effects = run(machine, [ENDED, SpeechStarted(), SpeechEnded(), TimePassed("patience")])
    assert set(waits(effects)) == {"limit"}
    assert Guess() in effects
    assert StopListening() not in effects
    _, effects = run(machine, [TurnDone()])
    assert effects[0] == StopListening()
    assert waits(effects) == {"choice": 1.5}


def test_from_files_nothing_is_heard_before_its_end() -> None:
    machine, _ = speaking(manners=Manners(patience_s=None, guesses=False))
    _, effects = run(machine, [ENDED, SpeechStarted(), SpeechEnded()])
    assert Guess() not in effects


@pytest.mark.parametrize("patience_s", [0.8, 1.2, 3.0])
def test_patience_is_counted_from_the_last_sound(patience_s: float) -> None:
    machine, _ = speaking(manners=Manners(patience_s))
    _, effects = run(machine, [ENDED, SpeechStarted(), SpeechEnded()])
    assert waits(effects)["patience"] == pytest.approx(patience_s - 0.3)


def test_the_branch_that_was_chosen_is_said_and_a_line_that_ends_is_the_last() -> None:
    machine, _ = speaking()
    machine, effects = run(machine, [ENDED, TurnDone(), Chosen("good")])
    assert sounds(effects) == ["line-good"]
    _, effects = run(machine, [SoundEnded("line-good")])
    assert effects == [End("sent")]
