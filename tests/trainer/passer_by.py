"""Somebody who goes through any drill act by act, so that a test can break off after each of them.

The call is live: the real `Worker`, with fakes for devices and recogniser. Nothing takes time: what a drill
waits for by the clock comes as sound is delivered.
"""

from __future__ import annotations

import queue
import time
import wave
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import numpy as np

from tests.fakes import FakeMicrophone, FakePlayer, FakeRecogniser, VirtualClock, blocks_of, silence
from tests.trainer.test_session import babble
from trainer import events
from trainer.audio import Pcm, Sink
from trainer.records import Attempt, Prompt
from trainer.settings import Settings
from trainer.worker import Worker

SAID_S = 0.6
DECIDES = {
    "selling": "meeting",
    "decision": "leave",
    "reason": "say",
    "when-to-call": "hours",
    "reading": "brush-off",
}
TRIES = 3
"""Calls in a run of tries before moving on."""


class Clock(VirtualClock):
    """The clock of the line in place of the system's: it goes on with what the microphone hears."""

    def monotonic(self) -> float:
        return self.now_s


class PasserBy:
    """`act` does the next thing; `said` is all that was spoken into the call's turns."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._announced: queue.SimpleQueue[events.CoreEvent] = queue.SimpleQueue()
        self.seen: list[events.CoreEvent] = []
        self.said: list[Pcm] = []

        def player(sink: Sink, _: Worker) -> FakePlayer:
            self.player = FakePlayer(sink, clock.monotonic, hold=True)
            return self.player

        def microphone(sink: Sink, _: Worker) -> FakeMicrophone:
            self.microphone = FakeMicrophone(sink, clock=clock)
            return self.microphone

        self.worker = Worker(
            folder,
            self._announced.put,
            make_player=player,
            make_microphone=microphone,
            make_recogniser=lambda _, sink: FakeRecogniser(sink, ["hello this is sam reyes"]),
            engine="embedded",
        )
        self.worker.settings = Settings(patience_s=None, engine="embedded")
        self.worker.open()

    def start(self, scenario_id: str) -> None:
        """Place the call, or let it ring."""
        self.seen.clear()
        self.said.clear()
        self._scenario = self.worker.library.scenario(scenario_id)
        self._spoke = self._decided = self._pressed = -1
        """How much had been announced when it was last spoken, decided, and a key pressed."""
        self._hashed = False
        self.worker.calls.start(scenario_id)
        self.settle()

    @property
    def on_the_line(self) -> bool:
        return self.worker.calls.running() is not None

    def act(self) -> None:
        """Do what there is to do: pick up, decide, speak, end the reply, press a key, hear a sound out."""
        calls, last = self.worker.calls, self._last
        rings, asked, ended = last(events.Ringing), last(events.Deciding), last(events.TurnEnded)
        turn, line, go = last(events.YourTurn), last(events.LineStarted), last(events.GoEnded)
        if rings >= 0 and turn < 0:
            calls.answer()
        elif asked > max(turn, line, ended, self._decided):
            self._decide()
        elif turn > max(ended, self._spoke):
            self._say()
        elif turn > ended:
            self._end_reply()
        elif go > max(turn, line):
            calls.turn_done()
        elif line > max(turn, self._pressed) and self._prompt.keys:
            self._pressed = len(self.seen)
            calls.press(next(iter(self._prompt.keys)))
        elif self.player.queued:
            calls._post(self.player.end_sound)
        else:
            calls.hang_up()
        self.settle()

    def settle(self) -> None:
        """The room is quiet for a moment, and the session has dealt with everything so far."""
        for _ in range(2):  # what the first round leads to ends in the second
            self.microphone.script = [silence(0.02)]
            self.microphone.deliver()
            settled: Future[None] = Future()
            self.worker.calls._post(lambda done=settled: done.set_result(None))
            settled.result(timeout=20)
        self.worker.store.do(lambda _: None).result(timeout=20)
        while not self._announced.empty():
            self.seen.append(self._announced.get())

    def until(self, what: Callable[[], bool]) -> None:
        """Wait for something that another thread does."""
        give_up = time.monotonic() + 20
        while not what():
            assert time.monotonic() < give_up, f"waited in vain; seen {self.seen}"
            self.settle()
            time.sleep(0.005)

    def attempt(self) -> Attempt:
        """The newest attempt."""
        return self.worker.review.attempt(self.worker.review.rows().result()[0].id).result()

    def kept(self) -> bool:
        """Whether all that was said is in the takes on disk."""
        takes = [_samples(path) for path in (self._folder / "takes").rglob("*.wav")]
        return all(any(said.tobytes() in take for take in takes) for said in self.said)

    # ------------------------------------------------------------------ what it goes by

    def _last(self, kind: type[events.CoreEvent]) -> int:
        """Where the last announcement of that kind stands; -1: there was none."""
        return max((place for place, one in enumerate(self.seen) if isinstance(one, kind)), default=-1)

    @property
    def _prompt(self) -> Prompt:
        return next(one.prompt for one in reversed(self.seen) if isinstance(one, events.LineStarted))

    # ------------------------------------------------------------------ what it does

    def _decide(self) -> None:
        asked = next(one for one in reversed(self.seen) if isinstance(one, events.Deciding))
        self._decided = len(self.seen)
        if asked.about == "next-try":
            assert asked.calendar
            enough = len(asked.calendar.made) >= TRIES
            self.worker.calls.decide("move-on" if enough else "call")
        else:
            self.worker.calls.decide(DECIDES[asked.about])

    def _say(self) -> None:
        """Each time a little softer, so that every reply can be told from the others."""
        self._spoke = len(self.seen)
        said = (babble(SAID_S) * (1 - len(self.said) / 20)).astype(np.int16)
        self.said.append(said)
        self.microphone.script = blocks_of(said)
        self.microphone.deliver(len(self.microphone.script))

    def _end_reply(self) -> None:
        scenario = self._scenario
        if scenario.menu and not self._hashed:
            self._hashed = True
            self.worker.calls.press("#")
        else:
            self.worker.calls.turn_done()


def _samples(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        return file.readframes(file.getnframes())
