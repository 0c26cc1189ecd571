"""Whatever happens in a call: replayed from what is stored, it is the same call."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ulid import ULID

from tests.fakes import FakeRecogniser
from tests.trainer.test_session import CALLBACK, Rig, babble, from_files, rig
from trainer.audio import Pcm, Sound
from trainer.call_log import input_of, manners_of
from trainer.drills import (
    Answer,
    Ask,
    CannotTalk,
    Choose,
    Decide,
    Effect,
    HangUp,
    HearAgain,
    KeyPressed,
    Manners,
    TurnDone,
)
from trainer.errors import BadInput
from trainer.records import SAMPLE_RATE, CallEvent
from trainer.replay import replay
from trainer.rigs import RigEvent, Samples, Sounded, Timer, UserAct, UserDid
from trainer.rigs.scripted import Step
from trainer.scenarios import load_library
from trainer.session import Call
from trainer.transcription import Heard, HearingFailed

LIBRARY = load_library()
DRILLS = {
    "voicemail": "voicemail-referral-logistics",
    "a mailbox with a menu": next(one.id for one in LIBRARY.scenarios if one.menu),
    "a prospect who picks up": next(one.id for one in LIBRARY.scenarios if one.picks_up),
    "callback": CALLBACK,
    "elevator": "elevator-trade-fair",
    "leave-or-not": "leave-or-not-cold-vineyard",
    "get-through": "get-through-lost-airport",
    "draw-the-line": next(one.id for one in LIBRARY.scenarios if one.kind == "draw-the-line"),
}
SAID = (
    "",
    "hello there",
    "hi dana this is sam reyes at fieldline",
    "i left you a message about your freight invoices that were charged twice",
    "shall we sit down on thursday at ten",
    "how much is it",
)
SPEECH, QUIET = babble(0.3), np.zeros(round(0.5 * SAMPLE_RATE), dtype=np.int16)
ACTS: tuple[UserAct, ...] = (
    Answer(), TurnDone(), TurnDone(), HearAgain(), CannotTalk(), *map(KeyPressed, "0123#"), HangUp(),
)  # fmt: skip


class AnythingGoes:
    """A `Rig` on which, of all that could happen next, the test chooses what does."""

    def __init__(self) -> None:
        self.dropped_ms = 0
        self._now = 0.0
        self._first = 0
        self._sounds: list[tuple[str, bool]] = []
        self._waits: dict[str, float] = {}
        self._choices: tuple[str, ...] = ()

    def open(self) -> None: ...

    def close(self) -> None: ...

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        self._sounds.append((tag, False))

    def stop_playing(self) -> None:
        self._sounds.clear()

    def wait(self, tag: str, seconds: float) -> None:
        self._waits[tag] = seconds

    def now_s(self) -> float:
        return self._now

    def sample_at(self, at_s: float) -> int:
        return round(at_s * SAMPLE_RATE)

    def notice(self, effect: Effect) -> None:
        if isinstance(effect, Ask):
            self._choices = effect.choices

    def happen(self, number: int) -> RigEvent:
        """One of the things that could happen now, `number` says which."""
        self._now += 0.05
        kinds = [self._sound, self._sound, self._say, self._pause, self._act]
        kinds += [self._timer] if self._waits else []
        kinds += [self._choose, self._choose] if self._choices else []
        return kinds[number % len(kinds)](number // len(kinds))

    def _sound(self, number: int) -> RigEvent:
        if not self._sounds:
            return self._act(number)
        tag, begun = self._sounds.pop(0)
        if begun:
            return Sounded(tag, "ended", self._now)
        self._sounds.insert(0, (tag, True))
        return Sounded(tag, "started", self._now)

    def _say(self, _: int) -> RigEvent:
        return self._hear(SPEECH)

    def _pause(self, _: int) -> RigEvent:
        return self._hear(QUIET)

    def _hear(self, pcm: Pcm) -> RigEvent:
        self._now += len(pcm) / SAMPLE_RATE
        first = self._first = max(self._first, self.sample_at(self._now) - len(pcm))
        self._first += len(pcm)
        return Samples(pcm, first)

    def _act(self, number: int) -> RigEvent:
        return UserDid(ACTS[number % len(ACTS)])

    def _timer(self, number: int) -> RigEvent:
        tag = sorted(self._waits)[number % len(self._waits)]
        del self._waits[tag]
        return Timer(tag)

    def _choose(self, number: int) -> RigEvent:
        choice, self._choices = self._choices[number % len(self._choices)], ()
        return UserDid(Decide(choice))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    with rig(tmp_path_factory.mktemp("history")) as one:
        yield one


def held(made: Rig, scenario_id: str, numbers: list[int], manners: Manners) -> Call:
    """A call in which what the numbers stand for happens; it is left where they end before it does."""
    answers: queue.SimpleQueue[Heard | HearingFailed] = queue.SimpleQueue()
    hears = FakeRecogniser(answers.put, [SAID[number % len(SAID)] for number in numbers] or [""])
    worker, user = made.worker, AnythingGoes()
    placing = replace(
        worker.calls.placing,
        recogniser=lambda: hears,
        load_sound=lambda name, _: Sound(name, np.zeros(160, dtype=np.int16), SAMPLE_RATE),
        emit=lambda _: None,
    )
    call = placing.place(str(ULID()), worker.cast(scenario_id, "sam-reyes"), user, manners)
    call.begin()
    for number in numbers:
        call.handle(user.happen(number))
        while not answers.empty():
            item = cast("Heard", answers.get())
            call.heard(item.take_id, item.transcript)
        if call.ended:
            break
    if call.how is None:
        call.abandon()
    elif not call.ended:
        call.handle(Timer("closing"))
    return call


@pytest.mark.parametrize("drill", DRILLS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    numbers=st.lists(st.integers(0, 500), min_size=8, max_size=70),
    manners=st.sampled_from([Manners(), Manners(None), Manners(0.8, guesses=False)]),
)
def test_a_stored_call_replays_to_the_same_state_turns_and_branches(
    made: Rig, drill: str, numbers: list[int], manners: Manners
) -> None:
    call = held(made, DRILLS[drill], numbers, manners)
    kept = made.worker.store.do(lambda store: store.attempt(call.attempt_id)).result()
    again = replay(kept.scenario, kept.events)
    assert again.machine == call._machine
    assert again.end in (None, call.how)
    assert (again.end is None) == ("left" in [event.name for event in kept.events])
    assert list(dict.fromkeys(again.turns)) == [turn.index for turn in kept.turns]
    assert len(again.turns) == len(call.takes)
    heard = [event.detail for event in kept.events if event.name == "line-started"]
    asked = iter([line.id for line in again.lines])
    assert all(line in asked for line in heard)


def test_every_kind_of_input_is_met_in_such_runs(made: Rig) -> None:
    told: set[type[object]] = set()
    for number, scenario_id in enumerate(DRILLS.values()):
        numbers = list(np.random.default_rng(number).integers(0, 500, 400))
        call = held(made, scenario_id, [int(one) for one in numbers], Manners())
        kept = made.worker.store.do(lambda store, of=call: store.attempt(of.attempt_id)).result()
        told |= {type(what) for event in kept.events if (what := input_of(event))}
    assert {"SpeechStarted", "SpeechEnded", "KeyPressed", "TurnDone", "Decide", "CannotTalk", "HangUp"} <= {
        one.__name__ for one in told
    }


def test_a_call_from_files_replays_with_the_lines_that_were_chosen(tmp_path: Path) -> None:
    with rig(tmp_path, hears=["", "this is sam reyes i called about your invoices"]) as made:
        kept = from_files(made, CALLBACK, Step("say", pcm=babble(2.0)), Step("say", pcm=babble(1.0)))
    again = replay(kept.scenario, kept.events)
    assert [line.id for line in again.lines] == [
        event.detail for event in kept.events if event.name == "line-started"
    ]
    assert any(isinstance(effect, Choose) for step in again.steps for effect in step.effects)
    assert again.end is not None
    assert manners_of(again.steps[0].event) == Manners(patience_s=None, guesses=False)


def test_a_call_of_an_older_ringback_says_that_it_cannot_be_replayed() -> None:
    scenario = LIBRARY.scenario(CALLBACK)
    with pytest.raises(BadInput, match="older Ringback"):
        replay(scenario, [CallEvent(at_s=0.0, name="ring", detail="1")])
    with pytest.raises(BadInput, match="cannot be read"):
        replay(scenario, [CallEvent(at_s=0.0, name="begun", detail='{"patience_s": "long"}')])
