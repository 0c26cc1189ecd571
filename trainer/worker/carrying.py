"""Long work on the whole history: taking it elsewhere, taking it back, judging it again."""

from __future__ import annotations

import dataclasses
import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from trainer.audio.measuring import measured
from trainer.audio.takes import repair
from trainer.errors import Cancelled
from trainer.history.archive import Exported, Progress, readable, write_archive
from trainer.history.arriving import Imported, read_archive
from trainer.history.backups import Backup, backups
from trainer.history.besides import Besides
from trainer.history.carried import Carried
from trainer.history.mends import Mended, mend_recordings
from trainer.history.store import Store
from trainer.pages.writing import page_of
from trainer.paths import write_private
from trainer.records import Guide
from trainer.rejudging import judge_all
from trainer.store_thread import StoreThread

T = TypeVar("T")


class Carrying:
    """See `ui.history_services.Carrying`. One piece of long work at a time, on a thread of its own.

    The store is asked attempt by attempt, so that the window can be used meanwhile. What takes a moment has
    another thread: it need not wait for long work, and is finished where that is stopped.
    """

    def __init__(self, store: StoreThread, data_dir: Path, guides: dict[str, Guide]) -> None:
        self._store, self._data_dir, self._guides = store, data_dir, guides
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="carrying")
        self._moments = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        self._stop = threading.Event()
        self._begun: Future[Any] | None = None

    def export(self, path: Path, attempt_ids: list[str] | None, on_progress: Progress) -> Future[Exported]:
        """Write these attempts with their recordings to a zip; None: the whole history."""

        def exported(stopping: Progress) -> Exported:
            ids = attempt_ids or self._ask(lambda store: store.to_export())
            unreadable: list[str] = []
            items = readable(ids, self._carried, unreadable)
            besides = Besides() if attempt_ids else self._ask(lambda store: store.besides())
            done = write_archive(path, items, len(ids), self._data_dir, stopping, besides)
            return dataclasses.replace(done, unreadable=tuple(unreadable))

        return self._begin(exported, on_progress)

    def export_page(self, path: Path, attempt_id: str) -> Future[None]:
        """Write one attempt as a page for any browser."""

        def page() -> bytes:
            attempt = self._ask(lambda store: store.attempt(attempt_id))
            return page_of(attempt, self._data_dir, self._guides).encode()

        return self.write(path, page)

    def import_from(self, path: Path, on_progress: Progress) -> Future[Imported]:
        """Take over what is in such a zip and not here yet."""
        return self._begin(lambda stopping: read_archive(path, self._data_dir, self, stopping), on_progress)

    def judge_all(self, guide: str | None, on_progress: Progress) -> Future[int]:
        """Judge all heard attempts again; the future has how many judgements are new."""
        return self._begin(lambda stopping: judge_all(self._ask, self._guides, guide, stopping), on_progress)

    def write(self, path: Path, content: Callable[[], bytes]) -> Future[None]:
        """Replace the file at `path` by what `content` gives, on another thread; `close` waits for it."""
        written = self._moments.submit(lambda: write_private(path, content()))
        written.add_done_callback(_log_failure)
        return written

    def backups(self) -> Future[list[Backup]]:
        """Copies of the history, newest first."""
        return self._moments.submit(backups, self._data_dir)

    def put_back(self, backup: Backup) -> Future[None]:
        """Replace the history by this copy; what is replaced is copied before."""
        return self._store.put_back(backup.path, date.today())

    def mend(self) -> Future[list[Mended]]:
        """Make rows and recordings agree again; a call may not run meanwhile."""
        return self._thread.submit(mend_recordings, self._ask, self._data_dir, repair, measured)

    @property
    def working(self) -> bool:
        """Whether long work is under way that `close` would stop."""
        return self._begun is not None and not self._begun.done()

    def cancel(self) -> None:
        """Stop what is running; its future raises `Cancelled`."""
        self._stop.set()

    def close(self) -> None:
        """Stop long work, finish what takes a moment."""
        self._stop.set()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._moments.shutdown(wait=True)

    # ------------------------------------------------------------------- `arriving.Receiver`

    def here(self) -> set[str]:
        """Ids of all attempts that are here."""
        return self._ask(lambda store: store.here())

    def restore(self, items: Iterable[Carried], last: Callable[[], None], besides: Besides) -> int:
        """Insert them all or none, and of `besides` what is not here yet."""
        return self._ask(lambda store: store.restore(items, last, besides))

    # ------------------------------------------------------------------- inside

    def _begin(self, work: Callable[[Progress], T], on_progress: Progress) -> Future[T]:
        self._stop.clear()

        def stopping(done: int, total: int) -> None:
            if self._stop.is_set():
                raise Cancelled("Stopped.", "What was being done can be begun again.")
            on_progress(done, total)

        begun = self._begun = self._thread.submit(work, stopping)
        return begun

    def _ask(self, work: Callable[[Store], T], /) -> T:
        return self._store.do(work).result()

    def _carried(self, attempt_id: str) -> Carried:
        return self._ask(lambda store: store.carried(attempt_id))


def _log_failure(written: Future[None]) -> None:
    """A window that is closed tells nobody any more; a path may hold a name, so the kind alone is kept."""
    if error := written.exception():
        logging.getLogger(__name__).warning("a file could not be written: %s", type(error).__name__)
