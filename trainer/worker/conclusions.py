"""What becomes of an attempt whose call has ended: heard and judged, set aside, missed, or only kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from trainer import events
from trainer.audio.capture import QUIETEST_DBFS
from trainer.drills import decides
from trainer.history.store import Store
from trainer.records import Attempt, AttemptState, Scenario, Take
from trainer.session import Call
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser
from trainer.worker.hearings import Hearings
from trainer.worker.messages import word_left_by

NO_ENGINE = (
    "Nothing here can turn speech into words yet. Fetch the speech model in Settings, then hear this take."
)
ONLY_SILENCE = (
    "Your microphone delivered nothing but silence. Check that it is not muted and that this program may use "
    "it (privacy settings of your system), then try the microphone in Settings. The take was set aside."
)
NO_ANSWER = "The answers hold nothing but silence. The take was set aside."
"""The same for a call from files, in which no microphone has a part."""


class Conclusions:
    """Use from the session's thread."""

    def __init__(
        self,
        store: StoreThread,
        hearings: Hearings,
        recogniser: Callable[[], Recogniser | None],
        emit: Callable[[events.CoreEvent], None],
    ) -> None:
        self._store, self._hearings, self._recogniser, self._emit = store, hearings, recogniser, emit

    def conclude(self, call: Call, waiter: Future[Attempt] | None = None) -> None:
        """See to an ended call; `waiter` gets the attempt once nothing more will happen to it."""
        attempt_id, how = call.attempt_id, call.how.how if call.how else "nothing-left"
        if how == "missed":
            self.miss(attempt_id, call.scenario, call.failure or "", waiter)
        elif call.torn:
            self._forget(call)  # stays "recording", which is what the next start looks for
        elif how == "nothing-left":
            self._forget(call)
            self._keep(attempt_id, "abandoned", waiter)
        elif call.takes and not decides(call.scenario) and all(_only_zeros(take) for take in call.takes):
            self._set_aside(call, waiter)
        elif call.takes and self._recogniser() is None:
            self._hearings.cannot_hear(attempt_id, NO_ENGINE, [waiter] if waiter else None)
        else:
            if call.takes:
                self._emit(events.BeingHeard(attempt_id=attempt_id))
            self._hearings.expect(attempt_id, call.takes, waiter=waiter)

    def miss(
        self, attempt_id: str, scenario: Scenario, why: str, waiter: Future[Attempt] | None = None
    ) -> None:
        """A ring that nobody answered, `why` being what kept it from being answered, if anything did."""
        note = " ".join(filter(None, [word_left_by(scenario.prospect), why]))
        self._keep(attempt_id, "missed-ring", waiter, note)
        self._emit(events.AttemptMissed(attempt_id=attempt_id))

    def _keep(
        self, attempt_id: str, state: AttemptState, waiter: Future[Attempt] | None, note: str = ""
    ) -> None:
        """Nothing will be judged: that is all that comes of the attempt."""

        def kept(store: Store) -> Attempt:
            store.set_state(attempt_id, state)
            if note:
                store.set_note(attempt_id, note)
            return store.attempt(attempt_id)

        done = self._store.do(kept)
        if waiter:
            waiter.set_result(done.result())

    def _set_aside(self, call: Call, waiter: Future[Attempt] | None) -> None:
        self._forget(call)
        message = NO_ANSWER if waiter else ONLY_SILENCE
        self._keep(call.attempt_id, "set-aside", waiter, message)
        self._emit(events.Trouble(attempt_id=call.attempt_id, message=message, fatal=True))

    def _forget(self, call: Call) -> None:
        recogniser = self._recogniser()
        if recogniser:
            for take in call.takes:
                recogniser.forget(take.id)


def _only_zeros(take: Take) -> bool:
    """Whether the device delivered nothing but zeros (muted, or refused by the system)."""
    return take.frames > 0 and take.level is not None and take.level.peak_dbfs <= QUIETEST_DBFS
