"""Calls whose answers come from files: each on a thread of its own, because it waits for words."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from ulid import ULID

from trainer.drills import Manners
from trainer.errors import WorldError
from trainer.records import Attempt
from trainer.rigs.scripted import Step
from trainer.session import Call
from trainer.transcription import Heard, HearingFailed
from trainer.worker.casting import Casting
from trainer.worker.conclusions import Conclusions
from trainer.worker.placing import Placing
from trainer.worker.scripting import scripted

HEARD_WITHIN_S = 150.0
"""Longer than the recogniser gives itself before it reports a failure."""
MANNERS = Manners(patience_s=None, guesses=False)
"""A file is one reply, whatever its pauses."""

Answers = queue.SimpleQueue[Heard | HearingFailed]


class FileCalls:
    """`hold` may be called from any thread, `take_in` from the session's."""

    def __init__(
        self, post: Callable[[Callable[[], None]], None], placing: Placing, conclusions: Conclusions
    ) -> None:
        self._post, self._placing, self._conclusions = post, placing, conclusions
        self._waiting: set[Answers] = set()
        """Where running calls wait for the recogniser's answers."""

    def hold(self, casting: Casting, steps: Sequence[Step]) -> Future[Attempt]:
        """One whole attempt; the future has it judged.

        The future raises BadInput for surplus answers and RecogniserError when nothing could hear them.
        """
        done: Future[Attempt] = Future()
        threading.Thread(target=self._run, args=(casting, steps, done), name="answers").start()
        return done

    def take_in(self, item: Heard | HearingFailed) -> None:
        """What the recogniser has to say, for whichever call it concerns."""
        for waiting in tuple(self._waiting):
            waiting.put(item)

    def _run(self, casting: Casting, steps: Sequence[Step], done: Future[Attempt]) -> None:
        heard: Answers = queue.SimpleQueue()
        self._waiting.add(heard)
        try:
            call = self._call(casting, steps, heard)
            if call.failure:
                self._post(lambda: self._conclusions.conclude(call))  # what was said is kept for later
                raise WorldError(call.failure)
            self._post(lambda: self._conclusions.conclude(call, done))
        except Exception as error:
            done.set_exception(error)
        finally:
            self._waiting.discard(heard)

    def _call(self, casting: Casting, steps: Sequence[Step], heard: Answers) -> Call:
        """The call, ended, on the virtual clock.

        Raises:
            BadInput: there are more answers than turns, or steps that this kind of call does not know.
            StoreError: the history cannot be used.
        """
        rig = scripted(casting.scenario, steps)
        call = self._placing.place(str(ULID()), casting, rig, MANNERS, from_files=True)
        call.begin()
        for event in rig.events():
            call.handle(event)
            while call.waits_for_words:
                tell_heard(call, heard.get(timeout=HEARD_WITHIN_S))
            if call.ended:
                break
        return call


def tell_heard(call: Call, item: Heard | HearingFailed) -> None:
    """Tell the call what the recogniser has to say of a take, which may be another call's."""
    if item.take_id:
        call.heard(item.take_id, item.transcript if isinstance(item, Heard) else None)
