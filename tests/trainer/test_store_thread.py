from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.trainer.history.examples import begin
from trainer.errors import BadInput
from trainer.history.backups import backups
from trainer.store_thread import StoreThread

TODAY = date(2026, 11, 22)


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[StoreThread]:
    """One attempt is in the backup, a second came after it."""
    thread = StoreThread(tmp_path)
    thread.do(lambda store: begin(store, "before"))
    thread.do(lambda store: store.back_up("daily", TODAY))
    thread.do(lambda store: begin(store, "after")).result()
    yield thread
    thread.close()


def ids(thread: StoreThread) -> set[str]:
    return {row.id for row in thread.do(lambda store: store.rows()).result()}


def test_a_backup_is_put_back_and_what_it_replaces_is_kept(thread: StoreThread, tmp_path: Path) -> None:
    asked_before = thread.do(lambda store: store.rows())
    thread.put_back(backups(tmp_path)[0].path, TODAY).result()
    assert len(asked_before.result()) == 2
    assert ids(thread) == {"before"}
    newest = backups(tmp_path)[0]
    assert newest.reason == "before-restore"
    thread.put_back(newest.path, TODAY).result()
    assert ids(thread) == {"before", "after"}


def test_a_damaged_backup_changes_nothing(thread: StoreThread, tmp_path: Path) -> None:
    backup = backups(tmp_path)[0].path
    backup.write_bytes(b"damaged")
    with pytest.raises(BadInput, match="damaged"):
        thread.put_back(backup, TODAY).result()
    assert ids(thread) == {"before", "after"}


def test_what_was_damaged_at_the_start_is_told(tmp_path: Path) -> None:
    (tmp_path / "ringback.db").write_bytes(b"damaged")
    thread = StoreThread(tmp_path)
    assert thread.mended
    assert "ringback-damaged-1.db" in thread.mended
    thread.close()
