"""From takes on disk to a judged attempt: waits for the recogniser, then judges on the store's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from trainer import events
from trainer.errors import RecogniserError, WorldError
from trainer.history.store import Store
from trainer.judging import judge_stored
from trainer.log_file import details
from trainer.records import Attempt, AttemptState, Guide, Take, Transcript
from trainer.store_thread import StoreThread
from trainer.transcription import Heard, HearingFailed, Recogniser

log = logging.getLogger(__name__)

EARLY = 64
"""Early answers that are kept: more than one call can have turns."""


@dataclass(slots=True)
class _Expected:
    """An attempt whose takes are being heard."""

    takes: set[str]
    until_then: AttemptState
    """Its state while it is being heard, and afterwards if it could not be."""
    waiters: list[Future[Attempt]] = field(default_factory=list)
    failure: str | None = None


class Hearings:
    """Attempts on their way to a judgement. Use from the session's thread."""

    def __init__(
        self, store: StoreThread, guides: dict[str, Guide], emit: Callable[[events.CoreEvent], None]
    ) -> None:
        self._store, self._guides, self._emit = store, guides, emit
        self._expected: dict[str, _Expected] = {}
        self._early: dict[str, Heard | HearingFailed] = {}
        """Answers for takes of calls that are not over yet, newest last."""

    def expect(
        self,
        attempt_id: str,
        takes: list[Take],
        *,
        waiter: Future[Attempt] | None = None,
        until_then: AttemptState = "waiting",
    ) -> None:
        """These takes have been handed to the recogniser; judge the attempt when all are heard.

        Until then, or for good if they cannot be heard, it is in state `until_then`.
        """
        self._store.do(lambda store: store.set_state(attempt_id, until_then))
        expected = self._expected.setdefault(attempt_id, _Expected(set(), until_then))
        expected.takes |= {take.id for take in takes}
        if waiter:
            expected.waiters.append(waiter)
        for take_id in expected.takes & set(self._early):
            self.handle(self._early.pop(take_id))
        if attempt_id in self._expected and not expected.takes:
            self._conclude(attempt_id)

    def hear_again(
        self, recogniser: Recogniser, data_dir: Path, attempt: Attempt, waiter: Future[Attempt]
    ) -> None:
        """Hand the takes of a stored attempt to the recogniser once more."""
        takes = [turn.take for turn in attempt.turns if turn.take]
        for take in takes:
            recogniser.begin(take.id, data_dir / take.path)
            recogniser.finish(take.id, take.frames)
        # What was judged before stays judged: a second hearing that does not succeed takes nothing away.
        until_then: AttemptState = "judged" if attempt.state == "judged" else "waiting"
        self.expect(attempt.id, takes, waiter=waiter, until_then=until_then)

    def handle(self, item: Heard | HearingFailed) -> None:
        """The recogniser has answered; for a call that is not over yet, the answer is kept until then."""
        concerned = {
            attempt_id: expected
            for attempt_id, expected in self._expected.items()
            if item.take_id is None or item.take_id in expected.takes
        }
        if item.take_id and not concerned:
            self._early[item.take_id] = item
            while len(self._early) > EARLY:
                del self._early[next(iter(self._early))]
        for attempt_id, expected in concerned.items():
            if isinstance(item, Heard):
                take_id, transcript = item.take_id, item.transcript
                self._store.do(partial(_keep_words, take_id, transcript))
                expected.takes.discard(item.take_id)
            else:
                expected.failure = item.message
                if item.again and expected.until_then == "waiting":
                    expected.until_then = "set-aside"
                expected.takes -= {item.take_id} if item.take_id else set(expected.takes)
            if not expected.takes:
                self._conclude(attempt_id)

    def _conclude(self, attempt_id: str) -> None:
        expected = self._expected.pop(attempt_id)
        if expected.failure:
            heard_not = RecogniserError(expected.failure)
            self._give_up(attempt_id, heard_not, expected.waiters, expected.until_then)
            return
        judged = self._store.do(lambda store: judge_stored(store, attempt_id, self._guides))
        judged.add_done_callback(lambda future: self._announce(attempt_id, future, expected))

    def cannot_hear(
        self, attempt_id: str, message: str, waiters: list[Future[Attempt]] | None = None
    ) -> None:
        """Keep the attempt for a recogniser to come, and say why."""
        self._give_up(attempt_id, RecogniserError(message), waiters or [], "waiting")

    def _give_up(
        self,
        attempt_id: str,
        error: BaseException,
        waiters: list[Future[Attempt]],
        state: AttemptState,
        message: str = "",
    ) -> None:
        self._store.do(lambda store: store.set_state(attempt_id, state))
        for waiter in waiters:
            waiter.set_exception(error)
        self._emit(events.AttemptWaiting(attempt_id=attempt_id, message=message or str(error)))

    def _announce(self, attempt_id: str, judged: Future[Attempt], expected: _Expected) -> None:
        error, message = judged.exception(), ""
        if error is not None:
            if not isinstance(error, WorldError):
                log.error("judging failed\n%s", details(error))
                message = "Ringback made a mistake while judging this take; the take itself is safe."
            self._give_up(attempt_id, error, expected.waiters, expected.until_then, message)
            return
        for waiter in expected.waiters:
            waiter.set_result(judged.result())
        self._emit(events.AttemptJudged(attempt_id=attempt_id, attempt=judged.result()))


def _keep_words(take_id: str, transcript: Transcript, store: Store) -> None:
    store.add_transcript(take_id, transcript)
