"""A stored take heard once more by another engine, beside the one that is in force."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from trainer.analysis.revisions import in_force
from trainer.errors import BadInput
from trainer.history.store import Store
from trainer.judging import judge_stored
from trainer.records import Attempt, Correct, Dispute, Guide, Take, Transcript, Undo
from trainer.store_thread import StoreThread
from trainer.transcription import models
from trainer.transcription.engines import EngineChoice, named
from trainer.transcription.recogniser import transcribe_file

Hear = Callable[[Path, EngineChoice], Transcript]


class SecondHearing:
    """One take after another, on a thread of its own: a hearing takes seconds."""

    def __init__(
        self, store: StoreThread, data_dir: Path, guides: dict[str, Guide], hear: Hear = transcribe_file
    ) -> None:
        self._store, self._data_dir, self._guides, self._hear = store, data_dir, guides, hear
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="second hearing")

    def hear(self, attempt_id: str, engine: str) -> Future[Attempt]:
        """Hear the attempt's replies by `engine` and judge them; what others heard stays stored.

        Corrections are taken back, because they name words by their place in the older transcript; disputes
        hold. Nothing is stored unless all replies were heard. The future raises ModelMissing or UnknownName
        for the engine, RecogniserError or OSError where it could not hear, BadInput where there is nothing.
        """
        return self._aside.submit(self._heard, attempt_id, engine)

    def close(self) -> None:
        """Wait for what is being heard."""
        self._aside.shutdown(wait=True, cancel_futures=True)

    def _heard(self, attempt_id: str, engine: str) -> Attempt:
        choice = named(engine, models.installed(self._data_dir))
        attempt = self._store.do(lambda store: store.attempt(attempt_id)).result()
        takes = [turn.take for turn in attempt.turns if turn.take and turn.take.frames]
        if not takes:
            raise BadInput("This take has no recording.", "Only what was recorded can be heard again.")
        found = [(take, self._hear(self._data_dir / take.path, choice)) for take in takes]
        return self._store.do(lambda store: self._keep(store, attempt, found)).result()

    def _keep(self, store: Store, attempt: Attempt, found: list[tuple[Take, Transcript]]) -> Attempt:
        take_back_corrections(store, attempt)
        for take, transcript in found:
            store.add_transcript(take.id, transcript)
        return judge_stored(store, attempt.id, self._guides)


def take_back_corrections(store: Store, attempt: Attempt) -> None:
    """Undo all revisions, and then dispute again what was disputed; the log of them only grows."""
    revisions = in_force(attempt.revisions)
    if not any(isinstance(one, Correct) for one in revisions):
        return
    store.add_revision(attempt.id, Undo(n=len(revisions)))
    for one in revisions:
        if isinstance(one, Dispute):
            store.add_revision(attempt.id, one)
