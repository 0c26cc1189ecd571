"""The one thread that owns the database connection."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TypeVar

from trainer.errors import WorldError
from trainer.history.backups import restore
from trainer.history.database import FILE_NAME
from trainer.history.mending import open_or_mend
from trainer.history.store import Store
from trainer.log_file import details

T = TypeVar("T")


class StoreThread:
    """Runs what is asked of the store, in order, on one thread."""

    def __init__(self, data_dir: Path) -> None:
        """Open (and migrate, or mend) the history under `data_dir`; `mended` tells what was damaged, if any.

        Raises:
            StoreError: it cannot be used; the message says why.
        """
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        try:
            self._store, self.mended = self._executor.submit(open_or_mend, data_dir).result()
        except BaseException:
            self._executor.shutdown()
            raise

    def do(self, work: Callable[[Store], T]) -> Future[T]:
        """Run `work` on the store's thread. A failure nobody asks about is at least logged."""
        future = self._executor.submit(lambda: work(self._store))  # which one is open then
        future.add_done_callback(_log_failure)
        return future

    def put_back(self, backup: Path, today: date) -> Future[None]:
        """Replace the history by a backup of it, after backing up what is replaced.

        The future raises BadInput for a damaged backup and StoreError where that cannot be done; the history
        is then as it was.
        """
        return self._executor.submit(self._put_back, backup, today)

    def _put_back(self, backup: Path, today: date) -> None:
        data_dir = self._store.data_dir
        self._store.back_up("before-restore", today)
        self._store.close()
        try:
            restore(data_dir, data_dir / FILE_NAME, backup)
        finally:
            self._store = Store.open(data_dir)

    def close(self) -> None:
        """Finish what was asked, then close the database."""
        self._executor.submit(self._store.close).result()
        self._executor.shutdown(wait=True)


def _log_failure(future: Future[T]) -> None:
    error = future.exception()
    if error is not None:
        # The world's errors are said in our own words; any other may hold spoken ones.
        text = str(error) if isinstance(error, WorldError) else details(error)
        logging.getLogger(__name__).warning("store: %s", text)
