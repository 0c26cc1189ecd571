"""One take being recorded: its row first, its audio as it is spoken, its words while they come.

Nothing here waits for the disk on the session's thread: the store's thread commits the row, creates the
file and syncs it; until that is done, samples wait in memory (a few milliseconds' worth).
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import numpy as np

from trainer.audio import Pcm
from trainer.audio.takes import TakeWriter
from trainer.audio.voice_activity import VoiceActivity, level_of
from trainer.history.store import Store
from trainer.records import SAMPLE_RATE, Span, Take
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser

SYNC_EVERY = SAMPLE_RATE
"""Frames between two fsyncs: at most one second is lost to a power cut."""


class Recording:
    """Appends to one take. Use from one thread; `finish` gives the complete `Take`."""

    def __init__(
        self,
        store: StoreThread,
        data_dir: Path,
        attempt_id: str,
        take: Take,
        hears: Recogniser | None,
        *,
        lead_s: float = 0.0,
    ) -> None:
        """`lead_s`: how long before the turn began its first sample was heard, in seconds."""
        self.take = take
        self._store, self._path, self._attempt_id = store, data_dir / take.path, attempt_id
        self._hears, self._lead_s = hears, lead_s
        self._waiting: list[Pcm] = []
        self._all: list[Pcm] = []
        self._frames = self._synced = 0
        self._voice = VoiceActivity()
        self._writer: Future[TakeWriter] = store.do(self._begin)
        self._begun = False

    @property
    def frames(self) -> int:
        """Samples so far."""
        return self._frames

    @property
    def pcm(self) -> Pcm:
        """All samples so far."""
        return np.concatenate(self._all) if self._all else np.zeros(0, dtype=np.int16)

    def add(self, pcm: Pcm) -> list[str]:
        """Append samples; returns what voice activity noticed: "started" and "ended", in order.

        Raises:
            WorldError: the row or the file could not be written.
        """
        self._waiting.append(pcm)
        self._all.append(pcm)
        self._frames += len(pcm)
        if self._writer.done():
            self._write()
        return [what for what, _ in self._voice.feed(pcm)]

    def hear_so_far(self) -> str | None:
        """Ask the recogniser for the words up to here; returns the id under which it answers.

        None when nothing is on disk yet, or when the engine streams: it has the words soon after the end.
        The take itself goes on.
        """
        if not self._hears or self._hears.streams or not self._begun:
            return None
        guess = f"{self.take.id}-{self._frames}"
        self._hears.begin(guess, self._path)
        self._hears.finish(guess, self._frames)
        return guess

    def finish(self, *, dropped_ms: int) -> Take:
        """Close the file and give the take with its length, hash, speech, latency and level.

        Raises:
            WorldError: the row or the file could not be written.
        """
        writer = self._writer.result()
        self._write()
        if self._hears:
            # First of all, because the user waits for the words: every sample is in the file now.
            self._hears.finish(self.take.id, self._frames)
        sha256 = writer.close()
        spans = self._voice.finish()
        pcm = self.pcm
        self.take = replace(
            self.take,
            frames=self._frames,
            sha256=sha256,
            dropped_ms=dropped_ms,
            speech=spans,
            first_word_latency_s=latency(spans, self._lead_s),
            level=level_of(pcm, spans),
        )
        self._store.do(self._keep)
        return self.take

    def _begin(self, store: Store) -> TakeWriter:
        store.begin_take(self._attempt_id, self.take)
        return TakeWriter(self._path)

    def _keep(self, store: Store) -> None:
        """Store the checksum once the bytes are sure to be there: a take without one is repaired later."""
        self._writer.result().sync()
        store.finish_take(self._attempt_id, self.take)

    def _write(self) -> None:
        writer = self._writer.result()
        if self._waiting:
            writer.append(np.concatenate(self._waiting))
            self._waiting.clear()
        if self._hears:
            if not self._begun:
                self._hears.begin(self.take.id, self._path)
                self._begun = True
            self._hears.advance(self.take.id, self._frames)
        if self._frames - self._synced >= SYNC_EVERY:
            self._synced = self._frames
            self._store.do(lambda _: writer.sync())


def latency(speech: tuple[Span, ...], lead_s: float) -> float | None:
    """Seconds from the beginning of the turn, `lead_s` into the take, to the first sound in it.

    Negative for somebody who was speaking already; None when nothing was voiced.
    """
    within = [span for span in speech if span.end_s > lead_s] or list(speech[-1:])
    return within[0].start_s - lead_s if within else None
