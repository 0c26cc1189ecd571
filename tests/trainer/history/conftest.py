"""An open store in a folder of its own, and records to put in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer.history.store import Store


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    store = Store.open(data_dir)
    yield store
    store.close()
