"""Stored attempts: find, judge again, hear again, delete."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from trainer.audio.takes import read_take
from trainer.errors import AudioChanged, ModelMissing, UnknownName
from trainer.history.store import Store
from trainer.judging import judge_stored
from trainer.paths import file_sha256
from trainer.records import (
    Attempt,
    AttemptRow,
    Guide,
    OwnMessage,
    Prediction,
    Revision,
    Scenario,
    Take,
)
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser
from trainer.worker.hearings import Hearings
from trainer.worker.messages import message_for
from trainer.worker.second_hearing import SecondHearing


class Review:
    """See `ui.services.Review`. Public methods may be called from any thread."""

    def __init__(
        self,
        *,
        post: Callable[[Callable[[], None]], None],
        store: StoreThread,
        data_dir: Path,
        guides: dict[str, Guide],
        hearings: Hearings,
        recogniser: Callable[[], Recogniser | None],
    ) -> None:
        self._post, self._store, self._data_dir, self._guides = post, store, data_dir, guides
        self._hearings, self._recogniser = hearings, recogniser
        self._second = SecondHearing(store, data_dir, guides)

    def close(self) -> None:
        """Wait for what is being heard by another engine."""
        self._second.close()

    def rows(self, search: str = "") -> Future[list[AttemptRow]]:
        """All attempts, newest first; with `search`, those whose names or words contain it."""
        return self._store.do(lambda store: store.rows(search))

    def attempt(self, attempt_id: str) -> Future[Attempt]:
        """One whole attempt."""
        return self._store.do(lambda store: store.attempt(attempt_id))

    def latest(self) -> Future[Attempt | None]:
        """The newest attempt that can be shown."""
        return self._store.do(lambda store: store.latest())

    def message_left(self, scenario: Scenario) -> Future[OwnMessage | None]:
        """The user's latest message among those that this call back answers; None without one."""
        return self._store.do(lambda store: message_for(store, scenario))

    def revise(self, attempt_id: str, revision: Revision) -> Future[Attempt]:
        """Correct, dispute or undo; judged again."""

        def revised(store: Store) -> Attempt:
            store.add_revision(attempt_id, revision)
            return judge_stored(store, attempt_id, self._guides)

        return self._store.do(revised)

    def judge_with(self, attempt_id: str, guide: str) -> Future[Attempt]:
        """Judge a stored attempt by another guide; the future raises UnknownName if there is none."""
        if guide not in self._guides:
            failed: Future[Attempt] = Future()
            failed.set_exception(UnknownName("guide", guide, list(self._guides)))
            return failed

        def judged(store: Store) -> Attempt:
            store.set_guide(attempt_id, guide)
            return judge_stored(store, attempt_id, self._guides)

        return self._store.do(judged)

    def predict(self, attempt_id: str, prediction: Prediction) -> Future[None]:
        """Keep what the user guessed before seeing the feedback."""
        return self._store.do(lambda store: store.set_prediction(attempt_id, prediction))

    def hear_again(self, attempt_id: str) -> Future[Attempt]:
        """Transcribe with the engine in force, then judge; raises ModelMissing if there is none."""
        done: Future[Attempt] = Future()
        self._post(lambda: self._hear_again(attempt_id, done))
        return done

    def hear_with(self, attempt_id: str, engine: str) -> Future[Attempt]:
        """Transcribe with this engine, which does not come into force by it, then judge."""
        return self._second.hear(attempt_id, engine)

    def delete(self, attempt_ids: list[str]) -> Future[None]:
        """Delete attempts with their audio."""

        def deleted(store: Store) -> None:
            store.delete(attempt_ids)

        return self._store.do(deleted)

    def pcm(self, take: Take) -> Future[bytes]:
        """The take's samples: 16 kHz mono int16, little endian.

        The future raises BadInput for a file that is gone, and AudioChanged for one that is not what was
        recorded: words and marks would stand beside another sound.
        """
        path = self._data_dir / take.path

        def read() -> bytes:
            pcm = read_take(path)
            if take.sha256 is not None and file_sha256(path) != take.sha256:
                raise AudioChanged(path)
            return pcm.astype("<i2").tobytes()

        return self._store.do(lambda _: read())

    def _hear_again(self, attempt_id: str, done: Future[Attempt]) -> None:
        recogniser = self._recogniser()
        if recogniser is None:
            done.set_exception(
                ModelMissing("No speech model is installed.", "Fetch one with: ringback model fetch")
            )
            return
        try:
            attempt = self._store.do(lambda store: store.attempt(attempt_id)).result()
        except Exception as error:
            done.set_exception(error)
            return
        self._hearings.hear_again(recogniser, self._data_dir, attempt, done)
